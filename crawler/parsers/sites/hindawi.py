"""hindawi.com: Hindawi. The address stands in a paragraph of no name behind the by-line."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Hindawi1(Layout):
    """Pages up to 2017, with metas of their own and an article number instead of pages."""

    site = "hindawi"
    version = 1
    seen = (2008, 2017)
    hosts = ("hindawi.com",)
    marks = frozenset({"author_gp"})
    values = {"article_type": "div.article_type"}
    byline = "div.author_gp"
    affiliations = "div.author_gp + p"
    citation_line = "(//div[@class='author_gp'])[1]/preceding-sibling::pre"
