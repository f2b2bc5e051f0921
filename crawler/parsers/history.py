"""Dates that a page prints: received, revised, accepted, published, wherever a label stands before a date."""

from __future__ import annotations

from lxml import etree

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.labelled_dates import DATED_COLUMNS, labelled_dates
from crawler.parsers.sections import Section
from crawler.parsers.text import collapse

_STRING = etree.XPath("string()", smart_strings=False)
_OTHERS_WORKS = frozenset({"references", "cited_by", "boilerplate"})
#: Shorter pieces of a reference list are not worth a search for them.
_SHORTEST_CUT = 200
#: Characters that hold a page's front matter, and as many its back matter.
_MATTER = 30_000


def read_history(document: Document, sections: list[Section], reading: PageReading) -> None:
    """Add the dates that stand behind a label, outside reference lists and teasers of other articles.

    A layout that knows where they stand has read them already.
    """
    if any(c.field in DATED_COLUMNS and c.source.startswith("dom:label[") for c in reading.candidates):
        return
    have = {candidate.field for candidate in reading.candidates if candidate.source.startswith("dom:")}
    for column, date in labelled_dates(_readable(document, sections)).items():
        if column not in have:
            reading.candidates.append(Candidate(column, date, "dom:label"))


def _readable(document: Document, sections: list[Section]) -> str:
    """The page's text without references and what it says of other articles."""
    text = document.written
    for section in sections:
        if section.kind in _OTHERS_WORKS:
            for element in section.content:
                own = str(_STRING(element))
                if len(collapse(own[: 20 * _SHORTEST_CUT])) > _SHORTEST_CUT:
                    text = text.replace(own, " ", 1)
    text = collapse(text)
    if len(text) > 2 * _MATTER:
        # Dates stand in front and back matter.
        text = f"{text[:_MATTER]} {text[-_MATTER:]}"
    return text
