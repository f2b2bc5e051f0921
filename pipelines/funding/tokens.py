"""Cut a sentence into tokens and give each the one-letter class that the rules are written in."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.funding import table, words
from pipelines.funding.places import PLACES

# Award numbers that are printed with spaces inside; the shapes are the funders' own.
_SPACED_AWARD = (
    r"(?:[1-9] ?)?[A-Z][A-Z0-9][0-9O][ -]{0,2}[A-Z]{2}[ -]{0,2}\d{4,7}(?:-\d{1,2}(?:[A-Z]\d)?)?(?!\w)"  # NIH
    r"|\d{2} ?[A-Z]{2} ?\d{4}[A-Z]?(?!\w)"  # BMBF
    r"|(?:SFB|TRR|GRK|SPP|EXC|FOR|GSC|FZT|CRC|RTG|KFO)(?:[ /-]TRR)?[ /-]?\d{1,4}(?:/\d{1,2})?(?!\w)"  # DFG
    r"|[A-Z][A-Za-z]{1,3} ?\d{1,4}/\d{1,3}-\d{1,2}(?:,\d{1,2})?(?![\w/])"  # DFG, by person
    r"|(?:DMS|PHY|AST|CHE|DMR|ECCS|CCF|CMMI|CNS|IIS|EAR|OCE|DEB|IOS|MCB|BCS|SES|CBET|OISE|PLR|OPP|AGS|ATM|ACI|OAC|"
    r"CDA|CCR|IRI|EEC|EPS|ECS|DBI|DGE|DUE|HRD|ANI|ITR|ASC|MIP|NCR|INT|BNS|DCB|CTS|ANT|ARC|BES|SBR|SBE|RISE) "
    r"?[-–‐]? ?(?:\d{5,8}|\d{2}[-–]\d{5})(?!\w)"  # NSF
    r"|(?:GM|CA|HL|AI|NS|MH|DA|DK|HD|EY|AG|AR|ES|RR|TR|HG|EB|LM|DE|DC|NR|OD|AA|AT|MD|TW|CX)[ -]{1,2}\d{5,6}(?!\w)"
)
# what most tokens are, tried first; the letters that are left out begin one of the longer tokens below
_PLAIN_WORD = (
    r"(?:[b-hj-svx-z][a-z]{1,40}"
    r"|(?!as well |together |along |in (?:the|addition) |within the |under the |as part "
    r"|a trav|atrav|au trav|dans le |im Rahmen )[a-z]{2,40})(?=[ ,;)])"
    r"|[()\[\],;]"
    r"|(?:[ABDEI-LNQRUVWXYZ][a-z]{4,40}"
    r"|(?!(?:Horizon|Phase|Sonata|Preludium|Harmonia|Maestro|Finance|C[oó]digo|Grants?)\b)[A-Z][a-z]{4,40})"
    r"(?=[ ,;)](?![´¨˜\u0300-\u036f]))"
)
# an accent of its own, as decomposed text has it, or standing apart ("Econom ´ıa") where a page's text was badly read
_ACCENT = r"[\u0300-\u036f]\w*|\s?[´¨˜\u0300-\u036f]\w+"
_ADDRESS = r"(?:https?://|www\.)[^\s()<>\[\]]{1,400}|[\w.+-]{1,64}@[\w.-]{1,80}"
_REST = (
    rf"(?=[A-Z\d])(?P<award>{_SPACED_AWARD})"
    r"|(?P<cap>Horizon[ -](?:2020|Europe)|"
    r"(?:Tier|Opus|OPUS|Phase|Sonata|SONATA|Preludium|PRELUDIUM|Harmonia|Maestro) (?:\d{1,2}|I{1,3})\b)"
    r"|(?P<number>C[oó]digo de Financiamento|[Ff]inance [Cc]ode)\b"
    r"|(?P<letters>[RS] ?\\?& ?[DT])\b"
    r"|(?P<amount>\d{1,3}(?:,\d{3})+(?![\w,]))"
    r"|(?P<and>as well as|together with|along with|in addition to)\b"
    r"|(?P<through>(?:with)?in the (?:frame|framework|context|scope) of|"
    r"under the (?:frame|framework|scope) of|as part of|a trav[eé]s del?|atrav[eé]s d[aeo]s?|au travers d[eu]|"
    r"dans le cadre d[eu]|im Rahmen (?:de[rs]|von))\b"
    r"|(?:[ld]|dell|nell|all|sull|dall)['’](?=\w)"
    r"|(?:[^\W\d_]\.-?){1,5}(?:[^\W\d_](?!\w))?"
    r"|(?:N(?:o|O(?!0\d{3}-))s?|nos?|[Nn]rs?|[Rr]ef|[Pp]roc|[Pp]rot|[Rr]eg|Grant|grant)(?:\.(?!\s[a-z])|(?=\d{2}))"
    r"|[Gg]rants?(?=[A-Z]{1,3}\d{2})"
    r"|(?:Inc|Ltd|Corp|Co|LLC|Drs?|Prof|Mrs?|Ms|St|Univ|Natl|Sci|Dept|Inst|Found|Govt|Jr|Sr)\."
    rf"|[^\W_]\w*(?:[/._'’&+*\\\u00ad\u200b]\w+|{_ACCENT}"
    r"|[-‐‑–](?!(?:funded|supported|sponsored|financed|project)\b)\w+)*"
)
# what cannot be the beginning of anything is passed over first: trying every kind of token there is what costs
_ANY = rf"{_PLAIN_WORD}|(?=\w)(?:{_REST})|\S"
_TOKEN = re.compile(rf"(?!\s)(?:{_ANY})")
_TOKEN_OR_ADDRESS = re.compile(rf"(?!\s)(?:{_ADDRESS}|{_ANY})")
_GROUP_CLASSES = {
    "award": "D",
    "cap": "P",
    "number": "N",
    "letters": "K",
    "amount": "w",
    "and": "&",
    "through": "h",
}
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?$")
_NOT_AWARD = re.compile(
    r"(?:F[PT]\d?(?:/.*)?|H2020(?:-[A-Za-z]+)?|[A-Za-z]{2,12}-(?:19|20)\d\d|COVID-?19|SARS-CoV-2|\d+(?:st|nd|rd|th)|\d{1,4}[A-Za-z]{1,2}|"
    r"(?:NCT|ISRCTN|ChiCTR|CRD|ACTRN|DRKS|UMIN|PRJNA|PRJEB|GSE|SRP|EGAS|GSM)-?\w{3,}|phs\d+|PXD\d+)$"
)
_ELISION = re.compile(r"(?:[ldLD]|[dD]ell|[nN]ell|[aA]ll|[sS]ull|[dD]all)['’]")
_PUNCTUATION = {
    "(": "(", "[": "(", "{": "(", "（": "(", ")": ")", "]": ")", "}": ")", "）": ")", ",": ",", "，": ",", ";": ";",
    "；": ";", ":": ":", "：": ":", '"': '"', "“": '"', "”": '"', "„": '"', "‘": '"', "’": "'", "'": "'", "#": "N",
    "№": "N", "&": "&", "/": "/", "-": "-", "–": "-", "—": "-", "‐": "-", ".": ".",
}  # fmt: skip
_FEW_DIGITS = 3


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

    def key(self, first: int, stop: int) -> str:
        """``table.key`` of the printed text, put together from the keys of its words."""
        if first >= stop:
            return ""
        if "I" in self.classes[first:stop]:
            return table.key(self.span(first, stop))  # initials become one word
        found = " ".join([piece for piece in map(table.key, self.words[first:stop]) if piece])
        return found.removeprefix("the ")


def tokenise(text: str, start: int, end: int) -> Tokens:
    """Tokens of ``text[start:end]``; positions count from the beginning of `text`."""
    # looking for an address at every word is dear, and few sentences have one
    has_address = any(text.find(mark, start, end) >= 0 for mark in ("@", "://", "www."))
    matches = list((_TOKEN_OR_ADDRESS if has_address else _TOKEN).finditer(text, start, end))
    found = [match.group() for match in matches]
    classes = [
        _class_of(word) if match.lastgroup is None else _GROUP_CLASSES[match.lastgroup]
        for match, word in zip(matches, found, strict=True)
    ]
    starts, ends = [match.start() for match in matches], [match.end() for match in matches]
    tokens = Tokens(text, found, starts, ends, "".join(classes))
    return _mend_broken_words(tokens) if text.find("- ", start, end) >= 0 else tokens


def _mend_broken_words(tokens: Tokens) -> Tokens:
    """Make one token of a word that the end of a line broke ("sup- port"), if it is a word the rules know."""
    kept = Tokens(tokens.text, [], [], [], "")
    classes: list[str] = []
    index, count = 0, len(tokens.words)
    while index < count:
        stop, word, letter = index + 1, tokens.words[index], tokens.classes[index]
        if _is_broken(tokens, index):
            whole = word + tokens.words[index + 2]
            known = _class_of(whole)
            if known not in "wC":
                stop, word, letter = index + 3, whole, known
        kept.words.append(word)
        kept.starts.append(tokens.starts[index])
        kept.ends.append(tokens.ends[stop - 1])
        classes.append(letter)
        index = stop
    kept.classes = "".join(classes)
    return kept


def _is_broken(tokens: Tokens, index: int) -> bool:
    """Whether "- " and a word in lower case follow the token at `index`."""
    if index + 2 >= len(tokens.words) or tokens.words[index + 1] != "-":
        return False
    rest = tokens.words[index + 2]
    return (
        tokens.ends[index] == tokens.starts[index + 1]
        and tokens.starts[index + 2] == tokens.ends[index + 1] + 1
        and rest.isalpha()
        and rest.islower()
    )


@lru_cache(maxsize=50_000)
def _class_of(word: str) -> str:
    if len(word) == 1 and not word.isalnum():
        return _PUNCTUATION.get(word, "*")
    if not word.isalpha():
        if "://" in word or "@" in word or word.startswith("www."):
            return "U"
        if any(character.isdigit() for character in word):
            return _class_with_digits(word)
    return _class_of_letters(word)


def _class_with_digits(word: str) -> str:
    if word in {"FP6", "FP7", "H2020"}:
        return "P"
    if _YEAR.match(word):
        return "y"
    digits = sum(character.isdigit() for character in word)
    if word.isdigit():
        return "D" if digits >= _FEW_DIGITS else "n"
    if _NOT_AWARD.match(word):
        return "C" if word[0].isalpha() else "n"
    if digits < _FEW_DIGITS:
        upper = sum(character.isupper() for character in word)
        if word[0].isdigit():
            return "D" if upper and digits > 1 else "n"
        return "D" if upper > 2 and digits > 1 and "-" in word and word[-1].isdigit() and "/" in word else "C"
    return "D"


def _class_of_letters(word: str) -> str:
    lower = word.lower()
    first_upper = word[0].isupper()
    closed = words.CLOSED.get(lower)
    if closed and not (
        first_upper
        and (lower in words.OPEN_IF_CAPITAL or (closed == "o" and lower != "of" and word.isupper()))
    ):
        return closed
    elided = None if word.isalpha() else _ELISION.match(word)
    if elided and len(word) > elided.end():
        return _class_of_letters(word[elided.end() :])
    if first_upper and (lower in words.DEGREES or lower in PLACES):
        return "C"
    if "." in word and first_upper and table.find_acronym(word.replace(".", "")) is not None:
        return "K"
    if "." in word and lower not in words.HEADS and len(lower.replace(".", "").replace("-", "")) <= 4:
        return "I"
    base = lower[:-2] if lower.endswith(("'s", "’s")) else lower
    if base in words.HEADS or (len(base) > 8 and base.endswith(words.HEAD_ENDINGS)):
        return "H" if first_upper else "l"
    if base in words.PROGRAMMES:
        return "P" if first_upper else "p"
    if len(word) == 1:
        return "I" if first_upper else "w"
    if not first_upper:
        return "K" if sum(character.isupper() for character in word) > 1 else "w"
    if word[1:].islower() and "-" not in word:
        return "C"
    return "K" if any(_is_acronym(part) for part in word.split("-")) else "C"


def _is_acronym(part: str) -> bool:
    part = part[:-2] if part.endswith(("'s", "’s")) else part
    upper = sum(character.isupper() for character in part)
    return upper > 1 and 2 * upper >= len(part)
