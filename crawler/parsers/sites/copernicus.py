"""The journals of Copernicus Publications, under copernicus.org or, until 2019, on hosts of their own."""

from __future__ import annotations

from crawler.parsers.document import Document
from crawler.parsers.sites._base import Layout


class Copernicus1(Layout):
    """All pages. The dates that they print first are those of the discussion paper, the metas give the article's."""

    site = "copernicus"
    version = 1
    hosts = ("copernicus.org",)
    precedence = {"published": ("highwire", "dc", "dom")}

    def is_host(self, document: Document) -> bool:
        """Whether the host or the publisher that the metas name is Copernicus."""
        return super().is_host(document) or "Copernicus" in (document.meta("citation_publisher") or "")
