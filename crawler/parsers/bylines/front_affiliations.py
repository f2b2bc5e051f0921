"""Affiliations in the lines under a by-line: each with the label, anchor or place that authors point to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.parsers.bylines.marked_lines import CLOSE, MARK, OPEN, without_marks

_PLACE = re.compile(
    r"\b(?:univ|instit|istit|inst\.|dep(?:t\b|art|to\b)|d[ée]part|facult|facolt|school|college|hospital|klinik|clinic|cent(?:er|re|ro)\b|zentrum"
    r"|laborato|\blab\b|academ|akadem|ministry|muse[uo]|polit[eé]c|polytech|hochschule|council|foundation|society|agency|bureau"
    r"|observator|research|division|section of|service de|escola|escuela|[eé]cole|secretari|embrapa|cnrs|inserm|inra|nasa|noaa|usda"
    r"|gmbh|\binc\b|\bltd\b|\bllc\b|corporation|company|pharmaceutic|programme?\b|unit\b|unidade|group\b|medical|medicine"
    r"|大学|研究所|学院|医院)",
    re.IGNORECASE,
)
_STOP = re.compile(
    r"^(?:abstract|summary|resum|keywords?\b|key words|introduction|received|accepted|published|first published|doi\b|https?:|copyright|©|citation|how to cite"
    r"|abstract|references?$|article$|highlights|download|background\b|objectives?\b)",
    re.IGNORECASE,
)
_NO_PLACE = re.compile(
    r"correspond|\be-?mail\b|academic editor|edited by|reviewed by|editor:|contributed equally|equal contribution|present address|current address|\bnow at\b|presently at|currently at|orcid|find articles by"
    r"|et al\.|\bdeceased\b|reprint|\b(?:19|20)\d\d,?\s\d{1,4}\s?[:(]",
    re.IGNORECASE,
)
_PLAIN_LABEL = re.compile(
    r"^\s{0,2}(?:\(?(\d{1,2}|[a-z])[.)]\s{1,2}|(\d{1,2})\s{0,1}(?=[A-Z])|([a-z])\s(?=[A-Z]))"
)
_ONLY_LABEL = re.compile(r"^\(?(?:\d{1,2}|[a-z]{1,2}|[*†‡§¶#])[.)]?$")
_NAMED = re.compile(r"^(?:author )?(?:affiliations?|address(?:es)?)\s?:\s?", re.IGNORECASE)
_TAIL = re.compile(
    r"[\s.,;(]{0,3}(?:\b(?:e-?mails?|fax|tel(?:ephone)?|phone|electronic address|url)\b\s?[.:]|[\w.+-]{1,60}@[\w-]{1,40}\.).{0,300}$",
    re.IGNORECASE | re.DOTALL,
)
#: A full stop that is a word's own: "U.K.", "Widgets Inc."
_ABBREVIATED = re.compile(r"(?:\b[A-Z]\.\s?[A-Z]|\bInc|\bLtd|\bCo|\bCorp)\.$")
#: The names of notes and links that touch an address.
_GLUED = re.compile(
    r"(?<=[a-z.])(?:Correspondence|Corresponding [Aa]uthor|Search for|View ).{0,200}$", re.DOTALL
)
#: A second label in one line: "… Oslo, Norway; 2 Institute …".
_INNER = re.compile(f"(?<=[;,.\\s]){OPEN}(?=[^@#{CLOSE}]{{1,4}}{CLOSE})")
#: The same as plain digits: "1Institute …, Oslo and 2Department …".
_DIGIT_FIRST = re.compile(r"\d{1,2}\s?[A-Z]")
_INNER_DIGIT = re.compile(r"(?<=[;,.\s])(?:and\s)?(\d{1,2})(?=[A-Z][a-z])")
#: The same as letters: "a Institute …, Oslo;b Department …".
_INNER_LETTER = re.compile(r";\s?([a-z])\s(?=[A-Z])")
_SHORTEST, _LONGEST, _PROSE = 8, 420, 900
#: Labelled lines with commas that are no longer are addresses, whatever words they have.
_SURE = 160
_MOST = 80
#: Authors by their initials inside an affiliation: "Institute of Medicine (FC, SR, A-GG), Toronto".
_CODED = re.compile(
    r"\(((?:[A-Z][A-Z.\s-]{0,6}[A-Z]\.?)(?:(?:,|\s?and|\s?&)\s?[A-Z][A-Z.\s-]{0,6}[A-Z]\.?){0,40})\)"
)
_INSTITUTION = re.compile(
    r"(?:[A-ZÀ-Þ][\w.'’&-]{0,30} (?:of )?){1,6}(?:University|Universität|Universidade?|Université|College|Institute|Hospital|Laboratory)"
    r"|(?:University|Université|Universidade?|Universität|Institute|College) (?:of|for|de|d'|do|zu) ?(?:[A-ZÀ-Þa-z][\w.'’-]{0,30} ?){1,6}"
)
_CODES = re.compile(r",|\band\b|&")


@dataclass(slots=True)
class PrintedAffiliations:
    """What lines say: affiliations by key, those without any key, and of the former those without a printed label."""

    keyed: dict[str, str] = field(default_factory=dict)
    unkeyed: list[str] = field(default_factory=list)
    plain: list[str] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.keyed or self.unkeyed)

    def get(self, key: str) -> str | None:
        """The affiliation that a label (``1``) or the target of a link (``#aff1``) points to."""
        return self.keyed.get(f"@{key[1:]}" if key.startswith("#") else key) if key else None

    def of(self, labels: Iterable[str]) -> list[str]:
        """The affiliations that labels and targets point to; letters may touch ("ab")."""
        found: list[str] = []
        for label in labels:
            text = self.get(label)
            touching = [self.get(letter) for letter in label] if text is None and label.isalpha() else []
            found += [part for part in (text, *(touching if all(touching) else ())) if part]
        return list(dict.fromkeys(found))

    @property
    def all(self) -> list[str]:
        """Every affiliation once."""
        return list(dict.fromkeys([*self.keyed.values(), *self.unkeyed]))

    @property
    def shared(self) -> list[str]:
        """The one affiliation of all authors without a label, where there is but one."""
        if len(self.unkeyed) == 1:
            return list(self.unkeyed)
        places = set(self.keyed.values())
        if not self.unkeyed and len(self.plain) == 1 < len(places):
            return list(self.plain)  # the others have labels
        return list(places) if not self.unkeyed and len(places) == 1 else []


def read_affiliations(lines: list[str]) -> PrintedAffiliations:
    """Read the lines behind a by-line, up to the abstract or the first prose.

    Args:
        lines: As `marked_lines.marked_lines` gives them.
    """
    found = PrintedAffiliations()
    pending: list[str] = []
    for line in lines[:_MOST]:
        bare = without_marks(line)
        if _STOP.match(bare) or len(bare) > _PROSE:
            break
        marked = _INNER_LETTER.sub(rf"; {OPEN}\1{CLOSE}", line) if _PLAIN_LABEL.match(bare) else line
        marked = _INNER_DIGIT.sub(OPEN + r"\1" + CLOSE, marked) if _DIGIT_FIRST.match(bare) else marked
        first, *others = _INNER.split(marked)
        for part in (first, *(f"{OPEN}{other}" for other in others)):
            pending = _read_part(part, pending, found)
    return found


def sole_institution(line: str) -> str | None:
    """A line under a by-line that is the name of one institution and nothing else, without its place."""
    text = without_marks(line).strip(" .")
    return text if _INSTITUTION.fullmatch(text) else None


def affiliations_by_initials(text: str) -> list[tuple[str, frozenset[str]]]:
    """The affiliations of a text that tells whose they are by initials, each with the initials it names.

    Args:
        text: Affiliations with semicolons between them; () for one that names nobody.
    """
    found = []
    for part in text.split(";"):
        coded = _CODED.search(part)
        if coded:
            codes = (re.sub(r"[^A-Z]", "", code) for code in _CODES.split(coded.group(1)))
            found.append((re.sub(r"^\s{0,3}(?:and\s)?(?:the\s)?|[\s,.]{1,3}$", "", part), frozenset(codes)))
    return found


def _read_part(part: str, pending: list[str], found: PrintedAffiliations) -> list[str]:
    """Add one affiliation; gives the keys of a line that has nothing but them."""
    keys = [mark for mark in MARK.findall(part) if not mark.startswith("#")]
    text = without_marks(part)
    if not text or _ONLY_LABEL.match(text):
        return pending + keys + ([text] if text else [])
    label = _PLAIN_LABEL.match(text)
    is_labelled = bool(label) or any(
        _ONLY_LABEL.match(key) or key.lower().startswith("@aff") for key in (*pending, *keys)
    )
    if label:
        keys.append(next(group for group in label.groups() if group))
        text = text[label.end() :]
    text = _TAIL.sub("", _GLUED.sub("", _NAMED.sub("", text))).strip(" ;,")
    text = text if _ABBREVIATED.search(text) else text.rstrip(" ;,.")
    if not _SHORTEST <= len(text) <= _LONGEST or _NO_PLACE.search(text):
        return []
    if not _PLACE.search(text) and not (is_labelled and "," in text and len(text) < _SURE):
        return []
    if is_labelled or any(key.startswith("@") for key in keys):
        for key in (*pending, *keys):
            found.keyed.setdefault(key.strip(" .()[]"), text)
        if not label and not any(_ONLY_LABEL.match(key) for key in (*pending, *keys)):
            found.plain.append(text)
    # Names of societies and sections of the site have no address behind them.
    if not is_labelled and "," in text and text not in found.unkeyed:
        found.unkeyed.append(text)
    return []
