"""Names of persons, split into family name, given names and suffix."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.normalise.collectives import is_collective_name
from pipelines.normalise.name_noise import strip_name_noise
from pipelines.normalise.recasing import is_shouted, recased

_PARTICLES = frozenset(
    "van von vom der den de del dela della dello degli dei delle di da do dos das du des la le les lo ten ter"
    " te tot zu zum zur af av al el bin ibn bint ben abu ould st. st san santa 't 's in y".split()
)
# With a capital only these are particles; "Ben", "Al", "San", "Do" are given names far more often.
_CAPITAL_PARTICLES = frozenset(
    "Van Von De Del Della Dello Di Da Dos Das Du La Le El Al St. Ter Ten Den Der".split()
)
_SHORT_FAMILY_NAMES = frozenset(
    "AN BO DO DU FU GU HE HO HU KO LE LI LU MA NG NI OH OU QI SU VU WU XI XU YE YI YU".split()
)
_SUFFIX = re.compile(r"^(?:jr|sr|junior|senior|ii|iii|iv|2nd|3rd|4th)\.?$", re.IGNORECASE)
_INITIALS = re.compile(r"^(?:[^\W\d_]\.?[-‐ ]?){1,4}$")
_DOTTED = re.compile(r"^(?:[^\W\d_]{1,3}\.[-‐]?\s?){1,6}(?:[^\W\d_])?$")
_BARE_INITIALS = re.compile(r"^[^\W\d_](?:-?[^\W\d_]){0,3}$")
_HYPHENED_INITIALS = re.compile(r"^[^\W\d_](?:-[^\W\d_]){1,3}$")
_GLUED_INITIALS = re.compile(r"^((?:[^\W\d_]\.-?){1,5})([^\W\d_][^\W\d_'’-].*)$")
_EAST_ASIAN = re.compile(r"^[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af々\s·・]+$")
#: A word in capitals that is no longer is an acronym where it stands alone.
_ACRONYM = 5


@dataclass(frozen=True, slots=True)
class Name:
    """A name in parts, each as printed (capitals recased) or None.

    ``str()`` gives ``Family, Given, Suffix``, the form of the ``references`` table.
    """

    family: str | None = None
    given: str | None = None
    suffix: str | None = None

    def __str__(self) -> str:
        return ", ".join(part for part in (self.family, self.given, self.suffix) if part)


@lru_cache(maxsize=1 << 14)  # the same people are cited again and again
def person_name(text: str | None) -> Name | None:
    """Split a name given as "Family, Given", "Given Family" or "Family AB"; None where there is none.

    Particles before it stay with the family name; a comma states what is family name (so Spanish double names
    are split only by one, and the "da" of "Silva, Maria da" is given). Latin-script names are otherwise given name first unless a comma, capitals or bare initials state the other order; Chinese,
    Japanese and Korean script is family name first where a space divides it, and an undivided family name
    where not. The name of a group is all family name.
    """
    name = strip_name_noise(text)
    if name is None:
        return None
    if _EAST_ASIAN.match(name):
        family, _, given = name.partition(" ")
        return Name(family, given or None)
    if is_collective_name(name):
        return Name(name)
    parts = [part for part in (piece.strip() for piece in name.split(",")) if part]
    suffix = next((part for part in parts[1:] if _SUFFIX.match(part)), None)
    if suffix and suffix.isupper() and len(suffix) == 2 and len(parts) == 2 and " " not in parts[0]:
        suffix = None  # "Eddy, SR" has two given names
    if suffix:
        parts.remove(suffix)
    if not parts:
        return None
    if len(parts) == 1:
        return _spaced(parts[0].split(), suffix)
    return _comma_form(parts, suffix)


def _comma_form(parts: list[str], suffix: str | None) -> Name:
    words = parts[0].split()
    if suffix is None and len(words) > 1 and _SUFFIX.match(words[-1]):
        suffix, words = words[-1], words[:-1]
    given = " ".join(parts[1:]).split()
    if suffix is None and len(given) > 1 and _SUFFIX.match(given[-1]):
        suffix, given = given[-1], given[:-1]
    return _made(words, given, suffix)


def _spaced(words: list[str], suffix: str | None) -> Name:
    if suffix is None and len(words) > 1 and _SUFFIX.match(words[-1]):
        suffix, words = words[-1], words[:-1]
    if len(words) == 1:
        glued = _GLUED_INITIALS.match(words[0])
        if glued:
            return _made([glued[2]], [glued[1]], suffix)
        # A short word in capitals that stands alone is an organisation's ("WHO") more often than a shouted family name.
        return Name(words[0], None, suffix) if len(words[0]) <= _ACRONYM else _made(words, [], suffix)
    if _stands_last(words):
        cut = len(words) - 1
        while cut > 1 and (_DOTTED.match(words[cut - 1]) or len(words[cut - 1]) == 1):
            cut -= 1
        return _made(words[:cut], words[cut:], suffix)
    shouted = [
        is_shouted(word) and len(word) > 2 and "." not in word and not _HYPHENED_INITIALS.match(word)
        for word in words
    ]
    if shouted[0] and not shouted[-1]:
        cut = next(i for i, loud in enumerate(shouted) if not loud)
        return _made(words[:cut], words[cut:], suffix)
    cut = len(words) - 1
    while cut > 1 and shouted[-1] and shouted[cut - 1] and not shouted[0]:
        cut -= 1
    return _given_first(words, cut, suffix)


def _stands_last(words: list[str]) -> bool:
    """Whether the last word is initials after a family name: "Smith JA", "van der Berg J.A."."""
    last, first = words[-1], words[0]
    if _INITIALS.match(first) and ("." in first or len(first) == 1):
        return False
    if _DOTTED.match(last):
        return True
    if not (_BARE_INITIALS.match(last) and last.isupper()):
        return False
    if all(word.isupper() for word in words):  # in capitals throughout, "LI" is a family name and "JA" is not
        return len(last) == 1 or (len(last) == 2 and last not in _SHORT_FAMILY_NAMES)
    return True


def _given_first(words: list[str], cut: int, suffix: str | None) -> Name:
    if len(words) > 3 and words[-2].lower() in ("y", "i") and words[-2].islower():
        cut = min(cut, len(words) - 3)
    while cut > 1 and _is_particle(words[cut - 1]):
        cut -= 1
    if cut == 1 and words[0].islower() and words[0] in _PARTICLES:
        cut = 0
    glued = _GLUED_INITIALS.match(words[cut]) if cut < len(words) else None
    if glued and cut:
        return _made([glued[2], *words[cut + 1 :]], [*words[:cut], glued[1]], suffix)
    return _made(words[cut:], words[:cut], suffix)


def _is_particle(word: str) -> bool:
    return word in _PARTICLES or word in _CAPITAL_PARTICLES


def _made(family: list[str], given: list[str], suffix: str | None) -> Name:
    if suffix and is_shouted(suffix) and suffix[1:2] in "Rr":
        suffix = suffix.capitalize()
    first = " ".join(given)
    own = [word for word in family if word not in _PARTICLES]
    if is_shouted(" ".join(own)):
        if is_shouted(first) and "." not in first and max(map(len, given)) > 3:
            first = recased(first)
        family = [recased(" ".join(family))]
    return Name(" ".join(family) or None, first or None, suffix)
