"""Lines become blocks: a paragraph, a heading or a list item each, as one line of text."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from crawler.parsers.plain_text.lines import Line, Lines
from crawler.parsers.plain_text.markdown import heading_level, plain

_BULLET = re.compile(r"(?:[•·▪■□◦●○‣⁃∙*+–—-]|\(\*\))(?:\s+|$)|o\s(?=[A-Z])")
#: Marks that lists inside lists leave behind.
_STARS = re.compile(r"(?:[*+•]\s+){1,9}")
_NUMBER = re.compile(
    r"(?:\[\s?(\d{1,4})\s?\]|\((\d{1,4})\)|(\d{1,4})(?:\\?\.|\)))(?:\s+|$)|\[(\d{1,4})\](?=\S)"
)
_NO_SPACE_BEFORE = re.compile(r"[,.;:)\]!?%’”](?!\d*[A-Za-z])|[,;:)\]]")
_ADDRESS_END = re.compile(r"(?:https?:|www\.|doi\.org|\bdoi:|\b10\.\d{4,9}(?:/|$))\S{0,300}$", re.IGNORECASE)
_JOINTS = "/-_=&?.–‐"
_LINKING = frozenset("and or und oder et ou y e and/or to bis".split())
_FRAGMENT = re.compile(r"[,.;:)\]&](?:\s|$|[^\w])|[(\[“–-]$|[,;:)]")


@dataclass(slots=True)
class Block:
    """One paragraph, heading or list item.

    Attributes:
        text: In one line, wrapped lines joined, list marker and Markdown marks taken off.
        bullet: Whether it opens with a list mark.
        number: The number it opens with, as in "12." or "[12]".
        level: Heading level where the capture marks headings, else 0.
        indent: Columns before its first line.
        gap: Whether an empty line stands before.
        links: Addresses of its links, where the capture gives them.
    """

    text: str
    bullet: bool = False
    number: int | None = None
    level: int = 0
    indent: int = 0
    gap: bool = False
    links: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Layout:
    """How a capture lays text out.

    Attributes:
        wrap: Column at which lines were wrapped, None where a paragraph is one line.
        fragments: Whether inline markup broke lines ("Nature" / "558" / ", 531 (2018)").
        words: Words that end a line in a hyphen elsewhere written whole; see `_dehyphenate`.
    """

    wrap: int | None
    fragments: bool
    whole_words: frozenset[str] = frozenset()


def measure(lines: list[Line]) -> Layout:
    """Find out whether lines were wrapped at a column, or broken at every change of markup."""
    widths = sorted(line.width for line in lines if line.width >= 45)
    wrap: int | None = None
    if len(widths) >= 5:
        edge = widths[int(len(widths) * 0.97)]
        full = sum(1 for width in widths if 0.82 * edge <= width <= edge)
        beyond = sum(1 for width in widths if width > 1.6 * edge)
        if edge <= 220 and full >= 0.5 * len(widths) and beyond <= 0.03 * len(widths):
            wrap = edge
    words = _hyphenated(lines) if wrap else frozenset()
    return Layout(wrap, wrap is None and is_broken([line.text for line in lines], 0.04), words)


def is_broken(texts: list[str], share: float) -> bool:
    """Whether at least this share of texts can only be pieces of a line: they open with a comma, or are one."""
    return sum(1 for text in texts if _FRAGMENT.match(text)) > share * len(texts)


def _hyphenated(lines: list[Line]) -> frozenset[str]:
    """Words broken by a hyphen at the end of a line that the capture elsewhere writes without it."""
    broken: set[str] = set()
    for before, after in itertools.pairwise(lines):
        if before.text.endswith("-") and after.text[:1].islower():
            broken.add(_last_word(before.text)[:-1] + after.text.split(" ", 1)[0].strip(".,;:)"))
    if not broken:
        return frozenset()
    return frozenset(
        broken.intersection(word.strip(".,;:()") for line in lines for word in line.text.split())
    )


def _last_word(text: str) -> str:
    return text[-60:].rsplit(" ", 1)[-1]


def to_blocks(capture: Lines, layout: Layout) -> list[Block]:
    """Group a capture's lines into blocks, in order."""
    groups: list[list[Line]] = []
    last_number = 0
    for line in capture.lines:
        number = _leading_number(line.text)
        if not groups or line.gap:
            starts = True
        elif capture.markdown:
            previous = groups[-1][-1]
            starts = (
                previous.hard
                or _opens_item(line)
                or (len(groups[-1]) == 1 and previous.width < 60 and heading_level(previous.text) > 0)
            )
        else:
            starts = not _is_wrapped(groups[-1][-1], line, layout) or _interrupts(
                line, number, last_number, groups[-1]
            )
        if starts:
            groups.append([line])
            last_number = number if number is not None else last_number
        else:
            groups[-1].append(line)
    return [block for group in groups if (block := _block(group, layout, capture.markdown)).text]


def _opens_item(line: Line) -> bool:
    return (
        heading_level(line.text) > 0
        or _BULLET.match(line.text) is not None
        or _leading_number(line.text) is not None
    )


def _interrupts(line: Line, number: int | None, last_number: int, group: list[Line]) -> bool:
    """Whether a line opens a list item although the line before it was full."""
    indent = group[-1].indent
    if _BULLET.match(line.text):
        return line.indent <= group[0].indent or line.indent != indent
    return number is not None and (number == last_number + 1 or line.indent < indent)


def _leading_number(text: str) -> int | None:
    """The number of a list item; numbers from 1500 on are years."""
    match = _NUMBER.match(text)
    number = int(next(group for group in match.groups() if group)) if match else None
    return number if number is not None and number < 1500 else None


def _is_wrapped(before: Line, line: Line, layout: Layout) -> bool:
    """Whether a line goes on where the one before was full: its first word would not have fitted."""
    if layout.wrap is None:
        return False
    if line.indent >= 10 and line.indent != before.indent and abs(_middle(before) - _middle(line)) <= 2:
        return True  # centred lines of one heading
    first = line.text.split(" ", 1)[0]
    return before.width + 1 + len(first) > layout.wrap - max(3, layout.wrap // 12)


def _middle(line: Line) -> int:
    return (line.indent + line.width) // 2


def _block(group: list[Line], layout: Layout, markdown: bool) -> Block:
    first = group[0]
    text = join(_mended(group, layout), layout.whole_words)
    links = [link for line in group for link in line.links]
    block = Block(text, indent=first.indent, gap=first.gap, links=links)
    if markdown:
        block.level = heading_level(text)
    if not block.level and (bullet := _BULLET.match(text)) and not _is_dash_text(text):
        block.bullet = True
        text = text[bullet.end() :]
        nested = _STARS.match(text)
        text = text[nested.end() :] if nested else text
    number = None if block.level else _leading_number(text)
    if number is not None:
        rest = text[_NUMBER.match(text).end() :]  # type: ignore[union-attr]
        block.number = number if rest else None
        text = rest or text
    if markdown:
        text = plain(text)
    block.text = text.strip()
    return block


def _mended(group: list[Line], layout: Layout) -> Iterator[str]:
    """The lines of a block; an address that was cut at the last column is one word again."""
    held = group[0].text
    for before, line in itertools.pairwise(group):
        full = layout.wrap is not None and before.width >= layout.wrap - 1
        if (
            full
            and held[-1].isalnum()
            and (address := _ADDRESS_END.search(held[-320:]))
            and len(address[0]) >= 20
        ):
            held += line.text
        else:
            yield held
            held = line.text
    yield held


def _is_dash_text(text: str) -> bool:
    """A dash that opens a phrase ("– Published 9 December") is a list mark only where the text goes on."""
    return text[0] in "–—" and len(text) < 4


def join(texts: Iterable[str], whole_words: frozenset[str] = frozenset()) -> str:
    """One line from several: no space inside broken words and addresses, none before punctuation."""
    parts: list[str] = []
    for text in texts:
        if not parts:
            parts.append(text)
            continue
        before = parts[-1]
        if before.endswith("-") and before[-2:-1].isalnum() and text[:1].isalnum():
            tail = _last_word(before)
            head = text.split(" ", 1)[0]
            if head.casefold().strip(",") in _LINKING and "//" not in tail:
                parts.append(" ")
            elif tail[:-1] + head.strip(".,;:)") in whole_words:
                parts[-1] = before[:-1]
        elif not _is_glued(before, text):
            parts.append(" ")
        parts.append(text)
    return "".join(parts)


def _is_glued(before: str, text: str) -> bool:
    last, first = before[-1:], text[:1]
    if last in "([" or _NO_SPACE_BEFORE.match(text):
        return True
    if last in _JOINTS and _ADDRESS_END.search(before[-320:]):
        return last != "." or first.isdigit() or first.islower()
    if first == "/" and _ADDRESS_END.search(before[-320:]):
        return True
    return last == "–" and first.isdigit()
