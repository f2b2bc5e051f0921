"""frontiersin.org: Frontiers."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Frontiers1(Layout):
    """All pages. The online date of the metas is the day of acceptance; the day of publication is printed."""

    site = "frontiers"
    version = 1
    hosts = ("frontiersin.org",)
    numbers_articles = True
    byline = "div.authors"
    affiliations = "ul.notes > li"
