"""Who received the money: initials and names behind "to", in brackets behind an award, or before "was supported by"."""

from __future__ import annotations

import re

from pipelines.funding import table, words
from pipelines.funding.places import PLACES
from pipelines.funding.sentence import Sentence
from pipelines.funding.state import Entry, State

_PERSON = r"(?:I{1,4}C{0,2}|K|C{2,3}(?!H)|CI{1,2}C{1,2})"
_PERSONS = re.compile(rf"{_PERSON}(?:(?:,|,?&){_PERSON}(?![CHo]))*")
_IN_BRACKETS = re.compile(rf"\(T?({_PERSON}(?:(?:,|,?&){_PERSON})*)\)")


def persons_at(sentence: Sentence, index: int) -> int:
    """The token behind the persons who are named from `index` on; `index` itself if none are."""
    match = _PERSONS.match(sentence.classes, index)
    return match.end() if match is not None and _are_persons(sentence, index, match.end()) else index


def note_behind_to(state: State, index: int) -> None:
    """AWARD to A.B. and C.D.: give the awards since the last recipient theirs."""
    stop = persons_at(state.sentence, index + 1)
    if stop > index + 1:
        _give(state.last, state.sentence.tokens.span(index + 1, stop))


def note_in_brackets(state: State, index: int) -> None:
    """AWARD (A.B.), AWARD (to A.B.)."""
    match = _IN_BRACKETS.match(state.sentence.classes, index)
    if match is None or state.last is None or not state.last.awards:
        return
    first, stop = match.start(1), match.end(1)
    if _are_persons(state.sentence, first, stop):
        _give(state.last, state.sentence.tokens.span(first, stop))


def note_subject(state: State, index: int) -> None:
    """A.B. and C.D. were supported by: remember who, for the funders to come."""
    sentence = state.sentence
    stop = persons_at(sentence, state.clause_start)
    between = sentence.classes[stop:index]
    state.beneficiary = (
        sentence.tokens.span(state.clause_start, stop)
        if stop > state.clause_start and between.strip("jq") == ""
        else None
    )


def _give(entry: Entry | None, recipient: str) -> None:
    if entry is None:
        return
    if not entry.awards:
        entry.recipient = entry.recipient or recipient
    for award in entry.awards:
        award.recipient = award.recipient or recipient


def _are_persons(sentence: Sentence, first: int, stop: int) -> bool:
    for index in range(first, stop):
        letter, word = sentence.classes[index], sentence.tokens.words[index]
        if letter == "K" and (table.find_acronym(word) is not None or not word.isupper()):
            return False
        if letter == "C" and (sentence.lows[index] in words.COMMON or sentence.lows[index] in PLACES):
            return False
    return True
