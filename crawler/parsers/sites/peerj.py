"""peerj.com: PeerJ and PeerJ Computer Science. Banners name the dates of preprints and reviews."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class PeerJ1(Layout):
    """All pages."""

    site = "peerj"
    version = 1
    hosts = ("peerj.com",)
    abstract_pages = False
    numbers_articles = True
    authors = "div.article-authors > span.contrib"
    author_name = "span.name"
    affiliations = "div.article-notes > div[itemtype]"
    corresponding = "a.corresp"
    history = "dl.article-dates"
