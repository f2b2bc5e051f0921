"""Whom the words "Correspondence to …" name."""

from __future__ import annotations

import re
from typing import Any

from pipelines.author_matching import given_agree
from pipelines.scalars import key_of

#: Shorter family names stand in addresses by chance.
_SHORTEST_IN_EMAIL = 3
_EMAIL = re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}")
#: How far before and after a family name the given names stand.
_REACH = 40
_MOST_GIVEN = 4
#: What separates a name from the words before it; also words that would pass for a given name.
_BREAK = re.compile(
    r"[,;:|()]|\b(?:to|and|or|Prof(?:essor)?|Drs?|Mr|Mrs|Ms)\b\.?|(?i:\w{0,20}respond\w{0,20}|\b(?:authors?|address\w{0,3}|contact)\b)"
)
_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|(?<=\w)[.'’-](?=\w))*\.?")


def mark_corresponding(rows: list[dict[str, Any]], sentence: str | None) -> None:
    """Set ``is_corresponding``: true and false where the page names anyone, null for all where it names nobody.

    Args:
        rows: Rows of ``authors``, with e-mail addresses.
        sentence: The sentence that names the corresponding authors, if the page has one.
    """
    marked = [row["position"] for row in rows if row["is_corresponding"]]
    if sentence:
        families = [key_of(row["family"] or "") for row in rows]
        named = [
            row["position"]
            for row, family in zip(rows, families, strict=True)
            if _has_address_in(row, sentence, rows)
            or _is_named(row, _without_others(sentence, row, rows), alone=families.count(family) == 1)
        ]
        marked = named or marked
    if not marked:
        with_email = [row["position"] for row in rows if row["email"]]
        # One address among several authors is the corresponding author's; one for each tells nothing.
        if len(with_email) == 1:
            marked = with_email
    if not marked or (len(marked) == len(rows) and len(rows) > 3 and not sentence):
        for row in rows:
            row["is_corresponding"] = None
        return
    chosen = set(marked)
    for row in rows:
        row["is_corresponding"] = row["position"] in chosen


def _without_others(sentence: str, row: dict[str, Any], rows: list[dict[str, Any]]) -> str:
    """The sentence without the whole names of other authors: the "Yao" of "Yao Zhang" is not Yitong Yao."""
    own = f"{row['given']} {row['family']}"
    for other in rows:
        whole = f"{other['given']} {other['family']}"
        if other["given"] and other["family"] and whole in sentence and whole not in own:
            sentence = sentence.replace(whole, " | ")
    return sentence


def _has_address_in(row: dict[str, Any], sentence: str, rows: list[dict[str, Any]]) -> bool:
    """Whether the sentence gives an author's address, and not one that a page prints beside everybody's name."""
    if not row["email"] or row["email"].lower() not in sentence.lower():
        return False
    local = key_of(row["email"].partition("@")[0])
    families = {key_of(other["family"] or "") for other in rows if other is not row}
    return key_of(row["family"] or "") in local or not any(
        len(family) > _SHORTEST_IN_EMAIL and family in local for family in families
    )


def _is_named(row: dict[str, Any], sentence: str, *, alone: bool) -> bool:
    """Whether the sentence names an author; ``alone``: no other author has the family name."""
    family, given = row["family"], row["given"]
    if not family:
        return False
    if (
        alone
        and len(family) > _SHORTEST_IN_EMAIL
        and any(key_of(family) in key_of(address.partition("@")[0]) for address in _EMAIL.findall(sentence))
    ):
        return True
    text = _EMAIL.sub(" ", sentence)
    words = key_of(text)
    if given and (key_of(f"{given}{family}") in words or key_of(f"{family}{given}") in words):
        return True
    places = re.finditer(rf"(?<!\w){re.escape(family)}(?!\w)", text, re.IGNORECASE)
    return any(_fits(given, text, place, alone=alone) for place in places)


def _fits(given: str | None, text: str, place: re.Match[str], *, alone: bool) -> bool:
    """Whether the words about a family name may be this author's given names."""
    initial = key_of(given or "")[:1]
    if not given or not initial:
        return alone
    before = _WORD.findall(_BREAK.split(text[max(0, place.start() - _REACH) : place.start()])[-1])
    before = before[-_MOST_GIVEN:]
    if alone:
        return not before or any(word[:1].casefold() == initial for word in before)
    if before:
        return given_agree(given, " ".join(before))
    after = _WORD.findall(text[place.end() : place.end() + _REACH])[:1]
    return bool(after) and given_agree(given, after[0])
