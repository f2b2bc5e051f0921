"""Where an article stands: pages or an article number, the dates in order, and the year of its volume."""

from __future__ import annotations

import re

from crawler.items import Doubt
from pipelines import normalise
from pipelines.scalars import Chosen

_INTERNAL = re.compile(r"^[A-Za-z]{0,5}\d{6,}$")


def settle_pages(chosen: Chosen) -> None:
    """Tell pages from article numbers.

    ``citation_firstpage`` is the article number or an internal id on many online-only journals (zotero/translators#3457
    for Springer Nature), and PDF page numbers are offered as pages beside it. An article number thus takes the place
    of both. Without one, a first page alone that cannot be a page is an article number.
    """
    values, sources = chosen.values, chosen.sources
    first, last, number = (
        _str(values.get(column)) for column in ("first_page", "last_page", "article_number")
    )
    if first and last is None and re.search(r"[-–—]", first):
        first, last = normalise.page_range(first)
    if number is None and first and (last is None or last == first) and _is_number(first, chosen):
        number = first
        sources["article_number"] = sources.get("first_page", "")
    if number is not None:
        if not _are_real_pages(first, last, number):
            first = last = None
        for column in ("first_page", "last_page"):
            chosen.conflicts.pop(column, None)
    elif first:
        first, last = normalise.pages(first, last)
    for column, value in (("first_page", first), ("last_page", last), ("article_number", number)):
        if value:
            values[column] = value
        else:
            values.pop(column, None)
            sources.pop(column, None)


def _are_real_pages(first: str | None, last: str | None, number: str) -> bool:
    """Pages beside an article number are the journal's only if they are a range that does not start at 1."""
    if not first or not last or first == number:
        return False
    return first.isdigit() and last.isdigit() and int(first) > 1 and int(last) > int(first)


def _is_number(first: str, chosen: Chosen) -> bool:
    if normalise.looks_like_article_number(first, None) or _INTERNAL.match(first):
        return True
    doi = _str(chosen.values.get("doi")) or ""
    volume = _str(chosen.values.get("volume"))
    if volume and doi.endswith((f"-{volume}-{first}", f".{volume}.{first}")):
        return True
    issue = _str(chosen.values.get("issue"))
    if (
        volume
        and issue
        and re.search(rf"\D{re.escape(volume)}0?{re.escape(issue)}0*{re.escape(first)}$", doi)
    ):
        return True
    return len(first) > 2 and bool(re.search(rf"\D0*{re.escape(first.lower())}$", doi))


def settle_dates(chosen: Chosen) -> list[Doubt]:
    """Fill ``year`` and doubt dates that stand in an impossible order (received ≤ accepted ≤ published)."""
    values = chosen.values
    # The year under which a work is cited is that of its issue, where the page tells the two apart.
    for column in ("year", "issue_date", "published"):
        year = normalise.year(_str(values.get(column)))
        if year is not None:
            values["year"], chosen.sources["year"] = str(year), chosen.sources[column]
            break
    if "year" in values and not ("published" in values or "issue_date" in values):
        # The year in the page's own citation is all that it says of its publication.
        values["published"], chosen.sources["published"] = values["year"], chosen.sources["year"]
    doubts: list[Doubt] = []
    for earlier, later in (("received", "accepted"), ("received", "published"), ("accepted", "published")):
        one, other = _str(values.get(earlier)), _str(values.get(later))
        if one and other:
            length = min(len(one), len(other))
            if one[:length] > other[:length]:
                doubts.append(Doubt("suspicious_date", later, f"{earlier} {one} is after {later} {other}"))
    return doubts


def _str(value: object) -> str | None:
    return value if isinstance(value, str) else None
