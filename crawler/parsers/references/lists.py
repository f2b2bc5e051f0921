"""Which elements of a page are the items of its reference list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.parsers.document import Document
from crawler.parsers.references.broken_lines import broken_lines
from crawler.parsers.sections.sections import Section
from crawler.parsers.select import Select
from crawler.parsers.text import Element, written_of

_MARKED = Select("li[itemprop=citation], li[itemprop=cite], *[role=doc-biblioentry]")
_CONTAINERS = Select(
    "//*[self::ol or self::ul or self::table or self::div or self::section]"
    "[contains(@class, 'eference') or contains(@class, 'ibliography') or contains(@class, 'ref-list') or contains(@class, 'citations')"
    " or contains(@id, 'eference') or contains(@id, 'ibliography') or @id='refs' or contains(@class, 'refList') or @class='refs']"
)
#: Tags of items that stand in no list element.
_BLOCKS = frozenset({"p", "div", "article"})
_YEAR = re.compile(r"(?:19|20)\d\d|(?:1[6-8])\d\d")
#: What pages without a heading for it print behind the last reference.
_BEHIND = re.compile(
    r"\W{0,3}(?:received\b|recebido|recibido|reçu le|eingegangen|accepted\b|aceito em|manuscript received|corresponding author|correspond[eê]nci"
    r"|correspondence|e-?mail\b|contributor'?’?s'? note|about the authors?\b|web release)",
    re.IGNORECASE,
)
_MOST_BEHIND = 6
#: So few items may each hold a whole list, broken into lines.
_FEW = 2
#: A reference says at least this much.
_SHORTEST = 15
#: A list of references holds most of what its section says, link-outs and pop-ups included.
_COVERAGE = 0.5
#: Containers named for references around another one.
_MOST_AROUND = 4
#: Share of items of a list without heading that must name a year.
_DATED = 0.7


def reference_items(section: Section) -> list[Element]:
    """The elements that each hold one reference of a reference section, in order; empty when it has none."""
    items = _longest(section.content)
    if len(items) <= _FEW:
        lines = [line for line in broken_lines(section.content) if _length(line) >= _SHORTEST]
        if len(lines) > len(items) and _look_like_references(lines):
            items = lines
    for place in range(max(0, len(items) - _MOST_BEHIND), len(items)):
        if _BEHIND.match(" ".join(written_of(items[place]).split())):
            return items[:place]
    return items


def unheaded_items(document: Document) -> list[Element]:
    """Items of a list that no heading announces: marked as citations, or in a container named for references."""
    marked = [item for item in document.select(_MARKED) if _length(item) >= _SHORTEST]
    if marked:
        return marked
    best: list[Element] = []
    known: set[Element] = set()
    for container in _CONTAINERS.all(document.root):
        known.add(container)
        if len(known.intersection(container.iterancestors())) > _MOST_AROUND:
            continue
        items = _longest([container])
        if len(items) > max(len(best), 2) and _look_like_references(items):
            best = items
    return best


def _look_like_references(items: list[Element]) -> bool:
    dated = sum(1 for item in items if _YEAR.search(written_of(item)))
    return dated >= _DATED * len(items)


def _longest(content: list[Element]) -> list[Element]:
    """Of the groups that hold most of the text, the one with the most items; else the one with the most."""
    lengths: dict[Element, int] = {}

    def length(element: Element) -> int:
        if element not in lengths:
            lengths[element] = _length(element)
        return lengths[element]

    whole = sum(map(length, content))
    best: list[Element] = []
    best_covers = False
    for group in _groups(content):
        if best_covers and len(group) <= len(best):
            continue
        # Those that say enough to be a reference.
        items = [element for element in group if length(element) >= _SHORTEST]
        covers = bool(items) and sum(map(length, items)) >= _COVERAGE * whole
        if (covers, len(items)) > (best_covers, len(best)):
            best, best_covers = items, covers
    return best


def _groups(content: list[Element]) -> Iterator[list[Element]]:
    """Candidate lists: items of each list element, rows of each table, repeated blocks of one parent."""
    for element in content:
        for listing in element.iter("ol", "ul", "dl", "tbody", "table"):
            if not _inside(listing, "li", element):
                tag = {"tbody": "tr", "table": "tr", "dl": "dd"}.get(listing.tag, "li")
                yield [child for child in listing if child.tag == tag]
    # Some pages open a list for each item, or a new list after each sub-heading.
    yield [li for element in content for li in element.iter("li") if not _inside(li, "li", element)]
    # Others lay out each item as a table of its own, inside the rows of a table for the whole page.
    yield [
        tr for element in content for tr in element.iter("tr") if next(tr.iterdescendants("tr"), None) is None
    ]
    for parent in content:
        for node in parent.iter("div", "section", "span", "td"):
            yield [child for child in node if child.tag in _BLOCKS]
    yield [element for element in content if element.tag in _BLOCKS]


def _inside(element: Element, tag: str, top: Element) -> bool:
    node = element
    while node is not top:
        parent = node.getparent()
        if parent is None:
            return False
        if parent.tag == tag:
            return True
        node = parent
    return False


def _length(element: Element) -> int:
    return len(" ".join(written_of(element).split()))
