"""How the library tells how far it has come."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told how far a command has come."""

    def __call__(self, what: str, done: int, total: int) -> None:
        """Take note that `done` of `total` steps are done and that `what` is next."""
