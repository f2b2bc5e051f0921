"""pnas.org: PNAS and PNAS Nexus's older pages."""

from __future__ import annotations

from crawler.parsers.sites._atypon import AtyponCore


class Pnas2(AtyponCore):
    """The current layout."""

    site = "pnas"
    version = 2
    seen = (2022, None)
    hosts = ("pnas.org",)
