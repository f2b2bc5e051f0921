"""Errors that a user can do something about."""

from __future__ import annotations


class UserError(Exception):
    """What happened, to which input, and what to do next; printed without a traceback.

    Attributes:
        exit_code: 1 for unreadable input, 2 for usage, 3 for work left undone.
    """

    def __init__(self, message: str, exit_code: int = 1) -> None:
        super().__init__(message)
        self.exit_code = exit_code
