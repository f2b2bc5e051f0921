"""What is stored of every article, in few words: to judge new versions, and to know what is done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from output.merge import Merge
from output.snapshot import snapshot

_BATCH = 10_000


def accepted_versions(dataset: Path) -> Iterator[dict[str, Any]]:
    """The newest accepted version of every article, as counts and lengths.

    Yields:
        ``article_id``, ``doi``, ``title``, ``url``, ``page_sha256``, ``fetched_at``, ``n_authors``,
        ``n_references``, ``n_funding`` (rows about research money), ``abstract_length`` and
        ``funding_length`` in characters (0 where there is none).

    Raises:
        BrokenFileError: If a file of the dataset cannot be read.
    """
    with snapshot(dataset) as merge:
        articles, funding = merge.rows_sql("articles"), merge.rows_sql("funding")
        yield from _rows(
            merge,
            f"""SELECT article_id, doi, title, url, page_sha256, fetched_at,
                coalesce(n_authors, 0) AS n_authors, coalesce(n_references, 0) AS n_references,
                coalesce(awards, 0) AS n_funding, coalesce(length(abstract), 0) AS abstract_length,
                coalesce(length(funding_text), 0) AS funding_length
            FROM ({articles}) LEFT JOIN (
                SELECT article_id, count(*) AS awards FROM ({funding}) WHERE kind = 'research' GROUP BY ALL
            ) USING (article_id)""",  # noqa: S608
        )


def stored_pages(dataset: Path) -> Iterator[dict[str, Any]]:
    """Every page that is stored as a version of an article.

    Yields:
        ``page_sha256``, ``article_id``, ``decision``, and the names it goes by: ``requested``, ``url``,
        ``final_url``.

    Raises:
        BrokenFileError: If a file of the dataset cannot be read.
    """
    with snapshot(dataset) as merge:
        fetches = merge.rows_sql("fetches")
        yield from _rows(
            merge,
            f"""SELECT page_sha256, article_id, decision, requested, url, final_url FROM ({fetches})
            WHERE state = 'stored' AND page_sha256 IS NOT NULL""",  # noqa: S608
        )


def archived_places(dataset: Path) -> Iterator[tuple[str, int]]:
    """The archive file and offset of every page that has its row in ``fetches``."""
    with snapshot(dataset) as merge:
        fetches = merge.rows_sql("fetches")
        sql = f"SELECT warc_file, warc_offset FROM ({fetches}) WHERE warc_offset IS NOT NULL"  # noqa: S608
        for row in _rows(merge, sql):
            yield row["warc_file"], row["warc_offset"]


@dataclass(frozen=True, slots=True)
class Counts:
    """Numbers about the requests and versions of a dataset.

    Attributes:
        runs: Number of runs in ``fetches``.
        last_run: The newest of them; None when there is none.
        states, page_states, reasons: Requests by state, by kind of page, by the first word of their error.
        articles: Articles with an accepted version.
        held: Versions held back that are newer than the accepted one of their article.
    """

    runs: int
    last_run: str | None
    states: dict[str, int]
    page_states: dict[str, int]
    reasons: dict[str, int]
    articles: int
    held: int


def counts(dataset: Path) -> Counts:
    """Count what is in ``fetches``.

    Raises:
        BrokenFileError: If a file of the dataset cannot be read.
    """
    with snapshot(dataset) as merge:
        fetches = merge.rows_sql("fetches")

        def by(value: str) -> dict[str, int]:
            sql = (
                f"SELECT {value} AS value, count(*) AS n FROM ({fetches}) GROUP BY ALL ORDER BY n DESC, value"  # noqa: S608
            )
            return {row["value"]: row["n"] for row in _rows(merge, sql) if row["value"] is not None}

        (runs,) = _rows(merge, f"SELECT count(DISTINCT run_id) AS n, max(run_id) AS last FROM ({fetches})")  # noqa: S608
        (versions,) = _rows(
            merge,
            f"""WITH versions AS (SELECT article_id, decision, fetched_at,
                    max(fetched_at) FILTER (decision = 'accepted') OVER (PARTITION BY article_id) AS accepted_at
                FROM ({fetches}) WHERE state = 'stored')
            SELECT count(DISTINCT article_id) FILTER (decision = 'accepted') AS articles,
                count(*) FILTER (decision = 'held' AND (accepted_at IS NULL OR fetched_at > accepted_at)) AS held
            FROM versions""",  # noqa: S608
        )
        return Counts(
            runs["n"],
            runs["last"],
            by("state"),
            by("page_state"),
            by("split_part(error, ':', 1)"),
            versions["articles"],
            versions["held"],
        )


def _rows(merge: Merge, sql: str) -> Iterator[dict[str, Any]]:
    for batch in merge.stream(sql, _BATCH):
        yield from batch.to_pylist()
