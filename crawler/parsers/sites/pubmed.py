"""PubMed: records of articles, without their text and mostly without their references."""

from __future__ import annotations

import re

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import text_of

_CITATION = Select("div.rprt > div.cit")
_AUTHORS = Select("div.rprt > div.auths > a")
_LABELS = Select("div.rprt > div.afflist dt")
_ADDRESSES = Select("div.rprt > div.afflist dd")
_SOLE_ADDRESS = Select("div.rprt > div.aff > p")
#: "2013 Feb;195(3):502-9. doi: 10.5555/x. Epub 2012 Nov 21."
_NUMBERS = re.compile(
    r"(?P<issue_date>(?:19|20)\d\d[\w -]{0,16});\s?(?P<volume>[\w. ]{1,20})?(?:\((?P<issue>[^()]{1,30})\))?"
    r"(?::\s?(?P<first_page>\w{1,15})(?:-(?P<last_page>\w{1,15}))?)?"
)
_DOI = re.compile(r"\bdoi:\s?(10\.\d{4,9}/\S{1,200})")
_ONLINE = re.compile(r"\bEpub\s+((?:19|20)\d\d \w{3}(?: \d{1,2})?)")


class PubMed2(Layout):
    """The current pages, whose metas lack the links between authors and affiliations."""

    site = "pubmed"
    version = 2
    seen = (2020, None)
    hosts = ("pubmed.ncbi.nlm.nih.gov",)
    marks = frozenset({"#full-view-heading", "#article-page"})
    values = {"title": "#full-view-heading h1.heading-title"}
    authors = "#full-view-heading .authors-list-item"
    author_name = ".full-name"
    affiliations = "#full-view-expanded-authors .affiliations li, #full-view-heading .affiliations li"
    references = "#references .references-and-notes-list > li"


class PubMed1(Layout):
    """Pages of about 2011 to 2020: one line of citation instead of metas."""

    site = "pubmed"
    version = 1
    seen = (2011, 2020)
    marks = frozenset({"rprt_all"})
    values = {
        "title": "div.rprt > h1",
        "journal": "div.rprt > div.cit a @title",
        "journal_abbrev": "div.rprt > div.cit a",
        "abstract": "div.rprt > div.abstr > div",
    }

    def read(self, document: Document, reading: PageReading) -> None:
        """Add the parts of the citation line, which no element of its own holds, and the authors."""
        for line in document.select(_CITATION)[:1]:
            text = text_of(line)
            found = _NUMBERS.search(text)
            values = dict(found.groupdict()) if found else {}
            for column, pattern in (("doi", _DOI), ("published", _ONLINE)):
                if stated := pattern.search(text):
                    values[column] = stated.group(1).rstrip(".;")
            reading.candidates += [
                Candidate(column, value.strip(), "dom:div.cit") for column, value in values.items() if value
            ]
        authors = _authors(document)
        if authors:
            reading.author_lists.append(AuthorList("dom:div.auths", authors))
        super().read(document, reading)


def _authors(document: Document) -> list[AuthorSaid]:
    """Names are links, their labels stand behind them; a sole address without label is that of the first author."""
    links = document.select(_AUTHORS)
    table = {
        text_of(label): text_of(address)
        for label, address in zip(document.select(_LABELS), document.select(_ADDRESSES), strict=False)
    }
    authors = []
    for link in links:
        labels = link.getnext()
        keys = text_of(labels).split(",") if labels is not None and labels.tag == "sup" else []
        own = [table[key.strip()] for key in keys if key.strip() in table]
        authors.append(AuthorSaid(name=text_of(link), affiliations=own))
    sole = document.select(_SOLE_ADDRESS)
    if authors and len(sole) == 1:
        authors[0].affiliations = [text_of(sole[0])]
    return authors
