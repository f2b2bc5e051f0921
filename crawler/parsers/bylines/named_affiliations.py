"""Addresses that name their authors: "Department of Radiology (Drs George and Vincent), University of …; …"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crawler.items import AuthorSaid
from crawler.parsers.text import collapse

_LEAD = re.compile(
    r"^(?:author )?affiliations?\s?:?\s|^from the |^from (?=[A-Z])|^and (?:the )?", re.IGNORECASE
)
_NAMES = re.compile(r"\(([^()]{2,300})\)")
_PART_END = re.compile(r";(?![^()]{0,300}\))")


def read_named_affiliations(text: str, authors: Sequence[AuthorSaid]) -> list[AuthorSaid]:
    """Who belongs to which part of an address, by the family names in its brackets.

    A part without names goes with the next that has some; a text that names nobody is everybody's.

    Args:
        text: The whole address, parts ended by semicolons.
        authors: The article's authors as another source has them.

    Returns:
        One for each author, with the name of ``authors`` and the affiliations alone.
    """
    found = [AuthorSaid(name=author.name, family=author.family, given=author.given) for author in authors]
    waiting: list[str] = []
    for part in _PART_END.split(text):
        own = _tidy(part)
        if not own:
            continue
        waiting.append(own)
        named = " ".join(_NAMES.findall(part))
        people = [author for author in found if _is_in(author, named)]
        for author in people:
            author.affiliations += waiting
        if people:
            waiting = []
    if waiting and not any(author.affiliations for author in found):
        for author in found:
            author.affiliations = list(waiting)
    return found


def _tidy(part: str) -> str:
    part = collapse(part).strip(" .,")
    while lead := _LEAD.match(part):
        part = part[lead.end() :]
    return part


def _is_in(author: AuthorSaid, named: str) -> bool:
    family = author.family or (author.name or "").partition(",")[0].split(" ")[-1]
    if author.name and "," in author.name and not author.family:
        family = author.name.partition(",")[0]
    return bool(family) and re.search(rf"(?<!\w){re.escape(family)}(?!\w)", named) is not None
