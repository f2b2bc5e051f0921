"""The built-in table of much-named funders: their names, acronyms, countries and ROR ids."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from pipelines.funding.places import nationality

_WORD = re.compile(r"[^\W_]+")
# soft hyphens, spaces of no width, and accents that stand apart from their letter
_APART = re.compile(r"[\u00ad\u200b]|\s?[´¨˜]|\s(?=[\u0300-\u036f])")
# the stops inside "U.S." and "W. M.", so that both spellings are one
_DOTTED = re.compile(r"(?<=\b[^\W\d_])\.\s?(?=[^\W\d_](?:\.|\b))")


@dataclass(frozen=True, slots=True)
class Funder:
    """One funder of the table.

    Attributes:
        name: Its name in English, or its own where that is the usual one.
        country: ISO 3166 alpha-2, ``EU`` for the European Union, empty where several bodies share the name.
        ror: ROR URL; None where the table knows none, or where the printed name is shared by several bodies.
        part_of: The name of the funder that it belongs to, or empty.
        number: Its number in the Crossref Funder Registry (``100000001``), or empty.
    """

    name: str
    country: str
    ror: str | None
    part_of: str = ""
    number: str = ""


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """`name` without case, accents, punctuation and a leading article: how names are compared.

    >>> key("The Fundação para a Ciência e a Tecnologia (FCT)")
    'fundacao para a ciencia e a tecnologia fct'
    """
    low = fold(name).casefold()
    found = _WORD.findall(_DOTTED.sub("", low) if "." in low else low)
    return " ".join(found[1:] if len(found) > 1 and found[0] == "the" else found)


def fold(name: str) -> str:
    """`name` without accents, soft hyphens and spaces of no width."""
    if name.isascii():
        return name
    name = _APART.sub("", name).replace("ı", "i")
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def find(name: str) -> Funder | None:
    """The funder of this name, or of this acronym exactly as it is usually printed; None if the table has none."""
    by_name, by_acronym = _table()
    return by_acronym.get(name) or by_name.get(key(name))


def find_key(name_key: str) -> Funder | None:
    """As `find`, for a name that `key` has already been applied to; no acronyms.

    A nationality before the name is passed over where it is the funder's own: "French Agence Nationale de la Recherche".
    """
    by_name = _table()[0]
    found = by_name.get(name_key)
    if found is None:
        first, _, rest = name_key.partition(" ")
        country = nationality(first)
        if country is not None and rest:
            other = by_name.get(rest)
            found = other if other is not None and other.country == country else None
    return found


def find_acronym(acronym: str) -> Funder | None:
    """The funder that is usually called by this acronym."""
    return _table()[1].get(acronym)


def find_number(number: str) -> Funder | None:
    """The funder with this number in the Crossref Funder Registry, if the table is sure of it."""
    return _numbers().get(number)


def find_ror(ror: str) -> Funder | None:
    """The funder with this ROR URL."""
    return _rors().get(ror)


@cache
def _rors() -> dict[str, Funder]:
    return {funder.ror: funder for funder, _, _ in _rows() if funder.ror}


@cache
def _numbers() -> dict[str, Funder]:
    return {funder.number: funder for funder, _, _ in _rows() if funder.number}


@cache
def _table() -> tuple[dict[str, Funder], dict[str, Funder]]:
    by_name: dict[str, Funder] = {}
    by_acronym: dict[str, Funder] = {}
    for funder, names, acronyms in _rows():
        shared = Funder(funder.name, funder.country, None)
        for name in names:
            by_name.setdefault(key(name), shared if name.startswith("?") else funder)
        for acronym in acronyms:
            by_acronym.setdefault(acronym.lstrip("?"), shared if acronym.startswith("?") else funder)
    return by_name, by_acronym


def _rows() -> Iterator[tuple[Funder, list[str], list[str]]]:
    """Rows of the file: the funder, its names, its acronyms; "?" before one that several bodies share."""
    lines = files("pipelines").joinpath("data", "funders.tsv").read_text("utf-8").splitlines()
    for line in lines[1:]:
        ror, country, name, others, acronyms, part_of, number = line.split("\t")
        funder = Funder(name.lstrip("?"), country, f"https://ror.org/{ror}" if ror else None, part_of, number)
        yield funder, [name, *filter(None, others.split("|"))], [a for a in acronyms.split("|") if a]


def may_begin(first_words: str) -> bool:
    """Whether some name of the table begins with these two words (as `key` spells them)."""
    return first_words in _beginnings()


@cache
def _beginnings() -> frozenset[str]:
    return frozenset(" ".join(name.split(" ", 2)[:2]) for name in _table()[0])
