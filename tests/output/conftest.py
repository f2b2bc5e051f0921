"""Rows of made-up articles, as a crawl would commit them."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from output.schema import arrow_schema

Rows = dict[str, list[dict[str, Any]]]

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _version(
    number: int = 1,
    *,
    run: str = "run1",
    minute: int = 0,
    title: str = "On sorting",
    references: int = 2,
    decision: str = "accepted",
    request: str | None = None,
) -> Rows:
    """All rows of one version of the article with this number."""
    article = f"doi:10.5555/{number}"
    fetched_at = NOON + timedelta(minutes=minute)
    request = request or f"{number:06d}"
    return {
        "articles": [
            {
                "article_id": article,
                "doi": article.removeprefix("doi:"),
                "title": title,
                "year": 2020,
                "published": "2020-03",
                "keywords": ["sorting", "order"],
                "notices": [{"kind": "correction", "doi": "10.5555/c", "date": None}],
                "sources": {"title": "highwire:citation_title"},
                "access": "open",
                "n_authors": 1,
                "n_references": references,
                "source_format": "html",
                "parser": "generic@1",
                "fetched_at": fetched_at,
                "page_sha256": f"{number:032x}{minute:032x}",
                "run_id": run,
            }
        ],
        "authors": [
            {
                "article_id": article,
                "position": 1,
                "name": "Ada Byron",
                "family": "Byron",
                "is_collective": False,
            }
        ],
        "affiliations": [{"article_id": article, "author_position": 1, "position": 1, "name": "London"}],
        "funding": [{"article_id": article, "position": 1, "kind": "research", "funder_name": "A Trust"}],
        "references": [
            {"article_id": article, "position": place, "raw": f"Work {place} of {title}"}
            for place in range(1, references + 1)
        ],
        "fetches": [
            {
                "run_id": run,
                "request_id": request,
                "requested": article,
                "state": "stored",
                "decision": decision,
                "article_id": article,
                "fetched_at": fetched_at,
                "warc_file": f"{run}-1.warc.zst",
                "warc_offset": 1000 * number + minute,
            }
        ],
        "issues": [
            {"run_id": run, "article_id": article, "field": "title", "kind": "conflict", "detail": title}
        ],
    }


def _together(*versions: Rows) -> Rows:
    """The rows of several versions as one commit."""
    tables: Rows = {}
    for version in versions:
        for name, rows in version.items():
            tables.setdefault(name, []).extend(rows)
    return tables


@pytest.fixture
def version() -> Callable[..., Rows]:
    """Make the rows of one version of an article."""
    return _version


@pytest.fixture
def together() -> Callable[..., Rows]:
    """Put versions into one commit."""
    return _together


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset folder, not there yet."""
    return tmp_path / "data set's"


@pytest.fixture
def frozen_moments() -> list[datetime]:
    """Moments in order, some less than a second apart."""
    steps = (0, 1, 999_999, 1_000_000, 3_600_000_000, 86_400_000_000)
    return [NOON + timedelta(microseconds=step) for step in steps]


@pytest.fixture
def has_schema() -> Callable[[Path, str], bool]:
    """Whether a Parquet file has exactly the columns of a table, with their types and their meaning."""

    def check(file: Path, table: str) -> bool:
        found, wanted = pq.read_schema(file), arrow_schema(table)
        meanings = [field.metadata for field in found] == [field.metadata for field in wanted]
        return found.equals(wanted) and meanings

    return check
