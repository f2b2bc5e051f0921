"""Read one sentence from left to right: who is a funder, and which award is whose."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from pipelines.funding import cues, judge
from pipelines.funding.awards import Award
from pipelines.funding.names import Name, is_acronym_of
from pipelines.funding.sentence import Sentence

# verbs that give money only where money is named beside them, and those whose subject receives
_SOFT = frozenset(
    "provided awarded received obtained granted benefited benefitted enabled backed commissioned covered paid".split()
)
_RECEIVING = frozenset("received obtained benefited benefitted".split())


class Mode(Enum):
    """What a name is at this place of the sentence."""

    NONE = auto()  # nothing said yet: perhaps the subject of a verb to come
    FUND = auto()  # a funder
    RECIPIENT = auto()  # who got the money
    ASIDE = auto()  # a place, a purpose
    THANKS = auto()  # thanked, but not for money


@dataclass(slots=True)
class Entry:
    """A funder with its awards, or awards whose funder is not stated, in reading order."""

    funder: str | None
    scheme: str | None = None
    awards: list[Award] = field(default_factory=list)
    recipient: str | None = None
    name: Name | None = None
    listed: bool = False
    programme: bool = False


class Reader:
    """One sentence being read; `read` gives the entries.

    Args:
        sentence: The sentence.
        listing: Whether it is a bare list of funders, without a verb.
        aliases: Acronyms that the statement defines, with what they stand for; added to.
    """

    def __init__(self, sentence: Sentence, *, listing: bool, aliases: dict[str, str]) -> None:
        self.sentence = sentence
        self.aliases = aliases
        self.mode = Mode.FUND if listing else Mode.NONE
        self.strict = listing  # only names of bodies count
        self.money = listing
        self.resume = 0  # 1: a funder by trade may end the aside, 2: any body may
        self.entries: list[Entry] = []
        self.last: Entry | None = None  # whose the next award is
        self.subject: list[Name] = []  # names of the clause that no verb has claimed yet
        self.waiting: list[Award] = []  # awards that stand before "from FUNDER"
        self.held: str | None = None  # programme that runs "through" a funder still to come
        self.chain: Entry | None = None  # FUNDER of "FUNDER funded by MINISTRY"
        self.under = False
        self.brackets: list[tuple[Mode, int, Name | None]] = []

    def read(self) -> list[Entry]:
        """Every funder and award of the sentence."""
        index, count, items = 0, len(self.sentence.classes), self.sentence.items
        while index < count:
            item = items.get(index)
            if item is None:
                action = _ACTIONS.get(self.sentence.classes[index])
                if action is not None:
                    action(self, index)
                index += 1
                continue
            if isinstance(item, Name):
                self._name(item)
            else:
                self._award(item)
            index = item.stop
        self._finish()
        return self.entries

    # cues

    def _verb(self, index: int) -> None:
        """supported, funded, provided …: the passive waits for "by", the active makes its subject a funder."""
        word = self.sentence.low(index)
        if word not in _SOFT or self.money or cues.near(self.sentence, index, 8, "mg"):
            self.money = True
        if self.sentence.at(index - 1) == "-" and self.subject and self.subject[-1].stop == index - 1:
            self._promote(self.subject[-1:])
            return
        following = cues.after(self.sentence, index)
        previous = self.sentence.at(cues.before(self.sentence, index))
        last = self.last
        if following in "bfuhe":
            ends = last.name.stop if last is not None and last.name is not None else -1
            if (
                following == "b"
                and (ends == index or (ends == index - 1 and previous == ","))
                and self.mode is Mode.FUND
            ):
                self.chain = last
            elif previous == "q" or self.mode is not Mode.FUND:
                self.mode = Mode.NONE
        elif (
            previous not in "qs"
            and following not in "&,.)"
            and word not in _RECEIVING
            and self._subject_ends(index)
        ):
            if self.money:
                self._promote(self.subject)
                self.mode = Mode.ASIDE
        self.subject.clear()

    def _subject_ends(self, index: int) -> bool:
        """Whether the last unclaimed name stands directly before the verb, "has" and adverbs apart."""
        place = index - 1
        while place >= 0 and self.sentence.classes[place] in "jq":
            if self.sentence.low(place) in {"is", "was", "were", "are", "been", "be"}:
                return False
            place -= 1
        return bool(self.subject) and self.subject[-1].stop == place + 1

    def _promote(self, names: list[Name]) -> None:
        for name in list(names):
            if judge.is_body(self.sentence, name):
                self._accept(name, listed=False)

    def _noun(self, _index: int) -> None:
        self.money = True

    def _by(self, index: int) -> None:
        place = cues.before(self.sentence, index)
        self._not_a_funder(index)
        if place >= 0 and self.sentence.classes[place] == "w" and self.sentence.low(place).endswith("ed"):
            self.mode, self.resume = Mode.ASIDE, 0
        elif self.money:
            self._open_funders()

    def _from(self, index: int) -> None:
        if self.money and self.mode is not Mode.THANKS and cues.money_comes_from(self.sentence, index):
            self._open_funders()

    def _of(self, index: int) -> None:
        before = self.sentence.at(index - 1) if index else "."
        if before in "mgp" and self.mode is not Mode.THANKS:
            self.money = True
            self._open_funders()

    def _open_funders(self) -> None:
        self.mode, self.resume, self.under, self.strict = Mode.FUND, 0, False, False

    def _through(self, index: int) -> None:
        """PROGRAMME through FUNDER; grants from FUNDER through PROGRAMME."""
        if not self.money or self.mode is Mode.THANKS:
            return
        last = self.last
        if (
            last is not None
            and last.programme
            and last.name is not None
            and last.name.stop == index
            and not last.awards
        ):
            self.held = last.funder
            self.entries.remove(last)
            self.last = None
        if self.mode is Mode.NONE:
            self._open_funders()
        self.under = self._ends_at(index) and not self.held

    def _under(self, index: int) -> None:
        if self.money and self.mode in (Mode.NONE, Mode.FUND):
            self.mode, self.under = Mode.FUND, self._ends_at(index)

    def _ends_at(self, index: int) -> bool:
        """Whether the last funder's name, commas and a kind of grant apart, ends before `index`."""
        if self.last is None or self.last.name is None:
            return False
        return all(letter in "gp,tNs" for letter in self.sentence.classes[self.last.name.stop : index])

    def _to(self, index: int) -> None:
        before = self.sentence.at(cues.before(self.sentence, index))
        if self.mode is Mode.FUND and before != "x":
            self.mode = Mode.RECIPIENT

    def _aside(self, _index: int) -> None:
        if self.mode is Mode.FUND:
            self.mode = Mode.ASIDE

    def _colon(self, _index: int) -> None:
        if self.money and self.mode in (Mode.ASIDE, Mode.NONE):
            self.mode, self.strict = Mode.FUND, True

    def _separator(self, index: int) -> None:
        letter = self.sentence.classes[index]
        if self.mode in (Mode.RECIPIENT, Mode.ASIDE) and self.entries:
            weighty = letter == ";" or (letter == "&" and self.sentence.at(index - 1) in ",;)")
            self.resume = max(self.resume, 2 if weighty else 1)
        if letter != "&":
            self.under = False
        if letter == ";":
            self.subject.clear()
            if self.mode is Mode.THANKS:
                self._thanks(index)

    def _open(self, index: int) -> None:
        last = self.last
        owner = last.name if last is not None and last.name is not None and last.name.stop == index else None
        self.brackets.append((self.mode, self.resume, owner))
        enumeration = (
            self.sentence.classes[index + 1 : index + 3] == "w)"
            or self.sentence.classes[index + 1 : index + 3] == "n)"
        )
        if owner is None and not enumeration and self.mode in (Mode.FUND, Mode.RECIPIENT, Mode.ASIDE):
            self.mode, self.resume = Mode.ASIDE, 0

    def _close(self, _index: int) -> None:
        if self.brackets:
            self.mode, self.resume, _ = self.brackets.pop()

    def _be(self, index: int) -> None:
        """is, was, has: the listed name just before is the subject of a new clause, not one more funder."""
        last = self.last
        if (
            last is not None
            and last.listed
            and last.name is not None
            and last.name.stop == index
            and not last.awards
        ):
            if last in self.entries:
                self.entries.remove(last)
            self.last = self.entries[-1] if self.entries else None
            self.subject = [last.name]
        if self._acknowledged(index):
            self._promote(self.subject)
            self.subject.clear()
        if self.mode is not Mode.THANKS:
            self.mode = Mode.NONE
        self.chain = None

    def _not_a_funder(self, index: int) -> None:
        """Take back the name before the verb at `index`: it begins a clause of its own."""
        last = self.last
        if (
            last is not None
            and last.listed
            and last.name is not None
            and last.name.stop == index
            and not last.awards
        ):
            if last in self.entries:
                self.entries.remove(last)
            self.last = self.entries[-1] if self.entries else None
            self.subject = [last.name]

    def _acknowledged(self, index: int) -> bool:
        """X is gratefully acknowledged for its (financial) support."""
        for place in range(index + 1, min(index + 5, len(self.sentence.classes))):
            if self.sentence.classes[place] == "x":
                return self.money or cues.thanked_for_money(self.sentence, place)
            if self.sentence.classes[place] not in "jqw":
                return False
        return False

    def _clause(self, index: int) -> None:
        last = self.last
        self.mode, self.chain = Mode.NONE, None
        self.subject = (
            [last.name]
            if last is not None and last.name is not None and index - last.name.stop <= 1
            else self.subject[-1:]
        )

    def _thanks(self, index: int) -> None:
        """thank A for B: funders if B is money; acknowledge support from A: wait for "from"."""
        if cues.object_is_money(self.sentence, index):
            self.money, self.mode = True, Mode.NONE
        elif cues.thanked_for_money(self.sentence, index):
            self._open_funders()
            self.money = self.strict = True
        else:
            self.mode = Mode.THANKS

    # names

    def _name(self, name: Name) -> None:
        sentence = self.sentence
        if name.alias is not None and is_acronym_of(name.alias, sentence.core(name)):
            self.aliases.setdefault(name.alias, sentence.core(name))
        owner = self.brackets[-1][2] if self.brackets else None
        if owner is not None:
            self._in_bracket(name, owner)
        elif judge.is_project_title(sentence, name):
            return
        elif self.mode is Mode.FUND:
            if judge.is_body(sentence, name) if self.strict else judge.is_acceptable(sentence, name):
                self._accept(name, listed=self._after_separator(name))
            elif self.strict:
                self.subject.append(name)
        elif judge.carries_award(sentence, name) or self._resumes(name):
            self.mode, self.resume = Mode.FUND, 0
            self._accept(name, listed=self._after_separator(name))
        elif self.mode is Mode.RECIPIENT:
            if self.last is not None and self.last.recipient is None:
                self.last.recipient = sentence.core(name)
        elif self.mode in (Mode.NONE, Mode.THANKS):
            self.subject.append(name)

    def _resumes(self, name: Name) -> bool:
        if self.mode not in (Mode.RECIPIENT, Mode.ASIDE) or not self.resume:
            return False
        return judge.is_strong(self.sentence, name) or (
            self.resume > 1 and judge.is_body(self.sentence, name)
        )

    def _after_separator(self, name: Name) -> bool:
        place = name.first - 1
        while place >= 0 and self.sentence.classes[place] in "tzj":
            place -= 1
        return (
            place < 0
            or self.sentence.classes[place] in ",;&"
            or (self.strict and self.sentence.classes[place] in "m:")
        )

    def _in_bracket(self, name: Name, owner: Name) -> None:
        """A name in the brackets behind a funder: its acronym, a kind of grant, or a funder of its own."""
        sentence = self.sentence
        text = sentence.core(name)
        if is_acronym_of(text, sentence.core(owner)):
            self.aliases.setdefault(text, sentence.core(owner))
            return
        known = judge.parts_of(sentence, name).known
        if known is not None and judge.carries_award(sentence, name):
            if judge.parts_of(sentence, owner).known != known:
                self._accept(name, listed=False)
        elif self.last is not None and self.last.scheme is None and sentence.at(name.stop) in "gpP":
            self.last.scheme = self._with_kind(name.first, name.stop)

    def _accept(self, name: Name, *, listed: bool) -> None:
        sentence = self.sentence
        parts, after = judge.parts_of(sentence, name), sentence.at(name.stop)
        if (
            self.under
            and self.last is not None
            and (parts.programme or after in "gp" or parts.european or parts.known is None)
        ):
            if self.last.scheme is None:
                self.last.scheme = self._with_kind(name.first, name.stop)
            return
        scheme = parts.scheme
        if after in "gpP" and (scheme or after in "pP"):
            scheme = self._with_kind(parts.scheme_first if scheme else name.stop, name.stop)
        funder: str | None = parts.funder
        if parts.fellowship and after == "g" and self._kind_of_last(name):
            return
        if parts.fellowship and after == "g":
            funder, scheme = None, self._with_kind(name.first, name.stop)
        if self.held and not parts.programme:
            scheme, self.held = self.held, None
        entry = Entry(funder, scheme, name=name, listed=listed, programme=parts.programme)
        self.entries.append(entry)
        self.last = entry
        if self.chain is not None:
            self.last, self.chain = self.chain, None
        if self.waiting:
            entry.awards.extend(self.waiting)
            self.waiting.clear()

    def _kind_of_last(self, name: Name) -> bool:
        """FUNDER, Kind Of Award (123): whether a kind of grant behind a comma belongs to the funder before it."""
        last = self.last
        if (
            last is None
            or last.name is None
            or last.awards
            or last.scheme
            or self.sentence.classes[last.name.stop : name.first] != ","
        ):
            return False
        last.scheme = self._with_kind(name.first, name.stop)
        return True

    def _with_kind(self, first: int, stop: int) -> str:
        """A programme's name and the kind of grant behind it, as printed."""
        end = stop
        while self.sentence.at(end) in "gpP" and end < stop + 3:
            end += 1
        return self.sentence.tokens.span(first, end)

    # awards

    def _award(self, award: Award) -> None:
        if (
            not self.money
            and not self.entries
            and "g" not in self.sentence.classes[max(0, award.first - 4) : award.first]
        ):
            return
        if self._from_follows(award):
            self.waiting.append(award)
        elif self.last is not None:
            self.last.awards.append(award)
        else:
            self.entries.append(Entry(None, awards=[award]))

    def _from_follows(self, award: Award) -> bool:
        """Whether "from FUNDER" (or "awarded by", "of the") comes right behind the awards this one is among."""
        classes, place = self.sentence.classes, award.stop
        if self.brackets and self.brackets[-1][2] is not None:
            return False
        depth, limit = len(self.brackets), min(len(classes), award.stop + 40)
        while place < limit and classes[place] in "D,&;N)(/Ig":
            depth += {"(": 1, ")": -1}.get(classes[place], 0)
            if depth < 0:
                return False
            place += 1
        if place < limit and classes[place] == "T":
            place += 1
            while place < limit and classes[place] in "ICK&,":
                place += 1
        if place >= limit:
            return False
        if classes[place] == "v":
            return self.sentence.at(place + 1) in "bf"
        return classes[place] == "f" or (classes[place] == "o" and self.sentence.low(place) == "of")

    def _finish(self) -> None:
        if self.waiting:
            self.entries.append(Entry(None, awards=list(self.waiting)))
        named = [entry for entry in self.entries if entry.funder]
        first = self.entries[0] if self.entries else None
        if (
            first is not None
            and first.funder is None
            and first.awards
            and first.scheme is None
            and len(named) == 1
        ):
            named[0].awards[:0] = self.entries.pop(0).awards


_ACTIONS = {
    "v": Reader._verb, "m": Reader._noun, "g": Reader._noun, "b": Reader._by, "f": Reader._from, "h": Reader._through,
    "u": Reader._under, "o": Reader._of, "T": Reader._to, "a": Reader._aside, "i": Reader._aside, "r": Reader._aside,
    ",": Reader._separator, ";": Reader._separator, "&": Reader._separator, "(": Reader._open, ")": Reader._close,
    "q": Reader._be, "c": Reader._clause, "x": Reader._thanks, ":": Reader._colon,
}  # fmt: skip
