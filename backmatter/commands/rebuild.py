"""``backmatter rebuild``: all tables anew from the archive."""

from __future__ import annotations

from typing import Annotated

import typer

from backmatter.commands.common import (
    DatasetOption,
    EmailsOption,
    JsonOption,
    NoPublishOption,
    counted,
    in_words,
    shown_progress,
    tell_tables,
    told,
    write_json,
)
from backmatter.console import say, write_line
from output.layout import dataset_path


def rebuild(
    dataset: DatasetOption = None,
    emails: EmailsOption = False,
    allow_loss: Annotated[
        bool, typer.Option("--allow-loss", help="Go on when stored pages are no longer in the archive.")
    ] = False,
    no_publish: NoPublishOption = False,
    as_json: JsonOption = False,
) -> None:
    """Make all tables anew from the archive, with the parsers of today and without the network."""
    from backmatter.rebuild import rebuild as rebuild_tables

    with told(), shown_progress("Rebuilding") as progress:
        done = rebuild_tables(
            dataset_path(dataset),
            emails=emails,
            allow_loss=allow_loss,
            publish_after=not no_publish,
            progress=progress,
        )
    for note in done.notes:
        say(note)
    if as_json:
        write_json(
            {
                "run": done.run,
                **counted(done.tally),
                "carried_over": done.carried_over,
                "notes": done.notes,
                "tables": done.published.tables if done.published else None,
            }
        )
        return
    write_line(in_words(done.tally))
    if done.carried_over:
        write_line(f"{done.carried_over:,} requests without a page in the archive kept as they were")
    if done.published:
        tell_tables(done.published.tables, done.published.folder)
