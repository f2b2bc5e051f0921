"""link.springer.com and springeropen.com."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.sites._springer_nature import CArticle
from crawler.parsers.text import text_of, text_of_all


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
    _enumeration = Select("span.ArticleCitation_Volume")
    _thanks = Select("section.Acknowledgments > p")
    _volume_and_page = re.compile(r"\w{1,6}:(?P<first_page>\w{1,8})$")

    def read(self, document: Document, reading: PageReading) -> None:
        """Also the first page behind the volume, and thanks under any heading ("Author note")."""
        super().read(document, reading)
        for element in document.select(self._enumeration):
            if found := self._volume_and_page.match(text_of(element)):
                place = "dom:span.ArticleCitation_Volume"
                reading.candidates.append(Candidate("first_page", found["first_page"], place))
        if thanks := text_of_all(document.select(self._thanks)):
            reading.candidates.append(Candidate("acknowledgements", thanks, "dom:section.Acknowledgments"))


_LABELLED = "//td[@class='labelName'][normalize-space()='{}']/following-sibling::td[1]"


class Springer0(Layout):
    """MetaPress pages of about 2005 to 2011: a table of labels and values, no metas."""

    site = "springer"
    version = 0
    seen = (2005, 2011)
    hosts = ("springerlink.com", "springerlink.metapress.com")
    marks = frozenset({"labelName", "primitiveControl"})
    values = {
        "title": "h2[class^=MPReader_Profiles_SpringerLink_Content_PrimitiveHeading]",
        "journal": _LABELLED.format("Journal"),
        "publisher": _LABELLED.format("Publisher"),
        "doi": _LABELLED.format("DOI"),
        "first_page": _LABELLED.format("Pages"),
        "published": _LABELLED.format("SpringerLink Date"),
        "abstract": "div.Abstract",
    }
    lists = {"issn": _LABELLED.format("ISSN")}
    authors = "p.AuthorGroup"
    affiliations = "//tr[td/span[@class='Affiliation']/a]"
    _issue = Select(_LABELLED.format("Issue"))
    _enumeration = re.compile(
        r"Volume (?P<volume>\S{1,8}), Numbers? (?P<issue>\S{1,8}) / (?P<issue_date>\w{3,9}, \d{4})"
    )

    def read(self, document: Document, reading: PageReading) -> None:
        """Also what the cell of the issue says: "Volume 9, Numbers 1-2 / February, 1996"."""
        super().read(document, reading)
        for cell in document.select(self._issue):
            found = self._enumeration.search(text_of(cell))
            for column, value in found.groupdict().items() if found else ():
                reading.candidates.append(Candidate(column, value, "dom:td.labelValue[Issue]"))
