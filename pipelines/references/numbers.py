"""Year, volume, issue and pages of a labelled reference."""

from __future__ import annotations

import re

from pipelines.normalise import page_range
from pipelines.references.spans import Labelled

_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20[0-4]\d)(?!\d)")
_SPACED_DASH = re.compile(r"\s?([-–—/])\s?")
_EXTENT = re.compile(r"[\divxlc +]{1,12}pp?\b", re.IGNORECASE)
_PREFIX = 4  # letters before the digits of an article number
_PLAIN = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"(?<=;)\s?(\d{3,7})\s?[-–—]\s?(\d{1,4})(?!\d)")


def year_of(found: Labelled) -> int | None:
    """Return the year: the first among the words of the date, else the last four digits that nothing else claims."""
    words, labels = found.tokens.words, found.labels
    for i, label in enumerate(labels):
        if label == "date" and (match := _YEAR.search(words[i])):
            return int(match[1])
    free = [w for w, label in zip(words, labels, strict=True) if label in ("O", "note", "place", "publisher")]
    years = [match[1] for word in free if (match := _YEAR.fullmatch(word))]
    return int(years[-1]) if years else None


def volume_of(found: Labelled) -> str | None:
    """Return the volume without its label."""
    return _tight(found.text(found.runs.get("volume")))


def issue_of(found: Labelled) -> str | None:
    """Return the issue without its label."""
    return _tight(found.text(found.runs.get("issue")))


def pages_of(found: Labelled) -> tuple[str | None, str | None]:
    """Return first and last page, or an article number as the first."""
    printed = _pages_printed(found)
    if printed is None:
        return (None, None)
    first, last = page_range(_tight(printed))
    if first is None and not _EXTENT.match(printed):
        match = _PLAIN.match(printed)
        return (match[0] if match and any(c.isdigit() for c in match[0]) else None, None)
    return (first, last)


def _pages_printed(found: Labelled) -> str | None:
    """Return the run of the pages, with the letters that are printed on to its first number: ``eadp8054``."""
    run = found.runs.get("pages")
    if run is None:
        return None
    start = run[0]
    tokens = found.tokens
    if (
        start
        and not tokens.gaps[start]
        and len(tokens.words[start - 1]) <= _PREFIX
        and found.labels[start - 1] == "O"
    ):
        start -= 1
    return found.text((start, run[1]))


def unglued(raw: str) -> tuple[str, str, str] | None:
    """Return volume, first and last page of ``1993;5351-358``, where a page's markup lost the colon between them.

    The first page has as many digits as the last; what stands before them is the volume.
    """
    match = _GLUED.search(raw)
    if match is None:
        return None
    cut = len(match[1]) - len(match[2])
    volume, first = match[1][:cut], match[1][cut:]
    if cut < 1 or first.startswith("0") or int(first) > int(match[2]):
        return None
    return volume, first, match[2]


def _tight(text: str | None) -> str | None:
    """Close the spaces that PDF text sets around dashes and within numbers."""
    if text is None:
        return None
    if " " not in text:
        return text or None
    return _SPACED_DASH.sub(r"\1", " ".join(text.split())) or None
