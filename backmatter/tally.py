"""Counts of what became of requests, and the exit status that follows from them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

COMPLETE, INCOMPLETE, BLOCKED, HELD = 0, 3, 4, 5

#: Reasons that mean that a host or a publisher keeps us out, not that something is amiss.
KEPT_OUT = frozenset({"blocked", "login", "robots", "robots_unreachable", "host_stopped"})


@dataclass(slots=True)
class Tally:
    """What became of the requests of one command.

    Attributes:
        states: Requests by ``stored``, ``skipped``, ``failed``; their sum is the number of requests.
        reasons: Requests that gave no version, by reason.
        held: Versions stored but held back.
    """

    states: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    held: int = 0

    def add(self, state: str, reason: str | None = None, decision: str | None = None) -> None:
        """Count one request."""
        self.states[state] += 1
        if reason:
            self.reasons[reason] += 1
        self.held += decision == "held"

    def update(self, other: Tally) -> None:
        """Add the counts of another tally."""
        self.states.update(other.states)
        self.reasons.update(other.reasons)
        self.held += other.held

    @property
    def requested(self) -> int:
        """How many requests there were."""
        return self.states.total()

    @property
    def exit_status(self) -> int:
        """3 when something failed, 4 when all that failed was kept out, 5 when something was held back, else 0.

        A request that led to something else than an article counts as failed here: its article is not there.
        """
        missing = self.states["failed"] + self.reasons["not_article"]
        kept_out = sum(self.reasons[reason] for reason in KEPT_OUT)
        if missing > kept_out:
            return INCOMPLETE
        if kept_out:
            return BLOCKED
        return HELD if self.held else COMPLETE
