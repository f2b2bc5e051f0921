"""Notices about an article: that it was retracted, corrected, or is under an expression of concern."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from crawler.items import NoticeSaid, PageReading
from crawler.parsers.document import Document
from crawler.parsers.labelled_dates import DATE
from crawler.parsers.sections.sections import Section
from crawler.parsers.text import Element, text_of, written_of

#: Words → kind, most serious first. The kinds are those of Crossref's "update types", shortened.
_KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("retraction", re.compile(r"\bretract(?:ion|ed)\b", re.IGNORECASE)),
    ("withdrawal", re.compile(r"\bwithdraw(?:al|n)\b", re.IGNORECASE)),
    ("concern", re.compile(r"\bexpression of concern\b", re.IGNORECASE)),
    ("correction", re.compile(r"\b(?:correction|erratum|corrigendum|errata|corrected)\b", re.IGNORECASE)),
    ("addendum", re.compile(r"\baddendum\b", re.IGNORECASE)),
)
#: Sections about other works.
_OTHERS = frozenset({"references", "cited_by"})
#: What a notice says of *this* article.
_ABOUT_THIS = re.compile(
    r"(?:to|of|for|about) (?:this|the original) (?:article|paper|work|letter|review)|this (?:article|paper) (?:has been|was|is)"
    r"|(?:was|has been|have been) (?:published|posted|retracted|withdrawn|corrected)|the original article has been"
    r"|(?:article|paper) has (?:been|an?) (?:retracted|corrected|withdrawn|corrections?|erratum)",
    re.IGNORECASE,
)
_TITLE = re.compile(r"^\W{0,3}(?:retracted(?: article)?|withdrawn)\s*[:\])]", re.IGNORECASE)
_HEADING = re.compile(
    r"^(?:change history|changes?|corrections?|corrections and retractions|notices?|updates?|version history)\W*$",
    re.IGNORECASE,
)
_DOI = re.compile(r"10\.\d{4,9}/[^\s\"'?#]+")
_DATE = re.compile(DATE, re.IGNORECASE)
_LONGEST = 600
#: No article has more notices.
_MOST = 50
#: The same with the white space of the markup.
_LONGEST_WRITTEN = 4 * _LONGEST
_BLOCKS = frozenset({"p", "li", "div", "section", "aside", "td"})


def read_notices(
    document: Document, sections: list[Section], own_doi: str | None, reading: PageReading
) -> None:
    """Add the notices that the title, a history section or a banner states."""
    title = next((str(c.value) for c in reading.candidates if c.field == "title"), "")
    blocks = [
        (block, section.heading)
        for section in sections
        if _HEADING.match(section.heading)
        for element in section.content
        for block in _blocks(element)
    ]
    blocks += [(block, "") for block in _banners(document, sections)]
    dated = ""
    for block, heading in blocks:
        if len(reading.notices) >= _MOST:
            break
        text = text_of(block)
        if len(text) > _LONGEST:
            continue
        kind = _kind(text)
        if kind is None:
            # A history prints the day above the notice.
            dated = text if _DATE.search(text) else dated
        elif _ABOUT_THIS.search(text) or heading:
            _add(
                reading,
                kind,
                _target(block, own_doi),
                _first_date(text) or _first_date(dated),
                "history" if heading else "banner",
            )
            dated = ""
    if _TITLE.match(title) and not any(
        notice.kind in {"retraction", "withdrawal"} for notice in reading.notices
    ):
        reading.notices.append(
            NoticeSaid("dom:title", "retraction" if "etract" in title.lower() else "withdrawal")
        )


def _banners(document: Document, sections: list[Section]) -> Iterator[Element]:
    """Short blocks about this article that link to a notice; what a reference list says is about others."""
    others = {
        link
        for section in sections
        if section.kind in _OTHERS
        for element in section.content
        for link in element.iter("a")
    }
    seen: set[Element] = set()
    for href, link in document.links:
        # Links into the page's own parts are many, and never the notice's.
        if "#" in href or ("/10." not in href and not _may_name_notice(written_of(link))):
            continue
        block = None if link in others else _block_of(link)
        if block is None or block in seen:
            continue
        seen.add(block)
        words = written_of(block)
        if (
            len(words) < _LONGEST_WRITTEN
            and _may_name_notice(words)
            and _ABOUT_THIS.search(text_of(block)[:_LONGEST])
        ):
            yield block


@lru_cache(maxsize=1024)
def _may_name_notice(words: str) -> bool:
    """Whether a text may be that of a notice; most pages have a few link texts many times."""
    return _kind(words) is not None


def _kind(text: str) -> str | None:
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), None)


def _add(reading: PageReading, kind: str, doi: str | None, date: str | None, place: str) -> None:
    for notice in reading.notices:
        if notice.kind == kind and (notice.doi == doi or doi is None or notice.doi is None):
            notice.doi, notice.date = notice.doi or doi, notice.date or date
            return
    reading.notices.append(NoticeSaid(f"dom:{place}", kind, doi, date))


def _blocks(element: Element) -> list[Element]:
    inner = list(element.iter("p", "li", "h3", "h4", "dt", "dd"))
    return inner or [element]


def _block_of(link: Element) -> Element | None:
    node = link.getparent()
    while node is not None and node.tag not in _BLOCKS:
        node = node.getparent()
    return node


def _target(block: Element, own_doi: str | None) -> str | None:
    for link in block.iter("a"):
        found = _DOI.search((link.get("href") or "").replace("%2F", "/").replace("%2f", "/"))
        if found and found.group().lower() != own_doi:
            return found.group()
    found = _DOI.search(text_of(block))
    return found.group().rstrip(".,;)") if found and found.group().rstrip(".,;)").lower() != own_doi else None


def _first_date(text: str) -> str | None:
    found = _DATE.search(text)
    return found.group() if found else None
