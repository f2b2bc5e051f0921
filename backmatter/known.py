"""What the dataset already holds, to be asked page by page.

It is read from the dataset when a command begins and forgotten when it ends; the dataset is the truth. It lives
in a temporary file of SQLite, so that it takes little memory however many articles there are.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, Self

from output.layout import counting_parts
from output.versions import accepted_versions, stored_pages
from pipelines.gate import Summary

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
#: Columns of a summary that are kept; a version that was cut off is never the accepted one.
_SUMMARY = tuple(field.name for field in fields(Summary) if field.name != "cut_off")


@dataclass(frozen=True, slots=True)
class Accepted:
    """The accepted version of an article.

    Attributes:
        article_id: The article.
        page_sha256: Its page.
        fetched_at: When that page was fetched.
        summary: What the version has.
    """

    article_id: str
    page_sha256: str
    fetched_at: datetime
    summary: Summary


@dataclass(frozen=True, slots=True)
class StoredPage:
    """A page whose bytes are stored as a version of an article."""

    article_id: str
    decision: str


class Known:
    """The accepted version of every article, and every page stored; empty to begin with.

    It may be used from several threads, one at a time.
    """

    def __init__(self) -> None:
        # An empty name is a private database in a temporary file, which goes with the connection.
        self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
        self._database.executescript(
            f"""PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;
            CREATE TABLE accepted (article_id TEXT PRIMARY KEY, url TEXT, page_sha256 TEXT, fetched_at INTEGER,
                {", ".join(_SUMMARY)}) WITHOUT ROWID;
            CREATE INDEX by_url ON accepted (url);
            CREATE TABLE pages (page_sha256 TEXT PRIMARY KEY, article_id TEXT, decision TEXT) WITHOUT ROWID;"""
        )

    @classmethod
    def of(cls, dataset: Path) -> Self:
        """What a dataset holds now.

        Raises:
            BrokenFileError: If a file of the dataset cannot be read.
        """
        known = cls()
        if counting_parts(dataset):
            known._database.execute("BEGIN")
            for row in accepted_versions(dataset):
                known.accept(row, Summary(**{name: row[name] for name in _SUMMARY}))
            for row in stored_pages(dataset):
                known.store(row)
            known._database.execute("COMMIT")
        return known

    def accepted(self, article_id: str) -> Accepted | None:
        """The accepted version of an article."""
        return self._accepted("article_id", article_id)

    def accepted_at(self, url: str) -> Accepted | None:
        """The accepted version of the article with this canonical address."""
        return self._accepted("url", url)

    def page(self, page_sha256: str) -> StoredPage | None:
        """The version whose page has exactly these bytes."""
        found = self._database.execute(
            "SELECT article_id, decision FROM pages WHERE page_sha256 = ?", (page_sha256,)
        ).fetchone()
        return StoredPage(*found) if found else None

    def accept(self, article: Mapping[str, Any], summary: Summary) -> None:
        """Note the accepted version of an article, given its row of ``articles``."""
        values = [
            article["article_id"],
            article.get("url"),
            article["page_sha256"],
            _stamp(article["fetched_at"]),
        ]
        values += [getattr(summary, name) for name in _SUMMARY]
        marks = ", ".join("?" * len(values))
        self._database.execute(f"INSERT OR REPLACE INTO accepted VALUES ({marks})", values)  # noqa: S608

    def store(self, fetch: Mapping[str, Any]) -> None:
        """Note a page that is stored as a version, given its row of ``fetches``."""
        page = (fetch["page_sha256"], fetch["article_id"], fetch["decision"])
        self._database.execute("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", page)

    def _accepted(self, column: str, value: str) -> Accepted | None:
        found = self._database.execute(
            f"""SELECT article_id, page_sha256, fetched_at, {", ".join(_SUMMARY)} FROM accepted
            WHERE {column} = ? ORDER BY article_id LIMIT 1""",  # noqa: S608
            (value,),
        ).fetchone()
        if found is None:
            return None
        article_id, page_sha256, stamp, *summary = found
        moment = _EPOCH + stamp * _MICROSECOND
        return Accepted(article_id, page_sha256, moment, Summary(**dict(zip(_SUMMARY, summary, strict=True))))


def _stamp(moment: datetime) -> int:
    return (moment - _EPOCH) // _MICROSECOND
