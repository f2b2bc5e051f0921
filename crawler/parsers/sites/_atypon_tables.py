"""Atypon's first platform, on which many publishers had their journals until about 2015: pages laid out in tables."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.citation_line import add_citation_line
from crawler.parsers.document import Document
from crawler.parsers.page_state import page_title
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import collapse

_JOURNAL_TITLE = Select("h1.journalTitle")
#: What the window's title ends in, behind the journal's name.
_VIEWS = frozenset({"full text", "abstract", "citation", "full text html", "extract", "first page"})
_LOCATOR = re.compile(r",\s\d{1,4}\([\w–-]{1,9}\):\s?\w{1,9}$")


class AtyponTables(Layout):
    """Front matter in loose text and tables; each section has a table with its heading and a menu of the others."""

    marks = frozenset({"arttitle", "artAuthors"})
    values = {"title": ".arttitle", "abstract": "div.abstractSection"}
    byline = "div.artAuthors > strong"
    affiliations = "div.artAuthors > p.fulltext, div.artAuthors ~ p.nospace"
    citation_line = "div.contentInfoDiv, span.black9pt"

    def read(self, document: Document, reading: PageReading) -> None:
        super().read(document, reading)
        title = page_title(document)
        *before, view = title.split(" - ")
        if before and view.casefold() in _VIEWS:
            reading.candidates.append(Candidate("journal", _LOCATOR.sub("", before[-1]), "dom:title"))
        for heading in document.select(_JOURNAL_TITLE):
            add_citation_line(collapse(heading.tail), "dom:h1.journalTitle", reading)
