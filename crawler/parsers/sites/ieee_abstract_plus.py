"""ieeexplore.ieee.org before it was written by scripts: pages called "AbstractPlus", without any metas."""

from __future__ import annotations

import re

from crawler.items import AuthorList, Candidate, PageReading
from crawler.parsers.bylines.author_block import read_author
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import collapse, text_of_all

_FACTS = "p.bodyCopyBlackLargeSpaced"
_BY_LINE = Select("p > span.bodyCopyBlackLargeSpaced")
_FACT = Select(_FACTS)
_LABELLED = {
    "doi": re.compile(r"\bDigital Object Identifier:?\s{0,3}(10\.\d{4,9}/\S{1,120})"),
    "issn": re.compile(r"\bISSN:?\s{0,3}(\d{4}-\d{3}[\dXx])"),
}


class Ieee1(Layout):
    """Pages up to about 2010. Only the first author's address is printed."""

    site = "ieee"
    version = 1
    seen = (2006, 2010)
    hosts = ("ieeexplore.ieee.org",)
    marks = frozenset({"headNavBlueXLarge2", "bodyCopyBlackLargeSpaced"})
    values = {"title": "span.headNavBlueXLarge2", "journal": f"{_FACTS} a[href*='RecentIssue']"}
    lists = {"keywords": "td.bodyCopyBlackLargeSpaced blockquote a.bodyCopy"}
    citation_line = _FACTS
    history = _FACTS

    def read(self, document: Document, reading: PageReading) -> None:
        """Add the authors of the line under the title, and the facts that stand behind labels."""
        super().read(document, reading)
        facts = text_of_all(document.select(_FACT))
        for column, pattern in _LABELLED.items():
            found = pattern.search(facts)
            if found:
                reading.candidates.append(Candidate(column, found.group(1), f"dom:{_FACTS}"))
        for line in document.select(_BY_LINE):
            authors = [read_author(link, link, {}) for link in line.iter("a")]
            if authors:
                end = next((collapse(rule.tail) for rule in line.iter("br")), "")
                authors[0].affiliations += [place for part in end.split(";") if (place := part.strip())]
                reading.author_lists.append(AuthorList("dom:span.bodyCopyBlackLargeSpaced", authors))
                return
