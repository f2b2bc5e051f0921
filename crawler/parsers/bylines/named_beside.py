"""Which of the page's authors an element names, and which one a mark in a by-line stands beside."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.items import AuthorSaid, PageReading
from crawler.parsers.text import Element, collapse, text_of, written_of

_INITIALS = re.compile(r"(?:[A-Z]\.?[\s-]?){1,3}")
#: Levels above a mark, and characters of an element, in which one author's name, address and links may stand.
_CLIMB = 6
_LONGEST = 900
_SHORTEST_FAMILY = 3


def known_names(reading: PageReading) -> list[str]:
    """The authors' names in the order in which by-lines print them, of the source that has most."""
    lists = [
        list(dict.fromkeys(name for author in listing.authors if (name := printed_name(author))))
        for listing in reading.author_lists
        if listing.complete
    ]
    return max(lists, key=lambda names: (len(names), sum(map(len, names))), default=[])


def printed_name(author: AuthorSaid) -> str | None:
    """A name in the order in which by-lines print it."""
    if author.family:
        return collapse(f"{author.given or ''} {author.family}")
    family, comma, given = (author.name or "").partition(",")
    return collapse(f"{given} {family}" if comma else author.name) or None


def named_in(text: str, names: list[str]) -> list[str]:
    """The names that a text has whole, or else by the family name alone."""
    whole = [name for name in names if name in text]
    # "Min Li" also stands where "Min Lin" does.
    whole = [name for name in whole if not any(name in other and name != other for other in whole)]
    return whole or [name for name in names if (family := _family(name)) and family.search(text)]


def author_beside(mark: Element, names: list[str]) -> list[str]:
    """The author in the smallest element around a mark that names any, if it names no other; none otherwise."""
    named = named_around(mark, names)
    return named if len(named) == 1 else []


def named_around(mark: Element, names: list[str]) -> list[str]:
    """The authors in the smallest element around a mark that names any."""
    node: Element | None = mark if names else None
    for _ in range(_CLIMB):
        if node is None or node.tag in {"body", "html"} or len(written_of(node)) > _LONGEST:
            break
        if named := named_in(text_of(node), names):
            return named
        node = node.getparent()
    return []


@lru_cache(maxsize=1024)
def _family(name: str) -> re.Pattern[str] | None:
    """The family name as a word of its own; the other part of a name may be initials, in either order."""
    first, _, last = name.rpartition(" ")
    family = first if first and _INITIALS.fullmatch(last) else last
    return re.compile(rf"(?<!\w){re.escape(family)}(?!\w)") if len(family) >= _SHORTEST_FAMILY else None
