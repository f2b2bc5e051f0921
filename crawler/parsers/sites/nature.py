"""nature.com: Nature and its sister journals."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout
from crawler.parsers.sites._springer_nature import CArticle


class Nature3(CArticle):
    """The current layout."""

    site = "nature"
    version = 3
    seen = (2019, None)
    hosts = ("nature.com",)


class Nature2(Layout):
    """The schema.org microdata layout."""

    site = "nature"
    version = 2
    seen = (2016, 2020)
    hosts = ("nature.com",)
    abstract_pages = False
    open_access = "[data-test=open-access]"
    marks = frozenset({"js-ref-item", "article-item__title", "article__title", "tighten-line-height"})
    values = {
        "title": "h1[itemprop=headline], h1[itemprop='name headline'], h1.article-item__title",
        "article_number": "span[itemprop=articleNumber]",
        "article_type": "p[data-test=article-category], span[data-test=article-category]",
    }
    lists = {"keywords": "a[itemprop=about], .article-subjects a"}
    authors = "li[itemprop=author]"
    author_name = "[itemprop=name], a[data-track-label], .js-smooth-scroll"
    affiliations = "#author-affiliations li[id], ol.affiliations > li"
    affiliation_text = "h3, h4, .affiliation__address"
    references = "li[itemprop=citation]"
    reference_text = "p[id^=ref-]"
    correspondence = "#corresponding-author-list, p[data-test=correspondence]"


class Nature1(Layout):
    """Pages of about 2010 to 2016, with ``dl.citation`` and a heading of each section that folds."""

    site = "nature"
    version = 1
    seen = (2010, 2016)
    hosts = ("nature.com",)
    marks = frozenset({"article-heading", "citation-authors", "#articlenav"})
    values = {
        "title": "h1.article-heading",
        "journal": "dl.citation dd.journal-title",
        "volume": "dl.citation dd.volume",
        "doi": "dl.citation dd.doi",
        "article_number": "dl.citation dt.seq + dd.page",
        "abstract": "#first-paragraph, #abstract .content",
    }
    lists = {"keywords": "div.article-keywords li"}
    authors = "ul.authors > li.vcard, ul.authors > li"
    author_name = ".fn, a.name"
    affiliations = "ol.affiliations > li, ul.affiliations > li"
    affiliation_text = "h3"
    references = "ol.references > li"
    correspondence = "ul.correspondence, p.correspondence"
