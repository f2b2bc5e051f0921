"""The ``Retry-After`` header: seconds, or a date."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def retry_after(value: bytes | None, now: datetime) -> float | None:
    """Return for how many seconds a server asks to be left alone; None when it does not say.

    Args:
        value: The header as received.
        now: The time by which a date is reckoned.
    """
    text = (value or b"").decode("latin-1").strip()
    if text.isascii() and text.isdigit():
        return float(text[:12])
    try:
        date = parsedate_to_datetime(text)
    except ValueError:
        return None
    if date.tzinfo is None:
        date = date.replace(tzinfo=UTC)
    return max(0.0, (date - now).total_seconds())
