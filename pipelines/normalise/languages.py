"""Languages as ISO 639-1 codes."""

from __future__ import annotations

import re
from functools import cache

import pycountry

_TAG = re.compile(r"^([A-Za-z]{2,3})(?:[-_][A-Za-z0-9]{1,8}){0,4}$")
# Names that pages print and ISO does not list, and bibliographic (639-2/B) codes.
_OTHERS = {
    "deutsch": "de", "français": "fr", "francais": "fr", "español": "es", "espanol": "es", "castellano": "es",
    "português": "pt", "portugues": "pt", "italiano": "it", "nederlands": "nl", "polski": "pl",
    "русский": "ru", "中文": "zh", "汉语": "zh", "日本語": "ja", "한국어": "ko", "türkçe": "tr",
    "čeština": "cs", "svenska": "sv", "dansk": "da", "norsk": "no", "suomi": "fi", "magyar": "hu",
    "українська": "uk", "greek": "el", "malay": "ms", "swahili": "sw", "farsi": "fa", "mandarin": "zh",
}  # fmt: skip


def language(text: str | None) -> str | None:
    """Return the ISO 639-1 code of a tag (``en-GB``), code (``eng``, ``ger``) or name ("Portuguese")."""
    if not text:
        return None
    name = " ".join(text.split()).partition(";")[0].strip(".,;:()[] ").lower()
    known = _OTHERS.get(name)
    if known:
        return known
    match = _TAG.match(name)
    if match:
        return _codes().get(match[1])
    return _names().get(name)


@cache
def _codes() -> dict[str, str]:
    found: dict[str, str] = {}
    for item in pycountry.languages:
        short = getattr(item, "alpha_2", None)
        if short:
            for code in (short, item.alpha_3, getattr(item, "bibliographic", None)):
                if code:
                    found[code] = short
    return found


@cache
def _names() -> dict[str, str]:
    return {
        name.lower(): item.alpha_2
        for item in pycountry.languages
        if hasattr(item, "alpha_2")
        for name in (item.name, getattr(item, "common_name", None), item.name.split(" (")[0])
        if name
    }
