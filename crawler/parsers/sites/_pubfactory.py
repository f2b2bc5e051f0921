"""PubFactory: the platform of learned societies and university presses, with pop-ups behind the names of authors."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class PubFactory(Layout):
    """The current layout; its reference list stands once in a panel and twice in the text."""

    marks = frozenset({"contributor-details-block", "content-references-list"})
    authors = "div.contributor-details"
    author_name = "span.contributor-details-link"
    author_affiliation = "span.contributor-details-pop-up-affiliation"
    one_line_each = True
    references = "div.content-references-list div.reference"
    reference_text = "p.citationText"
