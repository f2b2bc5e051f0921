"""The journals of Copernicus Publications, under copernicus.org or, until 2019, on hosts of their own."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Copernicus1(Layout):
    """All pages. The dates that they print first are those of the discussion paper, the metas give the article's."""

    site = "copernicus"
    version = 1
    hosts = ("copernicus.org",)
    publisher = "Copernicus"
    precedence = {"published": ("highwire", "dc", "dom")}
