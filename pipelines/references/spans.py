"""From labelled words back to pieces of the string."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.references.tokens import Tokens

_SPACED_MARK = re.compile(r"\s+(?=[.,;:)\]])|(?<=[(\[])\s+")
_TYPESET_HYPHEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
_NO_SPACED_MARKS = frozenset(".,;:()[]")
_PAIRS = {")": "(", "]": "["}
_OPENERS = {"(": ")", "[": "]"}


Run = tuple[int, int]


class Labelled:
    """A string, its words, the label of each word, and the first unbroken run of words of each label.

    Attributes:
        raw: The string.
        tokens: Its words.
        labels: One label a word.
        runs: Label to (first, last word) of its first run.
    """

    __slots__ = ("labels", "raw", "runs", "tokens")

    def __init__(self, raw: str, tokens: Tokens, labels: Sequence[str]) -> None:
        self.raw = raw
        self.tokens = tokens
        self.labels = labels
        self.runs: dict[str, Run] = {}
        start, current = 0, None
        for i, label in enumerate(labels):
            if label != current:
                if current is not None:
                    self.runs.setdefault(current, (start, i - 1))
                start, current = i, label
        if current is not None:
            self.runs.setdefault(current, (start, len(labels) - 1))

    def text(self, run: Run | None) -> str | None:
        """Return the words of a run as printed, from the first to the last of them."""
        if run is None:
            return None
        return self.raw[self.tokens.starts[run[0]] : self.tokens.ends[run[1]]] or None

    def whole(self, label: str) -> str | None:
        """Return the first run of ``label`` with the marks that belong to it, tidied.

        These are a closing bracket, a question mark, or the last dot of an abbreviated journal.
        """
        run = self.runs.get(label)
        if run is None:
            return None
        start, end = self.tokens.starts[run[0]], self.tokens.ends[run[1]]
        text = self.raw[start:end]
        mark = self.raw[end : end + 3].lstrip()[:1]
        opener = _PAIRS.get(mark)
        closes = opener is not None and text.count(opener) > text.count(mark)
        if closes or (mark and mark in "?!%") or (mark == "." and label == "journal" and "." in text):
            text += mark
        if start and self.raw[start - 1] in _OPENERS:
            opener = self.raw[start - 1]
            if text.count(_OPENERS[opener]) > text.count(opener):
                text = opener + text
        return tidy(text)


def tidy(text: str) -> str | None:
    """Undo what PDF text does: spaces before marks, hyphens of line ends, runs of white space."""
    text = " ".join(text.split())
    if "- " in text:
        text = _TYPESET_HYPHEN.sub("", text)
    if not _NO_SPACED_MARKS.isdisjoint(text):
        text = _SPACED_MARK.sub("", text)
    return text.strip(" ,;:") or None
