"""onlinelibrary.wiley.com: Wiley."""

from __future__ import annotations

from crawler.parsers.sites._atypon_accordion import AtyponAccordion
from crawler.parsers.sites._base import Layout


class Wiley3(AtyponAccordion):
    """The current layout; a second by-line for small screens is cut short."""

    site = "wiley"
    version = 3
    seen = (2018, None)
    hosts = ("onlinelibrary.wiley.com", "wiley.com")


class Wiley2(Layout):
    """Pages of 2010 to 2018; who corresponds stands beside the e-mail address alone."""

    site = "wiley"
    version = 2
    seen = (2010, 2018)
    hosts = ("onlinelibrary.wiley.com", "wiley.com")
    marks = frozenset({"#authorsAffiliations", "#productTitle"})
    values = {"title": "h1.articleTitle"}
    authors = "ol#authors > li"
    affiliations = "ol#authorsAffiliations > li"
    citation_line = "#issueDetails p.articleDetails"
    correspondence = "#contactDetails"
