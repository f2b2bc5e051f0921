"""One list of authors from the lists of several sources: aligned, filled, names split, correspondence marked."""

from __future__ import annotations

import re
from typing import Any

from crawler.items import AuthorList, AuthorSaid, Doubt, PageReading
from pipelines import normalise
from pipelines.author_matching import Counterparts, is_among, name_of
from pipelines.corresponding import mark_corresponding
from pipelines.precedence import kind_of, order_of
from pipelines.scalars import key_of

_NOT_AUTHORS = re.compile(
    r"^(?:et al\.?|…|\.\.\.|and|&|show(?: all| more)?.*|view all.*|\+\d+)$", re.IGNORECASE
)
#: Magazine pages print a line about each writer where research pages print the affiliation.
_BIOGRAPHY = re.compile(r"\b(?:is|are|was|works as) (?:an?|the|based)\b", re.IGNORECASE)
#: Labels that point to an affiliation have no word.
_WORD = re.compile(r"[^\W\d_]{2}")
_MARKED_UP = frozenset({"jats", "elsevier", "xml"})


def author_rows(
    reading: PageReading, correspondence: str | None, *, emails: bool = False
) -> tuple[list[dict[str, Any]], str | None, list[Doubt]]:
    """Rows of ``authors`` without ``article_id``, the base list's source, and what is doubtful about them.

    Args:
        reading: What the page said.
        correspondence: The sentence that names the corresponding authors, if the page has one.
        emails: Whether to keep e-mail addresses, which are personal data.
    """
    lists = _ranked(reading)
    if not lists:
        return [], None, []
    base, doubts = _base(lists)
    fillers = [
        (kind_of(other.source), Counterparts(base.authors, other.authors))
        for other in lists
        if other is not base
    ]
    affiliation_order = order_of("affiliations", reading.precedence)
    rows = []
    for index, author in enumerate(base.authors):
        said = [(kind_of(base.source), author)]
        for kind, counterparts in fillers:
            match = counterparts.of(author, index)
            if match is not None:
                said.append((kind, match))
        rows.append(_row(index + 1, said, affiliation_order))
    mark_corresponding(rows, correspondence)
    for row in rows:
        if not emails:
            row["email"] = None
    return rows, base.source, doubts


def _ranked(reading: PageReading) -> list[AuthorList]:
    order = {kind: rank for rank, kind in enumerate(order_of("authors", reading.precedence))}
    lists = []
    for listing in reading.author_lists:
        people = [
            author
            for author in listing.authors
            if not _NOT_AUTHORS.match((author.name or author.family or "").strip() or "et al")
        ]
        if people and kind_of(listing.source) in order:
            # A file that marks up its authors names each once: two of one name are two people.
            people = people if kind_of(listing.source) in _MARKED_UP else _once(people)
            lists.append(AuthorList(listing.source, people, listing.complete))
    return sorted(lists, key=lambda listing: order[kind_of(listing.source)])


def _once(people: list[AuthorSaid]) -> list[AuthorSaid]:
    """Authors printed twice (short and full list) count once; two people of one name stay when they differ otherwise."""
    found: list[AuthorSaid] = []
    seen: dict[str, AuthorSaid] = {}
    for author in people:
        key = key_of(author.name or f"{author.given} {author.family}")
        before = seen.get(key)
        if before is None or (author.orcid and before.orcid and author.orcid != before.orcid):
            seen[key] = author
            found.append(author)
            continue
        before.affiliations.extend(text for text in author.affiliations if text not in before.affiliations)
        before.orcid = before.orcid or author.orcid
        before.is_corresponding = before.is_corresponding or author.is_corresponding
    return found


def _base(lists: list[AuthorList]) -> tuple[AuthorList, list[Doubt]]:
    """The most trusted whole list; two others that agree on a longer one show that it is cut."""
    counts = {listing.source: len(listing.authors) for listing in lists}
    whole = [listing for listing in lists if listing.complete] or lists
    base = whole[0]
    longer = [listing for listing in whole if len(listing.authors) > len(base.authors)]
    if len({len(listing.authors) for listing in longer}) == 1 and all(
        is_among(author, longer[0].authors) for author in base.authors
    ):
        base = longer[0]
    doubts = []
    if len({len(listing.authors) for listing in whole}) > 1:
        detail = ", ".join(f"{source}: {count}" for source, count in counts.items())
        doubts.append(Doubt("count_mismatch", "authors", detail))
    return base, doubts


def _row(
    position: int, said: list[tuple[str, AuthorSaid]], affiliation_order: tuple[str, ...]
) -> dict[str, Any]:
    people = [author for _, author in said]
    printed = next((text for author in people if (text := normalise.strip_name_noise(author.name))), None)
    name = _split(people)
    collective = any(author.is_collective for author in people) or (
        printed is not None and name.given is None and normalise.is_collective_name(printed)
    )
    affiliations: list[str] = []
    for kind, author in sorted(
        said, key=lambda pair: affiliation_order.index(pair[0]) if pair[0] in affiliation_order else 99
    ):
        # Where labels are elements of their own, a small letter at the start is a word's ("iThemba").
        clean = normalise.text if kind in _MARKED_UP else normalise.strip_affiliation_label
        cleaned = (clean(text) for text in author.affiliations)
        affiliations = list(
            dict.fromkeys(
                text for text in cleaned if text and _WORD.search(text) and not _BIOGRAPHY.search(text)
            )
        )
        if affiliations:
            break
    return {
        "position": position,
        "name": _display(printed, name),
        "family": None if collective else name.family,
        "given": None if collective else name.given,
        "suffix": None if collective else name.suffix,
        "is_collective": collective,
        "orcid": next((orcid for author in people if (orcid := normalise.orcid(author.orcid))), None),
        "is_corresponding": next(
            (author.is_corresponding for author in people if author.is_corresponding is not None), None
        ),
        "email": next((email for author in people if (email := normalise.text(author.email))), None),
        "affiliations": affiliations,
    }


def _display(printed: str | None, name: normalise.Name) -> str | None:
    if printed and "," not in printed:
        return printed
    return " ".join(part for part in (name.given, name.family, name.suffix) if part) or printed


def _split(people: list[AuthorSaid]) -> normalise.Name:
    """Family and given name: stated apart, else by a comma, else by rule; the fuller given name of equals wins."""
    stated = [name_of(a) for a in people if normalise.text(a.family)]
    commas = [
        name
        for a in people
        if not a.family and "," in (a.name or "") and (name := normalise.person_name(a.name))
    ]
    plain = [
        name
        for a in people
        if not a.family and "," not in (a.name or "") and (name := normalise.person_name(a.name))
    ]
    names = stated + commas + plain
    if not names:
        return normalise.Name()
    best = names[0]
    printed = next((key_of(a.name) for a in people if a.name and "," not in a.name), None)
    if printed and key_of(f"{best.given or ''}{best.family or ''}") != printed:
        # A metadata name may drop accents' neighbours or middle names that the printed one has.
        for name in names[1:]:
            if key_of(f"{name.given or ''}{name.family or ''}") == printed and _ends_alike(best, name):
                return name
    return best


def _ends_alike(one: normalise.Name, other: normalise.Name) -> bool:
    return key_of(one.family or "") == key_of(other.family or "")
