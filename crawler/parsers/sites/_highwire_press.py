"""What journals on HighWire Press share: one list of authors, one of addresses, one of notes on correspondence."""

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
