"""elifesciences.org: eLife. The metas have departments and institutions apart, so that two make one affiliation."""

from __future__ import annotations

from lxml import etree

from crawler.items import AuthorList, PageReading
from crawler.parsers.bylines.author_block import printed_affiliations, read_author
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import Element

_BY_LINE = Select("span.elife-article-author-item")
_NAME = Select("div.author-tooltip-name")
_AFFILIATIONS = Select("span.nlm-aff")
_CORRESPONDENCE = Select("div.author-tooltip-corresp")


class Elife1(Layout):
    """Pages up to 2017: a panel for each author, in the oldest ones as mark-up in an attribute of the name."""

    site = "elife"
    version = 1
    seen = (2012, 2017)
    hosts = ("elifesciences.org",)
    abstract_pages = False
    marks = frozenset({"elife-article-author-item", "elife-reflinks-reflink"})
    numbers_articles = True
    authors = "li.author-detail"
    author_name = "h2.author-detail-name"
    author_affiliation = "span.nlm-aff"
    corresponding = "div.author-detail-corresp"

    def read(self, document: Document, reading: PageReading) -> None:
        """Also read the panels that attributes hold."""
        super().read(document, reading)
        if any(listing.source == f"dom:{self.authors}" for listing in reading.author_lists):
            return
        authors = []
        for item in document.select(_BY_LINE):
            panel = _panel(item)
            name = _NAME.first(panel) if panel is not None else None
            if panel is not None and name is not None:
                author = read_author(panel, name, {})
                author.affiliations = printed_affiliations(_AFFILIATIONS.all(panel))
                author.is_corresponding = _CORRESPONDENCE.first(panel) is not None or None
                authors.append(author)
        if authors:
            reading.author_lists.append(AuthorList("dom:span[data-tooltip-content]", authors))


def _panel(item: Element) -> Element | None:
    """The panel that a script shows over a name."""
    markup = (item.get("data-tooltip-content") or "").lstrip("|")
    if not markup:
        return None
    return etree.fromstring(markup, etree.HTMLParser(no_network=True, remove_comments=True))
