"""The line in which a page cites its own article: volume, issue and pages, labelled or by their places."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.items import Candidate, PageReading

#: The letter of "12a" is part of the number, the word that a label of a button adds ("35685Click") is not.
_PAGE = r"[A-Za-z]{0,4}\d{1,12}(?:\.\d{1,9})?(?:[A-Za-z](?![A-Za-z]))?"
_RANGE = rf"(?P<first>{_PAGE})(?:\s{{0,2}}[-–—‐]\s{{0,2}}(?P<last>{_PAGE}))?"
_PP = r"(?:(?:pages?|pp?\.?)\s{0,2})?"
_LABELLED = {
    "volume": re.compile(
        r"\b(?:vol(?:umen?|\.)?|v\.|bd\.?|band|jg\.?|tom[oe]?|cilt|том)\s{0,3}:?\s{0,3}(?P<value>[A-Z]{0,2}\d{1,4}[A-Z]?)\b",
        re.IGNORECASE,
    ),
    "issue": re.compile(
        r"\b(?:issue|iss\.?|no\.?|number|n[º°.]|n[uú]m(?:ero)?\.?|nr\.?|heft|fasc\.?|sayı|№)\s{0,3}:?\s{0,3}(?P<value>[A-Z]{0,2}\d{1,5}(?:[-–/]\d{1,3})?|Suppl\w{0,8}\.?\s?\d{0,2})(?!\w)",
        re.IGNORECASE,
    ),
}
_PAGES = re.compile(rf"\b(?:pages?(?:\(s\))?|pp?\.?)\s{{0,3}}:?\s{{0,3}}{_RANGE}", re.IGNORECASE)
_COLON = re.compile(rf"\bvol(?:ume|\.)?\s{{0,3}}\d{{1,4}}\s{{0,2}}:\s{{0,2}}{_RANGE}", re.IGNORECASE)
#: "Article ID 247835", "Art. no. 12", "Article number: e13"
ARTICLE_NUMBER = re.compile(
    r"\bart(?:icle|\.)\s{0,2}(?:id|no\.?|number|n[º°])\s{0,2}:?\s{0,2}(?P<value>[A-Z]{0,2}\d{1,9})\b",
    re.IGNORECASE,
)
_YEAR = r"(?:1[89]|20)\d\d"
#: Volume, issue and pages told by their places, the surest forms first.
_PLACED = tuple(
    re.compile(pattern)
    for pattern in (
        # Year first: "2024, 9, 33, 35676–35685" and "2014, 79 (3), pp 880–887"
        rf"\b{_YEAR}\s?,\s(?P<volume>\d{{1,4}})(?:\s?,\s(?P<issue>\d{{1,4}})|\s?\((?P<issue2>[\w–-]{{1,9}})\))\s?,\s{_PP}{_RANGE}",
        # Issue in brackets: "119 (42) e2208095119" and "172(7):445-452"
        rf"\b(?P<volume>\d{{1,4}})\s?\((?P<issue>[\w–-]{{1,9}})\)\s{{0,2}}[,:]?\s{{0,2}}{_PP}{_RANGE}",
        # Issue behind a colon: "2014 26:4, 811-826"
        rf"\b(?P<volume>\d{{1,4}}):(?P<issue>\d{{1,3}}),\s{{0,2}}{_PP}{_RANGE}",
        # Pages behind a colon: "172:445-452"
        r"\b(?P<volume>\d{1,4}):\s?(?P<first>[A-Za-z]{0,2}\d{1,7})\s?[-–]\s?(?P<last>[A-Za-z]{0,2}\d{1,7})\b",
        # A range of pages between volume and year: "13, 1689-1712, 2013"
        rf"\b(?P<volume>\d{{1,4}})\s?,\s(?P<first>\d{{1,6}})\s?[-–]\s?(?P<last>\d{{1,6}})\s?,\s{_YEAR}\b",
        # No issue, year last: "10, eadm9732 (2024)" and "392, 368-370 (2026)"
        rf"\b(?P<volume>\d{{1,4}})\s?,\s{{0,2}}{_RANGE}\s{{0,2}}\({_YEAR}\)",
    )
)
_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"'<>]{1,150}")
_ANY_YEAR = re.compile(rf"(?<![\d./:–-]){_YEAR}(?![\d–-])")
#: The day of publication in brackets: "470: 1-16 (12 Jan 2015)".
_DAY = re.compile(rf"\(\s?(\d{{1,2}}\s[A-Za-z]{{3,9}}\.?\s{_YEAR})\s?\)")
_DATED = frozenset({"published", "issue_date", "year"})


@dataclass(frozen=True, slots=True)
class CitationLine:
    """What a line says, as printed; None where it does not say."""

    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None


def read_citation_line(text: str) -> CitationLine:
    """Read a line such as "Vol. 10, No. 30, pp. 1–9 (2024)" or "2024, 9, 33, 35676–35685".

    Args:
        text: One citation, white space collapsed.
    """
    volume, issue = (_labelled(column, text) for column in ("volume", "issue"))
    if volume is not None:
        pages = _PAGES.search(text) or _COLON.search(text)
        return CitationLine(volume, issue, *_ends(pages))
    for pattern in _PLACED:
        found = pattern.search(text)
        if found:
            groups = found.groupdict()
            return CitationLine(
                groups["volume"], groups.get("issue") or groups.get("issue2") or issue, *_ends(found)
            )
    return CitationLine(None, issue, *_ends(_PAGES.search(text)))


def add_citation_line(text: str, source: str, reading: PageReading) -> None:
    """Add what a line says as candidates from ``source``: its year only where no better date is known."""
    doi = _DOI.search(text)
    if doi:
        reading.candidates.append(Candidate("doi", doi.group().rstrip(".,;)"), source))
    text = _DOI.sub(" ", text)
    years = set(_ANY_YEAR.findall(text))
    if len(years) == 1 and not any(candidate.field in _DATED for candidate in reading.candidates):
        reading.candidates.append(Candidate("year", years.pop(), source))
    number = ARTICLE_NUMBER.search(text)
    if number:
        reading.candidates.append(Candidate("article_number", number["value"], source))
    day = _DAY.search(text)
    if day:
        reading.candidates.append(Candidate("published", day.group(1), source))
    line = read_citation_line(text)
    for column in ("volume", "issue", "first_page", "last_page"):
        value = getattr(line, column)
        if value is not None:
            reading.candidates.append(Candidate(column, value, source))


def _labelled(column: str, text: str) -> str | None:
    found = _LABELLED[column].search(text)
    return found["value"] if found else None


def _ends(found: re.Match[str] | None) -> tuple[str | None, str | None]:
    return (found["first"], found["last"]) if found else (None, None)
