"""The statements of a JATS article, from wherever its publisher put them."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.items import STATEMENT_COLUMNS
from crawler.parsers.jats.funding import funding_statement
from crawler.parsers.sections.headings import section_kinds
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.statements import column_text, kinds_of, merged, statements_in
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import child, children, descendants


def read_statements(article: Element, meta: Element | None, said: Candidates) -> None:
    """Say funding_text, acknowledgements, competing_interests, data_availability, code_availability, ethics."""
    found = statements_in(_places(article, meta))
    stated = dict(_custom(meta))
    for column in STATEMENT_COLUMNS:
        text, place = column_text(found, column)
        if column == "funding_text":
            statement = funding_statement(meta)
            place = "funding-group/funding-statement" if statement else place
            text = merged([text, statement])
        elif not text and column in stated:
            text, place = stated[column], "custom-meta"
        said.text(column, text, place)


def _places(article: Element, meta: Element | None) -> Iterator[Element]:
    """Containers where statements stand: back matter, notes of the front, headed sections of the body."""
    body = child(article, "body")
    taken: set[Element] = set()
    for section in descendants(body, "sec"):
        if section.getparent() in taken:
            taken.add(section)
        elif any(kind in STATEMENT_COLUMNS for kind in kinds_of(section)):
            taken.add(section)
            yield section
    for node in children(meta, "author-notes", "notes", "fn-group"):
        yield node
    for node in children(child(article, "front"), "notes"):
        yield node
    back = child(article, "back")
    if back is not None:
        yield back


def _custom(meta: Element | None) -> Iterator[tuple[str, str]]:
    """Statements that a file holds as name–value pairs ("Data Availability")."""
    for pair in descendants(meta, "custom-meta"):
        for kind in section_kinds(text_of(child(pair, "meta-name"))):
            if text := text_of(child(pair, "meta-value")):
                yield kind, text
