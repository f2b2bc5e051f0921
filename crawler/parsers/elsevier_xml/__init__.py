"""Elsevier full-text files: articles of the journal schema, ConSyn documents, answers of the article API."""

from __future__ import annotations

from typing import Final

from crawler.items import AuthorList, Doubt, PageReading, PageState, ReferenceList
from crawler.parsers.elsevier_xml.authors import read_authors
from crawler.parsers.elsevier_xml.funding import read_awards
from crawler.parsers.elsevier_xml.head import read_head, read_notices
from crawler.parsers.elsevier_xml.metadata import read_metadata
from crawler.parsers.elsevier_xml.references import read_references
from crawler.parsers.elsevier_xml.statements import read_statements
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import child, descendants, local

__all__ = ["is_elsevier", "read_elsevier"]

#: Root elements of one document in the schemas for journals, books and magazines.
_DOCUMENTS: Final = (
    "article",
    "simple-article",
    "converted-article",
    "book-review",
    "exam",
    "chapter",
    "simple-chapter",
    "introduction",
    "glossary",
    "index",
    "examination",
    "fb-non-chapter",
)


def is_elsevier(root: Element) -> bool:
    """Whether the tree is an Elsevier document or an answer of the article API, with or without full text."""
    return child(root, "coredata") is not None or _document(root) is not None


def read_elsevier(root: Element, url: str | None) -> PageReading:
    """Everything that an Elsevier file says about its article.

    Args:
        root: Root of a tree for which `is_elsevier` is true.
        url: Where the file was fetched from, None for a bare file.
    """
    document = _document(root)
    head = _head(document)
    said = Candidates("elsevier")
    read_head(document, head, said)
    read_metadata(root, document, said)
    read_statements(root, document, head, said)
    doubts: list[Doubt] = []
    authors = read_authors(root, head, doubts)
    references = read_references(document)
    reading = PageReading(_state(root, document), "elsevier", "elsevier@1", url, said.said, doubts=doubts)
    if authors:
        place = "head/author-group/author" if head is not None else "coredata/creator"
        reading.author_lists.append(AuthorList(f"elsevier:{place}", authors))
    if references:
        reading.reference_lists.append(ReferenceList("elsevier:bibliography/bib-reference", references))
    reading.awards += read_awards(root, document)
    reading.notices += read_notices(document, head)
    return reading


def _document(root: Element) -> Element | None:
    """The document element: one that has the schema's item information."""
    for node in [root, *descendants(root, *_DOCUMENTS)]:
        if local(node) in _DOCUMENTS and (
            child(node, "item-info") is not None or child(node, "info", "doi") is not None
        ):
            return node
    return None


def _head(document: Element | None) -> Element | None:
    """``head`` or ``simple-head``; chapters have their front matter directly below them."""
    for name in ("head", "simple-head", "book-review-head"):
        if (head := child(document, name)) is not None:
            return head
    return document


def _state(root: Element, document: Element | None) -> PageState:
    body = child(document, "body")
    bodies = [node for node in (body, child(document, "sections")) if node is not None]
    if any(text_of(node) for part in bodies for node in descendants(part, "para", "simple-para")):
        return "article"
    raw = next(descendants(root, "rawtext"), None)
    return "article" if raw is not None and len(raw.text or "") > 2000 else "abstract"
