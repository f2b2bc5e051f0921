"""Rows of ``fetches``: what was asked for and what came."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from backmatter.page_rows import page_sha256
from crawler.archive import ArchivedPage
from crawler.fetch_items import FetchOutcome

Row = dict[str, Any]


def row_of_page(page: ArchivedPage, run_id: str) -> Row:
    """The row of a page in the archive, but for what became of it.

    Args:
        page: The page.
        run_id: The run of pages that name none, which are those of others' archives.
    """
    return {
        "run_id": page.run_id or run_id,
        "request_id": page.request_id,
        "requested": page.requested,
        "url": page.first_url or page.url,
        "final_url": page.url,
        "status": page.status,
        "bytes": len(page.body),
        "page_sha256": page_sha256(page),
        "etag": page.headers.get("etag"),
        "last_modified": page.headers.get("last-modified"),
        "attempts": page.attempt,
        "fetched_at": page.fetched_at,
        "warc_file": page.warc_file,
        "warc_offset": page.warc_offset,
    }


def row_of_outcome(outcome: FetchOutcome, run_id: str) -> Row:
    """The row of a request that gave no page, but for what became of it."""
    row: Row = {
        "run_id": run_id,
        "request_id": outcome.request_id,
        "requested": outcome.requested,
        "url": outcome.url,
        "final_url": outcome.final_url,
        "status": outcome.status,
        "page_state": outcome.page_state,
        "attempts": outcome.attempts,
        "fetched_at": outcome.at,
    }
    if outcome.answer is not None:
        row |= {
            "bytes": len(outcome.answer.body),
            "page_sha256": page_sha256(outcome.answer),
            "warc_file": outcome.answer.warc_file,
            "warc_offset": outcome.answer.warc_offset,
        }
    return row


def row_of_input(requested: str, request_id: str, at: datetime, run_id: str) -> Row:
    """The row of an input that is not in the archive, such as a missing file."""
    return {"run_id": run_id, "request_id": request_id, "requested": requested, "fetched_at": at}
