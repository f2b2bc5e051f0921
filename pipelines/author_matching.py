"""Which author of one list is which of another: never the namesake."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from crawler.items import AuthorSaid
from pipelines import normalise
from pipelines.scalars import key_of

#: "J", "JA" and "J.A." are initials; a longer word is a name.
_MOST_INITIALS = 3


class Counterparts:
    """Finds the authors of one list in another.

    Lists of equal length are in the same order unless names contradict it. In lists of different length only the
    name tells, so a name that fits two people finds none: a missing ORCID is better than that of another.

    Args:
        base: The authors that are looked for.
        others: The authors of the other list.
    """

    def __init__(self, base: Sequence[AuthorSaid], others: Sequence[AuthorSaid]) -> None:
        self._others = others
        self._parallel = len(base) == len(others)
        self._in_base = _by_family(base)
        self._by_family = _by_family(others)

    def of(self, author: AuthorSaid, index: int) -> AuthorSaid | None:
        """The author at ``index`` of the base list as the other list has them, or None."""
        if self._parallel:
            match = self._others[index]
            if author.is_collective or match.is_collective or _may_be_same(author, match):
                return match
        found = _of_this_name(name_of(author), self._by_family)
        if len(found) != 1 or len(_of_this_name(name_of(found[0]), self._in_base)) > 1:
            return None
        return found[0]


def name_of(author: AuthorSaid) -> normalise.Name:
    """The name in parts: as the source has them, else split by rule."""
    if family := normalise.text(author.family):
        return normalise.Name(family, normalise.text(author.given), normalise.text(author.suffix))
    return normalise.person_name(author.name) or normalise.Name()


def family_key(author: AuthorSaid) -> str:
    """The family name, for comparing."""
    return key_of(name_of(author).family or "")


def is_among(author: AuthorSaid, others: Sequence[AuthorSaid]) -> bool:
    """Whether a list has somebody of this family name whose given name may be the same."""
    family, given = family_key(author), name_of(author).given
    return any(family_key(other) == family and given_agree(given, name_of(other).given) for other in others)


def given_agree(one: str | None, other: str | None) -> bool:
    """Whether two given names may be one person's: "Jie", "J." and "Jie Min" may, "Jie" and "Jun" may not."""
    if not one or not other:
        return True
    first, second = one.split()[0], other.split()[0]
    a, b = key_of(first), key_of(second)
    if _are_initials(first) or _are_initials(second):
        return a[:1] == b[:1]
    whole_a, whole_b = key_of(one), key_of(other)
    return a.startswith(b) or b.startswith(a) or whole_a.startswith(b) or whole_b.startswith(a)


def _are_initials(word: str) -> bool:
    letters = key_of(word)
    return len(letters) == 1 or "." in word or (word.isupper() and len(letters) <= _MOST_INITIALS)


_Named = tuple[normalise.Name, AuthorSaid]


def _by_family(authors: Sequence[AuthorSaid]) -> dict[str, list[_Named]]:
    found: dict[str, list[_Named]] = defaultdict(list)
    for author in authors:
        name = name_of(author)
        found[_last_word(name)].append((name, author))
    return found


def _last_word(name: normalise.Name) -> str:
    """What a family name is looked up by: "van Walraven, Carl" is also split "Carl van" and "Walraven"."""
    return key_of(name.family.split()[-1]) if name.family else ""


def _of_this_name(name: normalise.Name, by_family: dict[str, list[_Named]]) -> list[AuthorSaid]:
    """The authors who have exactly this name, else those who may have it."""
    key = _whole(name)
    near = by_family.get(_last_word(name), []) if key else []
    return [author for other, author in near if _whole(other) == key] or [
        author
        for other, author in near
        if _family_ends_alike(name, other) and given_agree(name.given, other.given)
    ]


def _may_be_same(one: AuthorSaid, other: AuthorSaid) -> bool:
    """Whether two names do not contradict each other, where their places agree already."""
    a, b = name_of(one), name_of(other)
    if _whole(a) == _whole(b):
        return True
    initial_a, initial_b = key_of(a.given or "")[:1], key_of(b.given or "")[:1]
    return _family_ends_alike(a, b) and (initial_a == initial_b or not initial_a or not initial_b)


def _family_ends_alike(one: normalise.Name, other: normalise.Name) -> bool:
    a, b = key_of(one.family or ""), key_of(other.family or "")
    return bool(a and b) and (a.endswith(b) or b.endswith(a))


def _whole(name: normalise.Name) -> str:
    return key_of(f"{name.given or ''} {name.family or ''}")
