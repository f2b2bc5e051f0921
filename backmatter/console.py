"""Where the command line prints: results to standard output, everything about them to standard error."""

from __future__ import annotations

import re
import sys

from rich.console import Console

OUT = Console(soft_wrap=True, highlight=False)
ERR = Console(stderr=True, soft_wrap=True, highlight=False)

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def printable(text: str) -> str:
    """Text of a page or a file name without control characters, which a terminal would obey."""
    return _CONTROL.sub("\ufffd", text)


def say(message: str) -> None:
    """One plain line to standard error."""
    ERR.print(printable(message), markup=False)


def write_line(text: str) -> None:
    """One line of a result to standard output, as it is."""
    sys.stdout.write(text + "\n")
