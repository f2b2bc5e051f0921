"""Menus of a page's sections: beside a heading, or in the place of text."""

from __future__ import annotations

from itertools import islice

from crawler.parsers.text import Element, text_of

#: Pictures and rules that may stand before a heading in its wrapper.
_MOST_BEFORE = 50
#: Elements of the table of a heading and its menu, choices included.
_MOST_IN_MENU = 200


def with_its_menu(heading: Element) -> Element:
    """The table that holds a heading and a menu of the other sections; the heading itself where there is none."""
    table = next(heading.iterancestors("table"), None) if heading.tag in {"th", "span"} else None
    return table if table is not None and _is_menu(table) else heading


def opens_with_menu(element: Element) -> bool:
    """Whether a heading with a menu beside it stands before all other text of an element."""
    table = next(element.iter("table"), None)
    return table is not None and _is_menu(table) and (table is element or not text_before(table, element))


def is_contents(listing: Element) -> bool:
    """Whether a list is a table of contents: every item is one link to a place on the page and nothing else."""
    items = [item for item in listing if item.tag == "li"]
    return len(items) > 1 and all(
        len(item) == 1
        and item[0].tag == "a"
        and "#" in (item[0].get("href") or "")
        and not (item.text and item.text.strip())
        for item in items
    )


def _is_menu(table: Element) -> bool:
    tags = [node.tag for node in islice(table.iter(), _MOST_IN_MENU + 1)]
    return len(tags) <= _MOST_IN_MENU and tags.count("tr") == 1 and "select" in tags


def text_before(node: Element, parent: Element) -> bool:
    """Whether the parent says something before this child, so that the child is not its heading."""
    if parent.text and parent.text.strip():
        return True
    for sibling in islice(parent, _MOST_BEFORE):
        if sibling is node:
            return False
        if (sibling.tail and sibling.tail.strip()) or text_of(sibling):
            return True
    return True
