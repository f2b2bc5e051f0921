"""From what a page said to one clean record: choose, normalise, split, count, doubt."""

from __future__ import annotations

import hashlib
from typing import Any

from crawler.items import ARTICLE_STATES, Doubt, PageReading
from pipelines import normalise
from pipelines.author_rows import author_rows
from pipelines.funding_rows import funding_rows, funding_statement
from pipelines.identity import Registry, institution
from pipelines.locators import settle_dates, settle_pages
from pipelines.record import Record, Row
from pipelines.reference_rows import reference_rows
from pipelines.scalars import Chosen, choose

_SCALARS = (
    "doi", "title", "article_type", "journal", "journal_abbrev", "publisher", "issn", "volume", "issue", "first_page",
    "last_page", "article_number", "language", "abstract", "keywords", "subjects", "received", "revised", "accepted",
    "published", "issue_date", "year", "license", "license_url", "is_open_access", "access", "funding_text",
    "acknowledgements", "competing_interests", "data_availability", "code_availability", "ethics",
)  # fmt: skip
_LISTS = frozenset({"issn", "keywords", "subjects"})


def clean(reading: PageReading, *, emails: bool = False, registry: Registry | None = None) -> Record:
    """Make one record of what a page said.

    Pure: equal readings give equal records with the same registry, and none raises.

    Args:
        reading: What the page said.
        emails: Whether to keep authors' e-mail addresses, which are personal data.
        registry: Where funders and institutions are looked up; without one, only in the built-in table of funders.
    """
    record = Record(reading.page_state)
    doubts = list(reading.doubts)
    if reading.page_state in ARTICLE_STATES:
        doubts += _fill(record, reading, registry, emails=emails)
    article_id = record.article.get("article_id")
    record.issues = [
        {"article_id": article_id, "field": doubt.field, "kind": doubt.kind, "detail": doubt.detail}
        for doubt in doubts
    ]
    return record


def _fill(record: Record, reading: PageReading, registry: Registry | None, *, emails: bool) -> list[Doubt]:
    chosen = choose(reading)
    settle_pages(chosen)
    doubts = settle_dates(chosen)
    doi = chosen.values.get("doi")
    correspondence = chosen.values.get("correspondence")
    authors, author_source, more = author_rows(
        reading, correspondence if isinstance(correspondence, str) else None, emails=emails
    )
    doubts += more
    references, reference_source, more = reference_rows(reading, doi if isinstance(doi, str) else None)
    doubts += more
    statement, place = funding_statement(chosen)
    if statement is not None and place is not None:
        chosen.values["funding_text"], chosen.sources["funding_text"] = statement, place
    for column, source in (("authors", author_source), ("references", reference_source)):
        if source:
            chosen.sources[column] = source
    doubts += [Doubt("conflict", column, detail) for column, detail in chosen.conflicts.items()]
    record.article = _article(reading, chosen, len(authors), len(references))
    article_id = record.article["article_id"]
    record.authors = [{"article_id": article_id, **row} for row in authors]
    record.affiliations = _affiliations(article_id, authors, registry)
    record.references = [{"article_id": article_id, **row} for row in references]
    funding = funding_rows(reading, statement, place, registry)
    record.funding = [{"article_id": article_id, **row} for row in funding]
    return doubts


def _article(reading: PageReading, chosen: Chosen, n_authors: int, n_references: int) -> Row:
    values = chosen.values
    _settle_access(reading, chosen)
    year = values.get("year")
    row: dict[str, Any] = {
        column: values.get(column, [] if column in _LISTS else None) for column in _SCALARS
    }
    row["year"] = int(year) if isinstance(year, str) else None
    url = values.get("url")
    address = url if isinstance(url, str) else normalise.url(reading.url)
    # Without DOI and address, an article is told by what it is cited by; a title alone ("Editorial") names many.
    cited = [
        values.get(column)
        for column in ("title", "journal", "volume", "first_page", "article_number", "published")
    ]
    named = address or "|".join(str(value or "") for value in cited)
    row = {
        "article_id": f"doi:{row['doi']}"
        if row["doi"]
        else f"url:{hashlib.sha1(named.encode(), usedforsecurity=False).hexdigest()}",
        **row,
    }
    row["notices"] = [
        {"kind": notice.kind, "doi": normalise.doi(notice.doi), "date": normalise.partial_date(notice.date)}
        for notice in reading.notices
    ]
    row["n_authors"] = n_authors
    row["n_references"] = n_references
    row["url"] = address
    row["source_format"] = reading.source_format
    row["parser"] = reading.parser
    row["sources"] = {
        column: source
        for column, source in sorted(chosen.sources.items())
        if column in row or column in {"authors", "references"}
    }
    row["conflicts"] = sorted(chosen.conflicts)
    return row


def _settle_access(reading: PageReading, chosen: Chosen) -> None:
    """Licence, open access and what this fetch saw are three facts; the last says nothing of the others."""
    values, sources = chosen.values, chosen.sources
    if "license" in values:
        place = sources["license"]
        texts = [
            c.value
            for c in reading.candidates
            if c.field == "license" and c.source == place and isinstance(c.value, str)
        ]
        values["license_url"] = next((url for text in texts if (url := normalise.licence(text)[1])), None)
        sources["license_url"] = place
        if str(values["license"]).startswith(("CC-", "CC0")):
            values["is_open_access"], sources["is_open_access"] = True, place
    if "access" in values:
        return
    if reading.page_state == "article":
        values["access"] = "open" if values.get("is_open_access") else "free"
    else:
        values["access"] = "preview" if reading.page_state == "preview" else "unknown"


def _affiliations(article_id: str, authors: list[Row], registry: Registry | None) -> list[Row]:
    rows = []
    for author in authors:
        for position, name in enumerate(author["affiliations"], start=1):
            named, city, country = normalise.affiliation(name)
            body = institution(name, named, city, country, registry)
            rows.append(
                {
                    "article_id": article_id,
                    "author_position": author["position"],
                    "position": position,
                    "name": name,
                    "institution": named,
                    "city": city,
                    "country": country or (body.country if body else None),
                    "ror_id": body.id if body else None,
                }
            )
    return rows
