"""link.springer.com and springeropen.com."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout
from crawler.parsers.sites._springer_nature import CArticle


class Springer3(CArticle):
    """The current layout. Its subject list is machine-learned; printed keywords stand at the end of the page."""

    site = "springer"
    version = 3
    seen = (2019, None)
    hosts = ("link.springer.com", "springeropen.com")
    marks = frozenset({"c-article-title", "c-article-references", "c-article-body"})


class Springer2(Layout):
    """Pages of about 2013 to 2020."""

    site = "springer"
    version = 2
    seen = (2013, 2020)
    hosts = ("link.springer.com",)
    marks = frozenset({"main-context__container", "#authorsandaffiliations", "article-dates__first-online"})
    values = {
        "title": "h1.ArticleTitle, h1.ChapterTitle",
        "article_type": "span.test-render-category, .ArticleCategory",
        "published": ".article-dates__first-online, span.first-online, time[itemprop=datePublished]",
        "doi": "#doi-url, p.doi span.value",
    }
    lists = {"keywords": "span.Keyword"}
    authors = (
        "#authorsandaffiliations ul.test-contributor-names > li, #author-affiliations li[itemprop=author]"
    )
    author_name = ".authors-affiliations__name, [itemprop=name], .author-name"
    affiliations = "ol.test-affiliations > li.affiliation, ol.affiliations > li"
    references = "ol.BibliographyWrapper > li.Citation"
    reference_text = ".CitationContent"


class Springer1(Layout):
    """Pages of about 2011 to 2013: names in ``span.AuthorName``, no metas."""

    site = "springer"
    version = 1
    seen = (2011, 2013)
    hosts = ("link.springer.com",)
    marks = frozenset({"ContactAuthorLine", "ArticleCitation_Year"})
    values = {
        "title": "h1.ArticleTitle",
        "journal": "span.JournalTitle",
        "volume": "span.ArticleCitation_Volume strong",
        "doi": "p.ArticleDOI",
        "published": "span.HistoryOnlineDate span.HistoryDate",
        "received": "span.HistoryReceived span.HistoryDate",
        "accepted": "span.HistoryAccepted span.HistoryDate",
    }
    lists = {"keywords": "span.Keyword"}
    authors = "div.AuthorNames span.Author"
    author_name = "span.AuthorName"
    affiliations = "div.Affiliations div.Affiliation"
    affiliation_text = "div.AffiliationText"
    references = "ol.BibliographyWrapper > li"
    reference_text = ".CitationContent"
    correspondence = "div.Contacts"


_LABELLED = "//td[@class='labelName'][normalize-space()='{}']/following-sibling::td[1]"


class Springer0(Layout):
    """MetaPress pages of about 2005 to 2011: a table of labels and values, no metas."""

    site = "springer"
    version = 0
    seen = (2005, 2011)
    hosts = ("springerlink.com", "springerlink.metapress.com")
    marks = frozenset({"labelName", "primitiveControl"})
    values = {
        "title": "//table//h2[starts-with(@class, 'MPReader_Profiles_SpringerLink_Content_PrimitiveHeading')]",
        "journal": _LABELLED.format("Journal"),
        "publisher": _LABELLED.format("Publisher"),
        "doi": _LABELLED.format("DOI"),
        "first_page": _LABELLED.format("Pages"),
        "published": _LABELLED.format("SpringerLink Date"),
        "abstract": "div.Abstract",
    }
    authors = "p.AuthorGroup"
    affiliations = "//tr[td/span[@class='Affiliation']/a]"
