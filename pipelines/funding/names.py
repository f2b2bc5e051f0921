"""Find the names in a sentence: runs of capitalised words, put together where "and" and commas belong inside them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.funding import table, words
from pipelines.funding.joins import Joiner
from pipelines.funding.places import is_place
from pipelines.funding.tokens import Tokens

# Names over token classes. Between two words of a name may stand an initial, of/for/in/at with an article, a hyphen,
# or an acronym in brackets; a body named in lower case ("natural science foundation") may follow a capital.
_RUN = re.compile(
    r"I{0,3}[CHKP](?:"
    r"(?:o{1,3}'?[tz]?|[ria]t?|-|\([KC]\)o{0,2}t?|'|/)?I{0,2}[CHKPlp]"
    r"|(?<=C)w{1,2}[lpHP]"
    r"|(?<=P)[swC]&[swC][pP]"
    r"|I?n(?=CH)"  # 80 Years Foundation
    r"|(?<=[Hl])ow{1,2}(?=[,.;&(]|$)"
    r"){0,60}"  # bounded, so that a page of capitals costs no more than its length
)
_ALIAS = re.compile(r"\([CHKPIo&,/tr-]{1,9}\)")
_INNER_ACRONYM = re.compile(r"\(K\)")
_HAVE_TOWNS = frozenset({"university", "college", "institute", "hospital"})
_PROJECT_BEHIND = re.compile(r"rt?[CK]g")
_PLAIN_ENOUGH = 3
_COMPOUND = 15  # letters: "Wissenschaftsfonds" gives an acronym more than its first letter


@dataclass(slots=True)
class Name:
    """A name in a sentence, as a range of tokens.

    Attributes:
        first: Its first token.
        stop: The token after its last, an alias in brackets included.
        core: The token after its last, without the alias.
        tail: Where the last of the runs begins that it was put together from.
        alias: The acronym or place in the brackets, as printed, or None.
    """

    first: int
    stop: int
    core: int
    tail: int
    alias: str | None = None

    def spelled_out(self, tokens: Tokens, classes: str) -> str:
        """What the acronym in brackets stands for: the words before it."""
        inner = classes.find("(", self.first, self.core)
        return tokens.span(self.first, inner if inner > self.first else self.core)


def find_names(tokens: Tokens, classes: str) -> list[Name]:
    """The names of a sentence in order; `classes` are its token classes with award numbers marked."""
    runs = [
        part for match in _RUN.finditer(classes) for part in _cut(tokens, classes, match.start(), match.end())
    ]
    joiner = Joiner(tokens, classes, runs)
    merged: list[Name] = []
    for number, (first, stop) in enumerate(runs):
        last = merged[-1] if merged else None
        if last is not None and first < last.stop:
            continue
        if last is not None and joiner.belongs(
            last.first, last.stop, last.tail, number, has_alias=last.alias is not None
        ):
            last.stop = last.core = stop
            if any(letter in classes[first:stop] for letter in "Hl"):
                last.tail = first
        else:
            end = max(stop, joiner.known_through(first, number))
            if end == stop and classes[first] in "KC" and stop - first > 1:
                end = max(
                    stop, joiner.known_through(first + 1, number)
                )  # "USDA National Institute of Food and …"
            last = Name(first, end, end, first)
            merged.append(last)
        _take_alias(tokens, classes, last)
    return merged


def _cut(tokens: Tokens, classes: str, first: int, stop: int) -> list[tuple[int, int]]:
    """Take a run apart where for/in/at does not belong to a name."""
    part = classes[first:stop]
    if not ("r" in part or "i" in part or "a" in part):
        return [(first, stop)]
    parts: list[tuple[int, int]] = []
    begin = index = first
    while index < stop:
        if classes[index] in "ria" and not _holds_together(tokens, classes, begin, index):
            if index > begin:
                parts.append((begin, index))
            begin = index + 1
            while begin < stop and classes[begin] not in "CHKPI":
                begin += 1
            index = begin
        index += 1
    if begin < stop:
        parts.append((begin, stop))
    return parts


def _holds_together(tokens: Tokens, classes: str, first: int, index: int) -> bool:
    """Whether for/in/at at `index` may join what stands before it to what follows."""
    letter, before = classes[index], classes[first:index]
    if letter == "r":
        if _is_project_behind(tokens, classes, index):
            return False
        return any(c in before for c in "HPl")
    if letter == "i":
        return tokens.words[index] in {"in", "on"} and (
            any(c in before for c in "HP") or len(before) > _PLAIN_ENOUGH
        )
    return main_head(tokens, classes, first, index) in words.SUBUNITS


def _is_project_behind(tokens: Tokens, classes: str, index: int) -> bool:
    """National Foundation of X for the C4T project: whether what follows "for" is a project's own name."""
    found = _PROJECT_BEHIND.match(classes, index)
    if found is None or tokens.words[found.end() - 1].lower() not in {"project", "projects"}:
        return False
    return classes[found.end() - 2] == "K" or not tokens.words[found.end() - 2].isalpha()


def main_head(tokens: Tokens, classes: str, first: int, stop: int) -> str:
    """The word that says what a body is, in lower case: the one before the first of/for, else the last; "" if none."""
    head = ""
    for index in range(first, stop):
        if classes[index] in "or" and head:
            return head
        if classes[index] in "HlP":
            head = tokens.words[index].lower().removesuffix("'s").removesuffix("’s")
    return head


def _take_alias(tokens: Tokens, classes: str, name: Name) -> None:
    """Let `name` have the brackets behind it if they hold its acronym or its place."""
    if name.alias is None:
        inner = _INNER_ACRONYM.search(classes, name.first, name.core)
        if inner is not None:
            name.alias = tokens.words[inner.start() + 1]
    match = _ALIAS.match(classes, name.stop)
    if match is None or name.stop > name.core:
        return
    first, stop = match.start() + 1, match.end() - 1
    text, inside = tokens.span(first, stop), classes[first:stop]
    has_head = any(c in classes[name.first : name.core] for c in "HlPp")
    # "Korean government (Ministry of Science)": the ministry is a funder, not another name
    governs = tokens.words[name.core - 1].lower() == "government"
    if (
        is_acronym_of(tokens.words[first], tokens.span(name.first, name.core))
        or is_place(table.key(text))
        or (has_head and table.find(text) and not (governs and "H" in inside))
        or (inside == "C" and main_head(tokens, classes, name.first, name.core) in _HAVE_TOWNS)
        or (
            has_head
            and not governs
            and inside[0] in "CK"
            and "H" in inside
            and "I" not in inside
            and "," not in inside
        )
    ):
        name.stop, name.alias = match.end(), text


@lru_cache(maxsize=4096)
def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` stand in `name` in this order, the first of them at the head of a word.

    >>> is_acronym_of("NRF", "National Research Foundation"), is_acronym_of("RJC", "National Cancer Institute")
    (True, False)
    """
    letters = [c for c in table.fold(acronym.lower()) if c.isalnum()]
    if len(letters) < 2 or not any(c.isupper() for c in acronym):
        return False
    low = table.fold(name.lower())
    parts = re.findall(r"\w+", low)
    heads = "".join(part[0] for part in parts)
    if len(letters) <= 3 and max(map(len, parts), default=0) < _COMPOUND:
        return _in_order(letters, heads)
    return letters[0] in heads and _in_order(letters, low)


def _in_order(letters: list[str], text: str) -> bool:
    place = 0
    for letter in letters:
        place = text.find(letter, place) + 1
        if place == 0:
            return False
    return True
