"""Shows how a crawl goes: a bar on a terminal, a line now and then in a log."""

from __future__ import annotations

from time import monotonic
from types import TracebackType
from typing import Self

from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from backmatter.console import ERR, say
from backmatter.intake import Outcome
from backmatter.tally import Tally

#: Seconds between two lines in a log.
_EVERY = 10.0


class CrawlProgress:
    """Counts outcomes and shows them on standard error.

    Args:
        total: How many entries were given.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._tally = Tally()
        self._bar: Progress | None = None
        self._task: TaskID | None = None
        self._last = monotonic()

    def __enter__(self) -> Self:
        if ERR.is_terminal:
            self._bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=ERR,
                transient=True,
            )
            self._bar.start()
            self._task = self._bar.add_task("crawling", total=self._total)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()

    def note(self, outcome: Outcome) -> None:
        """Take in what became of one request."""
        self._tally.add(outcome.state, outcome.reason, outcome.decision)
        if outcome.state == "failed":
            say(f"{outcome.requested}: {outcome.reason}: {outcome.detail}")
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._tally.requested, description=self._words())
        elif monotonic() - self._last >= _EVERY:
            self._last = monotonic()
            say(f"{self._tally.requested} of {self._total}: {self._words()}")

    def _words(self) -> str:
        states = self._tally.states
        return ", ".join(
            f"{states[state]} {state}" for state in ("stored", "skipped", "failed") if states[state]
        )
