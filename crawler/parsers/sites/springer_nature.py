"""Pages in Springer Nature's current layout that do not say which of its sites they are from."""

from __future__ import annotations

from crawler.parsers.sites._springer_nature import CArticle


class SpringerNature1(CArticle):
    """A saved page without its address, or a mirror."""

    site = "springer-nature"
    version = 1
    seen = (2019, None)
