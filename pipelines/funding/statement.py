"""A whole statement: sentence by sentence into rows, and which of its sentences speak of money."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipelines.funding.cjk import is_cjk, kind_of_cjk, read_cjk
from pipelines.funding.judge import is_bare_list
from pipelines.funding.kinds import SentenceKind, kind_of, only_help, said_before_boilerplate
from pipelines.funding.model import Funding, FundingKind
from pipelines.funding.reader import read_entries
from pipelines.funding.sentence import read_sentence
from pipelines.funding.sentences import sentences
from pipelines.funding.settle import settle
from pipelines.funding.state import Entry

_HEADING = re.compile(
    r"\W{0,3}(?:fundings?|financial support|(?:contract )?grant sponsors?|sources? of (?:funding|support)|supported by)\b",
    re.IGNORECASE,
)
# a verb, thanks, or "we", "this work": the sentence says something; without them it is a list
_SAYS = re.compile("[qvx]|(?<!^)s")
_PROSE = re.compile(
    r"\b(?:we|is|are|was|were|thanks?|from|by|with|to|has|have|this|our|that|which)\b", re.IGNORECASE
)
# "NAME: 123", "NAME [R01 GM123 to A.B.]": funders with their awards, as some publishers list them
_NAME_AND_NUMBER = re.compile(
    r"[\w)]: ?[A-Z -]{0,12}\d{4}|[\w)] [\[(][^\])]{0,80}\d{3}[^\])]{0,200}[\])](?:[;,.]|$)"
)
_IN_BRACKETS = re.compile(r"\[[^\]]{0,300}\]|\([^)]{0,300}\)")
_LONGEST_BARE = 160


@dataclass(frozen=True, slots=True)
class _Reading:
    """One sentence of a statement: where it stands, what it is, and what was read in it."""

    start: int
    end: int
    kind: SentenceKind
    entries: list[Entry]


def parse_funding(text: str) -> list[Funding]:
    """The funders and awards that a statement names, in reading order, one row for each funder–award pair.

    A funder without an award has one row; an award whose funder the statement does not give has
    ``funder_name`` None. A statement that only says that there was no funding has one row of kind
    ``none_declared``. Text that does not speak of money gives no rows; no text makes it fail.

    >>> [(row.funder_name, row.award_id) for row in parse_funding("Supported by the NSF (grant PHY-0123456).")]
    [('NSF', 'PHY-0123456')]
    """
    aliases: dict[str, str] = {}
    readings = list(_read(text, aliases))
    settle([reading.entries for reading in readings], aliases)
    rows: list[Funding] = []
    declared: Funding | None = None
    for reading in readings:
        sentence = text[reading.start : reading.end]
        if reading.kind == "none_declared":
            declared = declared or Funding(
                "none_declared", None, None, None, None, None, sentence, reading.start, reading.end
            )
            continue
        kind: FundingKind = "open_access_fee" if reading.kind == "open_access_fee" else "research"
        for entry in reading.entries:
            rows.extend(_rows(entry, kind, sentence, reading))
    return _once(rows) or ([declared] if declared else [])


def funding_sentences(text: str) -> str | None:
    """The sentences of `text` that are about money, exactly as printed and joined in order; None if there are none."""
    kept = [
        text[reading.start : reading.end]
        for reading in _read(text, {})
        if reading.entries or reading.kind in ("none_declared", "open_access_fee")
    ]
    return " ".join(kept) or None


def _read(text: str, aliases: dict[str, str]) -> Iterator[_Reading]:
    for start, end in sentences(text):
        sentence = text[start:end]
        if not sentence.isascii() and is_cjk(sentence):
            kind = kind_of_cjk(sentence)
            yield _Reading(start, end, kind, read_cjk(text, start, end) if kind == "research" else [])
            continue
        kind, stop = kind_of(sentence), end
        if kind == "boilerplate":
            stop = start + said_before_boilerplate(sentence)
            kind = "research" if stop > start else "other"
        bare = kind == "other" and _may_be_list(sentence)
        if kind == "none_declared" or (kind == "other" and not bare) or only_help(sentence):
            yield _Reading(start, end, kind, [])
            continue
        cut = read_sentence(text, start, stop)
        if bare and not is_bare_list(cut):
            yield _Reading(start, end, kind, [])
            continue
        listing = _HEADING.match(sentence) is not None or _SAYS.search(cut.classes) is None
        yield _Reading(start, end, kind, read_entries(cut, listing=listing, aliases=aliases))


def _may_be_list(sentence: str) -> bool:
    """Whether a sentence without a word of money may be nothing but funders: a section of one line."""
    if not sentence[:1].isupper():
        return False
    if _PROSE.search(_IN_BRACKETS.sub("", sentence)):
        return False
    short = len(sentence) < _LONGEST_BARE and "." not in sentence[:-1]
    return short or _NAME_AND_NUMBER.search(sentence) is not None


def _rows(entry: Entry, kind: FundingKind, sentence: str, reading: _Reading) -> Iterator[Funding]:
    if not (entry.funder or entry.scheme or entry.awards):
        return
    funder_id = entry.identity.ror if entry.identity is not None and entry.funder else None
    for award in entry.awards or (None,):
        yield Funding(
            kind, _printed(entry.funder), funder_id, award.text if award else None, entry.scheme, (award.recipient if award else None) or entry.recipient, sentence,
            reading.start, reading.end,
        )  # fmt: skip


def _once(rows: list[Funding]) -> list[Funding]:
    """Each pair once, and a funder without an award only where it has none at all."""
    with_award = {(row.kind, row.funder_name) for row in rows if row.award_id}
    found: dict[tuple[str | None, ...], Funding] = {}
    for row in rows:
        if row.award_id is None and row.scheme is None and (row.kind, row.funder_name) in with_award:
            continue
        scheme = row.scheme if row.award_id is None else None
        found.setdefault((row.kind, row.funder_name, row.award_id, scheme), row)
    return list(found.values())


def _printed(name: str | None) -> str | None:
    """A name without the hyphens and spaces of no width that only break lines."""
    return name.replace("\u00ad", "").replace("\u200b", "") if name else None
