"""What a reader sees behind a piece of text: its own line's rest, and the lines that follow."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from crawler.parsers.text import BLOCKS, SILENT, Element, collapse


def lines_behind(element: Element, text: str, *, is_tail: bool, limit: int) -> list[str]:
    """The lines of a page from a place on; empty ones are kept only for the first.

    Args:
        element: The element that the text stands in, or behind.
        text: What stands behind the place in its own piece of text.
        is_tail: Whether the text stands behind the element.
        limit: Characters to read at most, and a few more.
    """
    pieces = [text]
    length = len(text)
    for piece in _following(element, is_tail=is_tail):
        if length > limit:
            break
        pieces.append(piece)
        length += len(piece.strip())
    first, *others = "".join(pieces).split("\n")
    return [collapse(first), *(line for other in others if (line := collapse(other)))]


def _following(element: Element, *, is_tail: bool) -> Iterator[str]:
    """Pieces of text in document order, a line's end where a block begins or ends."""
    node: Element | None = element
    if not is_tail:
        yield from _read(reversed(element))
        if element.tag in BLOCKS:
            yield "\n"
        yield _flat(element.tail)
    while node is not None and node.tag != "body":
        yield from _read(reversed(list(node.itersiblings())))
        node = node.getparent()
        if node is not None:
            if node.tag in BLOCKS:
                yield "\n"
            yield _flat(node.tail)


def _read(last_first: Iterable[Element]) -> Iterator[str]:
    """The pieces of elements and of what stands behind each, given from the last one to the first."""
    stack = [(element, True) for element in last_first]
    while stack:
        node, is_entering = stack.pop()
        tag = node.tag
        if is_entering and isinstance(tag, str) and tag not in SILENT:
            if tag in BLOCKS:
                yield "\n"
            yield _flat(node.text)
            if len(node):
                stack.append((node, False))
                stack.extend((child, True) for child in reversed(node))
                continue
        if tag in BLOCKS:
            yield "\n"
        yield _flat(node.tail)


def _flat(text: str | None) -> str:
    return text.replace("\n", " ").replace("\r", " ") if text else ""
