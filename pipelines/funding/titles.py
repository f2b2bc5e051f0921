"""A grant's title where a funder's name would stand: "a START project of the Austrian Science Fund"."""

from __future__ import annotations

import re

from pipelines.funding import judge
from pipelines.funding.state import State

# between the title and "from" or "of": the kind of grant, and perhaps its number
_KIND = re.compile(r"[gmpP]{1,3}(?:\(?[gN:]{0,3}D{1,6}(?:[,&]{1,2}D{1,6}){0,9}\)?)?,?")

# words for bodies that are also words of grants: "National Research Service Award", "Strategic Partnership Grant"
_ALSO_KINDS = frozenset({"service", "partnership"})


def is_title_before(state: State, index: int) -> bool:
    """Whether the last funder was only the title of a grant whose giver the "from" or "of" at `index` is about to name.

    If so, it is taken back and becomes the giver's scheme.
    """
    last, sentence = state.last, state.sentence
    if last is None or last.name is None or last.awards or state.brackets:
        return False
    name = last.name
    kind = _KIND.fullmatch(sentence.classes, name.stop, index)
    if kind is None or judge.parts_of(sentence, name).known is not None or _is_of_a_body(state):
        return False
    stop = name.stop
    while sentence.classes[stop] in "gmpP":
        stop += 1
    state.held = sentence.tokens.span(name.first, stop)
    state.withdraw_last()
    return True


def _is_of_a_body(state: State) -> bool:
    """Whether the last name has a body in it; one that begins the name and is nobody's ("Faculty Scholar") does not count."""
    last = state.last
    if last is None or last.name is None:
        return False
    part = state.sentence.classes[last.name.first : last.name.core]
    if state.sentence.lows[last.name.core - 1] in _ALSO_KINDS:
        part = part[:-1]
    return "H" in part[1:] or "l" in part or (part[0] == "H" and "o" in part)
