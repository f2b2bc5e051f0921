"""The text of a section, in order, its sub-headings told from what stands under them."""

from __future__ import annotations

from crawler.parsers.sections.headings import section_kind
from crawler.parsers.text import Element, collapse, text_of

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
HEADING_SET = frozenset(HEADINGS)
#: Kinds of sections that are never part of another one, even where a page nests them.
OWN_ROOM = frozenset(
    "abstract acknowledgements funding_text competing_interests data_availability code_availability ethics references"
    " keywords author_information affiliations author_contributions rights history citation cited_by boilerplate".split()
)


def rendered(element: Element, kind: str) -> str:
    """The text of an element that holds a section of a kind, as `Section.text` has it."""
    parts: list[str] = []
    render_into(element, kind, parts)
    return " ".join(part for part in parts if part)


def render_into(element: Element, kind: str | None, parts: list[str]) -> None:
    """Text in order; walks into wrappers that hold headings, so that a sub-heading can end in a colon."""
    tag = element.tag
    if kind == "abstract" and _is_figure(element):
        return
    if tag in HEADING_SET:
        text = text_of(element)
        if text and section_kind(text) != kind:
            parts.append(text if text[-1] in ".:?!" else f"{text}:")
        return
    if len(element) and next(element.iter(*HEADINGS), None) is not None:
        if element.text and element.text.strip():
            parts.append(collapse(element.text))
        foreign = False
        for child in element:
            if child.tag in HEADING_SET:
                other = section_kind(text_of(child))
                foreign = other in OWN_ROOM and other != kind
            if not foreign:
                render_into(child, kind, parts)
        return
    text = text_of(element, _is_figure if kind == "abstract" else None)
    if text:
        parts.append(text)


def _is_figure(element: Element) -> bool:
    return element.tag == "figure"
