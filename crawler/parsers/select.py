"""Compiled selectors that give elements, typed."""

from __future__ import annotations

from typing import cast

from lxml import etree
from lxml.cssselect import CSSSelector

from crawler.parsers.text import Element

_XPATH = ("/", "./", "(")


class Select:
    """A CSS selector, or an XPath that starts with ``/``, ``./``, ``.//`` or ``(``; compiled once."""

    def __init__(self, selector: str) -> None:
        self._find = etree.XPath(selector) if selector.startswith(_XPATH) else CSSSelector(selector)

    def all(self, root: Element) -> list[Element]:
        """Every element that matches, in document order."""
        return cast("list[Element]", self._find(root))

    def first(self, root: Element) -> Element | None:
        """The first element that matches, or None."""
        return next(iter(self.all(root)), None)
