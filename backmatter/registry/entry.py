"""One organisation as a dump gives it: what every format is read into, and what the index is made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal, TypeVar

#: ``ror``: Research Organization Registry; ``crossref``: Crossref Funder Registry.
Kind = Literal["ror", "crossref"]

T = TypeVar("T")

_NUMBER = re.compile(r"(?:10\.13039/|^)(\d{9,14})$")


class NotAnEntryError(ValueError):
    """A record that is no organisation of the registry; the message says what it lacks."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One organisation.

    Attributes:
        id: ROR URL, or ``10.13039/…``.
        name: The name that the registry shows.
        country: ISO 3166 alpha-2; None where there is none, or several.
        city: As the registry spells it.
        status: ``active``, ``inactive`` or ``withdrawn``.
        successor: Id of the only organisation that has taken its place.
        names: All names other than acronyms.
        acronyms: As the registry spells them.
        numbers: Its numbers in the Crossref Funder Registry, and whether each is the one that ROR prefers.
        changed: ISO date of the last change; None where the dump does not say.
    """

    id: str
    name: str
    country: str | None = None
    city: str | None = None
    status: str = "active"
    successor: str | None = None
    names: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    numbers: tuple[tuple[str, bool], ...] = ()
    changed: str | None = None


def funder_number(text: object) -> str | None:
    """The bare number of a funder, out of its DOI in any form or the number itself."""
    found = _NUMBER.search(str(text).strip()) if text is not None else None
    return found[1] if found else None


def member(record: object, name: str, kind: type[T]) -> T:
    """A member that a record must have.

    Raises:
        NotAnEntryError: If it has none, or one of another type.
    """
    value = record.get(name) if isinstance(record, dict) else None
    if not isinstance(value, kind):
        raise NotAnEntryError(f"has no {name!r} of the kind expected")
    return value
