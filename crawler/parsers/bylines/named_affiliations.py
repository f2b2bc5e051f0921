"""Addresses that name their authors: "Department of Radiology (Drs George and Vincent), University of …; …"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import islice

from crawler.items import AuthorSaid
from crawler.parsers.text import collapse

_LEAD = re.compile(
    r"^(?:author )?affiliations?\s?:?\s|^from the |^from (?=[A-Z])|^and (?:the )?", re.IGNORECASE
)
_NAMES = re.compile(r"\(([^()]{2,300})\)")
_WORD = re.compile(r"\w+")
#: Parts of an address, and words before its first one, that are looked at.
_MOST_PARTS, _MOST_LEADS = 500, 3
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
    by_word: dict[str, list[tuple[str, AuthorSaid]]] = defaultdict(list)
    for author in found:
        if words := _WORD.findall(family := _family(author)):
            by_word[words[0]].append((family, author))
    waiting: list[str] = []
    for part in islice(_PART_END.split(text), _MOST_PARTS):
        own = _tidy(part)
        if not own:
            continue
        waiting.append(own)
        people = _named(" ".join(_NAMES.findall(part)), by_word)
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
    for _ in range(_MOST_LEADS):
        part = _LEAD.sub("", part, count=1)
    return part


def _family(author: AuthorSaid) -> str:
    name = author.name or ""
    return author.family or (name.partition(",")[0] if "," in name else name.rpartition(" ")[2])


def _named(text: str, by_word: Mapping[str, Sequence[tuple[str, AuthorSaid]]]) -> list[AuthorSaid]:
    """The authors whose family names a text has as words, by the first word of each name."""
    candidates = [pair for word in dict.fromkeys(_WORD.findall(text)) for pair in by_word.get(word, ())]
    return [
        author
        for family, author in candidates
        if re.search(rf"(?<!\w){re.escape(family)}(?!\w)", text) is not None
    ]
