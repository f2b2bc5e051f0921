"""Settle, over a whole statement, what one sentence alone cannot: acronyms, one funder under two names, NIH numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipelines.funding.awards import Award
from pipelines.funding.state import Entry
from pipelines.funding.table import Funder, find

# Activity code, institute, serial number: only the National Institutes of Health number their grants so.
_NIH_NUMBER = re.compile(
    r"(?:[1-9] ?)?[A-Z][A-Z0-9]\d[ -]{0,2}[A-Z]{2}[ -]{0,2}\d{4,7}\b|(?:GM|CA|HL|AI|NS|MH|DA|DK|HD|EY|AG|AR|ES)[ -]?\d{5,6}$"
)
_FEW_LETTERS = 2
_PREFIX = re.compile(r"[A-Za-z]{3,12}(?=[\d_-])")
_NIH = "National Institutes of Health"


def settle(sentences: Sequence[list[Entry]], aliases: Mapping[str, str]) -> None:
    """Complete the entries of a statement's sentences in place."""
    everything = [entry for entries in sentences for entry in entries]
    _spell_out(everything, aliases)
    for entries in sentences:
        _unite(entries)
        _share_out(entries)
    _follow_prefixes(sentences, aliases)
    _name_nih(sentences)


def _spell_out(entries: Sequence[Entry], aliases: Mapping[str, str]) -> None:
    """Give a funder one name: its full name for its acronym, and the one with the acronym behind it for the bare one."""
    spelled: dict[str, Entry] = {}
    with_bracket: dict[str, Entry] = {}
    for entry in entries:
        _note_names(entry, spelled, with_bracket)
    for entry in entries:
        if not entry.funder:
            continue
        if " " in entry.funder:
            longer = with_bracket.get(entry.funder)
            if longer is not None and longer.identity == entry.identity:
                entry.funder = longer.funder
            continue
        full = aliases.get(entry.funder)
        known = entry.identity.name if entry.identity else None
        named = spelled.get(full or known or entry.funder)
        if named is not None:
            entry.funder, entry.identity = named.funder, named.identity
        elif full:
            entry.funder, entry.identity = full, find(full) or entry.identity


def _note_names(entry: Entry, spelled: dict[str, Entry], with_bracket: dict[str, Entry]) -> None:
    """Remember under which names a funder that is printed in full may be printed elsewhere."""
    if not entry.funder or " " not in entry.funder or entry.programme:
        return
    if entry.scheme and entry.funder.endswith(entry.scheme.split(" grant")[0]):
        return  # funder and programme in one name
    before, bracket, behind = entry.funder.partition(" (")
    if bracket and behind.partition(")")[2][:4] not in ("", " of ", ", "):
        return
    spelled.setdefault(before, entry)
    if entry.identity is not None:
        spelled.setdefault(entry.identity.name, entry)
    if bracket:
        with_bracket.setdefault(before, entry)
    if initials := _initials(before):
        spelled.setdefault(initials, entry)


def _initials(name: str) -> str:
    """The acronym that the capitals of a name make; empty where it would be of two letters."""
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    return letters if len(letters) > _FEW_LETTERS else ""


def _unite(entries: Sequence[Entry]) -> None:
    """ERC under the EU's … (ERC grant 123): the second name of the sentence's own funder brings only its award."""
    bare: dict[Funder, Entry] = {}
    for entry in entries:
        if entry.identity is None or not entry.funder:
            continue
        earlier = bare.pop(entry.identity, None)
        if not entry.awards:
            bare[entry.identity] = earlier or entry
        elif earlier is not None and (earlier.scheme is None or entry.identity.country == "EU"):
            earlier.awards, entry.awards = entry.awards, []
            earlier.scheme = earlier.scheme or entry.scheme
            entry.funder = entry.scheme = None


def _share_out(entries: Sequence[Entry]) -> None:
    """A and B (grants 1 and 2, respectively): each its own."""
    carriers = [entry for entry in entries if entry.awards]
    named = [entry for entry in entries if entry.funder]
    if (
        len(carriers) != 1
        or len(named) < 2
        or len(carriers[0].awards) != len(named)
        or not carriers[0].respectively
    ):
        return
    awards = carriers[0].awards
    for entry, award in zip(named, list(awards), strict=True):
        entry.awards = [award]
    if carriers[0].funder is None:
        carriers[0].awards = []


def _follow_prefixes(sentences: Sequence[list[Entry]], aliases: Mapping[str, str]) -> None:
    """Give "NRF-2031-1" to the funder that the statement calls NRF, where another funder stands nearer."""
    wanted = {full: alias for alias, full in aliases.items() if len(alias) > _FEW_LETTERS}
    owners: dict[str, Entry] = {}
    for entry in (entry for entries in sentences for entry in entries if entry.funder):
        alias = wanted.get((entry.funder or "").partition(" (")[0])
        if alias is not None:
            owners.setdefault(alias, entry)
    for entries in sentences if owners else ():
        for place, entry in reversed(list(enumerate(entries))):
            kept: list[Award] = []
            moved: list[Entry] = []
            for award in entry.awards:
                prefix = _PREFIX.match(award.text)
                owner = owners.get(prefix.group()) if prefix is not None else None
                if owner is None or owner.funder == entry.funder:
                    kept.append(award)
                else:
                    moved.append(Entry(owner.funder, None, owner.identity, [award], entry.recipient))
            entry.awards = kept
            entries[place + 1 : place + 1] = moved


def _name_nih(sentences: Sequence[Sequence[Entry]]) -> None:
    """Link numbers of the NIH's shape that stand without a funder to the NIH, if the statement names it once."""
    loose = [e for entries in sentences for e in entries if e.awards and _may_be_nihs(e)]
    if not loose:
        return
    named = [e for entries in sentences for e in entries if _is_nih(e.identity)]
    whole = [e for e in named if e.identity is not None and e.identity.name == _NIH]
    if not whole and len({e.identity for e in named}) != 1:
        return
    giver = (whole or named)[0]
    for entry in loose:
        if all(_NIH_NUMBER.match(award.text) for award in entry.awards):
            entry.scheme = entry.scheme or entry.funder
            entry.funder, entry.identity = giver.funder, giver.identity


def _may_be_nihs(entry: Entry) -> bool:
    """Whether an award's funder is not stated, or only by an acronym that the table does not know ("CTSA grants")."""
    if entry.funder is None:
        return entry.scheme is None
    return entry.identity is None and entry.funder.isupper() and entry.funder.isalpha()


def _is_nih(identity: Funder | None) -> bool:
    return identity is not None and _NIH in (identity.name, identity.part_of)
