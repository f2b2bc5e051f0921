"""Lists whose items are lines of one block, with nothing but line breaks between them."""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy
from itertools import pairwise

from lxml import etree

from crawler.parsers.text import Element, writable, written_of

#: Fewer breaks are those of an address or a heading.
_FEWEST = 2


def broken_lines(blocks: Iterable[Element]) -> list[Element]:
    """Each line of the blocks as an element of its own; empty where they are not broken.

    Where blank lines stand between some of the lines, these are what parts the items, and a single break goes on
    with the item before it.
    """
    found: list[Element] = []
    for block in blocks:
        for node in block.iter("p", "div", "td", "span", "section", "font"):
            if len(node.findall("br")) >= _FEWEST:
                found += _lines(node)
                break
    return found


def _lines(node: Element) -> list[Element]:
    lines = [_line(node.text)]
    for child in node:
        if child.tag == "br":
            lines.append(_line(child.tail))
        else:
            part = deepcopy(child)
            lines[-1].append(part)
    said = [bool(written_of(line).strip()) for line in lines]
    blank = sum(1 for one, two in pairwise(said) if one and not two) > 1
    if not blank:
        return [line for line, spoken in zip(lines, said, strict=True) if spoken]
    joined: list[Element] = []
    fresh = True
    for line, spoken in zip(lines, said, strict=True):
        if not spoken:
            fresh = True
        elif fresh:
            joined.append(line)
            fresh = False
        else:
            _append(joined[-1], line)
    return joined


def _line(text: str | None) -> Element:
    line = etree.Element("p")
    line.text = writable(text)
    return line


def _append(line: Element, more: Element) -> None:
    """Put the text and the elements of one line behind those of another, a space between."""
    text = f" {writable(more.text)}"
    if len(line):
        line[-1].tail = f"{writable(line[-1].tail)}{text}"
    else:
        line.text = f"{line.text or ''}{text}"
    line.extend(list(more))
