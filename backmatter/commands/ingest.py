"""``backmatter ingest``: files and archives into the dataset, without the network."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from backmatter.commands.common import (
    DatasetOption,
    EmailsOption,
    JsonOption,
    NoPublishOption,
    counted,
    in_words,
    shown_progress,
    tell_recovered,
    tell_tables,
    told,
    write_json,
)
from backmatter.console import say, write_line
from output.layout import dataset_path

if TYPE_CHECKING:
    from backmatter.ingest import Ingested
    from backmatter.intake import Outcome


def ingest(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT...",
            help="Saved pages, folders of them, globs, WARC files; packed with gzip or not.",
        ),
    ],
    dataset: DatasetOption = None,
    emails: EmailsOption = False,
    no_publish: NoPublishOption = False,
    as_json: JsonOption = False,
) -> None:
    """Take saved pages and archives into the dataset, without the network."""
    from backmatter.ingest import ingest as take_in

    with told(), shown_progress("Taking in") as progress:
        done = take_in(
            dataset_path(dataset),
            inputs,
            emails=emails,
            publish_after=not no_publish,
            progress=progress,
            on_outcome=_tell,
        )
    tell_recovered(done.recovered)
    if as_json:
        write_json(_as_json(done))
    else:
        write_line(in_words(done.tally))
        if done.published:
            tell_tables(done.published.tables, done.published.folder)
    raise typer.Exit(done.exit_status)


def _tell(outcome: Outcome) -> None:
    if outcome.decision == "held":
        say(f"{outcome.requested}: held back: {outcome.detail}")
    elif outcome.state == "failed" or outcome.reason == "not_article":
        say(f"{outcome.requested}: {outcome.reason}: {outcome.detail}")


def _as_json(done: Ingested) -> dict[str, object]:
    return {
        "run": done.run,
        "files": done.files,
        **counted(done.tally),
        "recovered": done.recovered.pages,
        "tables": done.published.tables if done.published else None,
    }
