"""A page parsed once: its tree, its metas in order, its JSON-LD, and what it calls itself."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any, cast
from urllib.parse import urlsplit

from lxml import etree

from crawler.parsers.text import Element, collapse

_CANONICAL = etree.XPath("//link[@rel='canonical' or @rel='Canonical']/@href")
_CLASSES = etree.XPath("//@class", smart_strings=False)
_IDS = etree.XPath("//@id", smart_strings=False)
_BODY_TEXT = etree.XPath("string((//body)[1])", smart_strings=False)
#: Elements that say nothing to a reader; gone from the tree, so that text is read without looking for them.
_SILENT = ("script", "style", "noscript", "template", "svg", "iframe", "object")
_TRAILING_COMMENT = re.compile(r"^\s*(?://<!\[CDATA\[|<!--|/\*.{0,40}?\*/)|(?://\]\]>|-->|;)\s*$")


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
        self.scripts = [
            (script.get("type") or "", script.get("id") or "", script.text)
            for script in root.iter("script")
            if script.text
        ]
        etree.strip_elements(root, *_SILENT, with_tail=False)
        self.metas: list[tuple[str, str]] = list(_metas(root))
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for name, content in self.metas:
            self._by_name[name].append(content)

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
        links = cast("list[str]", _CANONICAL(self.root))
        stated = links[0].strip() if links else None
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

    @cached_property
    def marks(self) -> frozenset[str]:
        """Every class name of the page, and every id with a ``#`` before it."""
        classes = {name for value in set(cast("list[str]", _CLASSES(self.root))) for name in value.split()}
        return frozenset(classes).union(f"#{name}" for name in cast("list[str]", _IDS(self.root)))

    @cached_property
    def text(self) -> str:
        """All text of the body in one piece, white space collapsed; blocks may touch."""
        return collapse(cast("str", _BODY_TEXT(self.root)))


def host_of(address: str | None) -> str | None:
    """Lower-case host of an address without ``www.``; None where there is none."""
    if not address or "//" not in address:
        return None
    try:
        host = urlsplit(address.strip()).hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


def _metas(root: Element) -> Iterator[tuple[str, str]]:
    for meta in root.iter("meta"):
        get = meta.get
        name = get("name") or get("property") or get("itemprop") or get("id")
        if name:
            # Real pages also say contents= (BMJ) and value= (bioRxiv).
            content = get("content") or get("contents") or get("value")
            yield name.strip().lower(), collapse(content)


def _loads(text: str) -> object:
    text = _TRAILING_COMMENT.sub("", _TRAILING_COMMENT.sub("", text.strip()).strip())
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
