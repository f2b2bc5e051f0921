"""Dates in figures: which figure is the day, where another date of the same page tells it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from crawler.items import Candidate

_MONTHS = 12
_DATES = frozenset({"received", "revised", "accepted", "published", "issue_date"})
#: Day and month, or month and day, before the year.
_NUMERIC = re.compile(r"(?<![\d./-])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d\d)(?!\d)")


def told_apart(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The candidates, with dates in figures written year first where a page shows its order.

    "14/09/2007" has the day first, and so then has "08/10/2008". Pages that show no order, or both, stay as they are.
    """
    numeric = [found for candidate in candidates for found in [_found(candidate)] if found]
    day_first = any(int(found[1]) > _MONTHS for found in numeric)
    month_first = any(int(found[2]) > _MONTHS for found in numeric)
    if day_first == month_first:
        return list(candidates)
    order = r"\3-\2-\1" if day_first else r"\3-\1-\2"
    return [
        replace(candidate, value=_NUMERIC.sub(order, str(candidate.value)))
        if _found(candidate)
        else candidate
        for candidate in candidates
    ]


def _found(candidate: Candidate) -> re.Match[str] | None:
    if candidate.field not in _DATES or not isinstance(candidate.value, str):
        return None
    return _NUMERIC.search(candidate.value)
