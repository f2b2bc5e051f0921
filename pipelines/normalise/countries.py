"""Countries as ISO 3166 alpha-2 codes, read from the end of an address."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

import pycountry

from pipelines.normalise.country_names import ALIASES, REGIONS, US_STATE_CODES

_ZIP = re.compile(rf"\b(?:{US_STATE_CODES})\.?\s?\d{{5}}(?:-\d{{4}})?$")
_STATE = re.compile(rf"^(?:{US_STATE_CODES}|D\.C\.|N\.[CJY]\.)$")
_EMAIL = re.compile(r"[\s,;.(]{0,9}(?:e-?mail:?\s?)?[^\s@]{1,64}@[^\s@]{1,120}$", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:U\.?\s?S\.?\s?A|U\.\s?S|U\.?\s?K|P\.?\s?R\.?\s?C|U\.?\s?A\.?\s?E)\b\.?")
_EDGE = " \t\n.,;:()[]*†‡§-–—"


def country(text: str | None) -> str | None:
    """Return the ISO 3166 alpha-2 code of the country at the end of an address, or of a country's name.

    "…, Boston, MA 02115" is US by its ZIP code. Without a country, and where a name may be a state as well
    ("Georgia"), None.
    """
    if not text:
        return None
    address = text[-400:].strip(_EDGE)
    if "@" in address:
        address = _EMAIL.sub("", address).strip(_EDGE)
    whole = _names().get(_folded(text)) if len(text) < 60 else None
    if whole and whole != "GE":
        return whole
    parts = [part.strip(_EDGE) for part in re.split(r"[,;]", address) if part.strip(_EDGE)]
    if not parts:
        return None
    found = _of_part(parts[-1], parts[:-1])
    if found is None and len(parts) > 1 and _postal(parts[-1]):
        found = _of_part(parts[-2], [])
    return found


def country_named(text: str) -> str | None:
    """The code of the country whose name the whole text is; None for anything else, and for "Georgia"."""
    found = _names().get(_folded(_SHORT.sub(lambda m: re.sub(r"[\s.]", "", m[0]), text)))
    return None if found == "GE" else found


def _of_part(part: str, before: list[str]) -> str | None:
    if _ZIP.search(part) or (_STATE.match(part) and before):
        return "US"
    words = _folded(_SHORT.sub(lambda m: re.sub(r"[\s.]", "", m[0]), part)).split()
    names = _names()
    for size in range(
        min(7, len(words)), 0, -1
    ):  # the longest name at the end: "Papua New Guinea" before "Guinea"
        found = names.get(" ".join(words[-size:]))
        if found:
            return None if found == "GE" and not _is_caucasus(before) else found
    return None


def _is_caucasus(before: list[str]) -> bool:
    return any(re.search(r"tbilisi|batumi|kutaisi", part, re.IGNORECASE) for part in before)


def _postal(part: str) -> bool:
    return any(c.isdigit() for c in part) and len(part) <= 10


def _folded(text: str) -> str:
    text = "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))
    return " ".join(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text)))


@cache
def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for item in pycountry.countries:
        for name in (item.name, getattr(item, "official_name", ""), getattr(item, "common_name", "")):
            for form in (name, name.split(",")[0] if item.alpha_2 not in ("KP", "CD") else ""):
                if form:
                    found[_folded(form)] = item.alpha_2
    for code, names in [*REGIONS.items(), *ALIASES.items()]:
        found.update(dict.fromkeys((_folded(name) for name in names.split("|")), code))
    return found
