"""What the tagger sees of each word: its form, its neighbours, the gaps around it, and where it stands.

This is the hot path of the reference parser, so attributes are built by the list and what can be cached is.
"""

from __future__ import annotations

from functools import lru_cache

from pipelines.references.identifiers import MASK
from pipelines.references.tokens import Tokens

_EARLY = 0.4
_MARKS = frozenset('()[]"')


def features(tokens: Tokens) -> list[list[str]]:
    """Return the attributes of every word, in the order of the words."""
    words = [_word(word) for word in tokens.words]
    if not words:
        return []
    shapes, own, as_previous, as_next, as_last_but_one, as_next_but_one = zip(*words, strict=True)
    before, after = tokens.gaps[:-1], tokens.gaps[1:]
    pairs = [a + b + c for a, b, c in zip(shapes, after, shapes[1:], strict=False)]
    threes = [a + b + c for a, b, c in zip(shapes, after, pairs[1:], strict=False)]
    neighbours = zip(
        ("-w=^", *as_previous),
        (*as_next[1:], "+w=$"),
        ("--w=^", "--w=^", *as_last_but_one),
        (*as_next_but_one[2:], "++w=$", "++w=$"),
        strict=False,
    )
    patterns = (
        (
            "g=" + gap,
            "h=" + ahead,
            gap + "|" + shape + "|" + ahead,
            "<" + pair,
            ">" + next_pair,
            "<" + three,
            ">" + next_three,
        )
        for gap, ahead, shape, pair, next_pair, three, next_three in zip(
            before,
            after,
            shapes,
            ["^", *pairs],
            [*pairs, "$"],
            ["^", "^", *threes],
            [*threes, "$", "$"],
            strict=False,
        )
    )
    count = len(words)
    return [
        [*of_word, *of_neighbours, *of_pattern, from_start, from_end, *where]
        for of_word, of_neighbours, of_pattern, from_start, from_end, where in zip(
            own,
            neighbours,
            patterns,
            _from_start(count),
            _from_end(count),
            _circumstances(shapes, before),
            strict=False,
        )
    ]


@lru_cache(maxsize=512)
def _from_start(count: int) -> list[str]:
    return [f"i={i if i < 6 else 6 + min(i - 6, 20) // 4}" for i in range(count)]


@lru_cache(maxsize=512)
def _from_end(count: int) -> list[str]:
    return [f"r={min(i, 12)}" for i in range(count - 1, -1, -1)]


def _circumstances(shapes: tuple[str, ...], before: list[str]) -> list[tuple[str, ...]]:
    """Say of each word whether it stands in brackets or quotes and before the year, and which number it is."""
    count = len(shapes)
    first_year = shapes.index("Y") if "Y" in shapes else -1
    place = "y0" if first_year < 0 else "y1" if first_year < count * _EARLY else "y2"
    inside = quoted = False
    number = 0
    found: list[tuple[str, ...]] = []
    for i, (shape, gap) in enumerate(zip(shapes, before, strict=True)):
        if not _MARKS.isdisjoint(gap):
            for mark in gap:
                if mark in "([":
                    inside = True
                elif mark in ")]":
                    inside = False
                elif mark == '"':
                    quoted = not quoted
        where = _WHERE[inside, quoted]
        year = place if i < first_year else _AFTER[place]
        if shape[0] in "9Y":
            number += 1
            found.append((where, year, f"n={min(number, 6)}"))
        else:
            found.append((where, year))
    return found


_WHERE = {(a, b): f"d={a:d}{b:d}" for a in (False, True) for b in (False, True)}
_AFTER = {"y0": "ay0", "y1": "ay1", "y2": "ay2"}

_Word = tuple[str, list[str], str, str, str, str]


@lru_cache(maxsize=1 << 16)
def _word(word: str) -> _Word:
    """Return the shape of a word, and its attributes for itself and for its neighbours at +1, -1, +2 and -2."""
    first, _, rest = word.partition(" ")
    shape = _shape(first)
    form = _form(first, shape)
    own = ["w=" + form, "s=" + shape]
    if shape[0] not in "9YM":
        own += ("p=" + form[:3], "e=" + form[-3:])
        if len(form) > 4:
            own += ("p=" + form[:4], "e=" + form[-4:])
    last = rest.rpartition(" ")[2]
    if last:
        own += ("run", "l=" + last)
    last = last or form
    return shape, own, "-w=" + last, "+w=" + form, "--w=" + last, "++w=" + form


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
