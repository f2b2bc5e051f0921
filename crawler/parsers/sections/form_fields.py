"""Fields that a page asks its readers to fill in, whose names are those of an article's sections."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.parsers.text import Element

_ASKING = frozenset({"text", "search", "radio", "checkbox", "email"})


def asks_readers(content: Iterable[Element]) -> bool:
    """Whether elements hold a field to write in or to choose from: a search form, or one for comments."""
    return any(
        field.tag != "input" or (field.get("type") or "text").lower() in _ASKING
        for element in content
        for field in element.iter("input", "textarea", "select")
    )
