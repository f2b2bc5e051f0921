"""Front matter as lines of text in which labels, link targets and anchors are marked, whatever markup made them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from lxml import etree

from crawler.parsers.text import BLOCKS, SILENT, Element, collapse, is_hidden

_STRING = etree.XPath("string()", smart_strings=False)
#: A mark stands between these two: ``label``, ``#target`` of a link, or ``@anchor`` of an element.
OPEN, CLOSE = "\ue010", "\ue011"
MARK = re.compile(f"{OPEN}([^{CLOSE}]{{1,80}}){CLOSE}")
#: The mark of a corresponding author.
STAR = "*"
_SPACE = re.compile(r"\s+")
_LONGEST_LABEL = 12
_SHORT_LABEL = 4
_LABEL_CLASS = re.compile(
    r"(?:^|[\s_-])(?:label|sup|superscript|aff-?num\w*|affiliation-?number)(?:$|[\s_-])", re.IGNORECASE
)
_CORRESPONDING = re.compile(r"correspond", re.IGNORECASE)


def marked_lines(elements: Iterable[Element], *, folded: bool = False) -> list[str]:
    """The lines of several elements, white space collapsed; what is silent is left out.

    Args:
        elements: In document order.
        folded: Whether to read what stays hidden until a reader opens it.
    """
    text = "".join(piece for element in elements for piece in ("\n", *_pieces(element, folded), "\n"))
    return [line for part in text.split("\n") if (line := collapse(part))]


def without_marks(line: str) -> str:
    """A line as a reader sees it without its labels."""
    return collapse(MARK.sub("", line))


def _mark(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}" if text else ""


def _pieces(element: Element, folded: bool) -> Iterator[str]:
    for name in (element.get("id"), element.get("name") if element.tag == "a" else None):
        if name and len(name) < 80:
            yield _mark(f"@{name}")
    if element.text:
        yield _SPACE.sub(" ", element.text)
    for child in element:
        tag = child.tag
        if (
            isinstance(tag, str)
            and tag not in SILENT
            and not is_hidden(child)
            and (folded or not _is_folded(child))
        ):
            is_block = tag in BLOCKS
            if is_block or tag == "br":
                yield "\n"
            yield from _marked(child, folded)
            if is_block:
                yield "\n"
        if child.tail:
            yield _SPACE.sub(" ", child.tail)


def _marked(child: Element, folded: bool) -> Iterator[str]:
    """One element inside a line: a label, a link to a note, or text."""
    href = child.get("href") or ""
    if child.tag == "img":
        yield _mark(STAR) if _CORRESPONDING.search(child.get("alt") or "") else ""
        return
    if href.startswith("mailto:") or "orcid.org" in href:
        yield " "
        return
    if "#" in href:
        yield _mark(href[href.index("#") :][:80] if len(href) > href.index("#") + 1 else "")
    text = collapse(cast("str", _STRING(child)))
    is_label = "#" in href or _LABEL_CLASS.search(child.get("class") or "") is not None
    if (child.tag == "sup" and len(text) <= _LONGEST_LABEL) or (is_label and 0 < len(text) <= _SHORT_LABEL):
        yield from (
            _mark(f"@{node.get('id') or node.get('name')}")
            for node in child.iter()
            if node.get("id") or node.get("name")
        )
        yield from (
            _mark(STAR) for image in child.iter("img") if _CORRESPONDING.search(image.get("alt") or "")
        )
        yield from (
            _mark(f"#{link.partition('#')[2]}"[:80])
            for node in child.iter("a")
            if (link := node.get("href") or "") and link.partition("#")[2]
        )
        yield _mark(text)
        return
    yield from _pieces(child, folded)


def _is_folded(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(
        style and "display:none" in style.replace(" ", "").lower()
    )
