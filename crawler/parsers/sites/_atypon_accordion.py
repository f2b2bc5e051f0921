"""Atypon's pages of about 2017 to 2022: authors in a by-line whose names unfold, facts of the issue in a side panel."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class AtyponAccordion(Layout):
    """The platform as most publishers had it; behind each name its addresses, marks and links unfold."""

    marks = frozenset({"loa-accordion", "loa-authors"})
    values = {"title": "h1.citation__title"}
    subtitle = "div.citation__subtitle"
    authors = "div.loa-wrapper div.accordion-tabbed__tab, div.loa-wrapper span.accordion-tabbed__tab-mobile"
    author_name = "a.author-name"
    author_affiliation = (
        ".//div[contains(@class, 'author-info')]/p[not(@class or b or preceding-sibling::p/b"
        " or starts-with(normalize-space(), 'Contribution') or starts-with(normalize-space(), 'E-mail')"
        " or starts-with(normalize-space(), 'Email') or starts-with(normalize-space(), 'Search for'))]"
    )
    corresponding = ".//i[contains(@class, 'icon-mail')] | .//p[contains(@class, 'author-type')][contains(., 'orrespond')]"
    citation_line = "div.current-issue__specifics span, div.current-issue__description"
