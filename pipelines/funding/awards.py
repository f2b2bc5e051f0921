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
    clinicaltrials.gov trial trials registration registered isrctn nct eudract prospero deposited ccdc zenodo doi orcid contribution
    publication version phone tel telephone fax e-mail email patent patents dataset beamline beamlines room box zip
    repository arxiv figshare committee protocol protocols institutional ethic paper report preprint chapter ecology serial manuscript
    """.split()
)
_PREFIX = re.compile(r"(?<=[(,&;gN:\"])K(?=[nD])|(?<=[(,&;gN])KD(?=D)|(?<=g)CN?(?=D)")
_LEAD = re.compile(r"(?:N[oO]s?|n[or]s?)\.?(?=\d)|[#>]+")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d$|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}$")
_TRIAL = re.compile(
    r"(?:NCT|ISRCTN|ChiCTR|CRD|ACTRN|DRKS|UMIN|PRJNA|PRJEB|GSE|SRP|EGA[SD]|GSM|PXD|phs|IRCT|CTRI|jRCT|KCT)-?\d{4,}"
)


@dataclass(slots=True)
class Award:
    """An award number in a sentence, as a range of tokens.

    Attributes:
        first: Its first token.
        stop: The token after its last.
        text: The number as printed, without "No." and the like.
    """

    first: int
    stop: int
    text: str


def find_awards(tokens: Tokens) -> tuple[list[Award], str]:
    """The award numbers in order, and the token classes with every one of them blanked out as ``D``."""
    classes = list(tokens.classes)
    _join(tokens, classes)
    found: list[Award] = []
    index, count = 0, len(classes)
    while index < count:
        letter = classes[index]
        if letter in "Dny" and _is_award(tokens, classes, index):
            stop = index + 1
            while stop < count and classes[stop] == "+":
                stop += 1
            found.append(Award(index, stop, _clean(tokens.span(index, stop))))
            for place in range(index, stop):
                classes[place] = "D"
            index = stop
        else:
            if letter == "D":
                classes[index] = "w"
            elif letter == "+":
                classes[index] = tokens.classes[index]
            index += 1
    return found, "".join(classes)


def _join(tokens: Tokens, classes: list[str]) -> None:
    """Mark the further tokens of numbers that are printed in several pieces with ``+``."""
    words, starts, ends = tokens.words, tokens.starts, tokens.ends
    for index in range(len(classes) - 1):
        letter, after = classes[index], classes[index + 1]
        touching = ends[index] == starts[index + 1]
        if letter == "K" and after in "Dn" and _is_prefix(tokens, classes, index):
            classes[index], classes[index + 1] = "D", "+"
        elif letter == "C" and after == "D" and re.match(r"[A-Z]{1,2}\d{1,2}$", words[index]):
            classes[index], classes[index + 1] = "D", "+"
        elif (
            letter in "KC"
            and after == ":"
            and touching
            and index + 2 < len(classes)
            and classes[index + 2] == "D"
        ):
            if (
                ends[index + 1] == starts[index + 2]
                and not table.find_acronym(words[index])
                and letter == "K"
            ):
                classes[index], classes[index + 1], classes[index + 2] = "D", "+", "+"
        elif (
            letter == "D"
            and after == "D"
            and re.match(r"\d{2,3}/\d", words[index + 1])
            and starts[index + 1] - ends[index] == 1
        ):
            classes[index + 1] = "+"
        elif (
            letter in "DK"
            and after == "/"
            and touching
            and index + 2 < len(classes)
            and classes[index + 2] == "D"
            and starts[index + 2] > ends[index + 1]
        ):
            classes[index], classes[index + 1], classes[index + 2] = "D", "+", "+"
        elif (
            letter in "D+"
            and after == "-"
            and touching
            and index + 2 < len(classes)
            and classes[index + 2] in "Dn"
        ):
            classes[index + 1] = classes[index + 2] = "+"


def _is_prefix(tokens: Tokens, classes: list[str], index: int) -> bool:
    """Whether the acronym at `index` is the head of the number behind it, and not a funder's name."""
    word = tokens.words[index]
    if len(word) > 7 or not word[-1].isalpha() or table.find_acronym(word):
        return False
    if not tokens.words[index + 1][0].isdigit():
        return False
    before = classes[index - 1] if index else ""
    return before in '(,&;gN:"D+H' and before != ""


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
    if _DATE.match(word) or _TRIAL.match(word):
        return False
    for place in range(max(0, index - 5), index):
        low = tokens.words[place].lower()
        if low in _OTHER_NUMBER and not ("g" in classes[place:index]):
            return False
    return not (before == "*" and tokens.words[index - 1] in "$€£¥")


def _clean(text: str) -> str:
    return _LEAD.sub("", text, count=1).strip(" ./:-–#") if text[0] in "Nn#>" else text.strip(" ./:-–#")
