"""Dates that a page prints: received, revised, accepted, published, wherever a label stands before a date."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.labelled_dates import DATED_COLUMNS, labelled_dates
from crawler.parsers.sections.sections import Section
from crawler.parsers.text import collapse, written_of

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


def _others(text: str, sections: list[Section]) -> Iterator[tuple[int, int]]:
    """Where in a page's text the sections about other works stand; each is looked for behind the one before."""
    start = 0
    for section in sections:
        place = start
        for element in section.content if section.kind in _OTHERS_WORKS else ():
            own = written_of(element)
            if len(collapse(own[: 20 * _SHORTEST_CUT])) > _SHORTEST_CUT:
                found = text.find(own, place)
                found = found if found >= 0 else text.find(own)
                if found >= 0:
                    start = found if place == start else start
                    place = found + len(own)
                    yield found, place


def _readable(document: Document, sections: list[Section]) -> str:
    """The page's text without references and what it says of other articles."""
    text = document.written
    kept, end = [], 0
    for first, last in sorted(_others(text, sections)):
        kept.append(text[end:first])
        end = max(end, last)
    text = collapse(" ".join([*kept, text[end:]]))
    if len(text) > 2 * _MATTER:
        # Dates stand in front and back matter.
        text = f"{text[:_MATTER]} {text[-_MATTER:]}"
    return text
