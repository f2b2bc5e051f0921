"""From labelled words back to pieces of the string."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipelines.references.tokens import Tokens

_SPACED_MARK = re.compile(r"\s+(?=[.,;:)\]])|(?<=[(\[])\s+")
_TYPESET_HYPHEN = re.compile(r"(?<=[a-z])- (?=[a-z])")
_PAIRS = {")": "(", "]": "["}


@dataclass(slots=True)
class Labelled:
    """A string, its words, and the label of each word."""

    raw: str
    tokens: Tokens
    labels: Sequence[str]

    def first(self, *labels: str) -> tuple[int, int] | None:
        """Return first and last word of the first unbroken run of ``labels``, None where there is none."""
        start = next((i for i, label in enumerate(self.labels) if label in labels), None)
        if start is None:
            return None
        end = start
        while end + 1 < len(self.labels) and self.labels[end + 1] in labels:
            end += 1
        return start, end

    def text(self, run: tuple[int, int] | None) -> str | None:
        """Return the words of a run as printed, from the first to the last of them."""
        if run is None:
            return None
        return self.raw[self.tokens.starts[run[0]] : self.tokens.ends[run[1]]] or None

    def whole(self, run: tuple[int, int] | None) -> str | None:
        """Return a run with the marks that belong to it: a closing bracket or question mark, an abbreviation's dot."""
        if run is None:
            return None
        start, end = self.tokens.starts[run[0]], self.tokens.ends[run[1]]
        text = self.raw[start:end]
        after = self.raw[end : end + 3].lstrip()
        before = self.raw[start - 1 : start] if start else ""
        if after[:1] in _PAIRS and text.count(_PAIRS[after[0]]) > text.count(after[0]):
            text += after[0]
        elif after[:1] in ("?", "!", "%"):
            text += after[0]
        elif after[:1] == "." and "." in text and " " in text:
            text += "."
        if before in ("(", "[") and text.count(")" if before == "(" else "]") > text.count(before):
            text = before + text
        return tidy(text)


def tidy(text: str) -> str | None:
    """Undo what PDF text does: spaces before marks, hyphens of line ends, runs of white space."""
    return _TYPESET_HYPHEN.sub("", _SPACED_MARK.sub("", " ".join(text.split()))).strip(" ,;:") or None
