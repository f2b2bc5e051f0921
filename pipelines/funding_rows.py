"""The funding statement of an article, and its rows: data the page deposits first, prose merged with it."""

from __future__ import annotations

import re
from string import ascii_lowercase
from typing import Any

from crawler.items import AwardSaid, PageReading
from pipelines import normalise
from pipelines.funding import Funding, funding_sentences, parse_funding
from pipelines.identity import Registry, named_funder, stated_funder
from pipelines.scalars import Chosen, key_of

_LONG_ENOUGH = 5
_STATED = ("funder_name", "funder_id", "award_id", "scheme", "recipient", "text")
#: Sections in which a statement about money may stand when no section is named for it, in order.
_ELSEWHERE = ("acknowledgements", "notes", "competing_interests")


def funding_statement(chosen: Chosen) -> tuple[str | None, str | None]:
    """What the article says about money, and where it stood.

    A section of its own is taken whole; of other sections only the sentences about money are.
    """
    own = chosen.values.get("funding_text")
    if isinstance(own, str):
        extra = _beyond(own, chosen)
        return (f"{own} {extra}" if extra else own), chosen.sources["funding_text"]
    for column in _ELSEWHERE:
        text = chosen.values.get(column)
        found = funding_sentences(text) if isinstance(text, str) else None
        if found and isinstance(text, str):
            return _with_lead(found, text), chosen.sources[column]
    return None, None


def _with_lead(found: str, text: str) -> str:
    """The sentences with the words that announce them: "… the following source of funding: This study was …"."""
    place = text.find(found)
    before = text[: max(place, 0)].rstrip()
    lead = before[before.rfind(". ") + 1 :].lstrip()
    announces = lead.endswith(":") and any(word in lead for word in ("funding", "financial support"))
    return f"{lead} {found}" if announces else found


def _beyond(own: str, chosen: Chosen) -> str | None:
    """Sentences about money in the acknowledgements that the funding section does not repeat, if it names no funder."""
    text = chosen.values.get("acknowledgements")
    if not isinstance(text, str) or any(row.kind == "research" for row in parse_funding(own)):
        return None
    found = funding_sentences(text)
    return found if found and key_of(found) not in key_of(own) else None


def funding_rows(
    reading: PageReading, statement: str | None, source: str | None, registry: Registry | None = None
) -> list[dict[str, Any]]:
    """Rows of ``funding`` without ``article_id``, one for each funder–award pair."""
    rows = [
        row
        for row in (_stated(award, registry) for award in reading.awards)
        if row["funder_name"] is not None or row["award_id"] is not None
    ]
    known = [_key(row["funder_name"]) for row in rows]
    awards = {key for row in rows if row["award_id"] for key in _keys_of_award(row["award_id"])}
    for found in parse_funding(_without_data(statement, reading)) if statement else ():
        if _covered(found, known, awards, has_data=bool(rows)):
            continue
        rows.append(
            {
                "kind": found.kind,
                "funder_name": found.funder_name,
                "funder_id": named_funder(found.funder_name, found.funder_id, registry)
                if found.funder_name
                else None,
                "award_id": found.award_id,
                "scheme": found.scheme,
                "recipient": found.recipient,
                "text": found.text,
                "source": source or found.source,
            }
        )
    unique = {(row["kind"], _key(row["funder_name"]), _key(row["award_id"])): row for row in reversed(rows)}
    kept = list(reversed(unique.values()))
    return [{"position": position, **row} for position, row in enumerate(kept, start=1)]


def _stated(award: AwardSaid, registry: Registry | None) -> dict[str, Any]:
    """The row of an award that the page gives as data."""
    stated = {column: normalise.text(getattr(award, column)) for column in _STATED}
    stated["funder_id"] = stated_funder(stated["funder_name"], stated["funder_id"], registry)
    return {"kind": "research", **stated, "source": award.source}


def _without_data(statement: str, reading: PageReading) -> str:
    """The statement without the items that the page gives as data, which are read already."""
    for award in reading.awards:
        if award.text and len(award.text) < len(statement):
            statement = statement.replace(award.text, " ")
    return statement


def _covered(found: Funding, known: list[str], awards: set[str], *, has_data: bool) -> bool:
    """Whether the page's own funding data say it already."""
    if not has_data:
        return False
    if found.kind == "none_declared" or (found.award_id and _keys_of_award(found.award_id) & awards):
        return True
    name = _key(found.funder_name)
    if not name:
        return not found.award_id
    return not found.award_id and any(name in other or other in name for other in known if other)


def _keys_of_award(award: str) -> set[str]:
    """What an award number is compared by: as printed, and without the acronym before it ("NSFC 61234567")."""
    whole = _key(award)
    bare = whole.lstrip(ascii_lowercase)
    return {whole, bare} if len(bare) >= _LONG_ENOUGH else {whole}


def _key(text: str | None) -> str:
    return re.sub(r"[\W_]+", "", (text or "").casefold())
