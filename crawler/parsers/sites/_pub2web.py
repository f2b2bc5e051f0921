"""Ingenta's pub2web platform: facts above the article, its text in sections whose titles are plain blocks."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Pub2web(Layout):
    """The layout with a box of meta data, and menus beside every heading of the text."""

    marks = frozenset({"item-meta-data__item-title", "item-meta-data__author-affiliations"})
    values = {
        "title": "h1.item-meta-data__item-title",
        "article_type": "h4.item-meta-data__type",
        "acknowledgements": "//div[@class='articleSection'][.//a[starts-with(@name, 'acknowledg')]]//p",
    }
    # The issue has no number in the text.
    citation_line = "h4.item-meta-data__journal-issue @title"
