"""The reader of any page: headed sections, printed dates, reference list and correspondence, by general rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crawler.items import STATEMENT_COLUMNS, Candidate, PageReading, ReferenceList, ReferenceSaid
from crawler.parsers.bylines.correspondence import read_correspondence
from crawler.parsers.bylines.front_byline import read_front_byline
from crawler.parsers.bylines.mail_links import read_mail_links
from crawler.parsers.bylines.named_byline import read_named_byline
from crawler.parsers.bylines.orcid_links import read_orcid_links
from crawler.parsers.document import Document
from crawler.parsers.history import read_history
from crawler.parsers.licence_words import read_licence_words
from crawler.parsers.notices import read_notices
from crawler.parsers.own_citation import read_own_citation
from crawler.parsers.own_pages import read_last_page
from crawler.parsers.references.items import read_items
from crawler.parsers.references.lists import reference_items, unheaded_items
from crawler.parsers.sections.abstract_block import read_abstract_block
from crawler.parsers.sections.form_fields import asks_readers
from crawler.parsers.sections.funding_list import read_funding_list
from crawler.parsers.sections.keyword_block import read_keyword_block
from crawler.parsers.sections.keyword_section import read_keyword_section
from crawler.parsers.sections.keyword_tail import without_keywords
from crawler.parsers.sections.run_in import read_run_in
from crawler.parsers.sections.sections import Section
from crawler.parsers.text import Element, text_of

#: Section kinds whose text is a column of the same name ("notes" serves the funding statement only, as declarations do).
_TEXT_KINDS = frozenset({"abstract", *STATEMENT_COLUMNS, "notes", "declarations"})
#: Shorter texts under the heading of an abstract are entries of menus.
_SHORT_ABSTRACT = 60
_SUB_NUMBER = re.compile(r"[a-z][.)]\s|\d{1,2}\.\d")
#: Levels above a heading in which the element of the abstract may be.
_ABSTRACT_NEAR = 4


def read_generic(document: Document, sections: list[Section], reading: PageReading) -> None:
    """Add what general rules find in the page's body; what a site file found already stands first."""
    _read_title(document, reading)
    read_named_byline(document, reading)
    # Structured abstracts name a funder in a word; the statement proper stands elsewhere.
    brief = [section for section in sections if section.kind == "funding_text" and _says_little(section)]
    _read_texts([section for section in sections if section not in brief], reading)
    read_abstract_block(document, reading)
    read_keyword_section(sections, reading)
    read_run_in(document, reading)
    if not any(c.field in {"funding_text", "acknowledgements"} for c in reading.candidates):
        _read_texts(brief, reading)
    read_funding_list(sections, reading)
    read_keyword_block(document, reading)
    if not any(listing.source.startswith("dom:") for listing in reading.reference_lists):
        references = _references(document, sections, reading)
        if references is not None:
            reading.reference_lists.append(references)
    read_own_citation(document, reading)
    read_last_page(document, reading)
    read_licence_words(document, reading)
    read_history(document, sections, reading)
    read_correspondence(document, reading)
    read_front_byline(document, sections, reading)
    read_mail_links(document, reading)
    read_orcid_links(document, reading)
    read_notices(document, sections, own_doi(reading), reading)


def _read_title(document: Document, reading: PageReading) -> None:
    """The only main heading, where nothing else on the page gives a title."""
    if any(candidate.field == "title" for candidate in reading.candidates):
        return
    headings = [heading for heading in document.elements("heading") if heading.tag == "h1"]
    if len(headings) == 1 and (title := text_of(headings[0])):
        reading.candidates.append(Candidate("title", title, "dom:h1"))


def meta_references(reading: PageReading) -> list[ReferenceSaid]:
    """The references as head metadata give them; empty where they do not."""
    lists = (
        listing.references for listing in reading.reference_lists if listing.source.startswith("highwire:")
    )
    return next(lists, [])


def own_doi(reading: PageReading) -> str | None:
    """The article's DOI in lower case as head metadata state it, for telling it from the cited ones."""
    for candidate in reading.candidates:
        if candidate.field == "doi" and isinstance(candidate.value, str):
            start = candidate.value.lower().find("10.")
            if start >= 0:
                return candidate.value[start:].lower().strip()
    return None


def _read_texts(sections: list[Section], reading: PageReading) -> None:
    found: dict[str, dict[str, None]] = {}
    for section in _outermost([section for section in sections if section.kind in _TEXT_KINDS]):
        column = "notes" if section.kind == "declarations" else section.kind or ""
        if column != "abstract" and asks_readers(section.content):
            continue
        text = without_keywords(section.text()) if column == "abstract" else section.text()
        if text and column == "abstract" and "scientific" in section.heading.lower():
            found[column] = {}  # what stood before it is the one for the public
        if text:
            found.setdefault(column, {})[text] = None
    for column, texts in found.items():
        # A page may print its abstract twice (tab and body), and name it in a menu; the first proper one is the article's.
        said = [text for text in texts if text.rstrip(".").casefold() != "not applicable"] or texts
        proper = next((text for text in texts if len(text) > _SHORT_ABSTRACT), next(iter(texts)))
        text = proper if column == "abstract" else " ".join(said)
        reading.candidates.append(Candidate(column, text, f"dom:section[{column}]"))


def _says_little(section: Section) -> bool:
    """Whether a section of funding is one word of an abstract, or a numbered one of the body ("l. Funding")."""
    return _SUB_NUMBER.match(section.heading) is not None or any(
        "bstract" in (node.get("class") or "") or "bstract" in (node.get("id") or "")
        for node in islice(section.element.iterancestors(), _ABSTRACT_NEAR)
    )


def _outermost(sections: list[Section]) -> Iterator[Section]:
    """The sections that are no part of another one of their kind."""
    held: dict[str | None, set[Element]] = {}
    for section in sections:
        held.setdefault(section.kind, set()).update(section.content)
    for section in sections:
        if held[section.kind].isdisjoint(section.element.iterancestors()):
            yield section


def _references(document: Document, sections: list[Section], reading: PageReading) -> ReferenceList | None:
    """The longest list under a heading of references; lists printed twice are thus taken once."""
    best: list[Element] = []
    for section in sections:
        if section.kind == "references":
            items = reference_items(section)
            if len(items) > len(best):
                best = items
    place = "section[references]"
    if not best:
        best, place = unheaded_items(document), "list"
    if not best:
        return None
    return ReferenceList(
        f"dom:{place}", read_items(document, best, own_doi(reading), known=meta_references(reading))
    )
