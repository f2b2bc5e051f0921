"""One reference list from the lists of several sources: aligned by key or place, filled, identifiers normalised."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, TypeVar

from crawler.items import Doubt, PageReading, ReferenceList, ReferenceSaid
from pipelines import normalise
from pipelines.precedence import kind_of, order_of
from pipelines.references import Reference, parse_reference
from pipelines.references.identifiers import identify

Value = TypeVar("Value")

#: What a reference needs before its raw text is parsed for more.
_WANTED = ("title", "container_title", "year", "volume", "first_page")
#: Words that stand before an identifier in a printed reference.
_IDENTIFIED = ("pmid", "pmc", "arxiv")
_FILLED = (
    "type",
    "title",
    "container_title",
    "volume",
    "issue",
    "first_page",
    "last_page",
    "publisher",
    "isbn",
    "arxiv_id",
    "pmid",
    "pmcid",
    "url",
)
#: "J Okafor", "MR Munafò", "Y N Li", "E D’Andrea": initials as Highwire metas print them, some of which are words.
_INITIALS_FIRST = re.compile(
    r"^(?P<given>[A-Z]{1,3}|[A-Z]-[A-Z]|[A-Z](?: [A-Z]){1,3}) "
    r"(?P<family>(?=\S{0,40}[a-zß-ÿ])[^\W\d_a-z][^\W\d_]{0,40}(?:['’-][^\W\d_]{1,40}){0,3})$"
)
_FAMILY_FIRST = re.compile(r"^(?P<family>[A-Z][a-z]+(?:-[A-Z][a-z]+)?), (?P<given>(?:[A-Z]\.[ -]?){1,4})$")
_ET_AL = re.compile(r"^(?:et\.? al\.?|others|…|\.\.\.)$", re.IGNORECASE)


def reference_rows(
    reading: PageReading, doi: str | None
) -> tuple[list[dict[str, Any]], str | None, list[Doubt]]:
    """Rows of ``references`` without ``article_id``, the base list's source, and what is doubtful about them.

    Args:
        reading: What the page said.
        doi: The citing article's own DOI, which no reference of it has.
    """
    order = {kind: rank for rank, kind in enumerate(order_of("references", reading.precedence))}
    lists = [
        listing
        for listing in reading.reference_lists
        if listing.references and kind_of(listing.source) in order
    ]
    if not lists:
        return [], None, []
    lists.sort(key=lambda listing: order[kind_of(listing.source)])
    base = _base(lists, cut=any(doubt.kind == "truncated" for doubt in reading.doubts))
    fillers = [(listing, _by_key(listing), _by_number(listing)) for listing in lists if listing is not base]
    rows: list[dict[str, Any]] = []
    for index, said in enumerate(base.references):
        sources = [kind_of(base.source)]
        together = [said]
        for listing, keyed, numbered in fillers:
            match = _counterpart(said, index, base, listing, keyed, numbered)
            if match is not None:
                together.append(match)
                sources.append(kind_of(listing.source))
        row = _row(len(rows) + 1, together, sources, doi)
        says_something = any(row[column] for column in (*_WANTED, "raw", "doi", "pmid", "authors", "url"))
        # A number in metas without anything behind it is a work all the same.
        if says_something or (said.number is not None and base.source.startswith("highwire:")):
            rows.append(row)
    return rows, base.source, _doubts(lists, base)


def _base(lists: list[ReferenceList], *, cut: bool) -> ReferenceList:
    """The most trusted list; a longer one replaces it when the page shows, or brought, only the first references."""
    if cut:
        return max(lists, key=lambda listing: len(listing.references))
    base = lists[0]
    for other in lists[1:]:
        if (
            len(other.references) > len(base.references) * 1.5
            and len(other.references) - len(base.references) > 3
        ):
            base = other
    return base


def _doubts(lists: list[ReferenceList], base: ReferenceList) -> list[Doubt]:
    doubts = []
    if len({len(listing.references) for listing in lists}) > 1:
        detail = ", ".join(f"{listing.source}: {len(listing.references)}" for listing in lists)
        doubts.append(Doubt("count_mismatch", "references", detail))
    highest = max((said.number or 0 for said in base.references), default=0)
    if highest and highest != len(base.references):
        doubts.append(
            Doubt("count_mismatch", "references", f"{len(base.references)} items, highest number {highest}")
        )
    return doubts


def _by_key(listing: ReferenceList) -> dict[str, ReferenceSaid]:
    keyed: dict[str, ReferenceSaid] = {}
    for said in listing.references:
        if said.key:
            keyed.setdefault(said.key.lower(), said)
    return keyed


def _by_number(listing: ReferenceList) -> dict[int, ReferenceSaid]:
    """By printed number, where no two have the same."""
    numbered = {said.number: said for said in listing.references if said.number}
    return numbered if len(numbered) == sum(1 for said in listing.references if said.number) else {}


def _counterpart(
    said: ReferenceSaid,
    index: int,
    base: ReferenceList,
    other: ReferenceList,
    keyed: dict[str, ReferenceSaid],
    numbered: dict[int, ReferenceSaid],
) -> ReferenceSaid | None:
    match = keyed.get(said.key.lower()) if said.key else None
    if match is None and len(base.references) == len(other.references):
        match = other.references[index]
    elif match is None:
        # A page may show a part of the list that its metas have whole.
        match = numbered.get(said.number or index + 1)
    return match if match is not None and _may_be_same(said, match) else None


def _may_be_same(one: ReferenceSaid, other: ReferenceSaid) -> bool:
    """Two entries contradict each other when the printed text has neither title, DOI nor year of the other."""
    raw = one.raw or other.raw
    if not raw:
        return True
    facts = [
        fact for fact in (other.title or one.title, other.doi or one.doi, other.year or one.year) if fact
    ]
    text = _bare(raw)
    return not facts or any(_bare(fact)[:40] in text for fact in facts)


def _bare(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _row(
    position: int, together: list[ReferenceSaid], sources: list[str], own_doi: str | None
) -> dict[str, Any]:
    raw = next((text for said in together if (text := normalise.plain_title(said.raw))), None)
    row: dict[str, Any] = {
        "position": position,
        "key": _first(together, "key", normalise.text),
        "raw": raw,
        "doi": _own_excluded(_first(together, "doi", normalise.doi), own_doi),
        "pmid": _first(together, "pmid", normalise.pmid),
        "pmcid": _first(together, "pmcid", normalise.pmcid),
        "arxiv_id": _first(together, "arxiv_id", normalise.arxiv_id),
        "isbn": _first(together, "isbn", normalise.isbn),
        "url": _first(together, "url", normalise.url),
        "type": _first(together, "type", normalise.text),
        "title": _first(together, "title", normalise.plain_title),
        "container_title": _first(together, "container_title", normalise.plain_title),
        "authors": _authors(together),
        "year": _first(together, "year", normalise.year),
        "volume": _first(together, "volume", normalise.text),
        "issue": _first(together, "issue", normalise.text),
        "publisher": _first(together, "publisher", normalise.plain_title),
        "cited_article_id": None,
    }
    paged = next((said for said in together if said.first_page), None)
    row["first_page"], row["last_page"] = (
        normalise.pages(paged.first_page, paged.last_page) if paged else (None, None)
    )
    if raw and row["first_page"] and row["last_page"] is None and _counts_pages(row["first_page"], raw):
        row["first_page"] = None
    if raw:
        if row["doi"] is None:
            row["doi"] = _own_excluded(normalise.find_doi(raw), own_doi)
        if not row["authors"] or any(row[column] is None for column in _WANTED):
            _fill(row, parse_reference(raw))
            sources = [*sources, "text"]
        elif any(word in raw.lower() for word in _IDENTIFIED):
            printed = identify(raw)
            for column in ("pmid", "pmcid", "arxiv_id"):
                row[column] = row[column] or getattr(printed, column)
    row["cited_article_id"] = f"doi:{row['doi']}" if row["doi"] else None
    row["source"] = "+".join(dict.fromkeys(sources))
    return row


def _counts_pages(number: str, raw: str) -> bool:
    """Whether a number that markup calls the first page is how many a book has: "Springer, 160 pp."."""
    place = raw.find(f"{number} p")
    return place >= 0 and raw[place + len(number) + 1 :].lower().startswith(("pp", "pages", "p."))


def _fill(row: dict[str, Any], parsed: Reference) -> None:
    """Fill what metadata and markup left open from the reading of the printed text."""
    for column in _FILLED:
        if row[column] is None:
            row[column] = getattr(parsed, column)
    if row["year"] is None:
        row["year"] = parsed.year
    if not row["authors"]:
        row["authors"] = list(parsed.authors)


def _first(together: list[ReferenceSaid], column: str, clean: Callable[[str], Value | None]) -> Value | None:
    for said in together:
        value = getattr(said, column)
        if value and (cleaned := clean(value)) is not None:
            return cleaned
    return None


def _own_excluded(doi: str | None, own_doi: str | None) -> str | None:
    return None if doi == own_doi else doi


def _authors(together: list[ReferenceSaid]) -> list[str]:
    for said in together:
        spelled = (_author(name) for name in said.authors if not _ET_AL.match(name.strip()))
        names = [name for name in spelled if name]
        if names:
            return names
    return []


def _author(text: str) -> str | None:
    """``Family, Given``; the plain spellings that make up most lists are read without the general rules."""
    plain = _INITIALS_FIRST.match(text) or _FAMILY_FIRST.match(text)
    if plain:
        return f"{plain['family']}, {plain['given']}"
    name = normalise.person_name(text)
    return str(name) if name is not None else None
