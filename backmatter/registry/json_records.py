"""JSON too large for memory, record by record."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO

_CHUNK = 1 << 20
#: Characters of the longest record; the largest of ROR has some 60 thousand.
_LONGEST = 1 << 25
_SPACE = " \t\r\n"


class BrokenJsonError(ValueError):
    """The text is no list of JSON records, or ends within one."""


def json_records(text: IO[str]) -> Iterator[object]:
    """The objects of a JSON array, or objects that stand one behind the other (JSON lines).

    An answer of the Crossref REST API gives the items of its message. Memory holds one record and a megabyte more.

    Raises:
        BrokenJsonError: If the text is damaged or cut off; it says behind which record.
    """
    for value in _values(text):
        message = value.get("message") if isinstance(value, dict) else None
        if isinstance(message, dict) and isinstance(message.get("items"), list):
            yield from message["items"]
        else:
            yield value


def _values(text: IO[str]) -> Iterator[object]:
    decoder = json.JSONDecoder()
    held = _Held(text)
    in_array = held.peek() == "["
    if in_array:
        held.skip()
    done = 0
    while (sign := held.peek()) not in ("", "]"):
        if in_array and done:
            if sign != ",":
                raise BrokenJsonError(f"no comma behind record {done:,}")
            held.skip()
        if held.peek() != "{":
            # of an object alone it is certain where it ends
            raise BrokenJsonError(f"no JSON object behind record {done:,}")
        yield held.value(decoder, done)
        done += 1
    if in_array and sign != "]":
        raise BrokenJsonError(
            f"the list ends without its bracket behind record {done:,}: the file is cut off"
        )
    if in_array:
        held.skip()
    if held.peek():
        raise BrokenJsonError(f"something follows behind the last record ({done:,})")


class _Held:
    """The part of a text that is in memory."""

    def __init__(self, text: IO[str]) -> None:
        self._text = text
        self._held = ""
        self._at = 0

    def peek(self) -> str:
        """The next character that is no white space; empty at the end."""
        while True:
            while self._at < len(self._held) and self._held[self._at] in _SPACE:
                self._at += 1
            if self._at < len(self._held) or not self._more():
                return self._held[self._at : self._at + 1]

    def skip(self) -> None:
        """Pass over the character that `peek` has shown."""
        self._at += 1

    def value(self, decoder: json.JSONDecoder, done: int) -> object:
        """The value that begins here."""
        while True:
            try:
                value, end = decoder.raw_decode(self._held, self._at)
            except json.JSONDecodeError as error:
                if len(self._held) - self._at < _LONGEST and self._more():
                    continue
                raise BrokenJsonError(f"no JSON, or cut off, behind record {done:,} ({error.msg})") from error
            except RecursionError as error:
                raise BrokenJsonError(f"nested too deeply behind record {done:,}") from error
            self._at = end
            return value

    def _more(self) -> bool:
        """Read on: at least as much again as is held, so that a long record is not begun too often."""
        chunk = self._text.read(max(_CHUNK, len(self._held) - self._at))
        self._held = self._held[self._at :] + chunk
        self._at = 0
        return bool(chunk)
