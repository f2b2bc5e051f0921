"""Take a name apart into the funder and the scheme that is printed in one run with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.funding import table
from pipelines.funding.names import Name, main_head
from pipelines.funding.places import country_of, is_place, nationality
from pipelines.funding.table import Funder
from pipelines.funding.tokens import Tokens

_OF_THE = re.compile(r"\s+of(?:\s+the)?$", re.IGNORECASE)
_NAME_ENDS = "CHKPlp)"
#: What a funder of the table gives through: "Scientific Research Fund of the JSPS".
_GIVES_THROUGH = frozenset("fund funds program programme project plan scheme initiative scholarship".split())


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in its parts.

    Attributes:
        funder: The funder as printed, with its acronym in brackets.
        scheme: The words of the name that are a programme or a kind of grant, or None.
        scheme_first: The token that the scheme begins with.
        known: The funder of the table that the name begins with, whatever follows.
        identity: The funder of the table that the name means.
        programme: Whether the name is of a programme, with no body in it.
        fellowship: Whether the name can only be of a kind of grant (``Marie Curie``, ``Alon``).
        european: Whether it is of the European Union.
    """

    funder: str
    scheme: str | None
    scheme_first: int
    known: Funder | None
    identity: Funder | None
    programme: bool = False
    fellowship: bool = False
    european: bool = False


def split_name(tokens: Tokens, classes: str, name: Name) -> Parts:
    """The parts of `name`."""
    first, stop, core = name.first, name.stop, name.core
    known, cut = _known_prefix(tokens, classes, first, core)
    if known is not None:
        return _known_parts(tokens, classes, name, known, cut)
    part = classes[first:core]
    body = max(part.rfind("H"), part.rfind("l"))
    programme = body < 0 and ("P" in part or "p" in part)
    if programme or (body >= 0 and main_head(tokens, classes, first, core) in _GIVES_THROUGH):
        split = _programme_of(tokens, classes, first, core)
        if split:
            funder, scheme = tokens.span(split, stop), tokens.span(first, split)
            found = table.find(tokens.span(split, core))
            return Parts(funder, _OF_THE.sub("", scheme.strip()), first, found, found)
    if body < 0:
        if (
            not programme
            and part[0] == "K"
            and part[1:].strip("C") == ""
            and len(part) > 1
            and classes[stop : stop + 1] == "g"
        ):
            return Parts(tokens.words[first], tokens.span(first + 1, stop), first + 1, None, None)
        plain = all(c in "CI-'" for c in part)
        return Parts(tokens.span(first, stop), None, stop, None, None, programme=programme, fellowship=plain)
    if stop < len(classes) and classes[stop] in "gpP":
        end = first + body + 1
        if end < core and classes[end] in "ori":
            end = _of_phrase(classes, end, core) if classes[end] == "o" else core
        if end < core:
            return Parts(tokens.span(first, end), tokens.span(end, stop), end, None, None)
    return Parts(tokens.span(first, stop), None, stop, None, None)


def _known_parts(tokens: Tokens, classes: str, name: Name, known: Funder, cut: int) -> Parts:
    """The parts of a name that begins with a funder of the table."""
    first, stop, core = name.first, name.stop, name.core
    european = known.country == "EU"
    if cut == core:
        place = country_of(table.key(name.alias)) if name.alias and is_place(table.key(name.alias)) else None
        identity = known if place in (None, known.country) else None
        text = tokens.span(first, stop)
        if stop == core:
            text = text.removesuffix("'s").removesuffix("’s")
        return Parts(text, None, stop, known, identity, european=european)
    closing = classes.find(")", cut, core)
    if classes[cut] == "(" and closing > 0:
        cut = closing + 1
        if cut == core:
            return Parts(tokens.span(first, stop), None, stop, known, known, european=european)
    rest = classes[cut:core]
    if rest[0] not in "H(" and is_place(table.key(tokens.span(cut, core))):
        same = country_of(table.key(tokens.span(cut, core))) in (None, known.country)
        return Parts(tokens.span(first, stop), None, stop, known, known if same else None)
    if rest[0] == "-" and table.find(tokens.span(cut + 1, core)) == known:
        return Parts(tokens.span(first, stop), None, stop, known, known)
    if rest[0] == "&":
        return Parts(tokens.span(first, stop), None, stop, known, None)
    if rest[0] == ",":
        same = country_of(table.key(tokens.span(cut + 1, core))) in (None, known.country) and cut + 1 < core
        return Parts(tokens.span(first, stop), None, stop, known, known if same else None)
    after = classes[stop] if stop < len(classes) else "."
    if (
        "H" in rest
        or "l" in rest
        or (rest[0] in "o-" and (classes[cut - 1] == "H" or not known.country))
        or rest[0] == "("
    ):
        part_of_known = rest[0] == "o" and _same_country(tokens, classes, cut, core, known)
        grant_of_acronym = after == "g" and classes[core - 1] == "C" and classes[cut - 1] == "K"
        if not grant_of_acronym:
            return Parts(tokens.span(first, stop), None, stop, known, known if part_of_known else None)
    if rest == "K" and table.find_acronym(tokens.words[cut]) == known:
        return Parts(tokens.span(first, stop), None, stop, known, known)
    scheme_first = cut + 1 if rest[0] in "or-'" else cut
    scheme = tokens.span(scheme_first, stop)
    whole = classes[core - 1] in "Pp" and not european
    funder = tokens.span(first, stop if whole else cut).removesuffix("'s").removesuffix("’s")
    return Parts(funder, scheme, scheme_first, known, known, european=european)


def _same_country(tokens: Tokens, classes: str, cut: int, core: int, known: Funder) -> bool:
    """Whether "NAME of the OTHER" is a part of another funder of the same country, and not a namesake abroad."""
    while cut < core and classes[cut] in "ot":
        cut += 1
    if cut >= core:
        return False
    text = tokens.span(cut, core)
    other = table.find(text)
    return (
        other.country == known.country if other is not None else country_of(table.key(text)) == known.country
    )


def _known_prefix(tokens: Tokens, classes: str, first: int, core: int) -> tuple[Funder | None, int]:
    """The longest beginning of a name that the table has, and the token it ends before."""
    if core - first == 1:
        return _known_word(tokens.words[first]), core
    opening = tokens.key(first, min(core, first + 4)).split(" ", 2)
    if table.may_begin(" ".join(opening[:2])) or nationality(opening[0]) is not None:
        for stop in range(core, first + 1, -1):
            if classes[stop - 1] not in _NAME_ENDS:
                continue
            found = table.find_key(tokens.key(first, stop))
            if found is not None:
                return found, stop
    word = tokens.words[first].removesuffix("'s").removesuffix("’s")
    found = table.find_acronym(word)
    if found is None and (classes[first] == "K" or classes[core : core + 1] == "g"):
        found = table.find_key(table.key(word))
    return found, first + 1


def _known_word(word: str) -> Funder | None:
    """A funder printed in one word; of two in one ("NIH/NIMH", "CONICYT-PIA") neither is the one meant."""
    word = word.removesuffix("'s").removesuffix("’s")
    found = table.find(word) or (table.find_acronym(word.replace(".", "")) if "." in word else None)
    if found is None and ("/" in word or "-" in word):
        pieces = word.replace("-", "/").split("/")
        found = next(filter(None, (table.find_acronym(piece) for piece in pieces)), None)
        return None if found is None else Funder(word, "", None)
    return found


def _of_phrase(classes: str, end: int, core: int) -> int:
    """Where "of X" ends behind a body's word: one word of it, the rest is a scheme."""
    place = end
    while place < core and classes[place] in "ot":
        place += 1
    return place + 1 if place < core and "o" not in classes[place:core] else core


def _programme_of(tokens: Tokens, classes: str, first: int, core: int) -> int:
    """In "Strategic Priority Research Program of CAS", the token where the funder begins; 0 if there is none."""
    for place in range(core - 2, first, -1):
        if classes[place] in "ot" and table.find(tokens.span(place + 1, core)) is not None:
            return place + 1
    return 0
