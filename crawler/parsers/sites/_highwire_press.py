"""What journals on HighWire Press share: lists of authors, addresses and notes, and later a pop-up for each author."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class HighWirePress(Layout):
    """Pages from about 2008 to 2016, and those whose authors stand in the same lists after it."""

    marks = frozenset({"contributor-list", "affiliation-list"})
    values = {"competing_interests": "li.fn-conflict", "funding_text": "li.fn-financial-disclosure"}
    authors = "ol.contributor-list > li"
    author_name = "span.name"
    affiliations = "ol.affiliation-list > li"
    correspondence = "li.corresp"
    corresponding = "a.xref-corresp"


class HighWirePopups(Layout):
    """Pages since about 2013, on which each author's addresses stand in a pop-up."""

    marks = frozenset({"author-tooltip-name"})
    values = HighWirePress.values
    authors = "//div[div[@class='author-tooltip-name']]"
    author_name = "div.author-tooltip-name"
    author_affiliation = "div.author-affiliation, span.nlm-aff"
    correspondence = "li.corresp"
    corresponding = "li.author-corresp-email-link"
