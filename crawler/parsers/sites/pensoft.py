"""The journals of Pensoft, each on a host of its own under pensoft.net."""

from __future__ import annotations

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import collapse

_KEYWORDS = Select("meta[name=keywords]")


class Pensoft1(Layout):
    """Pages of about 2013 to 2017. The text is in a frame; the metas write the day before the month, in figures."""

    site = "pensoft"
    version = 1
    seen = (2013, 2017)
    hosts = ("pensoft.net",)
    marks = frozenset({"#article-id", "P-Article-Content-Wrapper", "#articleIframe"})
    values = {"abstract": "meta[name=description] @content"}
    citation_line = "#article-id"

    def read(self, document: Document, reading: PageReading) -> None:
        """Add the keywords of a meta that has one on each line."""
        super().read(document, reading)
        lines = [
            line for meta in document.select(_KEYWORDS) for line in (meta.get("content") or "").split("\n")
        ]
        words = tuple(word for line in lines if (word := collapse(line)))
        if words:
            reading.candidates.append(Candidate("keywords", words, "dom:meta[name=keywords]"))
