"""Steps through an XML tree by local names: publishers agree on those, and never on namespaces."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from crawler.parsers.text import Element


@lru_cache(maxsize=4096)
def _local(tag: object) -> str:
    # An entity that nobody declared stays in the tree as a node without a name.
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def local(element: Element) -> str:
    """The element's name without its namespace."""
    return _local(element.tag)


def attribute(element: Element, name: str) -> str | None:
    """Value of the attribute of that local name in whatever namespace; None where it is missing or empty."""
    value = element.get(name)
    if value is None:
        value = next((str(v) for k, v in element.attrib.items() if _local(str(k)) == name), None)
    return (value.strip() or None) if value is not None else None


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """Child elements of these local names, in document order; all of them where no name is given."""
    if element is not None:
        for node in element:
            if not names or _local(node.tag) in names:
                yield node


def child(element: Element | None, *path: str) -> Element | None:
    """First element at the end of a path of local names, each step to the first child of that name."""
    for name in path:
        element = next(children(element, name), None)
    return element


def first(*elements: Element | None) -> Element | None:
    """The first that is there; elements are never asked for their truth, which is that of their children."""
    return next((element for element in elements if element is not None), None)


def descendants(element: Element | None, *names: str) -> Iterator[Element]:
    """Elements of these local names at any depth below an element, itself left out, in document order."""
    if element is not None:
        for node in element.iter(*(f"{{*}}{name}" for name in names)):
            if node is not element:
                yield node


def has_ancestor(element: Element, *names: str) -> bool:
    """Whether the element stands inside an element of one of these local names."""
    return any(_local(node.tag) in names for node in element.iterancestors())
