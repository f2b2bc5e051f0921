"""arXiv: the abstract pages have metas; the papers in HTML, as LaTeXML writes them, have none."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import Element, text_of

#: The number in the paper's own address, and in links to its other forms, which are relative.
_NUMBER = re.compile(r"(?:^|arxiv\.org)/(?:html|abs|pdf)/(\d{4}\.\d{4,5}(?:v\d{1,2})?)")
_OWN_LINK = re.compile(r"^/(?:html|abs|pdf)/\d")
_LABEL = re.compile(r"\[|\d{1,4}\W{0,2}$")
_AUTHORS = Select("div.ltx_authors > span.ltx_role_author")
_BREAK = Select("br")
_ADDRESS = Select("span.ltx_role_affiliation")
_REFERENCES = "li.ltx_bibitem"
_WORKS = Select(_REFERENCES)
_PARTS = {
    "title": Select("span.ltx_bib_title"),
    "container_title": Select("span.ltx_bib_journal"),
    "volume": Select("span.ltx_bib_volume"),
    "publisher": Select("span.ltx_bib_publisher"),
}


class LatexML1(Layout):
    """``ltx_*`` classes, on arxiv.org and on the mirrors that convert its papers."""

    site = "arxiv"
    version = 1
    seen = (2018, None)
    marks = frozenset({"ltx_document", "ltx_title_document"})
    abstract_pages = False
    values = {
        "title": "h1.ltx_title_document",
        "published": "div.ltx_dates",
        "abstract": "div.ltx_abstract > p.ltx_p",
    }
    # An element with line breaks holds the whole byline, not one name.
    authors = (
        "//div[contains(@class, 'ltx_authors')]/span[contains(@class, 'ltx_role_author')]"
        "[span[@class='ltx_personname'][not(.//br)]]"
    )
    author_name = "span.ltx_personname"
    references = _REFERENCES

    def read(self, document: Document, reading: PageReading) -> None:
        """Add the paper's number from its addresses, and what the parts of authors and works are called."""
        links = (link.get("href") or "" for link in document.elements("a"))
        addresses = (document.url, document.canonical, next(filter(_OWN_LINK.match, links), None))
        numbers = (found.group(1) for address in addresses if (found := _NUMBER.search(address or "")))
        reading.candidates += [Candidate("article_number", number, "url:arxiv") for number in numbers]
        super().read(document, reading)
        self._name_parts(document, reading)

    def _name_parts(self, document: Document, reading: PageReading) -> None:
        items = [item for item in document.select(_AUTHORS) if _BREAK.first(item) is None]
        for listing in reading.author_lists:
            if listing.source == f"dom:{self.authors}" and len(listing.authors) == len(items):
                for said, item in zip(listing.authors, items, strict=True):
                    said.affiliations = [_address(node) for node in _ADDRESS.all(item)]
        works = document.select(_WORKS)
        for references in reading.reference_lists:
            if references.source == f"dom:{self.references}":
                # A list that was printed twice is there once.
                for work, element in zip(references.references, works, strict=False):
                    work.raw = text_of(element, _beside_work) or None
                    for name, select in _PARTS.items():
                        if (part := select.first(element)) is not None:
                            setattr(work, name, text_of(part).rstrip(" .,"))


def _address(node: Element) -> str:
    parts = [text for child in node if (text := text_of(child).strip(" ,"))]
    return ", ".join(parts) or text_of(node).strip(" ,")


def _beside_work(node: Element) -> bool:
    """The places that cite a work, and its label where that is a number or a code in brackets."""
    css = node.get("class") or ""
    return "ltx_bib_cited" in css or ("ltx_tag_bibitem" in css and _LABEL.match(text_of(node)) is not None)
