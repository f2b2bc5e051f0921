"""bioRxiv and medRxiv. Their publication date is a placeholder in the metas; the day a version was posted is printed."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout
from crawler.parsers.sites._highwire_press import HighWirePress

_PRECEDENCE = {"published": ("dom", "dc", "highwire")}


class Biorxiv2(Layout):
    """Pages with a pop-up for each author."""

    site = "biorxiv"
    version = 2
    seen = (2018, None)
    hosts = ("biorxiv.org", "medrxiv.org")
    marks = frozenset({"author-tooltip-name"})
    precedence = _PRECEDENCE
    authors = "//div[div[@class='author-tooltip-name']]"
    author_name = "div.author-tooltip-name"
    author_affiliation = "div.author-affiliation"


class Biorxiv1(HighWirePress):
    """Pages with lists of authors and addresses, or with neither."""

    site = "biorxiv"
    version = 1
    seen = (2013, None)
    hosts = ("biorxiv.org", "medrxiv.org")
    marks = frozenset()
    precedence = _PRECEDENCE
