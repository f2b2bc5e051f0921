"""Journals on Open Journal Systems, each on a host of its own."""

from __future__ import annotations

from crawler.parsers.document import Document
from crawler.parsers.sites._base import Layout


class Ojs3(Layout):
    """Version 3 of the software, since 2016. The issue's name has the volume, which metas may lack."""

    site = "ojs"
    version = 3
    seen = (2016, None)
    marks = frozenset({"obj_article_details", "page_article"})
    values = {"title": "article.obj_article_details h1.page_title"}
    subtitle = "article.obj_article_details h2.subtitle"
    authors = "article.obj_article_details ul.authors > li"
    author_name = "span.name"
    author_affiliation = "span.affiliation"
    citation_line = (
        "article.obj_article_details div.issue a.title, article.obj_article_details div.issue .value > a"
    )
    history = "article.obj_article_details div.published"


class Ojs2(Layout):
    """Version 2, whose pages archives hold."""

    site = "ojs"
    version = 2
    seen = (2005, 2020)
    values = {"title": "#articleTitle"}
    lists = {"keywords": "#articleSubject > div"}
    byline = "#authorString"
    citation_line = "#breadcrumb a[href*='/issue/view/']"

    def is_marked(self, document: Document) -> bool:
        """Whether the page says that this software made it, and has its element for the authors."""
        generator = document.meta("generator") or ""
        return generator.startswith("Open Journal Systems 2") and document.has_mark({"#authorString"})
