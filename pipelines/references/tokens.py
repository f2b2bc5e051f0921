"""A reference string as words and what stands between them.

Words are runs of letters or of digits; "D47" is two, because journals print volume and section letter that way.
Small words that follow one another ("of the nature of") count as one: no field ends between them.
Punctuation and space are not words but the *gaps* between words: fields end at gaps.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from pipelines.references.identifiers import MASK

#: Longer strings are cut: no reference has more words, and a page's body given by mistake must not cost seconds.
MAX_TOKENS = 400

_SMALL = "[a-zß-öø-ÿ]"
# Small words at which a field may end after all.
_SIGNAL = (
    "(?:and|et|und|vol|volume|tome|no|nr|p|pp|pages?|eds?|editors?|edited|edition|thesis|dissertation|preprint|available"
    "|retrieved|accessed|online|cited|ch|chapter|series|in)"
)
_WORD = re.compile(
    rf"((?!{_SIGNAL}(?![^\W_])){_SMALL}{{2,}}(?![^\W_])(?: (?!{_SIGNAL}(?![^\W_])){_SMALL}+(?![^\W_'’]))+"
    rf"|[^\W\d_]+(?:['’´`][^\W\d_]+)?|\d+|{MASK}+)"
)
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
    parts = _WORD.split(text, MAX_TOKENS)
    bounds = list(accumulate(map(len, parts)))
    return Tokens(parts[1::2], bounds[0:-1:2], bounds[1::2], [_gap(gap) for gap in parts[0::2]])


@lru_cache(maxsize=1 << 14)
def _gap(between: str) -> str:
    """Punctuation without its spaces, at most four characters; "_" for spaces alone."""
    if not between:
        return ""
    return "".join(between[:40].translate(_KEYBOARD).split())[:_GAP_LENGTH] or "_"
