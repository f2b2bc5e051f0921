"""BioMed Central and its journals' own hosts."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout
from crawler.parsers.sites._springer_nature import CArticle


class Bmc2(CArticle):
    """The current layout."""

    site = "bmc"
    version = 2
    seen = (2019, None)
    hosts = ("biomedcentral.com",)


class Bmc1(Layout):
    """Pages of 2012 to 2015: ``section.cit`` with the printed dates, ``#ins_container`` with the institutions."""

    site = "bmc"
    version = 1
    seen = (2012, 2015)
    hosts = ("biomedcentral.com",)
    signature = "#ins_container, #article-references, section.cit span.pseudotab"
    values = {"article_type": "#article-info-header .article-type, p.category, span.article-type"}
    references = "ol#references > li"
    correspondence = "#affiliations p.authors"
