"""Author lists in the ways styles print them."""

from __future__ import annotations

import random
from collections.abc import Callable

Person = tuple[str, str]  # family name, given names written out or initials


def initials(given: str, dot: str = ".", gap: str = " ") -> str:
    """Return "J. A." for "John A.": ``dot`` after each letter, ``gap`` between them."""
    words = [word for word in given.replace(".", " ").replace("-", " ").split() if word[0].isalpha()]
    letters = [c for word in words for c in (word if word.isupper() and len(word) <= 3 else word[0])]
    return (dot + gap).join(letters) + dot


def _joined(names: list[str], comma: str, last: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return comma.join(names[:-1]) + last + names[-1]


def vancouver(people: list[Person]) -> str:
    """Return "Smith JA, Lee B"."""
    return ", ".join(f"{family} {initials(given, '', '')}" for family, given in people)


def vancouver_spaced(people: list[Person]) -> str:
    """Return "Smith J A, Lee B"."""
    return ", ".join(f"{family} {initials(given, '', ' ')}" for family, given in people)


def vancouver_dotted(people: list[Person]) -> str:
    """Return "Smith J.A., and Lee B."."""
    return _joined([f"{family} {initials(given, '.', '')}" for family, given in people], ", ", ", and ")


def apa(people: list[Person]) -> str:
    """Return "Smith, J. A., & Lee, B."."""
    return _joined([f"{family}, {initials(given)}" for family, given in people], ", ", ", & ")


def nature(people: list[Person]) -> str:
    """Return "Smith, J. A. & Lee, B."."""
    return _joined([f"{family}, {initials(given)}" for family, given in people], ", ", " & ")


def harvard(people: list[Person]) -> str:
    """Return "Smith, J.A. and Lee, B."."""
    return _joined([f"{family}, {initials(given, '.', '')}" for family, given in people], ", ", " and ")


def cell(people: list[Person]) -> str:
    """Return "Smith, J.A., and Lee, B."."""
    return _joined([f"{family}, {initials(given, '.', '')}" for family, given in people], ", ", ", and ")


def acs(people: list[Person]) -> str:
    """Return "Smith, J. A.; Lee, B."."""
    return "; ".join(f"{family}, {initials(given)}" for family, given in people)


def abnt(people: list[Person]) -> str:
    """Return "SMITH, J. A.; LEE, B."."""
    return "; ".join(f"{family.upper()}, {initials(given)}" for family, given in people)


def ieee(people: list[Person]) -> str:
    """Return "J. A. Smith and B. Lee"."""
    return _joined(
        [f"{initials(given)} {family}" for family, given in people],
        ", ",
        ", and " if len(people) > 2 else " and ",
    )


def physics(people: list[Person]) -> str:
    """Return "J. A. Smith, B. Lee"."""
    return ", ".join(f"{initials(given)} {family}" for family, given in people)


def tight(people: list[Person]) -> str:
    """Return "J.A. Smith, B. Lee"."""
    return ", ".join(f"{initials(given, '.', '')} {family}" for family, given in people)


def bare(people: list[Person]) -> str:
    """Return "JA Smith, B Lee"."""
    return ", ".join(f"{initials(given, '', '')} {family}" for family, given in people)


def full(people: list[Person]) -> str:
    """Return "John A. Smith, Ben Lee"."""
    last = (" and ", ", and ", ", ")[len(people) % 3]
    return _joined([f"{given} {family}" for family, given in people], ", ", last)


def chicago(people: list[Person]) -> str:
    """Return "Smith, John A., and Ben Lee"."""
    first, *others = people
    return _joined(
        [f"{first[0]}, {first[1]}", *(f"{given} {family}" for family, given in others)], ", ", ", and "
    )


def ams(people: list[Person]) -> str:
    """Return "Smith, J. A., and B. Lee"."""
    first, *others = people
    return _joined(
        [f"{first[0]}, {initials(first[1])}", *(f"{initials(given)} {family}" for family, given in others)],
        ", ",
        ", and ",
    )


def glued(people: list[Person]) -> str:
    """Return "Smith JALee B", as pages print that lost their separators."""
    return "".join(f"{family} {initials(given, '', '')}" for family, given in people)


def families(people: list[Person]) -> str:
    """Return "Smith and Lee"."""
    return _joined([family for family, _ in people], ", ", " and ")


STYLES: dict[str, Callable[[list[Person]], str]] = {
    "vancouver": vancouver,
    "spaced": vancouver_spaced,
    "dotted": vancouver_dotted,
    "apa": apa,
    "nature": nature,
    "harvard": harvard,
    "cell": cell,
    "acs": acs,
    "abnt": abnt,
    "ieee": ieee,
    "physics": physics,
    "tight": tight,
    "bare": bare,
    "full": full,
    "chicago": chicago,
    "ams": ams,
    "glued": glued,
    "families": families,
}


def printed(rng: random.Random, style: str, people: list[Person]) -> str:
    """Return the list in a style, cut by "et al." now and then."""
    keep = rng.choice([1, 3, 6]) if rng.random() < 0.25 else len(people)
    text = STYLES[style](people[:keep])
    return text + rng.choice([" et al.", ", et al.", ", et al"]) if keep < len(people) else text
