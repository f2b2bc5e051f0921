"""The text of an element as a reader sees it: inline markup glued, blocks apart, hidden helpers left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from typing import cast

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml has no public name for its element type
Skip = Callable[[Element], bool]

#: Elements that start on a line of their own, so that their text never glues to what stands before.
BLOCKS = frozenset(
    "address article aside blockquote br caption dd div dl dt fieldset figcaption figure footer form h1 h2 h3 h4"
    " h5 h6 header hr legend li main nav ol option p pre section table tbody td tfoot th thead tr ul".split()
)
#: Elements whose text is not part of what the page says.
SILENT = frozenset(
    "script style noscript template svg button select input textarea iframe object head title meta link nav"
    " annotation annotation-xml mjx-assistive-mml".split()
)
#: Markup that, without attributes, neither breaks, hides nor labels text.
_PLAIN = frozenset({"i", "b", "em", "strong", "sub", "sup", "u", "small", "span", "cite"})
_STRING = etree.XPath("string()", smart_strings=False)
#: Levels of markup that are read by a function that calls itself.
_DEEPEST = 60
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
#: Class names of text that only a screen reader speaks, or that repeats a formula.
_HIDDEN_CLASS = re.compile(
    r"(?:^|\s)(?:u-visually-hidden|visually-?hidden|sr-only|screen-?reader[-\w]*|element-invisible|hidden-text"
    r"|MathJax_Preview|MathJax_SVG|MathJax|MJX_Assistive_MathML|hide-for-display|u-js-shown|article__copy)(?:\s|$)",
    re.IGNORECASE,
)


def writable(text: str | None) -> str:
    """A text as an element can be given it: a page's markup may hold characters that XML cannot."""
    return _NOT_XML.sub("", text) if text else ""


def collapse(text: str | None) -> str:
    """White space runs (no-break spaces included) become one space; None becomes the empty string."""
    return " ".join(text.split()) if text else ""


@lru_cache(maxsize=4096)
def _is_hidden_class(css: str) -> bool:
    return _HIDDEN_CLASS.search(css) is not None


def is_hidden(element: Element) -> bool:
    """Whether the element is kept from sight by a class or an attribute that says so."""
    css = element.get("class")
    if css and _is_hidden_class(css):
        return True
    # A folded section is hidden too, until it is opened; only inline text that is hidden is none.
    style = element.get("style") if element.tag in _PLAIN or element.tag == "a" else None
    return bool(style and "display:none" in style.replace(" ", "").lower())


def _is_dropped(node: Element, skip: Skip | None) -> bool:
    tag = node.tag
    if (tag not in _PLAIN or node.keys()) and (tag in SILENT or not isinstance(tag, str) or is_hidden(node)):
        return True
    return skip is not None and skip(node)


def _gather(element: Element, skip: Skip | None, parts: list[str], depth: int = 0) -> None:
    """Add the pieces of text below an element in their order, a space where a block starts or ends."""
    if depth > _DEEPEST:
        parts.extend(_pieces(element, skip))
        return
    if text := element.text:
        parts.append(text)
    for child in element:
        if not _is_dropped(child, skip):
            is_block = child.tag in BLOCKS
            if is_block:
                parts.append(" ")
            if len(child):
                _gather(child, skip, parts, depth + 1)
            elif text := child.text:
                parts.append(text)
            if is_block:
                parts.append(" ")
        if tail := child.tail:
            parts.append(tail)


def _pieces(element: Element, skip: Skip | None) -> Iterator[str]:
    """What `_gather` adds, for markup so deeply nested that functions cannot call themselves so often."""
    stack: list[tuple[Element, bool]] = [(element, True)]
    while stack:
        node, entering = stack.pop()
        inner = node is not element
        if entering and not (inner and _is_dropped(node, skip)):
            if inner and node.tag in BLOCKS:
                yield " "
            if node.text:
                yield node.text
            stack.append((node, False))
            stack.extend((child, True) for child in reversed(node))
        elif inner:
            if not entering and node.tag in BLOCKS:
                yield " "
            if node.tail:
                yield node.tail


def written_of(element: Element) -> str:
    """All text below an element as it is written, blocks glued and what is hidden included: quick, for measuring."""
    return cast("str", _STRING(element)) if len(element) else element.text or ""


def text_of(element: Element, skip: Skip | None = None) -> str:
    """Collapsed text of an element and all below it, its tail left out.

    Args:
        element: Where to read.
        skip: Subtrees for which this is true are left out.
    """
    if not len(element):
        return collapse(element.text)
    parts: list[str] = []
    _gather(element, skip, parts)
    return collapse("".join(parts))


def text_of_all(elements: Iterable[Element], skip: Skip | None = None) -> str:
    """The texts of several elements, one space between them."""
    return " ".join(text for text in (text_of(element, skip) for element in elements) if text)
