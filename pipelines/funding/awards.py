"""Find the award numbers in a sentence, by their shape and by what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.funding import table
from pipelines.funding.tokens import Tokens

# numbers of other things: what they are stands shortly before them
_OTHER_NUMBER = frozenset(
    """
    ethics ethical irb approval approved permit permits permission licence license licensed accession genbank pdb geo
    clinicaltrials.gov registration registered isrctn nct eudract prospero deposited ccdc zenodo doi orcid contribution
    publication version phone tel telephone fax e-mail email patent patents dataset beamline beamlines zip repository
    arxiv figshare protocol protocols preprint serial manuscript
    """.split()
)
# as above, but also words in bodies' names: only in lower case
_OTHER_NUMBER_IF_LOWER = frozenset(
    "committee institutional ethic paper report chapter ecology trial trials room box".split()
)
_LEAD = re.compile(r"^(?:(?:N[oO]s?|n[or]s?)\.?(?=\d)|[#>]{1,3})")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}$")
_TRIAL = re.compile(
    r"(?:NCT|ISRCTN|ChiCTR|CRD|ACTRN|DRKS|UMIN|PRJNA|PRJEB|GSE|SRP|EGA[SD]|GSM|PXD|phs|IRCT|CTRI|jRCT|KCT)-?\d{4,}"
)
_HEAD_OF_NUMBER = re.compile(r"[A-Z]{1,2}\d{1,2}$")
_NAME_AND_YEAR = re.compile(r"[A-Za-z]{2,12}-?(?:19[5-9]\d|20[0-4]\d)$")
_TRIAL_REGISTERS = frozenset("NCT ISRCTN ChiCTR CRD ACTRN DRKS UMIN IRCT CTRI PROSPERO EudraCT".split())
_SHORT_NUMBER = re.compile(r"[A-Z]{1,5}\d{2,}$|[A-Z]{2,6}-[A-Z]{0,4}\d{2,}$")
_NIH = re.compile(r"(?:\d ?)?[A-Z][A-Z0-9]\d[ -]?[A-Z]{2}[ -]?\d{5}|[A-Z]{2}[ -]?\d{5,6}$")
_LONGEST_PREFIX = 7


@dataclass(slots=True)
class Award:
    """An award number in a sentence, as a range of tokens.

    Attributes:
        first: Its first token.
        stop: The token after its last.
        text: The number as printed, without "No." and the like.
        recipient: Who received it, as printed.
    """

    first: int
    stop: int
    text: str
    recipient: str | None = None


def find_awards(tokens: Tokens) -> tuple[list[Award], str]:
    """The award numbers in order, and the token classes with every one of them as ``D`` and other numbers as ``w``."""
    classes = list(tokens.classes)
    if not any(letter in tokens.classes for letter in "Dny"):
        return [], tokens.classes
    _join(tokens, classes)
    found: list[Award] = []
    index, count = 0, len(classes)
    while index < count:
        letter = classes[index]
        if letter in "Dny" and _is_award(tokens, classes, index):
            stop = index + 1
            while stop < count and classes[stop] == "+":
                classes[stop] = "D"
                stop += 1
            classes[index] = "D"
            text = _clean(tokens.span(index, stop))
            if _NAME_AND_YEAR.match(text):
                classes[index] = "C"
            else:
                found.append(Award(index, stop, text))
            index = stop
            continue
        if letter == "D":
            classes[index] = "w"
        elif letter == "+":
            classes[index] = tokens.classes[index]
        index += 1
    return found, "".join(classes)


def _join(tokens: Tokens, classes: list[str]) -> None:
    """Mark the further tokens of numbers that are printed in several pieces with ``+``."""
    for index in range(len(classes) - 1):
        letter, after = classes[index], classes[index + 1]
        if after == "C" and letter in "gN(" and _SHORT_NUMBER.match(tokens.words[index + 1]):
            classes[index + 1] = "D"
        elif letter in "KCD+Is" and after in "Dn":
            if _runs_on(tokens, classes, index):
                classes[index] = letter if letter in "D+" else "D"
                classes[index + 1] = "+"
        elif letter in "KCD+" and after in ":/-" and _joined_by_mark(tokens, classes, index):
            classes[index] = "D" if letter in "KC" else letter
            classes[index + 1] = classes[index + 2] = "+"


def _runs_on(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether the number that begins or ends at `index` goes on with the next token, over a space."""
    letter, word, following = classes[index], tokens.words[index], tokens.words[index + 1]
    if letter in "Is":
        return classes[index + 1] == "D" and len(word) == 1 and index > 0 and classes[index - 1] in "gN(KH"
    if letter == "K":
        return _is_prefix(tokens, classes, index)
    if letter == "C":
        return classes[index + 1] == "D" and _HEAD_OF_NUMBER.match(word) is not None
    whole = _NIH.match(word) or _NIH.match(following)
    return whole is None and tokens.starts[index + 1] - tokens.ends[index] == 1


def _joined_by_mark(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether a colon, slash or hyphen behind the token at `index` joins it to the number behind the mark."""
    letter, mark, word = classes[index], classes[index + 1], tokens.words[index]
    if (
        index + 2 >= len(classes)
        or classes[index + 2] not in "Dn"
        or tokens.ends[index] != tokens.starts[index + 1]
    ):
        return False
    touching = tokens.ends[index + 1] == tokens.starts[index + 2]
    if mark == ":":
        return letter == "K" and touching and classes[index + 2] == "D" and not table.find_acronym(word)
    if mark == "/":
        return letter in "DK" and not touching and classes[index + 2] == "D"
    return letter in "D+" or (letter == "C" and word[-1].isdigit())


def _is_prefix(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether the acronym at `index` is the head of the number behind it, and not a funder's name."""
    word = tokens.words[index]
    if len(word) > _LONGEST_PREFIX or not word[-1].isalpha() or table.find_acronym(word):
        return False
    return index > 0 and tokens.words[index + 1][0].isdigit() and classes[index - 1] in '(,&;gN:"D+H'


def _is_award(tokens: Tokens, classes: list[str], index: int) -> bool:
    word = tokens.words[index]
    before = classes[index - 1] if index else ""
    if classes[index] == "n":
        return (
            before == "N"
            and tokens.words[index - 1] not in {"agreement", "protocol"}
            and len(word) > 1
            and word.isalnum()
        )
    if classes[index] == "y":
        return before == "N" and (len(word) > 4 or (index > 1 and classes[index - 2] == "g"))
    if (
        word in _TRIAL_REGISTERS
        or _DATE.match(word)
        or _TRIAL.match(word)
        or (before == "*" and tokens.words[index - 1] in "$€£¥")
    ):
        return False
    if (
        index + 1 < len(classes)
        and tokens.words[index + 1].lower() in {"program", "programme", "project"}
        and word.isdigit()
    ):
        return False
    near = range(max(0, index - 5), index)
    if any(classes[place] == "g" for place in near):
        return True
    return not any(_counts_other_things(tokens.words[place]) for place in near)


def _counts_other_things(word: str) -> bool:
    return word.lower() in _OTHER_NUMBER or word in _OTHER_NUMBER_IF_LOWER


def _clean(text: str) -> str:
    return _LEAD.sub("", text, count=1).strip(" ./:-–#") if text[0] in "Nn#>" else text.strip(" ./:-–#")
