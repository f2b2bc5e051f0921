"""sciencedirect.com: the front matter and the references stand in the state that its scripts read."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from crawler.items import AuthorList, Candidate, PageReading, ReferenceList
from crawler.parsers.document import Document
from crawler.parsers.elsevier_xml.authors import read_authors
from crawler.parsers.elsevier_xml.references import read_references
from crawler.parsers.embedded_json import assigned_objects, json_scripts
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.sites._elsevier_state import element_of
from crawler.parsers.text import text_of

_REFERENCES = Select("ol.references > li")
_AUTHOR_PART, _TITLE_PART = Select("li.author"), Select("li.title")
_DATES = {
    "received": ("Received",),
    "revised": ("Revised",),
    "accepted": ("Accepted",),
    "published": ("Available online", "Version of Record"),
    "issue_date": ("Publication date",),
}


class ScienceDirect2(Layout):
    """Pages from about 2016 on. Their visible lists are cut short: "Section snippets" cite a part of the works."""

    site = "sciencedirect"
    version = 2
    seen = (2016, None)
    hosts = ("sciencedirect.com",)
    marks = frozenset({"author-group", "AuthorGroups", "title-text"})
    preview = "#preview-section-snippets"
    # Where the state has references, the printed list is an excerpt of them.
    precedence = {"references": ("state", "dom")}
    values = {"title": "h1 span.title-text"}
    lists = {"keywords": ".keywords-section .keyword"}
    authors = "#author-group [data-xocs-content-type=author], #author-group a[name$=-profile]"
    author_name = "span.react-xocs-alternative-link"
    references = "ol.references > li"
    reference_text = "span.reference, span.other-ref"

    def read(self, document: Document, reading: PageReading) -> None:
        """Add what the state says, and what is printed where the page was saved without it."""
        states = chain(json_scripts(document), assigned_objects(document, "__PRELOADED_STATE__"))
        for state in (state for state in states if "article" in state):
            _read_state(state, reading)
        super().read(document, reading)


class ScienceDirect1(Layout):
    """Pages of about 2010 to 2016."""

    site = "sciencedirect"
    version = 1
    seen = (2010, 2016)
    hosts = ("sciencedirect.com",)
    marks = frozenset({"authorGroup", "articleDates"})
    values = {
        "title": "h1.svTitle",
        "doi": "#ddDoi @href",
        "journal": "div.publicationHead div.title a > span",
    }
    lists = {"keywords": "ul.keyword > li"}
    authors = "ul.authorGroup > li"
    author_name = "a.authorName"
    affiliations = "ul.affiliation > li"
    references = "ol.references > li"
    history = "dl.articleDates"
    citation_line = "div.publicationHead p.volIssue"
    corresponding = "a.auth_corr"

    def read(self, document: Document, reading: PageReading) -> None:
        """Add the parts of references, which are items of a list without anything between them."""
        super().read(document, reading)
        listing = next(
            (each for each in reading.reference_lists if each.source == f"dom:{self.references}"), None
        )
        for said, item in zip(
            listing.references if listing else (), document.select(_REFERENCES), strict=False
        ):
            authors, title = _AUTHOR_PART.first(item), _TITLE_PART.first(item)
            if authors is not None:
                said.authors = [name.strip() for name in text_of(authors).split(",") if name.strip()]
            if title is not None:
                said.title = text_of(title)


def _part(state: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    part = state.get(name)
    return part if isinstance(part, Mapping) else {}


def _read_state(state: Mapping[str, Any], reading: PageReading) -> None:
    dates = _part(_part(state, "article"), "dates")
    for column, labels in _DATES.items():
        values = (dates.get(label) for label in labels)
        texts = [str(value[-1] if isinstance(value, list) else value) for value in values if value]
        if texts:
            reading.candidates.append(Candidate(column, texts[0], "state:article.dates"))
    head = element_of("head", _part(state, "authors").get("content"))
    authors = read_authors(head, head, reading.doubts)
    if authors:
        reading.author_lists.append(AuthorList("state:authors", authors))
    references = read_references(element_of("tail", _part(state, "references").get("content")))
    if references:
        reading.reference_lists.append(ReferenceList("state:references", references))
