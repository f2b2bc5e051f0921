"""Names as printed, made comparable: what is the name, which country goes with it, which acronym."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from pipelines.funding.places import country_of, is_place, nationality
from pipelines.funding.table import key
from pipelines.normalise.countries import country_named

_BRACKET = re.compile(r"\s?[(\[]([^()\[\]]{1,120})[)\]]")
_ACRONYM = re.compile(r"[^\W\d_][\w.&*+/-]{1,14}")
#: Words of which alone no name is told from its namesakes in other countries.
_COMMON = frozenset(
    """
    of the and for in on to de la du des et y e and national federal state central general public royal higher
    ministry ministries department departments office bureau agency authority administration commission committee
    government council board institute institutes institution centre center academy academies foundation fund
    funds trust association society university college school faculty hospital hospitals clinic laboratory
    laboratories library museum service services programme program division section unit group union bank
    education research researches science sciences scientific technology technologies technological technical
    engineering innovation innovations development industry industrial trade commerce economy economic economics
    economical finance business management health healthcare medical medicine biomedical clinical nursing public
    agriculture agricultural food forestry fisheries environment environmental energy water climate nature natural
    resources defence defense interior foreign affairs justice labour labor social sport sports youth culture
    cultural arts humanities transport infrastructure communication communications information digital computer
    physics chemistry biology mathematics mathematical physical chemical biological geology geological astronomy
    cancer heart disease diseases prevention control planning policy statistics standards safety training advanced
    applied basic fundamental regional graduate postgraduate doctoral
    """.split()
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a printed name: the key of the name proper, and the country that is printed beside it."""

    key: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class PrintedName:
    """A printed name taken apart.

    Attributes:
        bare: The name without what stands in brackets.
        readings: Ways to take it, the most literal first.
        acronyms: What stands in brackets and looks like an acronym, as `acronym_key` spells it.
        acronym: The same for a name that is nothing but an acronym; else None.
    """

    bare: str
    readings: tuple[Reading, ...]
    acronyms: tuple[str, ...]
    acronym: str | None


def name_key(name: str) -> str:
    """What names of organisations are compared by: no case, accents, punctuation or leading article; "&" is "and".

    >>> name_key("The Agency for Science & Technology")
    'agency for science and technology'
    """
    return key(name.replace("&", " and ") if "&" in name else name)


def acronym_key(acronym: str) -> str:
    """What acronyms are compared by: their letters as printed, without stops and spaces.

    >>> acronym_key("F.R.S. - FNRS")
    'FRS-FNRS'
    """
    return re.sub(r"[.\s]", "", unicodedata.normalize("NFC", acronym))


def is_common(name: str) -> bool:
    """Whether a name, as `name_key` spells it, is made of words that bodies of any country have in theirs."""
    return all(word in _COMMON for word in name.split())


@lru_cache(maxsize=20_000)
def read_name(printed: str) -> PrintedName:
    """Take a printed name apart.

    "Medical Research Council (MRC), UK" is read as the key "medical research council", once with the country GB;
    "Singapore Ministry of Education" as itself, and as "ministry of education" of SG.
    """
    inside = [text.strip() for text in _BRACKET.findall(printed)]
    bare = " ".join(_BRACKET.sub(" ", printed).split()).strip(" ,;.")
    told = next((code for text in inside if (code := _country(text))), None)
    head, _, tail = bare.rpartition(",")
    readings = []
    if head and is_country_or_place(tail):
        readings.append(Reading(name_key(head), _country(tail) or told))
    whole = name_key(bare)
    readings.insert(0, Reading(whole, told))
    readings += _without_country(whole)
    acronyms = tuple(acronym_key(text) for text in inside if _is_acronym(text))
    alone = head.strip() if head and is_country_or_place(tail) else bare
    return PrintedName(
        bare,
        tuple(reading for reading in dict.fromkeys(readings) if reading.key),
        acronyms,
        acronym_key(alone) if _is_acronym(alone) else None,
    )


def is_country_or_place(text: str) -> bool:
    """Whether a text names a place and nothing else."""
    return is_place(key(text)) or country_named(text) is not None


def _country(text: str) -> str | None:
    found = key(text)
    return country_of(found) if is_place(found) else country_named(text)


def _without_country(whole: str) -> list[Reading]:
    """Readings of a key that begins with a country or its adjective, or ends with "of COUNTRY"."""
    words = whole.split()
    found = []
    for size in (2, 1):
        code = country_named(" ".join(words[:size])) or (
            nationality(words[0]) if size == 1 and words else None
        )
        if code and len(words) - size > 1:
            found.append(Reading(" ".join(words[size:]), code))
    pieces = whole.split(" of ")
    for cut in range(1, len(pieces)):
        head, tail = " of ".join(pieces[:cut]), " of ".join(pieces[cut:])
        code = _country(tail.removeprefix("the "))
        if code and " " in head:
            return [*found, Reading(head, code)]
    return found


def _is_acronym(text: str) -> bool:
    return _ACRONYM.fullmatch(text) is not None and sum(letter.isupper() for letter in text) > 1
