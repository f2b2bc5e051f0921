"""The reference list: every ``ref`` with its fields, its identifiers and its text."""

from __future__ import annotations

import re
from typing import Final

from crawler.items import ReferenceSaid
from crawler.parsers.jats.citation import CITATIONS, Citation
from crawler.parsers.jats.citation_text import composed_text, printed_text, prints_text
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.references import (
    bare_containers,
    bare_number,
    bare_title,
    read_identifier,
    read_link,
    read_text,
    tidied,
    year_of,
)
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, has_ancestor

#: Cited things that are whole: their ``source`` is the title, and no container.
_WHOLES: Final = frozenset(
    "book report thesis software data dataset web webpage website patent standard gov monograph".split()
)


def read_references(article: Element) -> list[ReferenceSaid]:
    """The references of the article itself, in order; those of replies, reviews and appendices are theirs.

    An item with several citations stays one: its text is that of all, its fields are those of the first.
    """
    refs = [
        ref
        for ref in descendants(article, "ref")
        if not has_ancestor(ref, "sub-article", "response", "app") and len(ref)
    ]
    found = [said for ref in refs if (said := _reference(ref)) is not None]
    bare_containers(found)
    return found


def _reference(ref: Element) -> ReferenceSaid | None:
    nodes = [node for node in descendants(ref, *CITATIONS) if not has_ancestor(node, *CITATIONS)]
    said = ReferenceSaid(key=attribute(ref, "id"), number=_number(ref))
    printed: list[Element] = []
    fielded: list[Citation] = []
    for node in nodes:
        if prints_text(node):
            printed.append(node)
        else:
            fielded.append(Citation(node))
    texts = [printed_text(node) for node in printed] or [composed_text(citation) for citation in fielded]
    texts = texts or [text_of(note) for note in children(ref, "note", "p")]
    said.raw = (
        tidied(" ".join(text if text.endswith((".", ";")) else f"{text};" for text in texts if text)) or None
    )
    # A printed form and a form in fields side by side are one work; several printed forms are several.
    for citation in [*fielded[:1], *map(Citation, printed[:1])]:
        _fields(citation, said)
        for kind, text in citation.identifiers:
            read_identifier(said, kind, text)
        for kind, address in citation.links:
            read_link(said, address, kind)
    for node in nodes[:1]:
        read_link(said, attribute(node, "href"))
    if len(texts) == 1:
        read_text(said)
    return said if said.raw or said.doi or said.title else None


def _number(ref: Element) -> int | None:
    label = child(ref, "label")
    if label is None:
        label = next(descendants(ref, "label"), None)
    found = re.fullmatch(r"[\[(]?\s?(\d{1,5})\s?[\])]?[.:]?", text_of(label))
    return int(found.group(1)) if found else None


def _fields(citation: Citation, said: ReferenceSaid) -> None:
    """Fill what is still empty from one citation."""
    value = citation.value
    said.type = said.type or citation.kind
    said.authors = said.authors or [person.inverted() for person in citation.people]
    title, source = value("article-title", "chapter-title", "part-title", "data-title"), value("source")
    is_whole = (citation.kind or "").lower() in _WHOLES or not value(
        "volume", "fpage", "elocation-id", "page-range"
    )
    if not title and source and is_whole:
        title, source = source, ""
    said.title = said.title or bare_title(title)
    said.container_title = said.container_title or (source.strip(" ,;") if source.strip(" ,;.") else None)
    said.year = said.year or year_of(value("year")) or year_of(value("date"))
    said.volume = said.volume or bare_number(value("volume"))
    said.issue = said.issue or bare_number(value("issue"))
    first, last = value("fpage"), value("lpage")
    if not first and (span := value("page-range")):
        first, _, last = re.sub(r"\s?[–—−-]\s?", "-", span, count=1).partition("-")
    said.first_page = said.first_page or (first or value("elocation-id")).strip(" ,;") or None
    said.last_page = said.last_page or last.strip(" ,;") or None
    said.publisher = said.publisher or value("publisher-name").strip(" ,;") or None
    read_identifier(said, "isbn", value("isbn"))
