"""What the tagger sees of each word: its form, its neighbours, the gaps around it, and where it stands."""

from __future__ import annotations

from functools import lru_cache

from pipelines.references.identifiers import MASK
from pipelines.references.tokens import Tokens

_OPEN = frozenset("([")
_CLOSE = frozenset(")]")
_EARLY = 0.4


def features(tokens: Tokens) -> list[list[str]]:
    """Return the attributes of every word, in the order of the words."""
    words = [_word(word) for word in tokens.words]
    gaps = tokens.gaps
    last = len(words) - 1
    shapes = [word[0] for word in words]
    first_year = shapes.index("Y") if "Y" in shapes else -1
    place = _place_of_year(first_year, last + 1)
    inside, quoted, numbers = "0", False, 0
    rows: list[list[str]] = []
    for i, (shape, own, _, _, _, _) in enumerate(words):
        before, after = gaps[i], gaps[i + 1]
        for mark in before:
            if mark in _OPEN:
                inside = "1"
            elif mark in _CLOSE:
                inside = "0"
            elif mark == '"':
                quoted = not quoted
        row = [*own, f"g={before}", f"h={after}", f"{before}|{shape}|{after}", f"d={inside}{quoted}"]
        if i:
            row += words[i - 1][2]
            row += (f"-g={gaps[i - 1]}", f"{shapes[i - 1]}<{before}<{shape}")
            if i > 1:
                row += words[i - 2][4]
                row.append(f"{shapes[i - 2]}{gaps[i - 1]}{shapes[i - 1]}{before}{shape}")
        if i < last:
            row += words[i + 1][3]
            row += (f"+g={gaps[i + 2]}", f"{shape}>{after}>{shapes[i + 1]}")
            if i < last - 1:
                row += words[i + 2][5]
                row.append(f">{shape}{after}{shapes[i + 1]}{gaps[i + 2]}{shapes[i + 2]}")
        row += (_FROM_START[min(i, 26)], _FROM_END[min(last - i, 12)])
        if shape[0] in "9Y":
            numbers += 1
            row.append(f"n={min(numbers, 6)}")
        row.append(place if i < first_year else f"a{place}")
        rows.append(row)
    return rows


_FROM_START = [f"i={i if i < 6 else 6 + (i - 6) // 4}" for i in range(27)]
_FROM_END = [f"r={i}" for i in range(13)]


def _place_of_year(at: int, length: int) -> str:
    if at < 0:
        return "y0"
    return "y1" if at < length * _EARLY else "y2"


_Word = tuple[str, list[str], list[str], list[str], list[str], list[str]]


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> _Word:
    """Return the shape, and the attributes of a word for itself and for its neighbours at -1, +1, -2 and +2."""
    shape = _shape(word)
    form = _form(word, shape)
    own = [f"w={form}", f"s={shape}"]
    if shape[0] not in "9YM":
        own += (f"p={form[:3]}", f"e={form[-3:]}")
        if len(form) > 4:
            own += (f"p={form[:4]}", f"e={form[-4:]}")
    return (
        shape,
        own,
        [f"-w={form}", f"-s={shape}"],
        [f"+w={form}", f"+s={shape}"],
        [f"--w={form}", f"--s={shape}"],
        [f"++w={form}", f"++s={shape}"],
    )


def _form(word: str, shape: str) -> str:
    if shape[0] in "9Y":
        return word if len(word) == 1 else shape
    return "M" if shape == "M" else word.lower()


def _shape(word: str) -> str:
    size = len(word)
    if word[0] == MASK:
        return "M"
    if word.isdecimal():
        return ("Y" if "1500" <= word <= "2039" else "9999") if size == 4 else "9" * min(size, 6)
    if word.isupper():
        return "X" * min(size, 4)
    if word.islower():
        return "x" if size == 1 else "xx" if size <= 3 else "xxx"
    if word[0].isupper():
        return ("Xx" if size <= 4 else "Xxx") if word[1:].islower() else "XxX"
    if word[0].islower():
        return "xX"
    return "c" if size <= 4 else "cc"  # scripts without case
