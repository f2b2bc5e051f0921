"""The bibliography of an Elsevier document: structured references, and those that are only text."""

from __future__ import annotations

import re

from crawler.items import ReferenceSaid
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.names import person_name
from crawler.parsers.xml_reading.references import (
    Parts,
    bare_number,
    bare_title,
    page_span,
    read_identifier,
    read_link,
    read_text,
    tidied,
    year_of,
)
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, local

_HOSTS = {"issue": "journal", "book": "book", "edited-book": "chapter", "e-host": "web"}


def read_references(document: Element | None) -> list[ReferenceSaid]:
    """The references in order, further reading left out.

    An item with several works ("[3] (a) … (b) …") stays one: its text is that of all, its fields are those
    of the first. The file's text of a structured reference is made of its fields, as the publisher's pages
    do; the author's own wording that newer files add is not what is printed.
    """
    items = [
        ref for part in descendants(document, "bibliography") for ref in descendants(part, "bib-reference")
    ]
    return [said for item in items if (said := _reference(item)) is not None]


def _reference(item: Element) -> ReferenceSaid | None:
    said = ReferenceSaid(key=attribute(item, "id"), number=_number(item))
    texts: list[str] = []
    for node in children(item, "reference", "other-ref", "note"):
        if local(node) == "reference":
            texts.append(_line(node))
        else:
            texts.append(
                text_of(child(node, "textref")) or text_of(node, lambda inner: local(inner) == "label")
            )
    first = next(children(item, "reference", "other-ref"), None)
    if first is not None and local(first) == "reference":
        _fields(first, said)
    said.raw = tidied(" ".join(text for text in texts if text)) or text_of(child(item, "source-text")) or None
    if first is not None:
        for link in descendants(first, "inter-ref"):
            read_link(said, attribute(link, "href") or text_of(link))
    if len(texts) == 1:
        read_text(said)
    return said if said.raw or said.doi else None


def _number(item: Element) -> int | None:
    found = re.fullmatch(r"[\[(]?\s?(\d{1,5})\s?[\])]?[.:]?", text_of(child(item, "label")))
    return int(found.group(1)) if found else None


def _host(reference: Element) -> tuple[Element | None, Element | None]:
    """``sb:host`` with the place of publication, and its child that says of what kind that is."""
    hosts = list(children(reference, "host"))
    for wanted in _HOSTS:
        for host in hosts:
            if (inner := child(host, wanted)) is not None:
                return host, inner
    return (hosts[0] if hosts else None), None


def _title(holder: Element | None) -> str:
    title = child(holder, "title")
    parts = [text_of(node) for node in children(title, "maintitle", "subtitle")]
    return ": ".join(part for part in parts if part)


def _fields(reference: Element, said: ReferenceSaid) -> None:
    host, inner = _host(reference)
    contribution = child(reference, "contribution")
    said.authors = [text for _, text in _authors(contribution)]
    kind = local(inner) if inner is not None else ""
    said.type = _HOSTS.get(kind)
    title, container = _titles(contribution, inner)
    said.title = bare_title(title)
    said.container_title = container or None
    if kind == "edited-book" and not container:
        said.type = "book"
    said.year = year_of(text_of(child(inner, "date")))
    series = child(inner, "series") if kind == "issue" else child(inner, "book-series", "series")
    said.volume = bare_number(text_of(child(series, "volume-nr")) or text_of(child(inner, "volume-nr")))
    said.issue = bare_number(text_of(child(inner, "issue-nr")))
    pages = child(host, "pages")
    said.first_page = text_of(child(pages, "first-page")) or text_of(child(host, "article-number")) or None
    said.last_page = text_of(child(pages, "last-page")) or None
    said.publisher = text_of(child(inner, "publisher", "name")) or None
    for node in descendants(reference, "doi", "isbn"):
        read_identifier(said, local(node), text_of(node))


def _titles(contribution: Element | None, inner: Element | None) -> tuple[str, str]:
    """Title and container: of a book without a title of its own the contribution's title is the book's."""
    title = _title(contribution)
    if inner is None:
        return title, ""
    name = local(inner)
    if name == "issue":
        return title, _title(child(inner, "series"))
    container = _title(inner) or _title(child(inner, "book-series", "series"))
    if not title:
        return container, ""
    return title, container if name == "edited-book" or _title(inner) else ""


def _authors(contribution: Element | None) -> list[tuple[str, str]]:
    """``(as printed, inverted)`` of each author and collaboration."""
    found: list[tuple[str, str]] = []
    for node in descendants(child(contribution, "authors"), "author", "collaboration"):
        if local(node) == "collaboration":
            found.append((text_of(node), text_of(node)))
        elif (name := person_name(node)) is not None:
            found.append((name.printed, name.inverted()))
    return [pair for pair in found if pair[0]]


def _line(reference: Element) -> str:
    """One line of text for a structured reference."""
    host, inner = _host(reference)
    contribution = child(reference, "contribution")
    title, container = _titles(contribution, inner)
    series = child(inner, "series") if inner is not None and local(inner) == "issue" else None
    pages = child(host, "pages")
    publisher = child(inner, "publisher")
    parts = Parts(
        authors=[printed for printed, _ in _authors(contribution)],
        et_al=next(descendants(contribution, "et-al"), None) is not None,
        title=title,
        container=container,
        year=text_of(child(inner, "date")),
        volume=bare_number(text_of(child(series, "volume-nr"))) or "",
        issue=bare_number(text_of(child(inner, "issue-nr"))) or "",
        pages=page_span(text_of(child(pages, "first-page")), text_of(child(pages, "last-page")))
        or text_of(child(host, "article-number")),
    )
    place = ", ".join(text for text in (text_of(child(publisher, n)) for n in ("name", "location")) if text)
    links = [text_of(node) for node in descendants(reference, "inter-ref")]
    comments = [text_of(node) for node in children(reference, "comment")]
    parts.extra = [text_of(child(inner, "edition")), place, *comments, *links[:1]]
    return parts.line()
