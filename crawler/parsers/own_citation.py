"""Volume, issue and pages from the lines in which a page cites its own article, where metas do not give them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.items import Candidate, PageReading
from crawler.parsers.bylines.lines_behind import lines_behind
from crawler.parsers.citation_line import ARTICLE_NUMBER, CitationLine, read_citation_line
from crawler.parsers.document import Document
from crawler.parsers.sections.headings import section_kind
from crawler.parsers.text import collapse

#: Characters of a page in which it cites itself, and the longest line that does.
_FRONT = 15_000
_LONGEST = 420
#: A line that has nothing of the article but places is no longer, and begins with them or a date.
_BARE = 110
_LABEL_FIRST = re.compile(
    r"^(?:[\w .,/-]{0,40}[,;|(–-]\s?)?(?:vol(?:ume)?\b|v\.\s?\d|band\b|pages?\b|pp\b|article (?:id|no|number)\b|art\. no)",
    re.IGNORECASE,
)
_PAGES = re.compile(r"(?:\bpages?|\bpp)\b\.?\s{0,2}:?\s{0,2}(?=[A-Za-z]{0,3}\d)", re.IGNORECASE)
_ADDRESS = re.compile(r"(?:https?://|doi:?\s?|(?<!\w)10\.\d{4,9}/)[^\s]{1,200}", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.-])(?:1[89]|20)\d\d(?![\d-])")
_ANY_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
#: Lines about something else than this article, and kinds of headings behind which all are.
_ELSEWHERE = re.compile(
    r"\b(?:current issue|latest issue|this issue|previous|next|all issues|browse|archives?|cited|citing|erratum|corrected|retracted|supplement to)\b",
    re.IGNORECASE,
)
_ENDS = frozenset({"references", "body", "cited_by"})
_COLUMNS = ("volume", "issue", "first_page", "last_page")
_DATED = ("published", "issue_date", "year")
_SHORTEST_NAME = 6
_WORDS = re.compile(r"[^\W_]+")
_MOST_DOIS, _BEFORE_DOI = 6, 120


def read_own_citation(document: Document, reading: PageReading) -> None:
    """Add the places that no other source has, from lines that agree with what the others say of the article."""
    known = {column: _stated(reading, column) for column in (*_COLUMNS, "article_number")}
    if known["volume"] and (known["first_page"] or known["article_number"]):
        return
    years = {
        year for column in _DATED if (value := _stated(reading, column)) for year in _ANY_YEAR.findall(value)
    }
    names = [
        key
        for column in ("doi", "journal", "journal_abbrev")
        if (value := _stated(reading, column)) and len(key := _key(value)) >= _SHORTEST_NAME
    ]
    title = _key(_stated(reading, "title") or "")
    for line in (*_front_lines(document), *_lines_with_doi(document, _stated(reading, "doi"))):
        said = _places(line, title, names, years, known["volume"])
        if said is None or any(
            known[column] and getattr(said, column) and known[column] != getattr(said, column)
            for column in ("volume", "first_page")
        ):
            continue
        number = ARTICLE_NUMBER.search(line)
        found = [(column, getattr(said, column)) for column in _COLUMNS]
        found.append(("article_number", number["value"] if number else None))
        for column, value in found:
            if value and not known[column]:
                known[column] = value
                reading.candidates.append(Candidate(column, value, "dom:line[citation]"))
        if not years and (stated := set(_YEAR.findall(_ADDRESS.sub(" ", line)))) and len(stated) == 1:
            years = stated
            reading.candidates.append(Candidate("year", next(iter(stated)), "dom:line[citation]"))
        if known["volume"] and (known["first_page"] or known["article_number"]):
            return


def _front_lines(document: Document) -> Iterator[str]:
    """Lines up to the text or the references, as long as one that cites an article may be."""
    body = next(document.root.iter("body"), None)
    if body is None:
        return
    lines = lines_behind(body, "", is_tail=False, limit=_FRONT)
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        # In menus, one name follows the other.
        if len(line) < _BARE < len(following) and section_kind(line) in _ENDS:
            return
        if len(line) <= _LONGEST and any(map(str.isdigit, line)):
            yield line


def _lines_with_doi(document: Document, doi: str | None) -> Iterator[str]:
    """What stands before the article's own DOI, wherever the page prints it, as in a citation to be copied."""
    bare = doi[max(0, doi.find("10.")) :] if doi else ""
    place = -1
    for _ in range(_MOST_DOIS if bare else 0):
        place = document.text.find(bare, place + 1)
        if place < 0:
            return
        yield document.text[max(0, place - _BEFORE_DOI) : place + len(bare)]


def _places(
    line: str, title: str, names: list[str], years: set[str], volume: str | None
) -> CitationLine | None:
    """What a line says, if it is about this article.

    Then it names the journal or the DOI, or says nothing but places, or has the volume and the year that the page states elsewhere.
    """
    if _ELSEWHERE.search(line):
        return None
    key = _key(line)
    plain = collapse(_ADDRESS.sub(" ", line))
    is_named = any(name in key for name in names)
    if len(title) >= _SHORTEST_NAME and title in key:
        if not is_named:
            return None
        # A title may have figures of its own.
        plain = plain[max(0, plain.casefold().rfind(title.rsplit(maxsplit=1)[-1])) :]
    stated = set(_YEAR.findall(plain))
    if stated and years and not stated & years:
        return None
    said = read_citation_line(plain)
    if said.volume is None and not _PAGES.search(plain) and not ARTICLE_NUMBER.search(plain):
        return None
    is_short = len(plain) <= _BARE
    agrees = said.volume is not None and said.volume == volume and bool(stated & years)
    return said if is_named or (is_short and (agrees or _is_bare(plain))) else None


def _is_bare(line: str) -> bool:
    """Whether a line begins with a label of places, or is places alone ("119 (42) e2208095119")."""
    return _LABEL_FIRST.match(line) is not None or not re.search(r"[^\W\d_]{4}", line)


def _stated(reading: PageReading, column: str) -> str | None:
    values = (
        candidate.value.strip()
        for candidate in reading.candidates
        if candidate.field == column and isinstance(candidate.value, str)
    )
    return next((value for value in values if value.strip("0-–")), None)


def _key(text: str) -> str:
    return " ".join(_WORDS.findall(text.casefold()))
