"""Cut a sentence into tokens and give each the one-letter class that the rules are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.funding import words

# Award numbers that are printed with spaces inside; the shapes are the funders' own.
_SPACED_AWARD = (
    r"(?:[1-9] ?)?[A-Z][A-Z0-9][0-9O][ -]{0,2}[A-Z]{2}[ -]{0,2}\d{4,7}(?:-\d{1,2}(?:[A-Z]\d)?)?(?![\w])"  # NIH
    r"|\d{2} ?[A-Z]{2} ?\d{4}[A-Z]?(?![\w])"  # BMBF
    r"|(?:SFB|TRR|GRK|SPP|EXC|FOR|GSC|FZT|CRC|RTG|KFO)(?:[ /-]TRR)?[ /-]?\d{1,4}(?:/\d{1,2})?(?![\w])"  # DFG
    r"|[A-Z]{2,3} ?\d{1,4}/\d{1,3}-\d{1,2}(?![\w])"  # DFG, by person
    r"|(?:DMS|PHY|AST|CHE|DMR|ECCS|CCF|CMMI|CNS|IIS|EAR|OCE|DEB|IOS|MCB|BCS|SES|CBET|OISE|PLR|OPP|AGS|ATM|ACI|OAC|"
    r"CDA|CCR|IRI|EEC|EPS|ECS|DBI|DGE|DUE|HRD|ANI|ITR|ASC|MIP|NCR|INT|BNS|DCB|CTS|ANT|ARC|BES|SBR|SBE|RISE|CAREER) "
    r"?[-–‐]? ?\d{5,8}(?![\w])"  # NSF
    r"|(?:GM|CA|HL|AI|NS|MH|DA|DK|HD|EY|AG|AR|ES|RR|TR|HG|EB|LM|DE|DC|NR|OD|AA|AT|MD|TW|CX)[ -]{1,2}\d{5,6}(?![\w])"
)
_TOKEN = re.compile(
    rf"(?:https?://|www\.)[^\s()<>\[\]]{{1,400}}|[\w.+-]{{1,64}}@[\w.-]{{1,80}}"
    rf"|(?P<spaced>{_SPACED_AWARD})"
    r"|Horizon[ -](?:2020|Europe)|as well as|together with|along with|in addition to"
    r"|(?:with)?in the (?:frame|framework|context|scope) of|under the (?:frame|framework|scope) of|as part of"
    r"|(?:[^\W\d_]\.-?){1,5}(?:[^\W\d_](?!\w))?"
    r"|(?:N[Oo]s?|nos?|[Nn]rs?|[Rr]ef|[Pp]roc|[Pp]rot|[Rr]eg|Grant|grant)(?:\.(?!\s[a-z])|(?=\d{2}))"
    r"|(?:Inc|Ltd|Corp|Co|LLC|Drs?|Prof|Mrs?|Ms|St|Univ|Natl|Sci|Dept|Inst|Found|Govt|Jr|Sr)\."
    r"|[^\W_](?:\w|[/._'’&+*\\](?=\w)|[-‐‑–—](?=\w)(?!(?:funded|supported|sponsored|financed)\b))*"
    r"|\S"
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?$")
_NOT_AWARD = re.compile(
    r"(?:FP[67]|H2020|HORIZON2020|COVID-?19|SARS-CoV-2|(?:1st|2nd|3rd|\d+th)|[A-Z]?\d{1,2}[A-Z]?|\d+[A-Za-z]{1,2}|"
    r"(?:NCT|ISRCTN|ChiCTR|CRD|ACTRN|DRKS|UMIN|PRJNA|PRJEB|GSE|SRP|EGAS|GSM)-?\w{3,}|phs\d+|PXD\d+)$"
)
_ELISION = re.compile(r"(?:[ldLD]|[dD]ell|[nN]ell|[aA]ll|[sS]ull|[dD]all)['’]")
_PUNCTUATION = {
    "(": "(", "[": "(", "{": "(", "（": "(", ")": ")", "]": ")", "}": ")", "）": ")", ",": ",", "，": ",", ";": ";",
    "；": ";", ":": ":", "：": ":", '"': '"', "“": '"', "”": '"', "„": '"', "‘": '"', "’": "'", "'": "'", "#": "N",
    "№": "N", "&": "&", "/": "/", "-": "-", "–": "-", "—": "-", "‐": "-", ".": ".",
}  # fmt: skip


@dataclass(slots=True)
class Tokens:
    """A sentence as parallel lists: the words, where each begins and ends in the statement, one class letter each."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]
    classes: str

    def span(self, first: int, stop: int) -> str:
        """The printed text from token `first` up to, not including, `stop`."""
        return self.text[self.starts[first] : self.ends[stop - 1]]


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Tokens of ``text[start:end]``; positions count from the beginning of `text`."""
    found, starts, ends, classes = [], [], [], []
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        found.append(word)
        starts.append(match.start())
        ends.append(match.end())
        classes.append("D" if match.lastgroup else _class_of(word))
    return Tokens(text, found, starts, ends, "".join(classes))


@lru_cache(maxsize=50_000)
def _class_of(word: str) -> str:
    if " " in word and word[0].islower():
        return "h" if word.endswith(" of") else "&"
    if len(word) == 1 and not word.isalnum():
        return _PUNCTUATION.get(word, "*")
    if "://" in word or "@" in word or word.startswith("www."):
        return "U"
    if any(character.isdigit() for character in word):
        return _class_with_digits(word)
    return _class_of_letters(word)


def _class_with_digits(word: str) -> str:
    if word.startswith("Horizon") or word in {"FP6", "FP7", "H2020"}:
        return "P"
    if _YEAR.match(word):
        return "y"
    digits = sum(character.isdigit() for character in word)
    if word.isdigit():
        return "D" if digits > 2 else "n"
    if _NOT_AWARD.match(word):
        return "C" if word[0].isalpha() else "n"
    letters = sum(character.islower() for character in word)
    if digits <= 2 and letters >= 4:
        return "C"
    return "D" if digits >= 2 else "C"


def _class_of_letters(word: str) -> str:
    lower = word.lower()
    first_upper = word[0].isupper()
    closed = words.CLOSED.get(lower)
    if closed and not (
        first_upper
        and (lower in words.OPEN_IF_CAPITAL or (closed == "o" and lower != "of" and word.isupper()))
    ):
        return closed
    elided = _ELISION.match(word)
    if elided and len(word) > elided.end():
        return _class_of_letters(word[elided.end() :])
    if lower in words.DEGREES or word.startswith("Horizon"):
        return "P" if word.startswith("Horizon") else "C"
    if first_upper and lower in words.COUNTRIES:
        return "C"
    if "." in word and len(lower.replace(".", "").replace("-", "")) <= 4 and lower not in words.HEADS:
        return "I"
    base = lower[:-2] if lower.endswith(("'s", "’s")) else lower
    if base in words.HEADS or (len(base) > 8 and base.endswith(words.HEAD_ENDINGS)):
        return "H" if first_upper else "l"
    if base in words.PROGRAMMES:
        return "P" if first_upper else "p"
    if len(word) == 1:
        return "I" if first_upper else "w"
    return _acronym_or_word(word)


def _acronym_or_word(word: str) -> str:
    if word[0].islower():
        return "K" if sum(character.isupper() for character in word) >= 2 else "w"
    parts = word.split("-")
    if any(_is_acronym(part) for part in parts):
        return "K"
    return "C"


def _is_acronym(part: str) -> bool:
    part = part[:-2] if part.endswith(("'s", "’s")) else part
    upper = sum(character.isupper() for character in part)
    return upper >= 2 and 2 * upper >= len(part)
