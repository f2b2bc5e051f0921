"""tandfonline.com: Taylor & Francis."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Tandf3(Layout):
    """The current layout: each author has a panel with addresses, e-mail and ORCID."""

    site = "tandf"
    version = 3
    seen = (2017, None)
    hosts = ("tandfonline.com",)
    marks = frozenset({"NLM_contrib-group", "itemPageRangeHistory", "contribDegrees"})
    lists = {"keywords": "div.hlFld-KeywordText li"}
    authors = "div.literatumAuthors span.contribDegrees"
    author_name = "a.author"
    author_affiliation = "span.overlay"
    correspondence = "span.corr-email"
    citation_line = "span.issue-heading, div.itemPageRangeHistory"


class Tandf2(Layout):
    """Pages up to 2016. Volume and issue stand in the window's title alone."""

    site = "tandf"
    version = 2
    seen = (2011, 2016)
    hosts = ("tandfonline.com",)
    marks = frozenset({"doiMeta", "sectionNav", "gutterSec"})
    lists = {"keywords": "ul.keywords > li"}
    authors = "a.entryAuthor"
    author_name = "span.hlFld-ContribAuthor"
    citation_line = "//title[contains(., ' - Volume ')]"
