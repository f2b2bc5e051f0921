"""projecteuclid.org: journals of mathematics and statistics."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class ProjectEuclid1(Layout):
    """Pages since 2020. Keywords and subject classes are words that start a search."""

    site = "projecteuclid"
    version = 1
    seen = (2020, None)
    hosts = ("projecteuclid.org",)
    preview = ".PurchaseContentPanelDefault"
    values = {"published": "//div[starts-with(normalize-space(), 'First available in Project Euclid')]"}
    lists = {"keywords": "//span[contains(@onclick, '/search?keyword=')]"}
