"""Compiled selectors that give elements, typed; plain ones are matched without a walk through the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import cast

from cssselect import parser as css
from lxml import etree
from lxml.cssselect import CSSSelector

from crawler.parsers.text import Element

_XPATH = ("/", "./", "(")
Test = Callable[[Element], bool]


@dataclass(frozen=True, slots=True)
class Part:
    """One comma-separated part of a CSS selector that looking at single elements and their neighbours can tell.

    Attributes:
        tag: Of the elements it selects; ``*`` for any.
        test: Whether an element with that tag is selected.
        find: The same in a whole tree; by attribute, for that is how libxml2 finds it soonest.
        classes: Class names without which a page has no such element.
        ids: The same for ids.
        own_value: An attribute and its value, or a class, that it asks of the elements it selects.
        own_id: The id that it asks of them.
    """

    tag: str
    test: Test
    find: Callable[[Element], list[Element]]
    classes: frozenset[str]
    ids: frozenset[str]
    own_value: tuple[str, str] | None
    own_id: str | None


class Select:
    """A CSS selector, or an XPath that starts with ``/``, ``./``, ``.//`` or ``(``; compiled once.

    Attributes:
        parts: What a CSS selector selects, part by part; None for an XPath and for CSS that only an XPath can tell.
    """

    def __init__(self, selector: str) -> None:
        is_xpath = selector.startswith(_XPATH)
        self._find = etree.XPath(selector) if is_xpath else CSSSelector(selector)
        self.parts = None if is_xpath else _parts(selector)

    def all(self, root: Element) -> list[Element]:
        """Every element that matches, in document order."""
        return cast("list[Element]", self._find(root))

    def first(self, root: Element) -> Element | None:
        """The first element that matches, or None."""
        if self.parts is not None and len(self.parts) == 1:
            (part,) = self.parts
            return next((element for element in root.iter(part.tag) if part.test(element)), None)
        return next(iter(self.all(root)), None)


def _parts(selector: str) -> tuple[Part, ...] | None:
    found = []
    for parsed in css.parse(selector):
        tree = parsed.parsed_tree
        test = _test(tree, tag_known=True)
        if test is None or parsed.pseudo_element is not None:
            return None
        subject = tree.subselector if isinstance(tree, css.CombinedSelector) else tree
        named = list(_names(tree))
        found.append(
            Part(
                _tag(subject),
                test,
                _finder(parsed, next(_values(subject), None), test),
                frozenset(name for kind, name in named if kind is css.Class),
                frozenset(name for kind, name in named if kind is css.Hash),
                next(_values(subject), None),
                next((name for kind, name in _names(subject) if kind is css.Hash), None),
            )
        )
    return tuple(found)


def _finder(
    parsed: css.Selector, value: tuple[str, str] | None, test: Test
) -> Callable[[Element], list[Element]]:
    if value is None:
        return cast("Callable[[Element], list[Element]]", CSSSelector(parsed.canonical()))
    key, stated = value
    held = "contains(., $value)" if key == "class" else ". = $value"
    holders = etree.XPath(f"//@{key}[{held}]/..")

    def find(root: Element) -> list[Element]:
        return list(filter(test, cast("list[Element]", holders(root, value=stated))))

    return find


def _names(tree: css.Tree) -> Iterator[tuple[type, str]]:
    """The classes and ids that a selector asks for, its subject's first."""
    while not isinstance(tree, css.Element):
        if isinstance(tree, css.CombinedSelector):
            yield from _names(tree.subselector)
        elif isinstance(tree, css.Class):
            yield css.Class, tree.class_name
        elif isinstance(tree, css.Hash):
            yield css.Hash, tree.id
        tree = tree.selector


def _values(tree: css.Tree) -> Iterator[tuple[str, str]]:
    """The classes and other attribute values that a simple selector asks for."""
    while isinstance(tree, css.Class | css.Attrib | css.Hash | css.Pseudo):
        if isinstance(tree, css.Class):
            yield "class", tree.class_name
        elif (
            isinstance(tree, css.Attrib)
            and tree.operator == "="
            and tree.value is not None
            and tree.value.value
        ):
            yield tree.attrib, tree.value.value
        tree = tree.selector


def _tag(tree: css.Tree) -> str:
    while isinstance(tree, css.Class | css.Attrib | css.Hash | css.Pseudo):
        tree = tree.selector
    return (tree.element if isinstance(tree, css.Element) else None) or "*"


def _test(tree: css.Tree, *, tag_known: bool = False) -> Test | None:
    """A test of one element; None for what only the XPath can tell."""
    if isinstance(tree, css.CombinedSelector):
        return _combined(tree)
    tests: list[Test | None] = []
    while isinstance(tree, css.Class | css.Attrib | css.Hash | css.Pseudo):
        tests.append(_own_test(tree))
        tree = tree.selector
    if not isinstance(tree, css.Element):
        return None
    if tree.element is not None and not tag_known:
        tests.append(_has_tag(tree.element))
    known = [test for test in tests if test is not None]
    if len(known) < len(tests):
        return None
    if len(known) < 2:
        return known[0] if known else _always
    return lambda element: all(test(element) for test in known)


def _always(element: Element) -> bool:  # noqa: ARG001 - a test like the others
    return True


def _has_tag(tag: str) -> Test:
    return lambda element: bool(element.tag == tag)


def _own_test(tree: css.Class | css.Attrib | css.Hash | css.Pseudo) -> Test | None:
    if isinstance(tree, css.Class):
        return _has_class(tree.class_name)
    if isinstance(tree, css.Hash):
        return _has_value("id", tree.id)
    if isinstance(tree, css.Pseudo):
        return _is_first_child if tree.ident == "first-child" else None
    key, value = tree.attrib, tree.value.value if tree.value is not None else None
    if tree.operator == "exists":
        return lambda element: element.get(key) is not None
    if tree.operator == "=" and value:
        return _has_value(key, value)
    if tree.operator == "^=" and value:
        return lambda element: (element.get(key) or "").startswith(value)
    return None


def _has_class(name: str) -> Test:
    def test(element: Element) -> bool:
        held = element.get("class")
        return held is not None and name in held and name in held.split()

    return test


def _has_value(key: str, value: str) -> Test:
    return lambda element: bool(element.get(key) == value)


def _is_first_child(element: Element) -> bool:
    return element.getprevious() is None


def _combined(tree: css.CombinedSelector) -> Test | None:
    outer, inner = _test(tree.selector), _test(tree.subselector, tag_known=True)
    if outer is None or inner is None or tree.combinator not in {" ", ">", "+"}:
        return None
    if tree.combinator == " ":
        return lambda element: inner(element) and any(outer(other) for other in element.iterancestors())
    if tree.combinator == "+":
        return lambda element: (
            inner(element) and (other := element.getprevious()) is not None and outer(other)
        )
    return lambda element: inner(element) and (other := element.getparent()) is not None and outer(other)
