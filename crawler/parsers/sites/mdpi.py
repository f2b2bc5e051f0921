"""mdpi.com: MDPI."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.sites._base import Layout

#: The address of an article: ISSN, volume, issue, number.
_ADDRESS = re.compile(r"mdpi\.com/\d{4}-\d{3}[\dXx]/\d{1,4}/[\w-]{1,9}/(\d{1,6})\b")


class Mdpi2(Layout):
    """The layout of 2025. Its classes say how things look; the article number stands in the address alone."""

    site = "mdpi"
    version = 2
    seen = (2025, None)
    hosts = ("mdpi.com",)
    marks = frozenset({"m-rich-text", "m-breadcrumb__item"})
    authors = "//span[@itemprop='author'][span[@itemprop='name']]"
    author_name = "span[itemprop=name]"
    affiliations = "//div[span/sup][div[@class='m-rich-text']]"
    affiliation_text = "div.m-rich-text"

    def read(self, document: Document, reading: PageReading) -> None:
        """Also read the number in the address."""
        super().read(document, reading)
        address = _ADDRESS.search(document.canonical or "")
        if address and not document.meta("citation_firstpage"):
            reading.candidates.append(Candidate("article_number", address.group(1), "url:path"))


class Mdpi1(Layout):
    """Pages up to 2025. Since about 2012 articles are numbered; before, the metas have a last page as well."""

    site = "mdpi"
    version = 1
    seen = (2010, 2025)
    hosts = ("mdpi.com",)
    numbers_articles = True
