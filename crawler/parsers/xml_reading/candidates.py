"""Collects what an XML file says about the columns of ``articles``."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from crawler.items import Candidate


@dataclass(slots=True)
class Candidates:
    """Candidates in the order in which they are said; empty values say nothing.

    Attributes:
        kind: The source kind that every candidate gets, one of `crawler.items.SOURCE_KINDS`.
    """

    kind: str
    said: list[Candidate] = field(default_factory=list)

    def text(self, column: str, value: str | None, place: str) -> None:
        """Say one text, with the path of the element where it stood."""
        if value:
            self.said.append(Candidate(column, value, f"{self.kind}:{place}"))

    def texts(self, column: str, values: Iterable[str], place: str) -> None:
        """Say a list; white space and repetitions left out."""
        kept = tuple(dict.fromkeys(value for value in values if value))
        if kept:
            self.said.append(Candidate(column, kept, f"{self.kind}:{place}"))

    def open_access(self, place: str, *, stated: bool) -> None:
        """Say whether the article is open access."""
        self.said.append(Candidate("is_open_access", stated, f"{self.kind}:{place}"))

    def has(self, column: str) -> bool:
        """Whether anything has been said about a column."""
        return any(candidate.field == column for candidate in self.said)
