"""Compiled selectors that give elements, typed; plain ones are matched without a walk through the tree."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import cast

from cssselect import parser as css
from lxml import etree
from lxml.cssselect import CSSSelector

from crawler.parsers.text import Element

_XPATH = ("/", "./", "(")
_Test = Callable[[Element], bool]


class Select:
    """A CSS selector, or an XPath that starts with ``/``, ``./``, ``.//`` or ``(``; compiled once.

    Attributes:
        branches: For a CSS selector that tests on a single element and its neighbours can tell, each tag that it
            selects and the test of an element with it; ``*`` for any tag. None for all other selectors.
    """

    def __init__(self, selector: str) -> None:
        is_xpath = selector.startswith(_XPATH)
        self._find = etree.XPath(selector) if is_xpath else CSSSelector(selector)
        self.branches = None if is_xpath else _branches(selector)

    def all(self, root: Element) -> list[Element]:
        """Every element that matches, in document order."""
        return cast("list[Element]", self._find(root))

    def first(self, root: Element) -> Element | None:
        """The first element that matches, or None."""
        if self.branches is None:
            return next(iter(self.all(root)), None)
        tests = self.branches
        if len(tests) == 1:
            ((tag, test),) = tests.items()
            return next((element for element in root.iter(tag) if test(element)), None)
        anything = tests.get("*", _never)
        return next(
            (el for el in root.iter(etree.Element) if tests.get(str(el.tag), _never)(el) or anything(el)),
            None,
        )

    def among(self, root: Element, elements: Callable[[str], Iterable[Element]]) -> list[Element]:
        """As `all`, given the elements of a tag in document order, so that the tree is not walked again."""
        if self.branches is None or "*" in self.branches:
            return self.all(root)
        found = [
            hits for tag, test in self.branches.items() if (hits := [el for el in elements(tag) if test(el)])
        ]
        if len(found) > 1:
            return self.all(root)
        return found[0] if found else []


def _never(element: Element) -> bool:  # noqa: ARG001 - a test like the others
    return False


def _branches(selector: str) -> dict[str, _Test] | None:
    """Test by tag of what the comma-separated parts select; None where one asks more than the tests here can tell."""
    found: dict[str, _Test] = {}
    for part in css.parse(selector):
        tree = part.parsed_tree
        tag, test = _tag(tree), _test(tree, tag_known=True)
        if test is None or part.pseudo_element is not None:
            return None
        found[tag] = _either(found[tag], test) if tag in found else test
    return found


def _either(one: _Test, other: _Test) -> _Test:
    return lambda element: one(element) or other(element)


def _tag(tree: css.Tree) -> str:
    if isinstance(tree, css.CombinedSelector):
        tree = tree.subselector
    while isinstance(tree, css.Class | css.Attrib | css.Hash | css.Pseudo):
        tree = tree.selector
    return (tree.element if isinstance(tree, css.Element) else None) or "*"


def _test(tree: css.Tree, *, tag_known: bool = False) -> _Test | None:
    """A test of one element; None for what only the XPath can tell."""
    if isinstance(tree, css.CombinedSelector):
        return _combined(tree)
    tests: list[_Test | None] = []
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
    if len(known) == 1:
        return known[0]
    return lambda element: all(test(element) for test in known)


def _has_tag(tag: str) -> _Test:
    return lambda element: bool(element.tag == tag)


def _own_test(tree: css.Class | css.Attrib | css.Hash | css.Pseudo) -> _Test | None:
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


def _has_class(name: str) -> _Test:
    def test(element: Element) -> bool:
        held = element.get("class")
        return held is not None and name in held and name in held.split()

    return test


def _has_value(key: str, value: str) -> _Test:
    return lambda element: bool(element.get(key) == value)


def _is_first_child(element: Element) -> bool:
    return element.getprevious() is None


def _combined(tree: css.CombinedSelector) -> _Test | None:
    outer, inner = _test(tree.selector), _test(tree.subselector, tag_known=True)
    if outer is None or inner is None or tree.combinator not in {" ", ">", "+"}:
        return None
    reach = {" ": _ancestors, ">": _parent, "+": _previous}[tree.combinator]
    return lambda element: inner(element) and any(outer(other) for other in reach(element))


def _ancestors(element: Element) -> Iterable[Element]:
    return element.iterancestors()


def _parent(element: Element) -> Iterable[Element]:
    parent = element.getparent()
    return () if parent is None else (parent,)


def _previous(element: Element) -> Iterable[Element]:
    sibling = element.getprevious()
    return () if sibling is None else (sibling,)
