"""One sentence, cut up: its tokens, the names and the award numbers in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pipelines.funding import words
from pipelines.funding.abroad import read_abroad, speaks_abroad
from pipelines.funding.awards import Award, find_awards
from pipelines.funding.names import Name, find_names
from pipelines.funding.parts import Parts
from pipelines.funding.tokens import Tokens, tokenise

# "Grants Council", "Scholarship Council", "Funding Agency": a money word that is part of a body's name
_MONEY_IN_NAME = re.compile(r"[gm](?=H)")
# "973 Program", "863 Project": a number that is part of a programme's name
# "Special Funding of", "Research Support Funding"
_FUNDING_IN_NAME = re.compile(r"(?<=[CP])m")
_NUMBERED_PROGRAMME = re.compile(r"D(?=[Pp])")


@dataclass(slots=True)
class Sentence:
    """A sentence of a statement.

    Attributes:
        tokens: Its tokens; positions count from the beginning of the statement.
        lows: The tokens in lower case.
        classes: One letter a token; award numbers are ``D``, other numbers ``w``.
        items: What begins at a token: a name or an award number.
        reason: The last search for a reason of thanks: from where, up to where, and where it was found.
        parts: The parts of those names that were asked for, by their first token.
    """

    tokens: Tokens
    lows: list[str]
    classes: str
    items: dict[int, Name | Award]
    reason: tuple[int, int, int] = (0, -1, 0)
    parts: dict[int, Parts] = field(default_factory=dict)

    def at(self, index: int) -> str:
        """The class of a token; a full stop outside the sentence."""
        return self.classes[index] if 0 <= index < len(self.classes) else "."

    def core(self, name: Name) -> str:
        """A name as printed, without its alias."""
        return self.tokens.span(name.first, name.core)


def read_sentence(text: str, start: int, end: int) -> Sentence:
    """Cut ``text[start:end]`` up."""
    tokens = tokenise(text, start, end)
    found = tokens.words
    lows = [word.lower() for word in found]
    if lows and lows[0] in words.OPEN_IF_CAPITAL:
        tokens.classes = words.CLOSED[lows[0]] + tokens.classes[1:]
    tokens.classes = _in_context(tokens.classes, found)
    if speaks_abroad(lows):
        tokens.classes = read_abroad(lows, tokens.classes)
    awards, classes = find_awards(tokens)
    items: dict[int, Name | Award] = {name.first: name for name in find_names(tokens, classes)}
    items.update({award.first: award for award in awards})
    return Sentence(tokens, lows, classes, items)


def _in_context(classes: str, found: list[str]) -> str:
    """The classes, with those words changed that their neighbours make part of a name."""
    if "gH" in classes or "mH" in classes:
        classes = _MONEY_IN_NAME.sub(lambda m: "C" if found[m.start()][0].isupper() else m.group(), classes)
    if "Cm" in classes or "Pm" in classes:
        classes = _FUNDING_IN_NAME.sub(
            lambda m: "P" if found[m.start()] in ("Funding", "Funds") else "m", classes
        )
    if "DP" in classes or "Dp" in classes:
        classes = _NUMBERED_PROGRAMME.sub(lambda m: "C" if found[m.start()].isdigit() else "D", classes)
    return classes
