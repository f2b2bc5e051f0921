"""Elsevier's XML written as JSON, as ScienceDirect's pages carry it, made elements again."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from urllib.parse import unquote

from lxml import etree

from crawler.parsers.text import Element, writable

_NAME = re.compile(r"[A-Za-z_][\w.-]{0,80}")
#: No document nests deeper; what does is left out.
_DEEPEST = 100


def element_of(name: str, nodes: object) -> Element:
    """An element of this name around the nodes of a state: ``#name``, ``$`` attributes, ``$$`` children, ``_`` text."""
    root = etree.Element(name)
    for node in nodes if isinstance(nodes, list) else ():
        _append(root, node, 0)
    return root


def _append(parent: Element, node: object, depth: int) -> None:
    if not isinstance(node, dict) or depth > _DEEPEST:
        return
    name, text = str(node.get("#name") or ""), node.get("_")
    if name == "__text__":
        _add_text(parent, str(text or ""))
        return
    if name == "encoded-e-address":
        name, text = "e-address", _address(str(node.get("__encoded") or ""))
    if not _NAME.fullmatch(name):
        return
    element = etree.SubElement(parent, name)
    attributes = node.get("$")
    for key, value in attributes.items() if isinstance(attributes, dict) else ():
        if _NAME.fullmatch(key) and key != "xmlns":
            element.set(key, writable(str(value)))
    if text is not None:
        element.text = writable(str(text))
    children = node.get("$$")
    for child in children if isinstance(children, list) else ():
        _append(element, child, depth + 1)


def _add_text(parent: Element, text: str) -> None:
    text = writable(text)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def _address(encoded: str) -> str | None:
    """The mail address in a node that hides it: base64 of a percent-encoded node; None where it is not that."""
    try:
        node = json.loads("{" + unquote(b64decode(encoded, validate=True).decode("ascii")).strip("{}") + "}")
    except ValueError:
        return None
    return str(node.get("_") or "") or None
