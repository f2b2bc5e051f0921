"""Judge a name: a person, a body, a funder by trade, or a word that only looks like a name."""

from __future__ import annotations

import re

from pipelines.funding import table, words
from pipelines.funding.names import Name
from pipelines.funding.parts import Parts, split_name
from pipelines.funding.sentence import Sentence

# what may stand between a funder and its award number
_BETWEEN_GRANT = re.compile(r"g[gNKC\"P:p,o(]*D")
_BETWEEN_BRACKET = re.compile(r"\([gNtzu:jPp]*[KC]?[gNp:]*D")
_FEW_LETTERS = 3


def is_person(sentence: Sentence, name: Name) -> bool:
    """Whether a name is a person's: a title or initials, and no word for a body."""
    part = sentence.classes[name.first : name.core]
    if any(c in part for c in "HlPp"):
        return False
    first = sentence.low(name.first).rstrip(".")
    before = sentence.low(name.first - 1).rstrip(".") if name.first else ""
    if first in words.TITLES or before in words.TITLES:
        return True
    return "I" in part and "K" not in part and table.find(sentence.core(name)) is None


def is_body(sentence: Sentence, name: Name) -> bool:
    """Whether a name is of a body, a programme or a funder of the table, rather than of a person or a thing."""
    part = sentence.classes[name.first : name.core]
    if is_person(sentence, name):
        return False
    if parts_of(sentence, name).known is not None:
        return True
    if only_common_words(sentence, name):
        return False
    if any(c in part for c in "HlPp"):
        return True
    return part == "K" and len(sentence.tokens.words[name.first]) > _FEW_LETTERS


def is_strong(sentence: Sentence, name: Name) -> bool:
    """Whether a name is a funder by trade, or stands with an award number."""
    if is_person(sentence, name):
        return False
    if parts_of(sentence, name).known is not None:
        return True
    if any(
        sentence.low(i) in words.STRONG_HEADS for i in range(name.first, name.core)
    ) and not only_common_words(sentence, name):
        return True
    return carries_award(sentence, name)


def carries_award(sentence: Sentence, name: Name) -> bool:
    """NAME grant 123, NAME (123), NAME 123: a funder wherever it stands."""
    after = sentence.at(name.stop)
    if after == "D":
        return is_body(sentence, name)
    if after == "g":
        return _BETWEEN_GRANT.match(sentence.classes, name.stop) is not None and is_body(sentence, name)
    return (
        after == "("
        and _BETWEEN_BRACKET.match(sentence.classes, name.stop) is not None
        and is_body(sentence, name)
    )


def is_acceptable(sentence: Sentence, name: Name) -> bool:
    """Whether a name may be a funder where the sentence has just said "by" or "from"."""
    if is_person(sentence, name):
        return False
    text = sentence.core(name)
    if only_common_words(sentence, name) or len(text) == 1:
        return table.find(text) is not None
    return True


def only_common_words(sentence: Sentence, name: Name) -> bool:
    """Whether nothing in a name is a name's own: "Ministry", "Visiting Scholar Program", "French"."""
    lows = [sentence.low(i) for i in range(name.first, name.core) if sentence.classes[i] not in "ort"]
    if not all(low in words.NOT_NAMES or low in words.COUNTRIES for low in lows):
        return False
    if len(lows) > 1 and lows[-1] in {"state", "government", "parliament"}:
        return False
    strong = any(low in words.STRONG_HEADS for low in lows)
    return len(lows) < 2 or not (
        strong or (len(lows) > 2 and "H" in sentence.classes[name.first : name.core])
    )


def is_project_title(sentence: Sentence, name: Name) -> bool:
    """Whether a name is what a grant or project is called: "project MoQuaS", "grant Deepvision", "“Reduction of …"."""
    before = sentence.at(name.first - 1) if name.first else ""
    if before in ("g", "p", '"', "'", "D"):
        part = sentence.classes[name.first : name.core]
        if any(c in part for c in "Hl"):
            return False
        return parts_of(sentence, name).known is None and (before not in "\"'" or "P" not in part)
    return False


def parts_of(sentence: Sentence, name: Name) -> Parts:
    """The funder and the scheme in a name."""
    return split_name(sentence.tokens, sentence.classes, name)
