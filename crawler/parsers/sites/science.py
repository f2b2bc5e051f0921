"""science.org: Science and its sister journals."""

from __future__ import annotations

from crawler.parsers.sites._atypon import AtyponCore


class Science2(AtyponCore):
    """The current layout; the article number stands only in the line that cites the article."""

    site = "science"
    version = 2
    seen = (2021, None)
    hosts = ("science.org", "sciencemag.org")
    citation_line = "div.article_info"
