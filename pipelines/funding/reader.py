"""Read one sentence from left to right: who is a funder, and which award is whose."""

from __future__ import annotations

from pipelines.funding.awards import Award
from pipelines.funding.claims import claim, promote
from pipelines.funding.cues import ACTIONS, AT_THE_END
from pipelines.funding.sentence import Sentence
from pipelines.funding.state import Entry, Mode, State

_REACH = 40


def read_entries(sentence: Sentence, *, listing: bool, aliases: dict[str, str]) -> list[Entry]:
    """Every funder and award of a sentence, in reading order.

    Args:
        sentence: The sentence.
        listing: Whether it is a bare list of funders, without a verb.
        aliases: Acronyms that the statement defines, with what they stand for; added to.
    """
    state = State(sentence, aliases)
    if listing:
        state.open_funders(strict=True)
    state.money = listing or not AT_THE_END.isdisjoint(sentence.lows)
    classes, items = sentence.classes, sentence.items
    state.numbered = ".gN:" in classes
    done = 0
    for index in [index for index, letter in enumerate(classes) if letter in ACTIONS or index in items]:
        if index < done:
            continue
        item = items.get(index)
        if item is None:
            ACTIONS[classes[index]](state, index)
            continue
        if isinstance(item, Award):
            _link(state, item)
        elif index > state.quoted_until:
            claim(state, item)
        done = item.stop
    _finish(state)
    return state.entries


def _link(state: State, award: Award) -> None:
    """Give an award to its funder: the one named right behind it, else the last one before it."""
    if (
        not state.money
        and not state.entries
        and "g" not in state.sentence.classes[max(0, award.first - 4) : award.first]
    ):
        return
    if state.mode is Mode.MANAGER and state.last is None and state.facility is not None:
        promote(state, [state.facility])
    if state.mode is Mode.MANAGER and state.sentence.at(award.first - 1) not in "gN(,&":
        return  # a manager's own code
    managed = state.under and state.last is not None
    state.under = False
    if not managed and _giver_follows(state, award):
        state.waiting.append(award)
    elif state.last is not None:
        state.last.awards.append(award)
        state.agreement = managed
    else:
        state.entries.append(Entry(None, awards=[award]))


def _giver_follows(state: State, award: Award) -> bool:
    """Whether "from FUNDER" (or "awarded by", "of the") comes right behind the awards this one is among."""
    sentence = state.sentence
    classes, place = sentence.classes, award.stop
    if state.brackets and state.brackets[-1][2] is not None:
        return False
    depth, limit = len(state.brackets), min(len(classes), award.stop + _REACH)
    while place < limit and classes[place] in "D,&;N)(/Ig":
        depth += {"(": 1, ")": -1}.get(classes[place], 0)
        if depth < 0:
            return False
        place += 1
    if place < limit and classes[place] == "T":
        place += 1
        while place < limit and classes[place] in "ICK&,":
            place += 1
    if place >= limit:
        return False
    if classes[place - 1] in ",&;":
        # "grant 12, from FUNDER"; but behind a funder's own awards "from" names one more
        return classes[place - 1] == "," and classes[place] == "f" and state.last is None
    if classes[place] == "e":
        return "g" in classes[max(0, award.first - 3) : award.first] and sentence.at(place + 1) in "tCKH"
    if classes[place] == "v":
        return sentence.at(place + 1) in "bf"
    return classes[place] == "f" or (classes[place] == "o" and sentence.lows[place] == "of")


def _finish(state: State) -> None:
    """Settle what is left: awards whose giver never came, and a lone funder named only after its awards."""
    if state.waiting:
        state.entries.append(Entry(None, awards=list(state.waiting)))
    entries = state.entries
    if "respectively" in state.sentence.lows:
        for entry in entries:
            entry.respectively = True
    if entries and entries[0].funder is None and entries[0].awards and entries[0].scheme is None:
        named = [entry for entry in entries if entry.funder]
        if len(named) == 1:
            named[0].awards[:0] = entries.pop(0).awards
