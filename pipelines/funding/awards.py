"""Find the award numbers in a sentence, by their shape and by what stands around them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.funding.pieces import join_pieces
from pipelines.funding.places import PLACES
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
    "committee review ethic paper report chapter ecology trial trials room box".split()
)
# "No.12", "#12"; but in "NO0014-85-K-0182" the O is a nought
_LEAD = re.compile(r"^(?:(?!NO0\d{3}-)(?:N[oO]s?|n[or]s?)\.?(?=\d)|[#>]{1,3})")
_POSTCODE = re.compile(r"\d{5}-\d{4}$")
_PRIORITY_PROGRAMME = re.compile(r"SPP[ -]?\d{4}$")
_MANY_DIGITS = 4
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}$")
_TRIAL = re.compile(
    r"(?:NCT|ISRCTN|ChiCTR|CRD|ACTRN|DRKS|UMIN|PRJNA|PRJEB|GSE|SRP|EGA[SD]|GSM|PXD|phs|IRCT|CTRI|jRCT|KCT)-?\d{4,}"
)
_NAME_AND_YEAR = re.compile(r"[A-Za-z]{2,12}-?(?:19[5-9]\d|20[0-4]\d)$")
_DIGITS = re.compile("[Dny]")
_TRIAL_REGISTERS = frozenset("NCT ISRCTN ChiCTR CRD ACTRN DRKS UMIN IRCT CTRI PROSPERO EudraCT".split())


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
    if _DIGITS.search(tokens.classes) is None:
        return [], tokens.classes
    classes = list(tokens.classes)
    join_pieces(tokens, classes)
    found: list[Award] = []
    done, count = 0, len(classes)
    for index in [index for index, letter in enumerate(classes) if letter in "Dny+"]:
        if index < done:
            continue
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
            done = stop
        elif letter == "D":
            classes[index] = "w"
        elif letter == "+":
            classes[index] = tokens.classes[index]
    return found, "".join(classes)


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
        if before != "N" or tokens.words[index - 1].lower() in _OTHER_NUMBER:
            return False
        return len(word) > 4 or (index > 1 and classes[index - 2] == "g")
    if (
        word in _TRIAL_REGISTERS
        or _DATE.match(word)
        or _TRIAL.match(word)
        or (before == "*" and tokens.words[index - 1] in "$€£¥")
    ):
        return False
    if _counts_something(tokens, classes, index) or _is_part_of_an_address(tokens, classes, index):
        return False
    near = range(max(0, index - 5), index)
    if any(classes[place] == "g" for place in near):
        return True
    return not any(_counts_other_things(tokens.words[place]) for place in near)


def _counts_something(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether it numbers a thing: "111 program", "the 1032 study team", "p < .001", "Priority Program SPP 1234"."""
    word, before = tokens.words[index], classes[index - 1] if index else ""
    if before in ("P", "p") and _PRIORITY_PROGRAMME.match(word):
        return True
    if not word.isdigit():
        return False
    if before == "." and tokens.ends[index - 1] == tokens.starts[index]:
        return True
    if before in ("C", "K") and len(word) < _MANY_DIGITS and "g" not in classes[max(0, index - 5) : index]:
        return True
    if index + 1 == len(classes):
        return False
    following = tokens.words[index + 1].lower()
    return following in {"program", "programme", "project"} or (before == "t" and classes[index + 1] in "sw")


def _is_part_of_an_address(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether it is a post code behind its state: "Ohio, 45433-6543"."""
    if not _POSTCODE.match(tokens.words[index]):
        return False
    place = index - 2 if index and classes[index - 1] == "," else index - 1
    return place >= 0 and tokens.words[place].lower() in PLACES


def _counts_other_things(word: str) -> bool:
    return word.lower() in _OTHER_NUMBER or word in _OTHER_NUMBER_IF_LOWER


def _clean(text: str) -> str:
    return _LEAD.sub("", text, count=1).strip(" ./:-–#") if text[0] in "Nn#>" else text.strip(" ./:-–#")
