"""Find the names in a sentence: runs of capitalised words, and what of "and" and commas belongs inside one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipelines.funding import table, words
from pipelines.funding.tokens import Tokens

# Names over token classes. Between two words of a name may stand an initial, of/for/in/at with an article, a hyphen,
# or an acronym in brackets; a body named in lower case ("natural science foundation") may follow a capital.
_ATOM = re.compile(
    r"I{0,3}[CHKP](?:"
    r"(?:I{1,2}|o{1,3}'?t?|[ria]t?|-|\([KC]\)o{0,2}t?|'|/)?[CHKPlp]"
    r"|(?<=C)w{1,2}[lpHP]"
    r"|(?<=P)[swC]&[swC][pP]"
    r"|(?<=[Hl])ow{1,2}(?=[,.;&(]|$)"
    r")*"
)
_ALIAS = re.compile(r"\([CHKPIo&,/tr-]{1,9}\)")
_AND = re.compile(r",?&[tz]?$")
_COMMA = re.compile(r",[to]?$")
_ALSO_PLACES = frozenset(
    "of the and south north new people s r o c p u d dc pr san los angeles great united saint st louis both".split()
)


@dataclass(slots=True)
class Name:
    """A name in a sentence, as a range of tokens.

    Attributes:
        first: Its first token.
        stop: The token after its last, an alias in brackets included.
        core: The token after its last, without the alias.
        alias: The acronym or place in the brackets, as printed, or None.
        tail: Where the last of the runs begins that it was put together from.
    """

    first: int
    stop: int
    core: int
    alias: str | None = None
    tail: int = -1


def find_names(tokens: Tokens, classes: str) -> list[Name]:
    """The names of a sentence in order; `classes` are its token classes with award numbers blanked out."""
    return _Finder(tokens, classes).find()


class _Finder:
    def __init__(self, tokens: Tokens, classes: str) -> None:
        self.tokens = tokens
        self.classes = classes
        self.atoms = [
            part for match in _ATOM.finditer(classes) for part in self._cut(match.start(), match.end())
        ]

    def find(self) -> list[Name]:
        merged: list[Name] = []
        for number, (first, stop) in enumerate(self.atoms):
            if merged and first < merged[-1].stop:
                continue
            last = merged[-1] if merged else None
            if last is not None and self._belongs(last, Name(first, stop, stop), number):
                last.stop = last.core = stop
                last.tail = first
                last.alias = None
            else:
                known = self._known_through(first, number)
                last = Name(first, max(stop, known), max(stop, known), tail=first)
                merged.append(last)
            self._take_alias(last)
        return merged

    def _cut(self, first: int, stop: int) -> list[tuple[int, int]]:
        """Take a run apart where for/in/at does not belong to a name."""
        part = self.classes[first:stop]
        if not any(letter in part for letter in "ria"):
            return [(first, stop)]
        parts: list[tuple[int, int]] = []
        begin = index = first
        while index < stop:
            if self.classes[index] in "ria" and not self._joins(begin, index):
                if index > begin:
                    parts.append((begin, index))
                begin = index + 1
                while begin < stop and self.classes[begin] not in "CHKPI":
                    begin += 1
                index = begin
            index += 1
        if begin < stop:
            parts.append((begin, stop))
        return parts

    def _joins(self, first: int, index: int) -> bool:
        """Whether for/in/at at `index` may join what stands before it to what follows."""
        letter, before = self.classes[index], self.classes[first:index]
        if letter == "r":
            return any(c in before for c in "HPl")
        if letter == "i":
            return self._low(index) in {"in", "on"} and any(c in before for c in "HP")
        return self._main_head(first, index) in words.SUBUNITS

    def _belongs(self, left: Name, right: Name, number: int) -> bool:
        """Whether `right`, the atom of this number, goes on with the name that `left` began."""
        between = self.classes[left.stop : right.first]
        if not between or len(between) > 3:
            return False
        if _AND.match(between):
            return self._and_belongs(left, right, "t" in between)
        if _COMMA.match(between):
            return self._comma_belongs(left, right, number, article="t" in between)
        return between == "o" and left.alias is not None

    def _known_through(self, first: int, number: int) -> int:
        """Where a funder of the table ends that is printed from `first` on, over commas and "and"; 0 if there is none."""
        if not table.may_begin(
            " ".join(self._text_key(first, min(first + 3, len(self.classes))).split(" ", 2)[:2])
        ):
            return 0
        end = self.atoms[number][1]
        for begin, stop in self.atoms[number + 1 : number + 6]:
            if begin - end > 3 or self.classes[end] not in ",&":
                return 0
            for cut in range(begin + 1, stop + 1):
                if table.find_key(self._text_key(first, cut)):
                    return stop
            end = stop
        return 0

    def _and_belongs(self, left: Name, right: Name, article: bool) -> bool:
        if article or self._known(left) or self._known(right) or left.alias is not None:
            return False
        left_head, right_head = self._has_head(left), self._has_head(right)
        if not left_head:
            plain = all(c in "CI" for c in self.classes[left.first : left.core])
            return right_head and plain and self.classes[right.first] != "H" and not self._place(left)
        last = max(self.classes.rfind(c, left.first, left.core) for c in "HPlp")
        tail = self.classes[last + 1 : left.core]
        if right_head:
            programme = self.classes[right.first : right.core]
            return (
                bool(tail)
                and "C" == tail[-1]
                and re.fullmatch(r"C{1,2}[pP]", programme) is not None
                and "P" in self.classes[left.first : left.core]
            )
        if not tail or tail[0] not in "or" or self._lone_acronym(right):
            return False
        return not self._is_place(self._text_key(last + 2, left.core))

    def _comma_belongs(self, left: Name, right: Name, number: int, *, article: bool) -> bool:
        if self._place(right):
            return not article and (self._has_head(left) or self._known(left))
        if (
            self._low(right.first).rstrip(".") in {"inc", "ltd", "llc", "plc", "gmbh", "limited"}
            and right.core - right.first == 1
        ):
            return True
        if table.find_key(self._key(left) + " " + self._key(right)):
            return True
        left_head, right_head = self._has_head(left), self._has_head(right)
        if (
            left_head
            and self._low(right.first) in {"government", "govt."}
            and self.classes[right.first + 1 : right.first + 2] == "o"
        ):
            return True
        if left_head and right_head:
            return self._unit_of_parent(left, right, article=article)
        if article or self._known(right) or left.alias is not None:
            return False
        if left_head and self._town_before_country(right, number):
            return True
        if self._known(left):
            return False
        if self._lone_acronym(right) and is_acronym_of(
            self.tokens.words[right.first], self.tokens.span(left.first, left.core)
        ):
            return True
        if left_head and self.classes[left.tail] == "H" and "o" in self.classes[left.tail : left.core]:
            return not self._lone_acronym(right) and self._list_ends(right, number, heads=False)
        return (
            not left_head
            and self._plain(left)
            and self._plain(right)
            and self._list_ends(right, number, heads=True)
        )

    def _unit_of_parent(self, left: Name, right: Name, *, article: bool) -> bool:
        """ "Department of Physics, University of X" and "University of X, Department of Physics"."""
        unit, body = self._main_head(left.first, left.core), self._main_head(right.first, right.core)
        if unit in words.SUBUNITS and body in words.PARENTS:
            return self._low(left.first) in words.SUBUNITS or not self._known(left)
        return not article and (
            body in words.PARTS and self.classes[right.first] == "H" and unit in words.PARENTS
        )

    def _town_before_country(self, right: Name, number: int) -> bool:
        """Whether `right` is a town: one plain word, and a country behind the next comma."""
        if right.core - right.first > 2 or not self._plain(right) or number + 1 >= len(self.atoms):
            return False
        first, stop = self.atoms[number + 1]
        return self.classes[right.core : first] == "," and self._is_place(self._text_key(first, stop))

    def _list_ends(self, right: Name, number: int, *, heads: bool) -> bool:
        """Whether "Ministry of A, B and C" ends in a plain "and C", or "A, B and C Division" in one with a head."""
        end = right.core
        for first, stop in [*self.atoms[number + 1 : number + 6], (-1, -1)]:
            part = self.classes[first:stop].split("(")[0] if first >= 0 else ""
            if self.classes[end : end + 1] == "&" or self.classes[end : end + 2] == ",&":
                head = any(c in part for c in "Hl")
                return 0 <= first - end <= 2 and head is heads and not (heads and part[0] == "H")
            if first < 0 or self.classes[end:first] != "," or any(c in part for c in "HlK"):
                return False
            end = stop
        return False

    def _take_alias(self, name: Name) -> None:
        """Let `name` have the brackets behind it if they hold its acronym or its place."""
        match = _ALIAS.match(self.classes, name.stop)
        if match is None or name.stop > name.core:
            return
        first, stop = match.start() + 1, match.end() - 1
        text, head = self.tokens.span(first, stop), self.tokens.words[first]
        inside = self.classes[first:stop]
        if not (
            is_acronym_of(head, self.tokens.span(name.first, name.core))
            or self._is_place(table.key(text))
            or (table.find(text) and self._has_head(name))
            or (
                inside[0] in "CK"
                and "I" not in inside
                and "," not in inside
                and "H" in inside
                and self._has_head(name)
            )
        ):
            return
        name.stop, name.alias = match.end(), text

    def _main_head(self, first: int, stop: int) -> str:
        """The word that says what a body is: the one before the first of/for, else the last."""
        head = ""
        for index in range(first, stop):
            if self.classes[index] in "or" and head:
                return head
            if self.classes[index] in "HlP":
                head = self._low(index)
        return head

    def _has_head(self, name: Name) -> bool:
        return any(c in "HlPp" for c in self.classes[name.first : name.core])

    def _plain(self, name: Name) -> bool:
        return all(c in "CI" for c in self.classes[name.first : name.core])

    def _lone_acronym(self, name: Name) -> bool:
        alone = name.core - name.first == 1 and self.classes[name.first] == "K"
        return alone and self.tokens.words[name.first] not in {"ICT", "IT", "STEM"}

    def _low(self, index: int) -> str:
        word = self.tokens.words[index].lower()
        return word[:-2] if word.endswith(("'s", "’s")) else word

    def _key(self, name: Name) -> str:
        return self._text_key(name.first, name.core)

    def _text_key(self, first: int, stop: int) -> str:
        return table.key(self.tokens.span(first, stop)) if stop > first else ""

    def _known(self, name: Name) -> bool:
        if name.core - name.first == 1 and table.find_acronym(self.tokens.words[name.first]):
            return True
        return table.find_key(self._key(name)) is not None

    def _place(self, name: Name) -> bool:
        return self._is_place(self._key(name))

    @staticmethod
    def _is_place(name_key: str) -> bool:
        found = name_key.split()
        return any(w in words.COUNTRIES or w == "angeles" for w in found) and all(
            w in words.COUNTRIES or w in _ALSO_PLACES for w in found
        )


@lru_cache(maxsize=4096)
def is_acronym_of(acronym: str, name: str) -> bool:
    """Whether the letters of `acronym` stand in `name` in this order, the first of them at the head of a word.

    >>> is_acronym_of("NRF", "National Research Foundation"), is_acronym_of("RJC", "National Cancer Institute")
    (True, False)
    """
    letters = [c for c in acronym.lower() if c.isalnum()]
    if len(letters) < 2 or not any(c.isupper() for c in acronym):
        return False
    low = name.lower()
    heads = "".join(part[0] for part in re.findall(r"\w+", low))
    if len(letters) <= 3:
        return _in_order(letters, heads)
    return letters[0] in heads and _in_order(letters, low)


def _in_order(letters: list[str], text: str) -> bool:
    place = 0
    for letter in letters:
        place = text.find(letter, place) + 1
        if place == 0:
            return False
    return True
