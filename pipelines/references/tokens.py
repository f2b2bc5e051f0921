"""A reference string as words and what stands between them.

Words are runs of letters or of digits; "D47" is two, because journals print volume and section letter that way.
Punctuation and space are not tokens of their own but the *gaps* between tokens: fields end at gaps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.references.identifiers import MASK

#: Longer strings are cut: no reference has more words, and a page's body given by mistake must not cost seconds.
MAX_TOKENS = 400

_TOKEN = re.compile(rf"[^\W\d_]+(?:['’´`][^\W\d_]+)?|\d+|{MASK}+")
_KEYBOARD = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "‐": "-",
        "−": "-",
    }
)
_GAP_LENGTH = 4


@dataclass(slots=True)
class Tokens:
    """The words of a string with their places, and ``len(words) + 1`` gaps: before, between and after them."""

    words: list[str]
    starts: list[int]
    ends: list[int]
    gaps: list[str]


def tokenize(text: str) -> Tokens:
    """Split ``text`` (identifiers masked) into words and gaps."""
    words, starts, ends, gaps = [], [], [], []
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        words.append(match[0])
        starts.append(start)
        ends.append(end)
        gaps.append(_gap(text[at:start]))
        at = end
        if len(words) == MAX_TOKENS:
            break
    gaps.append(_gap(text[at : at + 40]))
    return Tokens(words, starts, ends, gaps)


@lru_cache(maxsize=1 << 14)
def _gap(between: str) -> str:
    """Punctuation without its spaces, at most four characters; "_" for spaces alone."""
    if not between:
        return ""
    return "".join(between.translate(_KEYBOARD).split())[:_GAP_LENGTH] or "_"
