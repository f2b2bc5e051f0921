"""Dates out of year, month and day elements: as precise as they are given, never more."""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import Final

from crawler.parsers.text import Element
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child

_MONTHS: Final = (
    "january januar janvier enero janeiro gennaio",
    "february februar février fevrier febrero fevereiro febbraio",
    "march märz maerz mrz mars marzo março",
    "april avril abril aprile",
    "may mai mayo maio maggio",
    "june juni juin junio junho giugno",
    "july juli juillet julio julho luglio",
    "august août aout agosto",
    "september septembre septiembre setiembre setembro settembre",
    "october oktober octobre octubre outubro ottobre",
    "november novembre noviembre novembro",
    "december dezember décembre decembre diciembre dezembro dicembre",
)
_NAMES: Final = tuple((name, number) for number, names in enumerate(_MONTHS, 1) for name in names.split())
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_WORD = re.compile(r"[^\W\d_]{3,12}")
_DAY_BEFORE = re.compile(r"(?<![\d:/])(\d{1,2})(?:st|nd|rd|th)?[.\s]{1,2}(?:de\s)?$")
_DAY_AFTER = re.compile(r"\.?\s(\d{1,2})(?:st|nd|rd|th)?(?![\d:/])")
_ISO = re.compile(r"(1[5-9]\d\d|20\d\d)(?:-(\d\d)(?:-(\d\d))?)?(?![\d])")


def partial_date(year: str | None, month: str | None = None, day: str | None = None) -> str | None:
    """``2020``, ``2020-03`` or ``2020-03-16``; a month or day that no calendar has is left out.

    Args:
        year: Any text with a year in it.
        month: A number or a month's name, abbreviated or not; the first of a range ("March–April") counts.
        day: A number.
    """
    found = _YEAR.search(year or "")
    if found is None:
        return None
    number = month_number(month)
    if number is None:
        return found.group()
    of_month = int(day) if day and day.strip().isascii() and day.strip().isdigit() else 0
    if not 1 <= of_month <= calendar.monthrange(int(found.group()), number)[1]:
        return f"{found.group()}-{number:02}"
    return f"{found.group()}-{number:02}-{of_month:02}"


@lru_cache(maxsize=512)
def month_number(month: str | None) -> int | None:
    """1 to 12 for "3", "03", "March", "Mar.", "März"; None for anything else."""
    text = (month or "").strip().casefold()
    if text.isascii() and text.isdigit():
        return int(text) if 1 <= int(text) <= 12 else None
    word = re.match(r"[^\W\d_]{3,12}", text)
    if word is None:
        return None
    return next((number for name, number in _NAMES if name.startswith(word.group())), None)


def iso_date(text: str | None) -> str | None:
    """The ISO date that a text starts with, cut where the calendar has no such month or day."""
    found = _ISO.match((text or "").strip())
    return partial_date(*found.groups()) if found else None


def date_of(element: Element) -> str | None:
    """The date of an element with ``year``, ``month`` and ``day`` children (or attributes of these names).

    A written-out ``string-date`` and ``iso-8601-date`` serve where the parts are missing. The attribute alone
    never adds a day to parts without one: many publishers fill it up with the first of the month.
    """
    parts = [text_of(child(element, n)) or attribute(element, n) for n in ("year", "month", "day")]
    if any(parts):
        found = partial_date(*parts)
        if found is not None:
            return found
    written = child(element, "string-date")
    if written is not None:
        inner = [text_of(child(written, n)) for n in ("year", "month", "day")]
        return partial_date(*inner) if any(inner) else written_date(text_of(written))
    return iso_date(attribute(element, "iso-8601-date")) or written_date(text_of(element))


def publication_date(online: str | None, issue: str | None) -> str | None:
    """The date online where there is one; that of the issue for an article that was put online long after it.

    Publishers date what they digitised later by the day of digitising, decades after the issue.
    """
    if online is None or issue is None:
        return online or issue
    return issue if int(online[:4]) - int(issue[:4]) > 1 else online


def written_date(text: str) -> str | None:
    """The date in words or in ISO form that a short text holds ("26 May 1988", "August 2024"), else None."""
    if (iso := iso_date(text)) is not None:
        return iso
    for word in _WORD.finditer(text):
        if month_number(word.group()) is not None:
            day = _DAY_BEFORE.search(text[: word.start()]) or _DAY_AFTER.match(text, word.end())
            return partial_date(text, word.group(), day.group(1) if day else None)
    return partial_date(text)
