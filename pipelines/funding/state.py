"""What is known while a sentence is read from left to right."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto

from pipelines.funding.awards import Award
from pipelines.funding.names import Name
from pipelines.funding.sentence import Sentence
from pipelines.funding.table import Funder


class Mode(Enum):
    """What a name is at this place of the sentence."""

    NONE = auto()  # nothing said yet: perhaps the subject of a verb to come
    FUND = auto()  # a funder
    RECIPIENT = auto()  # who got the money
    ASIDE = auto()  # a place, a purpose
    THANKS = auto()  # thanked, but not for money
    MANAGER = auto()  # who runs a facility or manages an award


@dataclass(slots=True)
class Entry:
    """A funder with its awards, or awards whose funder is not stated, in reading order.

    Attributes:
        funder: As printed.
        scheme: Programme or kind of grant, as printed.
        identity: The funder of the table that is meant.
        awards: Its award numbers.
        recipient: Who received the money, as printed, where no award says more.
        name: Where the funder stands in the sentence.
        listed: Whether only its place in a list says that it is a funder.
        programme: Whether it is a programme, with no body named.
        respectively: Whether its sentence says "respectively".
    """

    funder: str | None
    scheme: str | None = None
    identity: Funder | None = None
    awards: list[Award] = field(default_factory=list)
    recipient: str | None = None
    name: Name | None = None
    listed: bool = False
    programme: bool = False
    respectively: bool = False


@dataclass(slots=True)
class State:
    """The state of the reading.

    Attributes:
        sentence: The sentence.
        aliases: Acronyms that the statement defines, with what they stand for.
        mode: What a name is here.
        strict: Whether only names of bodies count here.
        thanks: Whether the names here are thanked, each for a reason of its own.
        money: Whether the clause has spoken of money.
        resume: What may end an aside: 1 a funder by trade, 2 any body.
        entries: What was found.
        last: Whose the next award is.
        subject: Names of the clause that no verb has claimed yet.
        waiting: Awards that stand before "from FUNDER".
        held: A programme that runs "through" a funder still to come.
        chain: FUNDER of "FUNDER funded by MINISTRY": the awards behind are its own.
        under: Whether what follows is what the last funder's grant is under.
        agreement: Whether the last award was given under an agreement that another body manages.
        brackets: Mode, resume and owner outside of each open bracket.
        quoted_until: The token that closes a quoted title.
        facility: Whose facility is being said to be operated by somebody.
        numbered: Whether it is a list of "NAME. Grant Number: 123 NAME. Grant Number: 456".
        clause_start: The token that the clause begins with.
        beneficiary: Who "was supported" or "acknowledges" in this clause, as printed.
    """

    sentence: Sentence
    aliases: dict[str, str]
    mode: Mode = Mode.NONE
    strict: bool = False
    thanks: bool = False
    money: bool = False
    resume: int = 0
    entries: list[Entry] = field(default_factory=list)
    last: Entry | None = None
    subject: list[Name] = field(default_factory=list)
    waiting: list[Award] = field(default_factory=list)
    held: str | None = None
    chain: Entry | None = None
    under: bool = False
    agreement: bool = False
    brackets: list[tuple[Mode, int, Name | None]] = field(default_factory=list)
    quoted_until: int = -1
    facility: Name | None = None
    numbered: bool = False
    clause_start: int = 0
    beneficiary: str | None = None

    def open_funders(self, *, strict: bool = False, thanks: bool = False) -> None:
        """From here on names are funders."""
        self.mode, self.resume, self.under, self.strict, self.thanks = Mode.FUND, 0, False, strict, thanks

    def last_name_stop(self) -> int:
        """The token after the last funder's name; -1 if there is none."""
        return self.last.name.stop if self.last is not None and self.last.name is not None else -1

    def ends_at(self, index: int) -> bool:
        """Whether the last funder's name, commas and a kind of grant apart, ends before `index`."""
        stop = self.last_name_stop()
        return stop >= 0 and all(letter in "gp,tNs" for letter in self.sentence.classes[stop:index])

    def withdraw_last(self) -> Name | None:
        """Take the last funder back; its name."""
        last = self.last
        if last is None:
            return None
        if self.entries and self.entries[-1] is last:
            self.entries.pop()
        self.last = self.entries[-1] if self.entries else None
        return last.name
