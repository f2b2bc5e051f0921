"""ORCID links in a by-line: to which of the page's authors each belongs, where no layout says."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from itertools import islice

from crawler.items import AuthorList, AuthorSaid, PageReading
from crawler.parsers.bylines.marks import ORCID_LINK
from crawler.parsers.document import Document
from crawler.parsers.text import Element, collapse, text_of

#: Levels up, siblings and characters back within which an author's name may stand before the link.
_CLIMB = 5
_MOST_BEFORE = 30
_WINDOW = 300
_MOST_NAMESAKES = 100
#: Elements of what may still be one author's entry.
_MOST_INSIDE = 400
#: Words as the eye sees them, where what stands behind a name touches it: "Ana SilvaORCID".
_WORD = re.compile(r"[^\W\d_][^\W\d_A-Z]+|[A-Z]+(?![^\W\d_A-Z])|[^\W\d_]")


def read_orcid_links(document: Document, reading: PageReading) -> None:
    """Add each ORCID to the author whose name its element holds alone, else to the one named last before its link."""
    links = [(href, link) for href, link in document.links if "orcid.org/" in href]
    if not links:
        return
    names: dict[str, list[str]] = defaultdict(list)
    for name in dict.fromkeys(
        _printed(author) for listing in reading.author_lists for author in listing.authors
    ):
        if name and (words := _WORD.findall(name)) and len(names[words[-1]]) < _MOST_NAMESAKES:
            names[words[-1]].append(name)
    if not names:
        return
    found: dict[str, AuthorSaid] = {}
    for href, link in links:
        orcid = ORCID_LINK.search(href)
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


def _names_in(text: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """Which of the names, known by their last word, a text has."""
    words = dict.fromkeys(_WORD.findall(text))
    return [name for word in words if word in names for name in names[word] if name in text]


def _name_beside(link: Element, names: Mapping[str, Iterable[str]]) -> str | None:
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
        # "Min Li" also stands where "Min Li Chen" does.
        if found := _names_in(before, names):
            return max(found, key=lambda name: (before.rfind(name), len(name)))
        node = parent
    return None


def _is_small(element: Element) -> bool:
    return next(islice(element.iter(), _MOST_INSIDE, None), None) is None


def _only_name(element: Element, names: Mapping[str, Iterable[str]]) -> str | None:
    """The one name in an element that holds no other: then the link may also stand before it."""
    text = text_of(element) if _is_small(element) else ""
    if not text or len(text) > _WINDOW:
        return None
    found = _names_in(text, names)
    longest = max(found, key=len, default=None)
    return longest if longest is not None and all(name in longest for name in found) else None


def _text_before(node: Element, parent: Element) -> str:
    """The last characters that a parent has before one of its children."""
    parts: list[str] = []
    for sibling in islice(node.itersiblings(preceding=True), _MOST_BEFORE):
        parts += [sibling.tail or "", text_of(sibling) if _is_small(sibling) else ""]
        if sum(map(len, parts)) > _WINDOW:
            break
    else:
        parts.append(parent.text or "")
    return collapse(" ".join(reversed(parts)))
