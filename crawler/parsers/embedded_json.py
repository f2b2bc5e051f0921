"""JSON that a page carries for its own scripts: a script of its own, or an object that a script assigns."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from crawler.parsers.document import Document

_DECODER = json.JSONDecoder(strict=False)


def json_scripts(document: Document) -> Iterator[dict[str, Any]]:
    """Every object that a ``<script type="application/json">`` holds, CDATA marks and comments around it left out."""
    for kind, _, text in document.scripts:
        if kind.strip().lower() == "application/json" and (state := _object(text, 0)) is not None:
            yield state


def assigned_objects(document: Document, name: str) -> Iterator[dict[str, Any]]:
    """Every object that a script assigns to a variable or property of this name (``window.STATE = {…};``)."""
    assignment = re.compile(rf"(?<!\w){re.escape(name)}\s{{0,20}}=\s{{0,20}}(?=\{{)")
    for _, _, text in document.scripts:
        found = assignment.search(text) if name in text else None
        if found is not None and (state := _object(text, found.end())) is not None:
            yield state


def _object(text: str, start: int) -> dict[str, Any] | None:
    """The object that opens at the next brace; None for a broken one, which the page's own scripts cannot read either."""
    place = text.find("{", start)
    if place < 0:
        return None
    try:
        value, _ = _DECODER.raw_decode(text, place)
    except (ValueError, RecursionError):
        return None
    return value if isinstance(value, dict) else None
