"""What becomes of a name: a funder, a scheme, a recipient, or nothing."""

from __future__ import annotations

import re

from pipelines.funding import judge, looking
from pipelines.funding.names import Name, is_acronym_of
from pipelines.funding.parts import Parts
from pipelines.funding.state import Entry, Mode, State

_GIVERS_INCLUDING = [
    [giver, word]
    for giver in ("sponsors", "funders", "donors")
    for word in ("including", "like", "especially")
]
_FUNDED_BY = re.compile(r",?vj?b")
_KIND_BETWEEN = re.compile(r",t?[C&]{0,6}")


def claim(state: State, name: Name) -> None:
    """Decide on `name` by the state of the reading."""
    sentence = state.sentence
    if name.alias is not None:
        full = name.spelled_out(sentence.tokens, sentence.classes)
        if is_acronym_of(name.alias, full):
            state.aliases.setdefault(name.alias, full)
    owner = state.brackets[-1][2] if state.brackets else None
    if owner is not None:
        _in_bracket(state, name, owner)
    elif not state.numbered and _names_a_project(state, name):
        return
    elif state.mode is Mode.FUND:
        if _is_apposition(state, name):
            return
        if _counts(state, name):
            accept(state, name, listed=_after_separator(state, name))
        elif state.strict:
            state.subject.append(name)
    elif state.mode is not Mode.MANAGER:
        _claim_elsewhere(state, name)


def _claim_elsewhere(state: State, name: Name) -> None:
    """A name where no funder is expected: one all the same, a recipient, or the subject of a verb to come."""
    if _is_frame(state, name):
        return
    carries = judge.carries_award(state.sentence, name) and not _is_recipient(state, name)
    if carries or _resumes(state, name) or _is_purse_of_known(state, name):
        state.mode, state.resume, state.money = Mode.FUND, 0, True
        accept(state, name, listed=_after_separator(state, name))
    elif state.mode in (Mode.NONE, Mode.THANKS):
        state.subject.append(name)


def promote(state: State, names: list[Name]) -> None:
    """Make funders of the bodies among names that a verb or thanks have claimed after all."""
    for name in list(names):
        if judge.is_body(state.sentence, name):
            accept(state, name, listed=False)


def accept(state: State, name: Name, *, listed: bool) -> None:
    """Enter `name` as a funder, with the scheme printed beside it."""
    sentence = state.sentence
    parts, after = judge.parts_of(sentence, name), sentence.at(name.stop)
    if _is_scheme_of_last(state, parts, after):
        if state.last is not None and state.last.scheme is None:
            state.last.scheme = with_kind(state, name.first, name.stop)
        return
    scheme = parts.scheme
    if after in "gpP" and (scheme or after in "pP"):
        scheme = with_kind(state, parts.scheme_first if scheme else name.stop, name.stop)
    funder: str | None = parts.funder
    if parts.fellowship and after == "g":
        if _kind_behind_comma(state, name):
            return
        funder, scheme = None, with_kind(state, name.first, name.stop)
    if state.held and not parts.programme:
        scheme, state.held = state.held, None
    entry = Entry(
        funder,
        scheme,
        parts.identity,
        recipient=state.beneficiary,
        name=name,
        listed=listed,
        programme=parts.programme,
    )
    state.entries.append(entry)
    state.last, state.agreement = entry, False
    if state.chain is not None:
        state.last, state.chain = state.chain, None
    if state.waiting:
        entry.awards.extend(state.waiting)
        state.waiting.clear()


def with_kind(state: State, first: int, stop: int) -> str:
    """A programme's name and the kind of grant behind it, as printed."""
    end = stop
    while state.sentence.at(end) in "gpP" and end < stop + 3:
        end += 1
    return state.sentence.tokens.span(first, end)


def _is_scheme_of_last(state: State, parts: Parts, after: str) -> bool:
    """FUNDER under its PROGRAMME; ERC under the European Union's …: not one more funder."""
    if not state.under or state.last is None:
        return False
    if parts.european:
        return parts.known is None or parts.known.name != "European Research Council"
    return parts.programme or parts.known is None or after in "gp"


def _kind_behind_comma(state: State, name: Name) -> bool:
    """FUNDER, Kind Of Award (123): whether a kind of grant behind a comma belongs to the funder before it."""
    last = state.last
    if last is None or last.name is None or last.awards or last.scheme:
        return False
    if not _KIND_BETWEEN.fullmatch(state.sentence.classes, last.name.stop, name.first):
        return False
    last.scheme = with_kind(state, name.first, name.stop)
    return True


def _is_frame(state: State, name: Name) -> bool:
    """FUNDER for a project under ACRONYM (123): whether a name is only what the last funder's grant is under."""
    sentence = state.sentence
    return (
        state.last is not None
        and not state.last.awards
        and sentence.at(name.first - 1) == "u"
        and sentence.classes[name.first : name.core] == "K"
        and judge.parts_of(sentence, name).known is None
    )


def _names_a_project(state: State, name: Name) -> bool:
    """Whether a name is a grant's or project's title, or only the label of what stands before it."""
    return (
        judge.is_title(state.sentence, name)
        or judge.is_project(state.sentence, name)
        or _is_label(state, name)
    )


def _is_apposition(state: State, name: Name) -> bool:
    """FUNDER, a BODY funded by …: whether a name only says what the funder before it is."""
    sentence = state.sentence
    return (
        sentence.classes[max(0, name.first - 2) : name.first] == ",z"
        and sentence.lows[name.first - 1] in {"a", "an", "one"}
        and state.last_name_stop() == name.first - 2
        and _FUNDED_BY.match(sentence.classes, name.stop) is not None
    )


def _is_label(state: State, name: Name) -> bool:
    """FUNDER Grant LABEL (123), FUNDER (123) Label Award: whether a name belongs to what stands right before it."""
    before = name.first - 1
    if before >= 0 and state.sentence.classes[before] == "N" and state.sentence.at(name.stop) == "D":
        return True  # award number NIH K01…
    if before >= 0 and state.sentence.classes[before] == ")" and state.last is not None and state.last.awards:
        return (
            not judge.is_strong(state.sentence, name)
            and "H" not in state.sentence.classes[name.first : name.core]
        )
    return before >= 0 and state.sentence.classes[before] == "g" and state.last_name_stop() == before


def _counts(state: State, name: Name) -> bool:
    """Whether a name where funders stand is one."""
    sentence = state.sentence
    if not state.strict:
        return judge.is_acceptable(sentence, name)
    if not _has_reason(state, name):
        return False
    if not state.thanks:
        return judge.is_body(sentence, name)
    if sentence.lows[max(0, name.first - 2) : name.first] in _GIVERS_INCLUDING:
        return judge.is_acceptable(sentence, name)
    if looking.reason_names_money(sentence, name.stop):
        return judge.is_body(sentence, name) or (
            judge.is_acceptable(sentence, name) and not judge.may_be_person(sentence, name)
        )
    part = sentence.classes[name.first : name.core]
    return judge.is_body(sentence, name) and (
        part != "K" or judge.is_strong(sentence, name) or "g" in sentence.classes[name.stop :]
    )


def _has_reason(state: State, name: Name) -> bool:
    """Whether a thanked body is thanked for money."""
    return (
        not state.thanks
        or looking.reason_is_money(state.sentence, name.stop)
        or judge.carries_award(state.sentence, name)
    )


def _is_recipient(state: State, name: Name) -> bool:
    """Whether initials behind "to" are who received the award, not who gave it."""
    return (
        state.mode is Mode.RECIPIENT
        and state.sentence.classes[name.first : name.core] == "K"
        and (judge.parts_of(state.sentence, name).known is None)
    )


def _is_purse_of_known(state: State, name: Name) -> bool:
    """Grant-in-Aid for Scientific Research Fund of the FUNDER."""
    before = state.sentence.classes[max(0, name.first - 4) : name.first].rstrip("t")
    parts = judge.parts_of(state.sentence, name)
    return (
        before.endswith("gr")
        and parts.known is not None
        and parts.scheme_first == name.first
        and state.mode is Mode.ASIDE
    )


def _resumes(state: State, name: Name) -> bool:
    """Whether a name ends the aside it stands in."""
    if state.mode not in (Mode.RECIPIENT, Mode.ASIDE) or not state.resume:
        return False
    if not _has_reason(state, name):
        return False
    return judge.is_strong(state.sentence, name) or (state.resume > 1 and judge.is_body(state.sentence, name))


def _after_separator(state: State, name: Name) -> bool:
    classes, place = state.sentence.classes, name.first - 1
    while place >= 0 and classes[place] in "tzj":
        place -= 1
    return place < 0 or classes[place] in ",;&" or (state.strict and classes[place] in "m:")


def _in_bracket(state: State, name: Name, owner: Name) -> None:
    """A name in the brackets behind a funder: its acronym, a kind of grant, or a funder of its own."""
    sentence = state.sentence
    text = sentence.core(name)
    alone = sentence.classes[name.first - 1 : name.core] == "(K" and sentence.at(name.core) in ",;"
    either_unknown = None in (judge.parts_of(sentence, name).known, judge.parts_of(sentence, owner).known)
    if is_acronym_of(text, sentence.core(owner)) or (alone and either_unknown):
        state.aliases.setdefault(text, sentence.core(owner))
        return
    if sentence.lows[owner.core - 1] == "government" and judge.is_strong(sentence, name):
        accept(state, name, listed=False)
        return
    known = judge.parts_of(sentence, name).known
    if known is not None and judge.carries_award(sentence, name):
        if judge.parts_of(sentence, owner).known != known:
            accept(state, name, listed=False)
    elif state.last is not None and state.last.scheme is None and sentence.at(name.stop) in "gpP":
        state.last.scheme = with_kind(state, name.first, name.stop)
