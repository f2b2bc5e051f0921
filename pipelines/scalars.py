"""One value for each column of ``articles``: normalise every candidate, choose by precedence, keep the disagreements."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crawler.items import Candidate, PageReading
from pipelines.column_values import CLEANERS, FROM_METAS, Value, clean_date
from pipelines.numeric_dates import told_apart
from pipelines.precedence import kind_of, order_of

_WORDS = re.compile(r"[^\W_]+")
#: Metas in which the first of a month stands for the month.
_DAYLESS = ("citation_publication_date", "citation_date", "citation_cover_date")
#: Columns whose sources state a fact, so that two different values are a contradiction.
_FACTS = frozenset(
    {
        "doi",
        "title",
        "journal",
        "volume",
        "issue",
        "first_page",
        "last_page",
        "published",
        "received",
        "accepted",
        "license",
    }
)


@dataclass(slots=True)
class Chosen:
    """The chosen values, where each stood, and what other sources said instead."""

    values: dict[str, Value] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, str] = field(default_factory=dict)


def choose(reading: PageReading) -> Chosen:
    """Choose one value for each column that any source offers; nothing is invented for the others."""
    chosen = Chosen()
    by_column: dict[str, list[Candidate]] = {}
    for candidate in told_apart(reading.candidates):
        by_column.setdefault(candidate.field, []).append(candidate)
    for column, candidates in by_column.items():
        clean = CLEANERS.get(column)
        if clean is not None:
            _choose_column(column, candidates, clean, reading, chosen)
    if _published_too_soon(chosen):
        others = [c for c in by_column["published"] if c.source != chosen.sources["published"]]
        _choose_column("published", others, CLEANERS["published"], reading, chosen)
    return chosen


def _published_too_soon(chosen: Chosen) -> bool:
    """Whether a date found by its label alone is before acceptance: that of a preprint, a discussion or a first version."""
    published, accepted = chosen.values.get("published"), chosen.values.get("accepted")
    return (
        chosen.sources.get("published", "").startswith("dom:label")
        and isinstance(published, str)
        and isinstance(accepted, str)
        and published < accepted[: len(published)]
    )


def _choose_column(
    column: str,
    candidates: list[Candidate],
    clean: Callable[[Candidate], Value],
    reading: PageReading,
    chosen: Chosen,
) -> None:
    order = {kind: rank for rank, kind in enumerate(order_of(column, reading.precedence))}
    if column == "abstract" and reading.page_state == "news":
        # Stand-firsts of news are not abstracts.
        order = {kind: rank for kind, rank in order.items() if kind not in FROM_METAS}
    ranked = sorted(
        (c for c in candidates if kind_of(c.source) in order), key=lambda c: order[kind_of(c.source)]
    )
    values = [
        (value, candidate.source) for candidate in ranked if (value := clean(candidate)) not in (None, [])
    ]
    if not values:
        return
    value, source = values[0]
    if clean is clean_date:
        value, source = _most_precise(value, source, values)
    chosen.values[column], chosen.sources[column] = value, source
    if column in _FACTS:
        others = [
            (other, place)
            for other, place in values[1:]
            # Titles for sharing carry the site's name, and are no statement about the article.
            if kind_of(place) != "og" and not _agree(column, value, other)
        ]
        if others:
            chosen.conflicts[column] = " | ".join(
                f"{place}={other}" for other, place in [(value, source), *others]
            )


def _most_precise(value: Value, source: str, values: Sequence[tuple[Value, str]]) -> tuple[Value, str]:
    """A fuller date that says the same wins: 2020-03-16 over 2020-03, and over the 2020-03-01 of a meta for the issue."""
    if isinstance(value, str) and value.endswith("-01") and source.endswith(_DAYLESS):
        named = (
            (other, place)
            for other, place in values[1:]
            if isinstance(other, str) and len(other) == len(value) and other.startswith(value[:-2])
        )
        return next(((other, place) for other, place in named if other != value), (value, source))
    for other, place in values[1:]:
        if (
            isinstance(value, str)
            and isinstance(other, str)
            and len(other) > len(value)
            and other.startswith(value)
        ):
            return other, place
    return value, source


def _agree(column: str, one: Value, other: Value) -> bool:
    # Dates to the year and licences without their version say less, and nothing else.
    if column in {"published", "received", "accepted", "license"}:
        return str(one).startswith(str(other)) or str(other).startswith(str(one))
    return key_of(str(one)) == key_of(str(other))


def key_of(text: str) -> str:
    """Letters and digits in lower case, for comparing what two sources say."""
    return "".join(_WORDS.findall(text.casefold()))
