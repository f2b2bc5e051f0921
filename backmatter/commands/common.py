"""What the commands that work on a dataset share: options, errors, progress."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backmatter.console import ERR, printable, say, write_line
from backmatter.errors import UserError
from backmatter.progress import Progress
from output.layout import DATASET_VARIABLE, DEFAULT_DATASET

if TYPE_CHECKING:
    from backmatter.recovery import Recovered
    from backmatter.tally import Tally

DatasetOption = Annotated[
    Path | None,
    typer.Option(
        "--dataset",
        metavar="DIR",
        help=f"Dataset folder [default: {DATASET_VARIABLE}, else ./{DEFAULT_DATASET}].",
    ),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the outcome as one JSON object.")]
EmailsOption = Annotated[
    bool, typer.Option("--emails", help="Keep authors' e-mail addresses (personal data).")
]
NoPublishOption = Annotated[
    bool, typer.Option("--no-publish", help="Only commit; `backmatter publish` writes current/ later.")
]

_USAGE, _INCOMPLETE = 2, 3
_LINES = 10


@contextmanager
def told() -> Iterator[None]:
    """Turn errors of a dataset and of the file system into errors that are told in one line."""
    from crawler.archive import ArchiveError
    from output.errors import DatasetError, NoDatasetError, UnknownNameError

    try:
        yield
    except (NoDatasetError, UnknownNameError) as error:
        raise UserError(str(error), _USAGE) from error
    except (DatasetError, ArchiveError) as error:
        raise UserError(str(error), _INCOMPLETE) from error
    except OSError as error:
        place = f"{error.filename}: " if error.filename else ""
        raise UserError(f"{place}{error.strerror or error}", _INCOMPLETE) from error
    except KeyboardInterrupt as error:
        raise UserError(
            "stopped. What was done is kept; the same command goes on from there", _INCOMPLETE
        ) from error


@contextmanager
def shown_progress(label: str) -> Iterator[Progress]:
    """Show how far a command has come: a bar on a terminal, a line for each tenth of the way elsewhere."""
    if not ERR.is_terminal:
        yield _lines(label)
        return
    from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        TextColumn("{task.fields[what]}", markup=False),
    )
    with Bar(*columns, console=ERR, transient=True) as bar:
        task = bar.add_task(label, total=None, what="")

        def update(what: str, done: int, total: int) -> None:
            bar.update(task, completed=done, total=total, what=printable(Path(what).name))

        yield update


def _lines(label: str) -> Progress:
    told_tenths: set[int] = set()

    def update(what: str, done: int, total: int) -> None:
        tenth = done * _LINES // max(total, 1)
        if tenth not in told_tenths:
            told_tenths.add(tenth)
            say(f"{label}: {100 * done // max(total, 1)}% ({what})")

    return update


def counted(tally: Tally) -> dict[str, Any]:
    """A tally for machines; requested = stored + skipped + failed."""
    return {
        "requested": tally.requested,
        **{state: tally.states[state] for state in ("stored", "skipped", "failed")},
        "held": tally.held,
        "reasons": dict(tally.reasons),
    }


def in_words(tally: Tally) -> str:
    """A tally for people."""
    held = f" ({tally.held:,} of them held back)" if tally.held else ""
    why = ", ".join(f"{reason} {count:,}" for reason, count in tally.reasons.most_common())
    states = tally.states
    return (
        f"{tally.requested:,} pages: {states['stored']:,} stored{held}, {states['skipped']:,} skipped, "
        f"{states['failed']:,} failed" + (f" ({why})" if why else "")
    )


def tell_recovered(recovered: Recovered) -> None:
    """Say what a killed command had left, if it left anything."""
    if recovered.pages:
        runs = ", ".join(recovered.runs)
        say(f"Taken in first, fetched but not committed by {runs}: {in_words(recovered.tally)}")
        for note in recovered.notes:
            say(note)


def tell_tables(tables: Mapping[str, int], folder: Path) -> None:
    """Print the rows of the published tables."""
    write_line(f"Published in {printable(str(folder))}:")
    for name, rows in tables.items():
        write_line(f"  {name:<14}{rows:>11,} rows")


def write_json(outcome: Mapping[str, Any]) -> None:
    """Print an outcome for machines."""
    write_line(json.dumps(outcome, ensure_ascii=False, default=str))
