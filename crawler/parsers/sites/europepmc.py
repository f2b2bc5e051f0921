"""europepmc.org and pages of PubMed Central with the same front matter, whose metas shorten the authors' names."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class EuropePmc1(Layout):
    """Full texts of about 2008 to 2022; affiliations stand in a panel that readers open."""

    site = "europepmc"
    version = 1
    seen = (2008, 2022)
    hosts = ("europepmc.org", "ukpmc.ac.uk")
    marks = frozenset({"fm-author", "fm-affl", "content-title"})
    values = {"title": "h1.content-title, div.fm-title"}
    byline = "div.contrib-group.fm-author"
