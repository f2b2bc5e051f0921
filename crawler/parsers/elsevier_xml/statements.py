"""The statements of an Elsevier document: in its head, in sections of its body, in footnotes."""

from __future__ import annotations

from collections.abc import Iterator

from crawler.items import STATEMENT_COLUMNS
from crawler.parsers.elsevier_xml.funding import funding_list_text
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.statements import Statement, column_text, kinds_of, statements_in
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import child, children, descendants, local


def read_statements(root: Element, document: Element | None, head: Element | None, said: Candidates) -> None:
    """Say funding_text, acknowledgements, competing_interests, data_availability, code_availability, ethics."""
    found = statements_in(_places(document, head))
    for note in descendants(head, "article-footnote", "footnote"):
        paragraphs = [node for node in children(note, "note-para") if _names_money(node)]
        found += [Statement(("funding_text",), text_of(node), local(note)) for node in paragraphs]
    for column in STATEMENT_COLUMNS:
        said.text(column, *column_text(found, column))
    if not said.has("funding_text"):
        said.text("funding_text", funding_list_text(root), "funding-list/funding-text")


def _names_money(paragraph: Element) -> bool:
    return next(descendants(paragraph, "grant-sponsor", "grant-number"), None) is not None


def _places(document: Element | None, head: Element | None) -> Iterator[Element]:
    yield from children(head, "data-availability", "conflict-of-interest", "acknowledgment")
    if document is None:
        return
    body = child(document, "body")
    taken: set[Element] = set()
    names = ("section", "acknowledgment", "conflict-of-interest", "data-availability")
    for node in descendants(body if body is not None else document, *names):
        inside = node.getparent() in taken
        if inside or any(kind in STATEMENT_COLUMNS for kind in kinds_of(node)):
            taken.add(node)
            if not inside and node.getparent() is not head:
                yield node
