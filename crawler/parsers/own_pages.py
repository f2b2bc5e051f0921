"""The last page of the article itself, where metas give the first one alone and the page cites itself in print."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.text import collapse

_PLAIN = re.compile(r"[A-Za-z]{0,2}\d{1,6}")
#: Characters from the beginning of a page in which it cites itself, white space of the markup included.
_FRONT = 40_000


def read_last_page(document: Document, reading: PageReading) -> None:
    """Add the page behind "volume (issue): first–", where no source has the last page."""
    first, volume = _stated(reading, "first_page"), _stated(reading, "volume")
    if first is None or volume is None or _stated(reading, "last_page") is not None:
        return
    if any(candidate.field == "article_number" for candidate in reading.candidates):
        return
    pattern = re.compile(
        rf"(?<![\w.]){re.escape(volume)}\s{{0,2}}(?:\([^()]{{1,15}}\))?\s{{0,2}}[:,;]\s{{0,2}}(?:pp?\.?|[Pp]ages)?\s{{0,2}}"
        rf"{re.escape(first)}\s{{0,2}}[-–—‐]\s{{0,2}}([A-Za-z]{{0,2}}\d{{1,6}})\b"
    )
    found = pattern.search(collapse(document.written[:_FRONT]))
    if found:
        reading.candidates.append(Candidate("last_page", found.group(1), "dom:line[pages]"))


def _stated(reading: PageReading, column: str) -> str | None:
    """The first plain number that a source states for a column."""
    values = (
        candidate.value.strip()
        for candidate in reading.candidates
        if candidate.field == column and isinstance(candidate.value, str)
    )
    return next((value for value in values if _PLAIN.fullmatch(value)), None)
