"""``backmatter status``: what a dataset holds and what is left to do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from typing import TYPE_CHECKING

from backmatter.commands.common import DatasetOption, JsonOption, told, write_json
from backmatter.console import printable, write_line
from output.layout import dataset_path

if TYPE_CHECKING:
    from backmatter.status import Status


def status(dataset: DatasetOption = None, as_json: JsonOption = False) -> None:
    """Say what the dataset holds and what is left to do."""
    from backmatter.status import status as look_at

    with told():
        found = look_at(dataset_path(dataset))
    if as_json:
        write_json(asdict(found))
        return
    for name, value in _lines(found):
        write_line(f"{name:<12}{printable(value)}")


def _lines(found: Status) -> Iterator[tuple[str, str]]:
    yield "dataset", found.dataset
    yield "runs", f"{found.runs:,}" + (f", the last {found.last_run}" if found.last_run else "")
    yield "requests", f"{found.requests:,}" + _listed(found.states)
    yield "pages", f"{sum(found.page_states.values()):,}" + _listed(found.page_states)
    if found.reasons:
        yield "without", f"{sum(found.reasons.values()):,}" + _listed(found.reasons)
    held = f"; {found.held:,} newer versions held back" if found.held else ""
    yield "articles", f"{found.articles:,}{held}"
    yield "archive", f"{found.archive_files:,} files, {found.archive_bytes / 1e6:,.1f} MB"
    if found.waiting:
        yield "waiting", f"{found.waiting:,} fetched pages are not committed; the next command takes them in"
    if found.published_at is None:
        yield "published", "never; `backmatter publish` writes current/"
    else:
        late = found.unpublished_commits
        yield "published", found.published_at + (f"; {late:,} commits since" if late else "; up to date")


def _listed(counts: dict[str, int]) -> str:
    return f" ({', '.join(f'{name} {count:,}' for name, count in counts.items())})" if counts else ""
