"""Put award numbers together that are printed in several pieces: "NSFC 61473236", "DMS- 1407504", "B-002 -014"."""

from __future__ import annotations

import re

from pipelines.funding import table
from pipelines.funding.names import is_acronym_of
from pipelines.funding.tokens import Tokens

_HEAD_OF_NUMBER = re.compile(r"[A-Z]{1,2}\d{1,2}$")
_SHORT_NUMBER = re.compile(r"[A-Z]{1,5}\d{2,}$|[A-Z]{2,6}-[A-Z]{0,4}\d{2,}$")
_NIH = re.compile(r"(?:\d ?)?[A-Z][A-Z0-9]\d[ -]?[A-Z]{2}[ -]?\d{5}|[A-Z]{2}[ -]?\d{5,6}$")
# pairs of tokens that may be pieces of one number
_MAY_JOIN = re.compile(r"(?=[gN(]C|[KCDnINs:/(-][DnIN:/(-])")
_LONGEST_PREFIX = 7
_LONGEST_NAME = 16
# what stands right before a code that belongs to the number behind it
_BEFORE_PREFIX = '(,&;gN:"D+H'


def join_pieces(tokens: Tokens, classes: list[str]) -> None:
    """Mark the first token of a number in pieces with ``D`` and its further tokens with ``+``, in place."""
    heads: set[str] = set()
    for match in _MAY_JOIN.finditer(tokens.classes):
        index = match.start()
        letter, after = classes[index], classes[index + 1]
        if after == "C" and letter in "gN(" and _SHORT_NUMBER.match(tokens.words[index + 1]):
            classes[index + 1] = "D"
        elif letter == "K" and _is_head(tokens, classes, index, heads):
            heads.add(tokens.words[index])
            classes[index] = "D"
            classes[index + 1] = "+"
            if after not in "Dn":
                classes[index + 2] = "+"
        elif letter in "CD+Is" and after in "Dn":
            if _runs_on(tokens, classes, index):
                classes[index] = letter if letter in "D+" else "D"
                classes[index + 1] = "+"
        elif letter in "KCD+" and after in ":/-(" and _joined_by_mark(tokens, classes, index):
            classes[index] = "D" if letter in "KC" else letter
            classes[index + 1] = classes[index + 2] = "+"


def _is_head(tokens: Tokens, classes: list[str], index: int, heads: set[str]) -> bool:
    """Whether the acronym at `index` is printed as the head of the number behind it, rather than as a funder's name.

    A funder's acronym is a head where the funder has just been named, behind a word for a number, or where it has
    been the head of a number before: "the Science Foundation (SFX 1234, SFX 1235)", "award number SFX 1234".
    """
    if not index:
        return False
    before, after, word = classes[index - 1], classes[index + 1], tokens.words[index]
    if after not in "Dn":
        return before in "(gN" and _is_head_at_a_distance(tokens, classes, index)
    if after == "n" and not tokens.words[index + 1].isdigit():
        return False
    if before == "N" or (before in ",&;" and word in heads):
        return after == "D"
    known = table.find_acronym(word) is not None
    if before == "(":
        named = "CHKPlp)" if known else "CHKPlp)gm"
        return (
            after == "D"
            and index > 1
            and classes[index - 2] in named
            and (not known or _is_named_before(tokens, classes, index))
        )
    return (
        not known
        and len(word) <= _LONGEST_PREFIX
        and word[-1].isalpha()
        and tokens.words[index + 1][0].isdigit()
        and before in _BEFORE_PREFIX
    )


def _is_head_at_a_distance(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether one letter or a # stands between an acronym and its number: "(OTKA T 034307)", "grant DAIP #66/2018"."""
    if index + 2 >= len(classes) or classes[index + 2] != "D":
        return False
    between = tokens.words[index + 1]
    if between == "#":
        return (
            tokens.ends[index + 1] == tokens.starts[index + 2]
            and table.find_acronym(tokens.words[index]) is None
        )
    return classes[index + 1] == "I" and len(between) == 1 and classes[index - 1] in "(N"


def _is_named_before(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether the acronym behind the bracket at ``index - 1`` is that of the name before the bracket."""
    first = index - 1
    while first > 0 and index - first < _LONGEST_NAME and classes[first - 1] in "CHKPlpIo&t,r":
        first -= 1
    return first < index - 1 and is_acronym_of(tokens.words[index], tokens.span(first, index - 1))


def _runs_on(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether the number that begins or ends at `index` goes on with the next token, over a space."""
    letter, word, following = classes[index], tokens.words[index], tokens.words[index + 1]
    if letter in "Is":
        return classes[index + 1] == "D" and len(word) == 1 and index > 0 and classes[index - 1] in "gN(KH,"
    if letter == "C":
        return classes[index + 1] == "D" and _HEAD_OF_NUMBER.match(word) is not None
    whole = _NIH.match(word) or _NIH.match(following)
    return whole is None and tokens.starts[index + 1] - tokens.ends[index] == 1


def _joined_by_mark(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether a colon, slash or hyphen behind the token at `index` joins it to the number behind the mark."""
    letter, mark, word = classes[index], classes[index + 1], tokens.words[index]
    if index + 2 >= len(classes):
        return False
    touching = tokens.ends[index + 1] == tokens.starts[index + 2]
    following = tokens.words[index + 2]
    if tokens.ends[index] != tokens.starts[index + 1]:
        # "B-002 -014 -MY3": a hyphen that a line break has parted from what is before it
        return (
            letter in "D+"
            and tokens.words[index + 1] == "-"
            and touching
            and any(c.isdigit() for c in following)
        )
    if classes[index + 2] not in "Dn":
        return False
    if mark == "(":
        return touching and tokens.words[index + 1] == "{"  # a hyphen, as old PostScript gives it back
    if mark == ":":
        return letter == "K" and touching and classes[index + 2] == "D" and not table.find_acronym(word)
    if mark == "/":
        return letter in "DK" and not touching and classes[index + 2] == "D"
    return letter in "D+" or (letter == "C" and word[-1].isdigit())
