"""The words that open a paragraph, where they name what it says: "**Funding:** …", "Keywords: …"."""

from __future__ import annotations

from crawler.parsers.sections.headings import section_kind
from crawler.parsers.text import Element, collapse, text_of

BOLD = frozenset({"b", "strong"})
#: Tags of a name that is set off; of these, bold ones need no colon.
_NAME_TAGS = frozenset({*BOLD, "em", "i", "span"})
_LONGEST_NAME = 60
_ENDS = (":", ".", "—", "–")


def opening_kind(paragraph: Element) -> str | None:
    """What a paragraph says by the name that opens it, one of `headings.SECTION_KINDS`; None for running text."""
    name = opening_name(paragraph)[0]
    return section_kind(name) if name else None


def opening_name(paragraph: Element) -> tuple[str, bool]:
    """The words that open a paragraph where they may be a name, set off or before a colon; whether they are bold."""
    opening = (paragraph.text or "").lstrip()[: _LONGEST_NAME + 1]
    if opening:
        name, colon, _ = opening.partition(":")
        return (collapse(name), False) if colon else ("", False)
    first = next(iter(paragraph), None)
    if first is None or first.tag not in _NAME_TAGS or len(first) > 1:
        return "", False
    name = text_of(first)
    if not name or len(name) > _LONGEST_NAME:
        return "", False
    is_bold = first.tag in BOLD
    has_end = name.endswith(_ENDS) or (first.tail or "").lstrip().startswith(_ENDS)
    return (name, is_bold) if is_bold or has_end else ("", False)
