"""What is stored of every article, in few words: to judge new versions, and to know what is done."""

from __future__ import annotations

from collections.abc import Iterator
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


def _rows(merge: Merge, sql: str) -> Iterator[dict[str, Any]]:
    for batch in merge.stream(sql, _BATCH):
        yield from batch.to_pylist()
