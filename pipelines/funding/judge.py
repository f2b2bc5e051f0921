"""Judge a name: a person, a body, a funder by trade, or a word that only looks like a name."""

from __future__ import annotations

import re

from pipelines.funding import table, words
from pipelines.funding.names import Name
from pipelines.funding.parts import Parts, split_name
from pipelines.funding.places import PLACES
from pipelines.funding.sentence import Sentence

# what may stand between a funder and its award number
_AFTER_GRANT = re.compile(r",?g[gNKC\"P:p,o(]{0,12}D")
_AFTER_BRACKET = re.compile(r"\([gNtzu:jPp]{0,6}[KC]?[gNp:]{0,6}D")
_AFTER_PROGRAMME = re.compile(r",?u[tz]?[CKPHo&p-]{0,12}\(?[gN:]{0,4}D")
_FEW_LETTERS = 3
_OWN_WORDS = 2
_OF_PLACE = frozenset(
    "state government republic kingdom university universidad universidade université universität college city province canton "
    "county region bank".split()
)
_STATES = frozenset({"state", "government", "parliament", "republic", "kingdom"})
_TOO_SHORT = 2


def parts_of(sentence: Sentence, name: Name) -> Parts:
    """The funder and the scheme in a name."""
    found = sentence.parts.get(name.first)
    if found is None:
        found = sentence.parts[name.first] = split_name(sentence.tokens, sentence.classes, name)
    return found


def is_person(sentence: Sentence, name: Name) -> bool:
    """Whether a name is a person's: a title or initials, and no word for a body."""
    part = sentence.classes[name.first : name.core]
    if "H" in part or "l" in part or "P" in part or "p" in part:
        return False
    if sentence.lows[name.first].rstrip(".") in words.TITLES:
        return True
    if name.first and sentence.lows[name.first - 1].rstrip(".") in words.TITLES:
        return True
    return "I" in part and "K" not in part and table.find(sentence.core(name)) is None


def may_be_person(sentence: Sentence, name: Name) -> bool:
    """Whether a name has the form of a person's: two or three plain words."""
    return re.fullmatch(r"C{2,3}", sentence.classes[name.first : name.core]) is not None or is_person(
        sentence, name
    )


def is_body(sentence: Sentence, name: Name) -> bool:
    """Whether a name is of a body, a programme or a funder of the table, rather than of a person or a thing."""
    if is_person(sentence, name):
        return False
    if parts_of(sentence, name).known is not None:
        return True
    part = sentence.classes[name.first : name.core]
    if only_common_words(sentence, name) or (len(part) == 1 and sentence.lows[name.first] in words.HEADS):
        return False
    if "H" in part or "l" in part or "P" in part or "p" in part:
        return True
    return part == "K" and len(sentence.tokens.words[name.first]) > _FEW_LETTERS


def is_strong(sentence: Sentence, name: Name) -> bool:
    """Whether a name is a funder by trade, or stands with an award number."""
    if is_person(sentence, name):
        return False
    if parts_of(sentence, name).known is not None:
        return True
    if any(
        sentence.lows[i] in words.STRONG_HEADS for i in range(name.first, name.core)
    ) and not only_common_words(sentence, name):
        return True
    if (
        "P" in sentence.classes[name.first : name.core]
        and name.core - name.first > _OWN_WORDS
        and not only_common_words(sentence, name)
    ):
        return True
    return carries_award(sentence, name)


def carries_award(sentence: Sentence, name: Name) -> bool:
    """NAME grant 123, NAME (123), NAME 123: a funder wherever it stands."""
    after = sentence.at(name.stop)
    if after == "D":
        return is_body(sentence, name)
    if after == "g":
        return _AFTER_GRANT.match(sentence.classes, name.stop) is not None and is_body(sentence, name)
    if after == "(":
        return _AFTER_BRACKET.match(sentence.classes, name.stop) is not None and (
            is_body(sentence, name) or (name.core - name.first > _OWN_WORDS and not is_person(sentence, name))
        )
    if after == "N" and sentence.at(name.first - 1) != "(":
        return sentence.at(name.stop + 1) == "D" and is_body(sentence, name)
    if after not in ",u":
        return False
    found = _AFTER_PROGRAMME.match(sentence.classes, name.stop) or _AFTER_GRANT.match(
        sentence.classes, name.stop
    )
    return found is not None and is_body(sentence, name)


def is_acceptable(sentence: Sentence, name: Name) -> bool:
    """Whether a name may be a funder where the sentence has just said "by" or "from"."""
    if is_person(sentence, name):
        return False
    text = sentence.core(name)
    part = sentence.classes[name.first : name.core]
    if (
        len(text) <= _TOO_SHORT
        or (len(part) == 1 and sentence.lows[name.first] in words.HEADS)
        or only_common_words(sentence, name)
    ):
        return table.find(text) is not None
    return not (part == "C" and any(character.isdigit() for character in text))


def is_project(sentence: Sentence, name: Name) -> bool:
    """Whether a name is a project's own: "the DCOMM project" without a number that would make it a grant."""
    if sentence.lows[name.core - 1] in {"project", "projects"} and name.core == name.stop:
        own = sentence.classes[name.first : name.core - 1] == "K" and not carries_award(sentence, name)
        return own and parts_of(sentence, name).known is None
    if sentence.at(name.stop) != "g" or sentence.lows[name.stop] not in {"project", "projects"}:
        return False
    part = sentence.classes[name.first : name.core]
    if any(c in part for c in "HlPp") or parts_of(sentence, name).known is not None:
        return False
    return not carries_award(sentence, name) or "v" in sentence.classes[name.stop :]


def is_title(sentence: Sentence, name: Name) -> bool:
    """Whether a name is what a grant is called: "project MoQuaS", "grant Deepvision", "“Reduction of …", "123 PRAIRIE"."""
    if not name.first:
        return False
    before = sentence.classes[name.first - 1]
    if before not in "gpD\"'":
        return False
    part = sentence.classes[name.first : name.core]
    if "H" in part or "l" in part or (before in "\"'" and "P" in part):
        return False
    return parts_of(sentence, name).known is None


def only_common_words(sentence: Sentence, name: Name) -> bool:
    """Whether nothing in a name is a name's own: "Ministry", "Visiting Scholar Program", "French"."""
    lows = [
        piece
        for i in range(name.first, name.core)
        if sentence.classes[i] not in "ort"
        for piece in sentence.lows[i].split("/")  # French/Canadian
    ]
    if not all(low in words.COMMON for low in lows):
        return False
    if len(lows) < _OWN_WORDS:
        return True
    if any(low in PLACES for low in lows) and "H" in sentence.classes[name.first : name.core]:
        return False
    if lows[-1] in _STATES or lows[0] in _OF_PLACE or any(low in words.STRONG_HEADS for low in lows):
        return False
    return len(lows) == _OWN_WORDS or (
        len(lows) == _OWN_WORDS + 1 and "H" not in sentence.classes[name.first : name.core]
    )


def is_bare_list(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but a funder of the table, or funders with their awards.

    "NAME: 123 NAME: 456" and "NAME [123]; NAME [456]" are how publishers list them under a heading.
    """
    if any(letter in sentence.classes for letter in "qvxsb"):
        return False
    name = sentence.items.get(0) or sentence.items.get(1)
    if not isinstance(name, Name) or sentence.classes[: name.first].strip("t"):
        return False
    if not sentence.classes[name.stop :].strip("."):
        return parts_of(sentence, name).identity is not None
    opens, award = sentence.at(name.stop), sentence.at(name.stop + 1)
    listed = (opens == ":" and award in "DK") or (opens == "(" and award == "D")
    return listed and is_body(sentence, name)
