"""Take a name apart into the funder and the scheme that is printed in one run with it."""

from __future__ import annotations

from dataclasses import dataclass

from pipelines.funding import table
from pipelines.funding.names import Name
from pipelines.funding.table import Funder
from pipelines.funding.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Parts:
    """A name in its parts.

    Attributes:
        funder: The funder as printed, with its acronym in brackets.
        scheme: The words behind it that name a programme or a kind of grant, or None.
        scheme_first: The token that the scheme begins with.
        known: What the table has under the funder's name.
        programme: Whether the name is of a programme, with no body in it.
        fellowship: Whether the name can only be of a kind of grant (``Marie Curie``, ``Alon``).
        european: Whether it is of the European Union.
    """

    funder: str
    scheme: str | None
    scheme_first: int
    known: Funder | None
    programme: bool
    fellowship: bool
    european: bool


def split_name(tokens: Tokens, classes: str, name: Name) -> Parts:
    """The parts of `name`."""
    first, stop, core = name.first, name.stop, name.core
    after = classes[stop] if stop < len(classes) else "."
    known, cut = _known_prefix(tokens, first, core)
    part = classes[first:core]
    body = max(part.rfind("H"), part.rfind("l"))
    programme = known is None and body < 0 and ("P" in part or "p" in part)
    european = (
        tokens.words[first] in {"EU", "European", "EU’s", "EU's", "Horizon"}
        and known is not None
        and known.country == "EU"
    )
    if (
        known is not None
        and cut < core
        and (
            not _extends(classes, cut, core)
            or (after == "g" and classes[core - 1] == "C" and classes[cut - 1] == "K")
        )
    ):
        scheme_first = cut + 1 if classes[cut] in "o-'" else cut
        return Parts(
            tokens.span(first, cut),
            tokens.span(scheme_first, stop),
            scheme_first,
            known,
            False,
            False,
            european,
        )
    if known is None and body >= 0 and after in "gpP":
        end = first + body + 1
        if end < core and classes[end] == "o":
            end = _of_phrase(classes, end, core)
        if end < core:
            return Parts(tokens.span(first, end), tokens.span(end, stop), end, None, False, False, False)
    if programme and known is None:
        split = _programme_of(tokens, classes, first, core)
        if split:
            funder = tokens.span(split, stop)
            return Parts(
                funder,
                tokens.span(first, split).removesuffix("the").strip().removesuffix("of").strip(),
                first,
                table.find(funder),
                False,
                False,
                False,
            )
    plain = all(c in "CI-'" for c in part)
    return Parts(tokens.span(first, stop), None, stop, known, programme, plain and known is None, european)


def _known_prefix(tokens: Tokens, first: int, core: int) -> tuple[Funder | None, int]:
    """The longest beginning of a name that the table has, and the token it ends before."""
    if core - first == 1:
        return _known_word(tokens.words[first]), core
    for stop in range(core, first, -1):
        if stop - first == 1:
            word = tokens.words[first].removesuffix("'s").removesuffix("’s")
            found = table.find_acronym(word)
            if found is None and word.istitle() and len(word) > 3:
                found = table.find_key(table.key(word))
        else:
            found = table.find_key(table.key(tokens.span(first, stop)))
        if found is not None:
            return found, stop
    return None, core


def _known_word(word: str) -> Funder | None:
    """A funder printed in one word; of two in one ("NIH/NIMH", "CONICYT-PIA") neither is the one meant."""
    word = word.removesuffix("'s").removesuffix("’s")
    found = table.find(word)
    if found is None and ("/" in word or "-" in word):
        found = next(
            filter(None, (table.find_acronym(piece) for piece in word.replace("-", "/").split("/"))), None
        )
        return None if found is None else Funder(word, "", None)
    return found


def _extends(classes: str, cut: int, core: int) -> bool:
    """Whether what follows a known beginning is part of the same body's name."""
    return (
        any(c in "Hl" for c in classes[cut:core])
        or classes[cut] in "o-"
        and classes[cut - 1] == "H"
        or classes[cut] == "("
    )


def _of_phrase(classes: str, end: int, core: int) -> int:
    place = end
    while place < core and classes[place] in "ot":
        place += 1
    return core if place >= core else place + 1 if not any(c in classes[place:core] for c in "o") else core


def _programme_of(tokens: Tokens, classes: str, first: int, core: int) -> int:
    """In "Strategic Priority Research Program of CAS", the token where the funder begins; 0 if there is none."""
    for place in range(core - 1, first, -1):
        if classes[place] in "ot" and place + 1 < core:
            text = tokens.span(place + 1, core)
            if table.find(text) is not None:
                return place + 1
    return 0
