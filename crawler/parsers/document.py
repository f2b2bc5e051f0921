"""A page parsed once: its tree, its metas in order, its JSON-LD, and what it calls itself."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any, cast
from urllib.parse import urlsplit

from lxml import etree

from crawler.parsers.select import Part, Select
from crawler.parsers.text import Element, collapse

_CLASSES = etree.XPath("//@class", smart_strings=False)
_IDS = etree.XPath("//@id", smart_strings=False)
_BODY_TEXT = etree.XPath("string((//body)[1])", smart_strings=False)
#: Elements that say nothing to a reader; gone from the tree, so that text is read without looking for them.
_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "object")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_BY_ID = etree.XPath("id($name)")
_OWN_ADDRESS = frozenset({"canonical", "Canonical"})
_OPENS_COMMENT = re.compile(r"\s*(?://<!\[CDATA\[|<!--|/\*.{0,40}?\*/)")
_CLOSES_COMMENT = ("//]]>", "-->", ";")


class Document:
    """One HTML page. Everything costly is read once, on first use.

    Attributes:
        root: The tree's root element; scripts, styles and the like are taken out of it.
        url: Where the page was fetched from, or None.
        body: The bytes the tree was read from, for a quick look whether a word is there at all.
        scripts: ``(type, id, text)`` of every script that carries its text.
        metas: ``(name in lower case, content)`` of every ``<meta>`` in document order.
    """

    def __init__(self, root: Element, url: str | None = None, body: bytes = b"") -> None:
        self.root = root
        self.body = body
        self.url = url
        self._by_tag: dict[str, list[Element]] = {}
        self._by_value: dict[tuple[str, str], dict[str, list[Element]]] = {}
        self.scripts = [
            (script.get("type") or "", script.get("id") or "", script.text)
            for script in root.iter("script")
            if script.text
        ]
        etree.strip_elements(root, *_SILENT, with_tail=False)
        self.metas: list[tuple[str, str]] = list(_metas(root.iter("meta")))
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for name, content in self.metas:
            self._by_name[name].append(content)

    def elements(self, tag: str) -> list[Element]:
        """Every element of a tag in document order; ``heading`` gives those of h1 to h6 together."""
        if tag not in self._by_tag:
            if tag in _HEADINGS:
                self._by_tag[tag] = [heading for heading in self.elements("heading") if heading.tag == tag]
            else:
                self._by_tag[tag] = list(self.root.iter(*(_HEADINGS if tag == "heading" else (tag,))))
        return self._by_tag[tag]

    def select(self, select: Select) -> list[Element]:
        """Every element that a selector matches, in document order."""
        if select.parts is None:
            return select.all(self.root)
        found = [elements for part in select.parts if (elements := list(self.matches(part)))]
        if len(found) < 2:
            return found[0] if found else []
        # Elements of several parts are in order only if the tree is asked.
        chosen = {element for elements in found for element in elements}
        tags = {part.tag for part in select.parts}
        return [element for element in self.root.iter(*tags) if element in chosen]

    def each(self, select: Select) -> Iterator[Element]:
        """What a selector matches, all of its first comma-separated part before those of the next."""
        if select.parts is None:
            yield from select.all(self.root)
        else:
            for part in select.parts:
                yield from self.matches(part)

    def matches(self, part: Part) -> Iterator[Element]:
        """The elements that one part of a selector matches, in document order."""
        if not part.classes <= self.classes or not all(_with_id(self.root, name) for name in part.ids):
            return iter(())
        if part.own_id is not None:
            return filter(part.test, _with_id(self.root, part.own_id))
        if part.tag == "*":
            return iter(part.find(self.root))
        if part.own_value is not None:
            return filter(part.test, self._with_value(part.tag, *part.own_value))
        return filter(part.test, self.elements(part.tag))

    def _with_value(self, tag: str, attribute: str, value: str) -> list[Element]:
        """The elements of a tag that have this class, or this value of another attribute."""
        key = (tag, attribute)
        if key not in self._by_value:
            by_value: dict[str, list[Element]] = defaultdict(list)
            self._by_value[key] = by_value
            for element in self.elements(tag):
                if held := element.get(attribute):
                    for own in _names(held) if attribute == "class" else (held,):
                        by_value[own].append(element)
        return self._by_value[key].get(value, [])

    @cached_property
    def links(self) -> list[tuple[str, Element]]:
        """Every ``<a>`` that leads away from the page, its address first, in document order."""
        return [(href, link) for link in self.elements("a") if (href := link.get("href")) and href[0] != "#"]

    def meta(self, *names: str) -> str | None:
        """Content of the first of these metas that is not empty; names in lower case."""
        return next((content for name in names for content in self._by_name.get(name, ()) if content), None)

    def meta_all(self, *names: str) -> list[str]:
        """All contents that are not empty of the first of these metas that has any."""
        for name in names:
            found = [content for content in self._by_name.get(name, ()) if content]
            if found:
                return found
        return []

    @cached_property
    def canonical(self) -> str | None:
        """The address that the page states as its own: link, then OpenGraph, then Highwire."""
        links = (link.get("href") for link in self.elements("link") if link.get("rel") in _OWN_ADDRESS)
        stated = next((href.strip() for href in links if href is not None), None)
        return stated or self.meta("og:url", "citation_fulltext_html_url", "citation_abstract_html_url")

    @cached_property
    def hosts(self) -> tuple[str, ...]:
        """Host names that the page may belong to, most telling first, ``www.`` removed."""
        found: list[str] = []
        for address in (
            self.url,
            self.canonical,
            self.meta("og:url"),
            self.meta("citation_fulltext_html_url"),
            self.meta("citation_abstract_html_url"),
            self.meta("citation_pdf_url"),
            self.meta("prism.url"),
        ):
            host = host_of(address)
            if host and host not in found:
                found.append(host)
        return tuple(found)

    @cached_property
    def json_ld(self) -> list[dict[str, Any]]:
        """Every JSON-LD node of the page that is an object, graphs and lists opened; broken blocks left out."""
        nodes: list[dict[str, Any]] = []
        for kind, _, text in self.scripts:
            if kind.strip().lower() == "application/ld+json":
                nodes.extend(_objects(_loads(text)))
        return nodes

    def has_mark(self, marks: Iterable[str]) -> bool:
        """Whether an element has one of these classes, or ids where they start with ``#``."""
        return not self.classes.isdisjoint(marks) or any(
            mark[0] == "#" and bool(_with_id(self.root, mark[1:])) for mark in marks
        )

    @cached_property
    def classes(self) -> frozenset[str]:
        """Every class name of the page."""
        return frozenset(
            name for value in set(cast("list[str]", _CLASSES(self.root))) for name in _names(value)
        )

    @cached_property
    def marks(self) -> frozenset[str]:
        """Every class name of the page, and every id with a ``#`` before it."""
        return self.classes.union(f"#{name}" for name in cast("list[str]", _IDS(self.root)))

    @cached_property
    def written(self) -> str:
        """All text of the body in one piece, white space as it was written; blocks may touch."""
        return cast("str", _BODY_TEXT(self.root))

    @cached_property
    def text(self) -> str:
        """`written` with its white space collapsed."""
        return collapse(self.written)


def host_of(address: str | None) -> str | None:
    """Lower-case host of an address without ``www.``; None where there is none."""
    if not address or "//" not in address:
        return None
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@lru_cache(maxsize=1 << 16)
def _names(css: str) -> frozenset[str]:
    """The names in a ``class`` attribute; the pages of a site have the same few thousand."""
    return frozenset(css.split())


def _with_id(root: Element, name: str) -> list[Element]:
    return cast("list[Element]", _BY_ID(root, name=name))


def _metas(elements: Iterable[Element]) -> Iterator[tuple[str, str]]:
    for meta in elements:
        get = meta.get
        name = get("name") or get("property") or get("itemprop") or get("id")
        if name:
            # Real pages also say contents= (BMJ) and value= (bioRxiv).
            content = get("content") or get("contents") or get("value")
            yield name.strip().lower(), collapse(content)


def _loads(text: str) -> object:
    opening = _OPENS_COMMENT.match(text)
    text = text[opening.end() if opening else 0 :].rstrip()
    for ending in _CLOSES_COMMENT:
        text = text.removesuffix(ending)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _objects(value: object) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for part in value:
            yield from _objects(part)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), dict | list):
                yield from _objects(value[key])
