"""What a crawl did, as numbers and names: for the summary at its end and for machines."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from backmatter.intake import Outcome
from backmatter.tally import INCOMPLETE, Tally
from output.publish import Published

#: Held back versions that are named one by one; the others are counted.
_MOST_NAMED = 20


@dataclass(slots=True)
class CrawlReport:
    """What a crawl did.

    Attributes:
        dataset: The dataset folder.
        run_id: The run.
        tally: What became of the requests.
        failures: Failed requests by host and reason.
        examples: For each host and reason, the first request and what was said of it.
        held: What was held back and why, the first twenty.
        recovered: Pages taken in that an earlier command had fetched and not committed.
        duplicates: Entries that named something asked for before.
        not_reached: Entries that the crawl did not come to.
        stopped_hosts: Hosts that were not asked any more, and why.
        published: What was published; None when nothing was.
        interrupted: Whether the user stopped the crawl.
        error: What ended it early; None when nothing did.
    """

    dataset: str
    run_id: str
    tally: Tally = field(default_factory=Tally)
    failures: Counter[tuple[str, str]] = field(default_factory=Counter)
    examples: dict[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    held: list[tuple[str, str]] = field(default_factory=list)
    recovered: int = 0
    duplicates: int = 0
    not_reached: int = 0
    stopped_hosts: dict[str, str] = field(default_factory=dict)
    published: Published | None = None
    interrupted: bool = False
    error: Exception | None = None

    def note(self, outcome: Outcome, host: str) -> None:
        """Take in what became of one request."""
        if outcome.decision == "held" and len(self.held) < _MOST_NAMED:
            self.held.append((outcome.requested, outcome.detail))
        if outcome.reason and (outcome.state == "failed" or outcome.reason == "not_article"):
            key = host, outcome.reason
            self.failures[key] += 1
            self.examples.setdefault(key, (outcome.requested, outcome.detail))

    @property
    def exit_status(self) -> int:
        """0 complete, 3 incomplete, 4 blocked, 5 held back for review."""
        if self.error or self.not_reached:
            return INCOMPLETE
        return self.tally.exit_status

    def as_json(self) -> dict[str, Any]:
        """The same for machines."""
        return {
            "dataset": self.dataset,
            "run_id": self.run_id,
            "requested": self.tally.requested,
            "stored": self.tally.states["stored"],
            "skipped": self.tally.states["skipped"],
            "failed": self.tally.states["failed"],
            "held": self.tally.held,
            "not_reached": self.not_reached,
            "duplicates": self.duplicates,
            "recovered": self.recovered,
            "reasons": dict(self.tally.reasons),
            "failures": [
                {
                    "host": host,
                    "reason": reason,
                    "count": count,
                    "example": self.examples[host, reason][0],
                    "detail": self.examples[host, reason][1],
                }
                for (host, reason), count in self.failures.most_common()
            ],
            "held_back": [{"requested": requested, "why": why} for requested, why in self.held],
            "stopped_hosts": self.stopped_hosts,
            "tables": dict(self.published.tables) if self.published else {},
            "error": str(self.error) if self.error else None,
            "exit_status": self.exit_status,
        }
