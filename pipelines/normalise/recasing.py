"""Names printed in capitals, brought back to the usual case."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")
_LOWER = frozenset(
    "van von vom der den de del della dello degli dei delle di da do dos das du des la le ten ter zu af av y"
    "".split()
)


def is_shouted(text: str) -> bool:
    """Whether ``text`` has at least two letters with case and all of them are capitals."""
    return text.isupper() and sum(c.isalpha() for c in text) > 1


def recased(text: str) -> str:
    """Return a name in capitals as "O'Brien", "McDonald", "van der Berg", "Smith-Jones"."""
    return " ".join(_word(word, i > 0 or " " in text) for i, word in enumerate(text.split()))


def _word(word: str, particle: bool) -> str:
    if particle and word.lower() in _LOWER:
        return word.lower()
    return _WORD.sub(_piece, word)


def _piece(match: re.Match[str]) -> str:
    found = match[0]
    if len(found) > 3 and found.startswith("MC"):
        return "Mc" + found[2:].capitalize()
    if match.start() and match.string[match.start() - 1] in "'’" and len(found) == 1:
        return found.lower()
    return found.capitalize()
