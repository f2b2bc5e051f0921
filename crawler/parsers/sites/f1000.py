"""F1000Research and the platforms built like it."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class F1000v1(Layout):
    """All pages. They print the dates of all versions and the names of reviewers; the metas are of this version."""

    site = "f1000"
    version = 1
    hosts = ("f1000research.com", "wellcomeopenresearch.org", "gatesopenresearch.org", "hrbopenresearch.org")
    abstract_pages = False
    values = {
        "article_number": "meta[name=citation_publication_number] @content",
        "abstract": "p.article-abstract, div.article-abstract",
    }
    precedence = {"published": ("highwire", "dc", "dom"), "authors": ("highwire", "microdata", "dom")}
    byline = "//div[contains(concat(' ', @class, ' '), ' authors ')][not(ancestor::*[contains(@class, 'corresponding')])]"
    affiliations = "div.expanded-details.affiliations"
    correspondence = "div.corresponding-author-container div.authors"
