"""How much of an article's own text a page carries."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.parsers.document import Document
from crawler.parsers.sections.sections import Section
from crawler.parsers.select import Select
from crawler.parsers.text import Element, text_of, written_of

#: Kinds of sections that are no body, however long they are.
_AROUND = frozenset(
    "references abstract cited_by boilerplate rights supplementary author_information affiliations history citation"
    " acknowledgements author_contributions keywords competing_interests funding_text data_availability"
    " code_availability ethics notes declarations correspondence".split()
)
#: Shorter paragraphs are captions, teasers and labels.
_LONG_PARAGRAPH = 120
_ENOUGH = 5000
BLOCK_PARAGRAPHS = Select("div[role=paragraph]")
_ABSTRACT_METAS = ("citation_abstract", "dc.description", "dcterms.abstract", "description", "og:description")


def body_characters(document: Document, sections: list[Section]) -> int:
    """Characters of prose that stands in no section of front or back matter, counted up to "enough"."""
    around = _around(sections)
    summaries = " ".join(document.meta(name) or "" for name in _ABSTRACT_METAS)
    characters = 0
    for paragraph in _paragraphs(document):
        written = written_of(paragraph)
        if len(written) < _LONG_PARAGRAPH or _under(paragraph, around):
            continue
        text = text_of(paragraph)
        if len(text) < _LONG_PARAGRAPH or text[:80] in summaries:
            continue
        if 2 * sum(len(text_of(link)) for link in paragraph.iter("a")) > len(text):
            continue  # a list of links, such as index terms
        characters += len(text)
        if characters >= _ENOUGH:
            break
    return characters


def _paragraphs(document: Document) -> Iterator[Element]:
    yield from document.elements("p")
    # Pages whose paragraphs hold blocks say in another way what they are.
    yield from document.select(BLOCK_PARAGRAPHS)


def has_body_heading(sections: list[Section]) -> bool:
    """Whether a heading of the body (Introduction, Methods …) stands outside the abstract, with text under it."""
    around = _around(sections)
    return any(
        section.kind == "body" and section.content and not _under(section.element, around)
        for section in sections
    )


def _around(sections: list[Section]) -> set[Element]:
    """The content of front and back matter; of what holds a body's heading of a higher rank, the section had no part."""
    highest: dict[Element, int] = {}
    for section in sections:
        if section.kind == "body":
            for outer in section.element.iterancestors():
                highest[outer] = min(section.level, highest.get(outer, section.level))
    return {
        element
        for section in sections
        if section.kind in _AROUND
        for element in section.content
        if highest.get(element, section.level) >= section.level
    }


def _under(element: Element, known: set[Element]) -> bool:
    return element in known or not known.isdisjoint(element.iterancestors())
