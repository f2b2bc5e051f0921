"""One HTML page: all general sources, the site's own layout, and the page's state."""

from __future__ import annotations

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.generic import read_generic
from crawler.parsers.metadata.coins import read_coins
from crawler.parsers.metadata.dublin_core import read_metas
from crawler.parsers.metadata.highwire import read_highwire
from crawler.parsers.metadata.json_ld import read_json_ld
from crawler.parsers.metadata.links import read_links
from crawler.parsers.metadata.semantic_markup import read_semantic_markup
from crawler.parsers.page_state import classify, is_preview
from crawler.parsers.sections.sections import Section, quasi_sections, sections
from crawler.parsers.sites import layout_of
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import Element

GENERIC = "generic@1"
#: Kinds of sections that nearly every article page has.
_EXPECTED = frozenset({"abstract", "references"})
#: States of pages that hold nothing of an article.
_WITHOUT_ARTICLE = frozenset({"blocked", "listing", "login", "not_found"})


def read_html(root: Element, url: str | None = None, body: bytes = b"") -> PageReading:
    """Read a parsed HTML page; ``url`` is where it was fetched from, ``body`` its bytes."""
    document = Document(root, url, body)
    layout = layout_of(document)
    reading = PageReading("other", "html", GENERIC, url=url)
    read_highwire(document, reading)
    read_metas(document, reading)
    read_json_ld(document, reading)
    read_semantic_markup(document, reading)
    read_coins(document, reading)
    read_links(document, reading)
    found = sections(root, document.elements("heading"))
    known_kinds = {section.kind for section in found if section.kind is not None and section.content}
    if not known_kinds >= _EXPECTED:
        # Headings may be bold lines or classed blocks; they count where no real heading says the same.
        found += [section for section in quasi_sections(root) if section.kind not in known_kinds]
    if layout is not None:
        reading.parser = layout.name
        reading.precedence = layout.precedence
        layout.read(document, reading)
    _judge(document, found, layout, reading)
    if reading.page_state not in _WITHOUT_ARTICLE:
        read_generic(document, found, reading)
    return reading


def _judge(document: Document, found: list[Section], layout: Layout | None, reading: PageReading) -> None:
    """Set the page's state by what head and layout have said of it."""
    types = [str(c.value) for c in reading.candidates if c.field == "article_type"]
    known = layout is not None and any(
        c.field == "title" and c.source.startswith(("dom:", "state:")) for c in reading.candidates
    )
    is_open = any(_says_open(candidate) for candidate in reading.candidates)
    reading.page_state = classify(
        document,
        found,
        types,
        known=known,
        abstract_pages=layout is None or layout.abstract_pages,
        is_open=is_open,
    )
    cut = layout is not None and layout.is_preview(document)
    if cut and reading.page_state in {"article", "abstract"}:
        reading.page_state = "preview"
    if reading.page_state == "news":
        access = "preview" if cut or is_preview(document, found, is_open=is_open) else "free"
        reading.candidates.append(Candidate("access", access, "dom:body"))


def _says_open(candidate: Candidate) -> bool:
    """An open-access mark or licence on the page; the flag in its JSON-LD is true of walled pages too."""
    if candidate.field == "license":
        return "creativecommons" in str(candidate.value).lower()
    return (
        candidate.field == "is_open_access"
        and candidate.value is True
        and candidate.source.startswith("dom:")
    )
