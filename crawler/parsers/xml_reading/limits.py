"""How much of an XML file is read: time and memory stay bounded whatever the file."""

from __future__ import annotations

import re
from typing import Final

from crawler.items import Doubt

#: Characters beyond this are not read: no article is so long.
MAX_CHARACTERS: Final = 64 * 2**20
#: Tags beyond this are not read; a tree takes some 250 bytes for each.
MAX_TAGS: Final = 3_000_000

_BULK = re.compile(r"<((?:[\w.-]{1,30}:)?(?:table|math))(?=[\s>])")


def bounded(text: str, doubts: list[Doubt]) -> str:
    """The text as far as it is read; whatever is cut off is said among the doubts."""
    if len(text) > MAX_CHARACTERS:
        detail = f"only the first {MAX_CHARACTERS:,} of {len(text):,} characters were read"
        doubts.append(Doubt("truncated", None, detail))
        text = text[:MAX_CHARACTERS]
    if text.count("<") <= MAX_TAGS:
        return text
    text = _without_bulk(text)
    tags = text.count("<")
    if tags > MAX_TAGS:
        doubts.append(Doubt("truncated", None, f"only the first {MAX_TAGS:,} of {tags:,} tags were read"))
        text = _first_tags(text, MAX_TAGS)
    return text


def _without_bulk(text: str) -> str:
    """Without tables and formulas: the greater part of a file beyond all measure, and no column needs them."""
    kept, position = [], 0
    while found := _BULK.search(text, position):
        closing = f"</{found.group(1)}>"
        end = text.find(closing, found.end())
        if end < 0:
            break
        kept.append(text[position : found.start()])
        position = end + len(closing)
    kept.append(text[position:])
    return "".join(kept)


def _first_tags(text: str, count: int) -> str:
    step, position = 2**16, 0
    while position < len(text):
        inside = text.count("<", position, position + step)
        if inside > count:
            break
        count -= inside
        position += step
    for _ in range(count):
        position = text.find("<", position) + 1
    return text[: text.find("<", position)]
