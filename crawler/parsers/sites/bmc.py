"""BioMed Central and its journals' own hosts."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout
from crawler.parsers.sites._springer_nature import CArticle


class Bmc3(CArticle):
    """The current layout."""

    site = "bmc"
    version = 3
    seen = (2019, None)
    hosts = ("biomedcentral.com",)
    numbers_articles = True


class Bmc2(Layout):
    """Pages of about 2015 to 2019, of SpringerOpen too: affiliations are a section of their own."""

    site = "bmc"
    version = 2
    seen = (2015, 2019)
    hosts = ("biomedcentral.com", "springeropen.com")
    numbers_articles = True
    marks = frozenset({"SideBox_title", "OpenAccessLabel", "EmailAuthor"})
    values = {
        "title": "h1.ArticleTitle",
        "article_type": "div.ArticleCategory",
        "doi": "p.ArticleDOI",
        "received": "p.HistoryReceived",
        "accepted": "p.HistoryAccepted",
        "published": "p.HistoryOnlineDate",
    }
    lists = {"keywords": "span.Keyword, li.Keyword"}
    authors = "div.AuthorNames li.Author"
    author_name = "span.AuthorName"
    affiliations = "section.Affiliations div.Affiliation"
    affiliation_text = "div.AffiliationText"
    references = "ol.BibliographyWrapper > li"
    reference_text = ".CitationContent"


class Bmc1(Layout):
    """Pages of 2009 to 2015: ``section.cit`` with the printed dates, ``#ins_container`` with the institutions."""

    site = "bmc"
    version = 1
    seen = (2009, 2015)
    hosts = ("biomedcentral.com",)
    numbers_articles = True
    marks = frozenset({"#ins_container", "#article-references", "pseudotab", "#guard-page"})
    preview = "#guard-page"
    values = {
        "title": "#guard-page #topmatter h1",
        "journal": "#guard-page #topmatter em",
        "volume": "#guard-page #topmatter em + strong",
        "published": "#guard-page #topmatter span.date",
        "article_type": "span.articletype, p.category, span.article-type",
        "url": "#guard-page a.fulltext-link @href",
    }
    references = "ol#references > li"
    correspondence = "#affiliations p.authors"
