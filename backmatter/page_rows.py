"""One archived page as rows that fit the data dictionary, or the reason why it gives none."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from crawler.archive import ArchivedPage
from crawler.items import ARTICLE_STATES, Doubt, PageReading, PageState
from crawler.parsers import read_page
from crawler.targets import TargetError, read_target
from output.check import misfits, row_key
from output.errors import RowError
from output.schema import table_named
from pipelines.clean import clean
from pipelines.identity import Registry

_log = logging.getLogger(__name__)

Tables = dict[str, list[dict[str, Any]]]

#: Why a page gives no rows; the first word of ``fetches.error``.
Refusal = Literal["blocked", "login", "not_found", "unreadable", "not_article", "internal"]

NO_ARTICLE = "not an article page: neither article metadata nor references were found on it"
_BY_STATE: dict[PageState, tuple[Refusal, str]] = {
    "blocked": ("blocked", "a challenge or a refusal in place of the page"),
    "login": ("login", "the page asks to sign in"),
    "not_found": ("not_found", "the page says that there is nothing here"),
    "listing": ("not_article", "a list of articles, not an article page"),
    "other": ("not_article", NO_ARTICLE),
}


@dataclass(frozen=True, slots=True)
class PageRows:
    """What one page gives.

    Attributes:
        page_state: What kind of page it is; None when reading it failed.
        tables: Rows by table, the columns of the fetch filled in; empty when the page gives none.
        refusal: Why it gives none; None when it gives some.
        detail: The same for a person.
    """

    page_state: PageState | None
    tables: Tables = field(default_factory=dict)
    refusal: Refusal | None = None
    detail: str = ""


def page_sha256(page: ArchivedPage) -> str:
    """The digest by which equal pages are known."""
    return hashlib.sha256(page.body).hexdigest()


def page_rows(
    page: ArchivedPage,
    run_id: str,
    reading: PageReading | None = None,
    *,
    emails: bool = False,
    registry: Registry | None = None,
) -> PageRows:
    """Read and clean one page.

    Args:
        page: The page, as the archive gives it.
        run_id: The run that fetched it.
        reading: What `crawler.parsers.read_page` said of exactly this page, if that is known already.
        emails: Whether to keep authors' e-mail addresses, which are personal data.
        registry: Where funders and institutions are looked up.
    """
    try:
        return _page_rows(page, run_id, reading, registry, emails=emails)
    except Exception as error:  # noqa: BLE001 - logged and noted, see below
        # One page must not stop the others, nor bar the dataset for good: the archive brings it back at every
        # start until it has its row. The fault is logged here and noted there; a rebuild reads the page again.
        _log.exception("%s (%s, byte %s) cannot be read", page.requested, page.warc_file, page.warc_offset)
        return PageRows(None, refusal="internal", detail=f"{type(error).__name__}: {error}")


def _page_rows(
    page: ArchivedPage, run_id: str, reading: PageReading | None, registry: Registry | None, *, emails: bool
) -> PageRows:
    if not page.body and page.problem:
        return PageRows("other", refusal="unreadable", detail=page.problem)
    reading = reading or read_page(page.body, page.url, page.headers)
    if page.problem and page.problem.startswith("truncated"):
        reading = replace(reading, doubts=[*reading.doubts, Doubt("truncated", detail=page.problem)])
    record = clean(reading, emails=emails, registry=registry)
    if not record.is_article:
        return _refused(reading)
    tables = {name: [dict(row) for row in rows] for name, rows in record.tables().items()}
    (article,) = tables["articles"]
    article |= {"run_id": run_id, "fetched_at": page.fetched_at, "page_sha256": page_sha256(page)}
    doubts = [Doubt(row["kind"], row.get("field"), row.get("detail")) for row in tables["issues"]]
    doubts += [*_other_doi(page, article), *_repair(tables)]
    tables["issues"] = issue_rows(run_id, article["article_id"], doubts)
    return PageRows(reading.page_state, tables)


def issue_rows(run_id: str, article_id: str, doubts: Iterable[Doubt]) -> list[dict[str, Any]]:
    """Rows of ``issues``, one for each field and kind."""
    rows: dict[tuple[str | None, str], dict[str, Any]] = {}
    for doubt in dict.fromkeys(doubts):
        known = rows.get((doubt.field, doubt.kind))
        if known is None:
            rows[doubt.field, doubt.kind] = {
                "run_id": run_id,
                "article_id": article_id,
                "field": doubt.field,
                "kind": doubt.kind,
                "detail": doubt.detail,
            }
        elif doubt.detail:
            known["detail"] = f"{known['detail']}; {doubt.detail}" if known["detail"] else doubt.detail
    return list(rows.values())


def _refused(reading: PageReading) -> PageRows:
    state = reading.page_state
    if reading.source_format == "unreadable":
        reasons = [doubt.detail or doubt.kind for doubt in reading.doubts]
        return PageRows(state, refusal="unreadable", detail="; ".join(reasons))
    if state in ARTICLE_STATES:
        return PageRows(
            state, refusal="not_article", detail="an article page that gives neither DOI nor title"
        )
    refusal, detail = _BY_STATE[state]
    return PageRows(state, refusal=refusal, detail=detail)


def _other_doi(page: ArchivedPage, article: dict[str, Any]) -> Iterable[Doubt]:
    try:
        asked = read_target(page.requested).name
    except TargetError:
        return
    if asked.startswith("doi:") and article["doi"] and asked != article["article_id"]:
        detail = f"asked for {asked.removeprefix('doi:')}, the page is {article['doi']}"
        yield Doubt("doi_mismatch", "doi", detail)


def _repair(tables: Tables) -> list[Doubt]:
    """Take out values that do not fit the dictionary; each becomes a doubt.

    Raises:
        RowError: If a row cannot be mended so.
    """
    doubts = []
    for name, rows in tables.items():
        if name == "issues":
            continue
        table = table_named(name)
        nullable = {column.name for column in table.columns if not column.required}
        for misfit in misfits(name, rows):
            row = rows[misfit.index]
            if misfit.column not in nullable:
                raise RowError(name, misfit.column, row_key(table, row), misfit.problem)
            doubts.append(
                Doubt("invalid_value", _named(name, misfit.column), f"{row[misfit.column]!r}"[:200])
            )
            row[misfit.column] = None
    return doubts


def _named(table: str, column: str) -> str:
    return column if table == "articles" else f"{table}.{column}"
