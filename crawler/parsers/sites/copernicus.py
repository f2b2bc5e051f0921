"""The journals of Copernicus Publications, under copernicus.org or, until 2019, on hosts of their own."""

from __future__ import annotations

from crawler.items import PageReading
from crawler.parsers.document import Document
from crawler.parsers.sites._base import Layout


class _Copernicus(Layout):
    hosts = ("copernicus.org",)
    publisher = "Copernicus"
    # The dates that pages print first are those of the discussion paper, the metas give the article's.
    precedence = {"published": ("highwire", "dc", "dom")}


class Copernicus2(_Copernicus):
    """All pages but the oldest."""

    site = "copernicus"
    version = 2


class Copernicus1(_Copernicus):
    """Pages of about 2008 to 2016: a box with the citation, then title, authors and affiliations in spans."""

    site = "copernicus"
    version = 1
    seen = (2008, 2016)
    marks = frozenset({"pb_article_title", "pb_authors", "pb_citation_header"})
    values = {"title": "span.pb_article_title", "license": "span.pb_citation_header"}
    byline = "span.pb_authors"
    citation_line = "span.pb_citation_header"

    def read(self, document: Document, reading: PageReading) -> None:
        """Read as stated; an asterisk leads to an author's present address."""
        super().read(document, reading)
        for listing in reading.author_lists:
            for author in listing.authors if listing.source == f"dom:{self.byline}" else ():
                author.is_corresponding = None
