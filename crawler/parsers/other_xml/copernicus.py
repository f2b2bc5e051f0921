"""Copernicus' own metadata files: one ``article`` with the fields of its landing page, HTML inside as text."""

from __future__ import annotations

from lxml import html as lxml_html

from crawler.items import AuthorList, AuthorSaid, PageReading, ReferenceList, ReferenceSaid
from crawler.parsers.text import Element
from crawler.parsers.text import text_of as page_text
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.dates import iso_date
from crawler.parsers.xml_reading.identifiers import find_orcid
from crawler.parsers.xml_reading.references import read_link, read_text, tidied
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, local


def is_copernicus(root: Element) -> bool:
    """Whether the tree is such a file."""
    return local(root) == "article" and child(root, "journal", "journal_title") is not None


def read_copernicus(root: Element, url: str | None) -> PageReading:
    """Everything that the file says about its article; it never holds the text itself."""
    said = Candidates("xml")
    journal = child(root, "journal")
    for column, holder, name in (
        ("doi", root, "doi"),
        ("url", root, "article_url"),
        ("journal", journal, "journal_title"),
        ("volume", journal, "volume_number"),
        ("issue", journal, "issue_number"),
        ("first_page", root, "start_page"),
        ("last_page", root, "end_page"),
        ("article_number", root, "article_number"),
    ):
        said.text(
            column, text_of(child(holder, name)), f"{local(holder) if holder is not None else ''}/{name}"
        )
    said.text("language", attribute(root, "language"), "article/@language")
    said.text("title", _html_text(child(root, "article_title")), "article/article_title")
    said.text("abstract", _html_text(child(root, "abstract")), "article/abstract")
    said.texts("issn", (text_of(node) for node in children(journal, "issn", "eissn")), "journal/issn")
    said.text("published", iso_date(text_of(child(root, "publication_date"))), "article/publication_date")
    reading = PageReading("abstract", "xml", "copernicus-xml@1", url, said.said)
    authors = _authors(root)
    if authors:
        reading.author_lists.append(AuthorList("xml:authors/author", authors))
    references = [
        _reference(node, n) for n, node in enumerate(children(child(root, "references"), "reference"), 1)
    ]
    if references:
        reading.reference_lists.append(ReferenceList("xml:references/reference", references))
    return reading


def _fragment(node: Element | None) -> Element | None:
    source = "".join(map(str, node.itertext())) if node is not None else ""
    return lxml_html.fragment_fromstring(source, create_parent="div") if source.strip() else None


def _html_text(node: Element | None) -> str:
    fragment = _fragment(node)
    return page_text(fragment) if fragment is not None else ""


def _authors(root: Element) -> list[AuthorSaid]:
    places = {
        attribute(node, "numeration"): _html_text(node)
        for node in children(child(root, "affiliations"), "affiliation")
    }
    authors: list[AuthorSaid] = []
    for node in children(child(root, "authors"), "author"):
        numbers = [number.strip() for number in (attribute(node, "affiliations") or "").split(",")]
        said = AuthorSaid(name=text_of(child(node, "name")) or None)
        said.affiliations = [places[number] for number in numbers if places.get(number)]
        said.orcid = find_orcid(text_of(child(node, "contrib-id")))
        said.email = text_of(child(node, "email")) or None
        if said.name:
            authors.append(said)
    return authors


def _reference(node: Element, number: int) -> ReferenceSaid:
    said = ReferenceSaid(number=number)
    fragment = _fragment(node)
    if fragment is not None:
        for link in fragment.iter("a"):
            read_link(said, link.get("href") if not (link.get("href") or "#").startswith("#") else None)
        text = page_text(fragment, _is_back_link)
        said.raw = tidied(text).rstrip(" ,") or None
        read_text(said)
    return said


def _is_back_link(node: Element) -> bool:
    """Links from a reference back to where it is cited."""
    return node.tag == "a" and (node.get("href") or "").startswith("#")
