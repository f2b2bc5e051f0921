"""Whether a new version of an article may replace the stored one.

Newest does not win; newest accepted wins. A version that lost what the stored one had, or a page that was cut
off, is kept but held back until somebody has looked at it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from crawler.items import Doubt

Decision = Literal["accepted", "held"]

#: A text that shrinks below this share of its length has been cut, not edited.
_CUT_BELOW = 0.75
#: Kinds of doubts with which no page is accepted unseen: a part of it did not arrive.
_CUT_OFF = frozenset({"truncated"})


@dataclass(frozen=True, slots=True)
class Summary:
    """One version of an article in few words.

    Attributes:
        doi, title: As in ``articles``.
        n_authors, n_references: Rows in the tables of that name.
        n_funding: Rows of ``funding`` about research money.
        abstract_length, funding_length: Characters of ``abstract`` and ``funding_text``; 0 for none.
        cut_off: Whether the page visibly ends before it is over.
    """

    doi: str | None = None
    title: str | None = None
    n_authors: int = 0
    n_references: int = 0
    n_funding: int = 0
    abstract_length: int = 0
    funding_length: int = 0
    cut_off: bool = False


@dataclass(frozen=True, slots=True)
class Verdict:
    """The decision about a version, and why it is held."""

    decision: Decision
    reasons: tuple[Doubt, ...] = ()


def summarise(tables: Mapping[str, Sequence[Mapping[str, Any]]]) -> Summary:
    """The summary of the rows that one page gave."""
    (article,) = tables["articles"]
    return Summary(
        doi=article.get("doi"),
        title=article.get("title"),
        n_authors=len(tables.get("authors", ())),
        n_references=len(tables.get("references", ())),
        n_funding=sum(row["kind"] == "research" for row in tables.get("funding", ())),
        abstract_length=len(article.get("abstract") or ""),
        funding_length=len(article.get("funding_text") or ""),
        cut_off=any(row["kind"] in _CUT_OFF for row in tables.get("issues", ())),
    )


def judge(stored: Summary | None, new: Summary) -> Verdict:
    """Decide about a new version.

    Args:
        stored: The accepted version that it would replace; None for the first of its article.
        new: The new version.

    Returns:
        ``held`` with a doubt of kind ``regressed`` for everything that was lost, and one of kind ``held`` for a
        page that was cut off; else ``accepted``.
    """
    reasons = [Doubt("held", None, "the page ends before it is over")] if new.cut_off else []
    if stored is not None:
        reasons += _losses(stored, new)
    return Verdict("held" if reasons else "accepted", tuple(reasons))


def _losses(stored: Summary, new: Summary) -> list[Doubt]:
    losses = [
        Doubt("regressed", name, f"{had!r} is gone")
        for name, had, has in (("doi", stored.doi, new.doi), ("title", stored.title, new.title))
        if had and not has
    ]
    losses += [
        Doubt("regressed", name, f"{had} before, {has} now")
        for name, had, has in (
            ("authors", stored.n_authors, new.n_authors),
            ("references", stored.n_references, new.n_references),
            ("funding", stored.n_funding, new.n_funding),
        )
        if has < had
    ]
    losses += [
        Doubt("regressed", name, f"{had} characters before, {has} now")
        for name, had, has in (
            ("abstract", stored.abstract_length, new.abstract_length),
            ("funding_text", stored.funding_length, new.funding_length),
        )
        if has < had * _CUT_BELOW
    ]
    return losses
