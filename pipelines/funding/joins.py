"""Whether "and" or a comma joins two runs of capitalised words into one name, or parts two names of a list."""

from __future__ import annotations

import re

from pipelines.funding import table, words
from pipelines.funding.places import PLACES, is_place
from pipelines.funding.tokens import Tokens

_AND = re.compile(r",?&[tz]?$")
_AND_OF = re.compile(r",?&o$")
_COMMA = re.compile(r",[to]?$")
_AND_NEXT = re.compile(r",?&")
_SECOND_HALF = re.compile(r"C{1,3}[pP]$")
_COMPANY_ENDS = frozenset("inc ltd llc plc gmbh limited".split())
_CONJUNCTIONS = frozenset({"e", "y", "et", "und", "och", "og", "en"})
_SHORTEST_ADJECTIVE = 6
_NO_ADJECTIVES = PLACES | frozenset("pacific atlantic baltic arctic memorial montreal montréal".split())
_RUNS_AHEAD = 5
_LONGEST_KNOWN = 14
_LONGEST_NAME = 40


class Joiner:
    """The runs of one sentence, and the rules that put them together.

    Args:
        tokens: The sentence's tokens.
        classes: Its token classes with award numbers marked.
        runs: Begin and end of every run, in order.
    """

    def __init__(self, tokens: Tokens, classes: str, runs: list[tuple[int, int]]) -> None:
        self.tokens = tokens
        self.classes = classes
        self.runs = runs

    def belongs(self, first: int, stop: int, tail: int, number: int, *, has_alias: bool) -> bool:
        """Whether the run of this number goes on with the name ``first:stop`` whose last run begins at `tail`."""
        right = self.runs[number]
        between = self.classes[stop : right[0]]
        if not between or len(between) > 3 or stop - first > _LONGEST_NAME:
            return False
        left = (first, self._core(first, stop))
        article = "t" in between
        if _AND.match(between):
            return not article and not has_alias and self._and_belongs(left, right)
        if _COMMA.match(between):
            return self._comma_belongs(left, right, tail, number, article=article, has_alias=has_alias)
        if _AND_OF.match(between) and not has_alias:
            return self._main_head((tail, left[1])) in words.OF_LISTS  # Ministries of A, and of B
        return between == "o" and has_alias

    def known_through(self, first: int, number: int) -> int:
        """Where a funder of the table that begins at `first` ends behind commas and "and"; 0 if there is none."""
        end = self.runs[number][1]
        if self.classes[end : end + 1] not in (",", "&"):
            return 0
        start = self.tokens.key(first, min(first + 3, len(self.classes))).split(" ", 2)[:2]
        if not table.may_begin(" ".join(start)):
            return 0
        for cut in range(min(end + _LONGEST_KNOWN, len(self.classes)), end + 1, -1):
            if self.classes[cut - 1] in "CHKP" and table.find_key(self._key((first, cut))):
                return next((stop for begin, stop in self.runs if begin < cut <= stop), cut)
        return 0

    def _and_belongs(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        if self._known(left) or self._known(right):
            return False
        before, after = self.classes[slice(*left)], self.classes[slice(*right)]
        if self._halves_of_one_name(left, right):
            return True
        if "&" in before.rpartition("&o")[2] and not any(c in after for c in "HlPp"):
            return False
        if self._low(left[1] - 1) in words.DISCIPLINES and "," in before:
            return self._plain(right) and self._low(right[1] - 1) in words.DISCIPLINES
        last = max(before.rfind(letter) for letter in "HPlp")
        second_half = _SECOND_HALF.match(after) is not None and (
            self.tokens.words[right[0]].lower() in words.JOINERS or before[-1] == "C"
        )
        if last < 0:
            plain = all(c in "CI" for c in before) or (len(before) > 1 and second_half)
            return (
                any(c in after for c in "HlPp")
                and plain
                and (after[0] != "H" or self._low(right[0]) == "family")
                and not is_place(self._key(left))
            )
        tail = before[last + 1 :]
        if any(c in after for c in "HlPp"):
            if (
                tail.strip("ort") == "C" and tail[0] in "or" and after[0] == "C"
            ):  # Fund for the Science and Technology Department
                return self.tokens.words[right[0]].lower() in words.JOINERS
            return second_half and (bool(tail) or before[last] in "Pp")
        if not tail or tail[0] not in "ori" or self._lone_acronym(right):
            return False
        return not is_place(self._key((left[0] + last + 2, left[1])))

    def _halves_of_one_name(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """National Oceanic and Atmospheric Administration, Science Research and Development Service.

        No name ends in an adjective, and none begins with the second half of "Research and Development".
        """
        if self.classes[left[1] - 1] != "C" or self.classes[right[0]] != "C":
            return False
        last, first = self._low(left[1] - 1), self._low(right[0])
        headed = self._has_head(right)
        if _is_adjective(last):
            return headed or (right[1] - right[0] > 1 and _is_adjective(first))
        return headed and first in words.JOINERS and first != "research" and last in words.JOINERS

    def _comma_belongs(
        self,
        left: tuple[int, int],
        right: tuple[int, int],
        tail: int,
        number: int,
        *,
        article: bool,
        has_alias: bool,
    ) -> bool:
        left_head, right_head = self._has_head(left), self._has_head(right)
        if is_place(self._key(right)):
            return not article and (left_head or self._known(left))
        first_word = self._low(right[0])
        if first_word in _COMPANY_ENDS and right[1] - right[0] == 1:
            return True
        if table.find_key(self._key(left) + " " + self._key(right)):
            return True
        if left_head and (self._names_government(right) or first_word == "prime"):
            return True
        if left_head and right_head:
            return self._unit_of_parent(left, right, article=article)
        if left_head and not article and self._is_discipline_of(left, right):
            return True
        if article or has_alias or self._known(right):
            return False
        if self._is_acronym_of_left(left, right) or (left_head and self._town_before_country(right, number)):
            return True
        return not self._known(left) and self._list_belongs(left, right, tail, number)

    def _list_belongs(self, left: tuple[int, int], right: tuple[int, int], tail: int, number: int) -> bool:
        """Whether the comma is one inside a list of subjects or of partners that is a single name."""
        left_head, main = self._has_head(left), self._main_head((tail, left[1]))
        if left_head and main in words.PARTS and tail > left[0] and self._plain(right):
            return True  # Department, Office of X, Y
        of_list = left_head and (self.classes[tail] == "H" or main in words.OF_LISTS)
        if self._is_programme_on(left) or (of_list and "o" in self.classes[tail : left[1]]):
            return not self._lone_acronym(right) and self._list_ends(right, number, heads=False)
        plain = not left_head and self._plain(left) and self._plain(right)
        return plain and self._list_ends(right, number, heads=True)

    def _unit_of_parent(self, left: tuple[int, int], right: tuple[int, int], *, article: bool) -> bool:
        """Whether a part and its body stand side by side: "Department of Physics, University of X", or the reverse."""
        unit, body = self._main_head(left), self._main_head(right)
        if (
            self._last_head(left) in words.PLAIN_SUBUNITS
            and body in words.PARENTS
            and self.classes[left[1] - 1] == "C"
        ):
            return True
        if unit in (words.PLAIN_SUBUNITS if article else words.SUBUNITS) and body in words.PARENTS:
            return self._low(left[0]) in words.SUBUNITS or not self._known(left)
        return not article and body in words.PARTS and self.classes[right[0]] == "H" and unit in words.PARENTS

    def _is_discipline_of(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        """Department of Energy, Nuclear Physics; Research Council, Natural Sciences: a part named for its subject."""
        plain = self._plain(right) and right[1] - right[0] > 1
        head = self._last_head(left)
        return plain and self._low(right[1] - 1) in words.DISCIPLINES and head in words.HAVE_DISCIPLINES

    def _is_programme_on(self, run: tuple[int, int]) -> bool:
        """Whether a run ends in "Programme on X" or goes on with a list of subjects: "Programme on X, Y"."""
        part = self.classes[slice(*run)]
        place = part.rfind("P")
        return place >= 0 and re.fullmatch(r"[ir]C{1,2}(?:,C{1,2})*", part[place + 1 :]) is not None

    def _names_government(self, run: tuple[int, int]) -> bool:
        return self._low(run[0]) in {"government", "govt"} and self.classes[run[0] + 1 : run[0] + 2] == "o"

    def _is_acronym_of_left(self, left: tuple[int, int], right: tuple[int, int]) -> bool:
        if not self._lone_acronym(right):
            return False
        heads = "".join(word[0] for word in self.tokens.words[slice(*left)] if word[0].isupper())
        return self.tokens.words[right[0]] in heads

    def _town_before_country(self, right: tuple[int, int], number: int) -> bool:
        """Whether `right` is a town: one or two plain words, and a country behind the next commas."""
        end = right[1]
        if not self._plain(right):
            return False
        if self.classes[end : end + 1] == ";":
            return end - right[0] == 1
        for after in [right, *self.runs[number + 1 : number + 3]]:
            if after[1] - after[0] > 2 or (after != right and self.classes[end : after[0]] != ","):
                return False
            if after != right and is_place(self._key(after)):
                return True
            end = after[1]
        return False

    def _list_ends(self, right: tuple[int, int], number: int, *, heads: bool) -> bool:
        """Whether "Ministry of A, B and C" ends in a plain "and C", or "A, B and C Division" in one with a head."""
        end = right[1]
        for first, stop in [*self.runs[number + 1 : number + 1 + _RUNS_AHEAD], (-1, -1)]:
            part = self.classes[first:stop].split("(")[0] if first >= 0 else ""
            if not heads and any(word in _CONJUNCTIONS for word in self.tokens.words[right[0] : end]):
                return True
            if _AND_NEXT.match(self.classes, end):
                head = any(c in part for c in "Hl")
                return 0 <= first - end <= 2 and head is heads and not (heads and part[0] == "H")
            if first < 0 or self.classes[end:first] != "," or any(c in part for c in "HlK"):
                return False
            end = stop
        return False

    def _core(self, first: int, stop: int) -> int:
        """Where a name ends without the brackets behind it."""
        if self.classes[stop - 1] != ")":
            return stop
        opened = self.classes.rfind("(", first, stop)
        return opened if opened > first else stop

    def _main_head(self, run: tuple[int, int]) -> str:
        head = ""
        for index in range(*run):
            if self.classes[index] in "or" and head:
                return head
            if self.classes[index] in "HlP":
                head = self._low(index)
        return head

    def _last_head(self, run: tuple[int, int]) -> str:
        place = max(self.classes.rfind(letter, *run) for letter in "Hl")
        return self._low(place) if place >= 0 else ""

    def _low(self, index: int) -> str:
        return self.tokens.words[index].lower().removesuffix("'s").removesuffix("’s").rstrip(".")

    def _has_head(self, run: tuple[int, int]) -> bool:
        part = self.classes[slice(*run)]
        return any(c in part for c in "HlPp")

    def _plain(self, run: tuple[int, int]) -> bool:
        return all(c in "CI" for c in self.classes[slice(*run)])

    def _lone_acronym(self, run: tuple[int, int]) -> bool:
        alone = run[1] - run[0] == 1 and self.classes[run[0]] == "K"
        return alone and self.tokens.words[run[0]] not in {"ICT", "IT", "STEM"}

    def _key(self, run: tuple[int, int]) -> str:
        return self.tokens.key(*run)

    def _known(self, run: tuple[int, int]) -> bool:
        """Whether a run is one funder of the table; of a name that several bodies share more may follow."""
        if run[1] - run[0] == 1 and table.find_acronym(self.tokens.words[run[0]]):
            return True
        found = table.find_key(self._key(run))
        return found is not None and found.country != ""


def _is_adjective(word: str) -> bool:
    return word.endswith(("ic", "al")) and len(word) >= _SHORTEST_ADJECTIVE and word not in _NO_ADJECTIVES
