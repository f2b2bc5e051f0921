"""What each kind of cue word does to the state of the reading."""

from __future__ import annotations

from collections.abc import Callable

from pipelines.funding import looking, recipients
from pipelines.funding.claims import promote
from pipelines.funding.state import Mode, State
from pipelines.funding.titles import is_title_before

# verbs that give money only where money is named beside them, and those whose subject receives
_SOFT = frozenset(
    "provided awarded received obtained granted benefited benefitted enabled backed commissioned covered paid".split()
)
_RECEIVING = frozenset("received obtained benefited benefitted".split())
#: Verbs that end their sentence: "wurde durch die DFG gefördert".
AT_THE_END = frozenset({"gefördert", "unterstützt", "finanziert"})
_PROJECTS = frozenset("project projects projekt projet proyecto projeto progetto".split())
_GIVING = frozenset(
    {"organized", "organised", "supplied", "donated", "offered", "facilitated", "jointly-funded", "assisted"}
)
_PASSIVE = frozenset("is was were are been be".split())
_ANY_BODY, _BY_TRADE = 2, 1


def _verb(state: State, index: int) -> None:
    """supported, funded, provided …: the passive waits for "by", the active makes its subject a funder."""
    sentence = state.sentence
    word = sentence.lows[index]
    if word not in _SOFT or looking.near(sentence, index, 8, "mg"):
        state.money = True
    if sentence.at(index - 1) == "-" and state.subject and state.subject[-1].stop == index - 1:
        promote(state, state.subject[-1:])
        return
    if word in AT_THE_END and state.subject and sentence.at(index + 1) in ".,;(":
        promote(state, state.subject)
        state.subject.clear()
        return
    following = looking.after(sentence, index)
    previous = sentence.at(looking.before(sentence, index))
    if following in "bfuhe":
        ends = state.last_name_stop()
        if (
            following == "b"
            and state.mode is Mode.FUND
            and (ends == index or (ends == index - 1 and previous == ","))
        ):
            state.chain = state.last
        elif previous == "q" or state.mode is not Mode.FUND:
            state.mode = Mode.NONE
    elif (
        previous not in "qs"
        and following not in "&,.)"
        and word not in _RECEIVING
        and state.money
        and _subject_ends(state, index)
    ):
        promote(state, state.subject)
        state.mode = Mode.ASIDE
    state.subject.clear()


def _subject_ends(state: State, index: int) -> bool:
    """Whether the last unclaimed name stands directly before the verb, "has" and adverbs apart."""
    place = index - 1
    while place >= 0 and state.sentence.classes[place] in "jq":
        if state.sentence.lows[place] in _PASSIVE:
            return False
        place -= 1
    return bool(state.subject) and state.subject[-1].stop == place + 1


def _noun(state: State, _index: int) -> None:
    state.money = True


def _by(state: State, index: int) -> None:
    """by, after a verb of giving; not after "operated", "administered", or an award "awarded by" its manager."""
    sentence = state.sentence
    _take_back_subject(state, index)
    place = looking.before(sentence, index)
    managed = place >= 0 and (
        (
            sentence.classes[place] == "w"
            and sentence.lows[place].endswith("ed")
            and sentence.lows[place] not in _GIVING
        )
        or (state.agreement and sentence.lows[place] == "awarded")
    )
    if managed:
        near = state.subject[-1] if state.subject and state.subject[-1].stop == place else None
        state.mode, state.resume, state.facility = Mode.MANAGER, 0, near
    elif state.money:
        state.open_funders()


def _from(state: State, index: int) -> None:
    given = state.money and state.mode is not Mode.THANKS and looking.money_comes_from(state.sentence, index)
    if is_title_before(state, index) or given:
        state.open_funders()


def _of(state: State, index: int) -> None:
    """Support of the X, a grant of the X."""
    sentence = state.sentence
    before = sentence.at(index - 1) if index else "."
    if before == "j" and sentence.at(index - 2) == "m":
        before = "m"  # apoyo financiero de
    if sentence.lows[index] == "of" and is_title_before(state, index):
        state.open_funders()
        return
    if before == "g" and sentence.lows[index - 1] in _PROJECTS and state.mode is not Mode.FUND:
        return
    if (
        (before in "mgpv" or looking.grant_for_research(sentence, index - 1))
        and state.mode is not Mode.THANKS
        and not state.thanks
    ):
        state.money = True
        state.open_funders()


def _through(state: State, index: int) -> None:
    """PROGRAMME through FUNDER; grants from FUNDER through PROGRAMME."""
    if not state.money or state.mode is Mode.THANKS:
        return
    last = state.last
    if last is not None and last.programme and state.last_name_stop() == index and not last.awards:
        state.held = last.funder
        state.withdraw_last()
    elif state.mode is Mode.NONE:
        state.open_funders()
    state.under = state.ends_at(index) and not state.held


def _under(state: State, index: int) -> None:
    if state.money and state.mode in (Mode.NONE, Mode.FUND):
        strict = state.mode is Mode.NONE
        state.mode, state.under = Mode.FUND, state.ends_at(index)
        state.strict = state.strict or strict


def _with(state: State, _index: int) -> None:
    """Under contract 123 with the X."""
    if state.waiting:
        state.open_funders()


def _to(state: State, index: int) -> None:
    before = state.sentence.at(looking.before(state.sentence, index))
    if before == "x":
        return
    if state.mode in (Mode.FUND, Mode.ASIDE, Mode.RECIPIENT) and state.last is not None:
        recipients.note_behind_to(state, index)
    if state.mode is Mode.FUND:
        state.mode = Mode.RECIPIENT


def _aside(state: State, _index: int) -> None:
    """at, in, for: what follows is a place or a purpose."""
    if state.mode is Mode.FUND:
        state.mode = Mode.ASIDE


def _colon(state: State, _index: int) -> None:
    if state.money and state.mode in (Mode.ASIDE, Mode.NONE):
        state.open_funders(strict=True)


def _separator(state: State, index: int) -> None:
    letter = state.sentence.classes[index]
    if state.mode in (Mode.RECIPIENT, Mode.ASIDE) and (state.entries or state.thanks):
        weighty = letter == ";" or (letter == "&" and state.sentence.at(index - 1) in ",;)")
        state.resume = max(state.resume, _ANY_BODY if weighty else _BY_TRADE)
    if letter != "&":
        state.under = False
    if letter == ";":
        state.clause_start, state.beneficiary = index + 1, None
        state.subject.clear()
        if state.mode is Mode.THANKS:
            _thanks(state, index)


def _open(state: State, index: int) -> None:
    """An opening bracket: behind a funder it is the funder's, behind an award it is an aside."""
    entry = state.entries[-1] if state.entries else None
    owner = entry.name if entry is not None and entry.name is not None and entry.name.stop == index else None
    state.brackets.append((state.mode, state.resume, owner))
    if owner is None:
        recipients.note_in_brackets(state, index)
    enumeration = state.sentence.classes[index + 1 : index + 3] in ("w)", "n)")
    if owner is None and not enumeration and state.mode in (Mode.FUND, Mode.RECIPIENT, Mode.ASIDE):
        state.mode, state.resume = Mode.ASIDE, 0


def _close(state: State, _index: int) -> None:
    if state.brackets:
        state.mode, state.resume, _ = state.brackets.pop()


def _quote(state: State, index: int) -> None:
    """A quotation mark behind a grant or an award opens its title."""
    if index and state.sentence.classes[index - 1] in "gDp":
        closing = state.sentence.classes.find('"', index + 1, index + 60)
        if closing > 0:
            state.quoted_until = closing


def _be(state: State, index: int) -> None:
    """is, was, has: the listed name just before is the subject of a new clause, not one more funder."""
    _take_back_subject(state, index)
    recipients.note_subject(state, index)
    if _acknowledged(state, index):
        promote(state, state.subject)
        state.subject.clear()
    if state.mode is not Mode.THANKS:
        state.mode = Mode.NONE
    state.chain = None


def _take_back_subject(state: State, index: int) -> None:
    last = state.last
    if last is not None and last.listed and state.last_name_stop() == index and not last.awards:
        name = state.withdraw_last()
        state.subject = [name] if name is not None else []


def _acknowledged(state: State, index: int) -> bool:
    """X is gratefully acknowledged for its (financial) support."""
    sentence = state.sentence
    for place in range(index + 1, min(index + 5, len(sentence.classes))):
        if sentence.classes[place] == "x":
            return state.money or looking.some_reason_is_money(sentence, place)
        if sentence.classes[place] not in "jqw":
            return False
    return False


def _clause(state: State, index: int) -> None:
    """which, who, while: a new clause, whose subject may be the name just before."""
    last = state.last
    if state.sentence.lows[index] == "as" and state.mode is Mode.FUND and state.ends_at(index):
        state.under = True  # FUNDER as the PROGRAMME
        return
    state.mode, state.chain = Mode.NONE, None
    near = last is not None and last.name is not None and index - last.name.stop <= 1
    state.subject = [last.name] if near and last is not None and last.name is not None else state.subject[-1:]


def _thanks(state: State, index: int) -> None:
    """Thank A for B: funders if B is money; acknowledge support from A: wait for "from"."""
    recipients.note_subject(state, index)
    if looking.object_is_money(state.sentence, index):
        state.money, state.mode, state.thanks = True, Mode.NONE, False
    elif looking.some_reason_is_money(state.sentence, index):
        state.open_funders(strict=True, thanks=True)
        state.money = True
    elif looking.object_is_grant(state.sentence, index):
        state.open_funders(strict=False)
        state.money = True
    else:
        state.mode = Mode.THANKS


ACTIONS: dict[str, Callable[[State, int], None]] = {
    "v": _verb, "m": _noun, "g": _noun, "b": _by, "f": _from, "h": _through, "u": _under, "o": _of, "e": _with, "T": _to, "a": _aside,
    "i": _aside, "r": _aside, ",": _separator, ";": _separator, "&": _separator, "(": _open, ")": _close, '"': _quote,
    "q": _be, "c": _clause, "x": _thanks, ":": _colon,
}  # fmt: skip
