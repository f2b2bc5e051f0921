"""One text for the affiliations of all authors that tells whose each is by initials: "University of … (A.B., C.D.); …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from crawler.items import AuthorSaid

_BRACKET = re.compile(r"\(([^()]{2,400})\)")
_BETWEEN = re.compile(r"[,;&]|\band\b")
_LEAD = re.compile(r"(?:[\s,;.–—-]|\b(?:and|from|the)\b){0,12}", re.IGNORECASE)
#: What two or more addresses have in common: "… (A.B.), and … (C.D.) – both in Canada;".
_SHARED = re.compile(
    r"\s?[,–—-]?\s?(both|all)\s(?:in|at|of|from)\s(?:the\s)?([^;]{2,80})(?:;|$)", re.IGNORECASE
)


@dataclass(slots=True)
class _Address:
    """One address and the initials behind it; ``begins`` where a semicolon stands before it."""

    text: str
    codes: frozenset[str]
    begins: bool


def assign_by_initials(authors: Sequence[AuthorSaid]) -> None:
    """Give each author his own part of an affiliation that several have whole and that tells parts by initials.

    A text is left as it is unless it has a part for everyone who has it.
    """
    people = [author for author in authors if not author.is_collective]
    initials = {id(author): _initials(author) for author in people}
    known = frozenset(code for codes in initials.values() for code in codes)
    for text in dict.fromkeys(text for author in people for text in author.affiliations if "(" in text):
        holders = [author for author in people if text in author.affiliations]
        addresses = _addresses(text, known) if len(holders) > 1 else []
        own = {
            id(holder): [part.text for part in addresses if part.codes & initials[id(holder)]]
            for holder in holders
        }
        if len(addresses) > 1 and all(own.values()):
            for holder in holders:
                at = holder.affiliations.index(text)
                holder.affiliations[at : at + 1] = own[id(holder)]


def _initials(author: AuthorSaid) -> frozenset[str]:
    """The initials of a name, with and without those of its particles ("de", "van")."""
    words = [word for word in re.split(r"[^\w’']+", f"{author.given or ''} {author.family or ''}") if word]
    spelled = (
        "".join(word[0] for word in chosen) for chosen in (words, [w for w in words if not w.islower()])
    )
    return frozenset(code.upper() for code in spelled if len(code) > 1)


def _code(piece: str) -> str:
    """The letters of "A.-B. v.C."; "" for a word."""
    letters = re.sub(r"\W", "", piece)
    return letters.upper() if sum(letter.isupper() for letter in letters) > 1 else ""


def _addresses(text: str, known: frozenset[str]) -> list[_Address]:
    found: list[_Address] = []
    start = 0
    for bracket in _BRACKET.finditer(text):
        codes = frozenset(map(_code, _BETWEEN.split(bracket.group(1))))
        if not codes <= known:
            continue
        between = text[start : bracket.start()]
        shared = _SHARED.match(between) if found else None
        if shared:
            _share(found, shared.group(1).lower(), shared.group(2))
            between = between[shared.end() :]
        begins = shared is not None or not found or between.lstrip().startswith(";")
        lead = _LEAD.match(between)
        found.append(_Address(between[lead.end() if lead else 0 :].strip(" ,;"), codes, begins))
        start = bracket.end()
    if found and (shared := _SHARED.match(text[start:].rstrip(" ."))):
        _share(found, shared.group(1).lower(), shared.group(2))
    return [address for address in found if address.text]


def _share(found: list[_Address], word: str, place: str) -> None:
    """Write what "both" of the last two addresses, or "all" since the last semicolon, have in common."""
    count = 2 if word == "both" else 1 + next((n for n, part in enumerate(reversed(found)) if part.begins), 0)
    for address in found[-count:]:
        address.text = f"{address.text}, {place.strip(' .,')}"
