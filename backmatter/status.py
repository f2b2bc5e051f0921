"""What a dataset holds and what is left to do."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from backmatter.raw_files import archive_files, pages_not_taken_in
from output.layout import counting_parts, existing_dataset
from output.published import current_publication
from output.snapshot import unpublished_parts
from output.versions import counts


@dataclass(frozen=True, slots=True)
class Status:
    """The state of a dataset.

    Attributes:
        dataset: The folder.
        runs: Number of runs that fetched something.
        last_run: The newest of them; None when there is none.
        requests: Rows of ``fetches``: stored + skipped + failed.
        states: Requests by state.
        page_states: Pages by what kind of page they were.
        reasons: Requests that gave no version, by the first word of their error.
        articles: Articles with an accepted version.
        held: Versions held back that are newer than the accepted one of their article.
        archive_files: Files under ``raw/``.
        archive_bytes: Their length in bytes.
        waiting: Pages that a killed command fetched but did not commit; the next writing command takes them in.
        commits: Parts that count.
        unpublished_commits: Those that are not yet in ``current/``.
        published_at: When the tables were published, ISO 8601; None if never.
        published_rows: Rows of each published table.
    """

    dataset: str
    runs: int
    last_run: str | None
    requests: int
    states: dict[str, int]
    page_states: dict[str, int]
    reasons: dict[str, int]
    articles: int
    held: int
    archive_files: int
    archive_bytes: int
    waiting: int
    commits: int
    unpublished_commits: int
    published_at: str | None
    published_rows: dict[str, int]


def status(dataset: Path) -> Status:
    """Look at a dataset without changing it.

    Raises:
        NoDatasetError: If there is no such dataset.
        BrokenFileError: If a file of the dataset cannot be read.
    """
    path = existing_dataset(dataset)
    found = counts(path)
    files = archive_files(path)
    current = current_publication(path)
    waiting = sum(1 for _, pages in pages_not_taken_in(path, lambda _: None) for _ in pages)
    return Status(
        dataset=str(path),
        runs=found.runs,
        last_run=found.last_run,
        requests=sum(found.states.values()),
        states=found.states,
        page_states=found.page_states,
        reasons=found.reasons,
        articles=found.articles,
        held=found.held,
        archive_files=len(files),
        archive_bytes=sum(file.stat().st_size for file in files),
        waiting=waiting,
        commits=len(counting_parts(path)),
        unpublished_commits=len(unpublished_parts(path)),
        published_at=current[1].published_at if current else None,
        published_rows=current[1].tables if current else {},
    )
