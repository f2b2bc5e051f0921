"""ORCID links in a by-line: to which of the page's authors each belongs, where no layout says."""

from __future__ import annotations

import re

from crawler.items import AuthorList, AuthorSaid, PageReading
from crawler.parsers.document import Document
from crawler.parsers.text import Element, text_of

_ORCID = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
#: How far up, and how many characters back, an author's name may stand before the link.
_CLIMB = 5
_WINDOW = 300


def read_orcid_links(document: Document, reading: PageReading) -> None:
    """Add each ORCID to the author whose name its element holds alone, else to the one named last before its link."""
    links = [(href, link) for href, link in document.links if "orcid.org/" in href]
    if not links:
        return
    names = [
        name for listing in reading.author_lists for author in listing.authors if (name := _printed(author))
    ]
    if not names:
        return
    found: dict[str, AuthorSaid] = {}
    for href, link in links:
        orcid = _ORCID.search(href)
        if orcid and orcid.group(1) not in found:
            name = _name_beside(link, names)
            if name:
                found[orcid.group(1)] = AuthorSaid(name=name, orcid=orcid.group(1))
    if found:
        reading.author_lists.append(
            AuthorList("dom:a[href*=orcid.org]", list(found.values()), complete=False)
        )


def _printed(author: AuthorSaid) -> str | None:
    """The name in the order in which by-lines print it."""
    if author.family:
        return f"{author.given or ''} {author.family}".strip()
    family, comma, given = (author.name or "").partition(", ")
    return f"{given} {family}" if comma else author.name


def _name_beside(link: Element, names: list[str]) -> str | None:
    node = link
    before = text_of(link)
    for _ in range(_CLIMB):
        parent = node.getparent()
        if parent is None:
            return None
        alone = _only_name(parent, names)
        if alone is not None:
            return alone
        before = (_text_before(node, parent) + " " + before)[-_WINDOW:]
        # "Min Li" also stands where "Min Lin" does.
        last = max(names, key=lambda name: (before.rfind(name), len(name)))
        if last in before:
            return last
        node = parent
    return None


def _only_name(element: Element, names: list[str]) -> str | None:
    """The one name in an element that holds no other: then the link may also stand before it."""
    text = text_of(element)
    if len(text) > _WINDOW:
        return None
    found = {name for name in names if name in text}
    longest = max(found, key=len, default=None)
    return longest if longest is not None and all(name in longest for name in found) else None


def _text_before(node: Element, parent: Element) -> str:
    parts = [parent.text or ""]
    for child in parent:
        if child is node:
            break
        parts += [text_of(child), child.tail or ""]
    return " ".join(" ".join(parts).split())
