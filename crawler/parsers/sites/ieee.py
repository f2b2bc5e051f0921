"""ieeexplore.ieee.org: everything but the title stands in the metadata that its scripts read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from crawler.items import AuthorList, AuthorSaid, AwardSaid, Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.embedded_json import assigned_objects
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import collapse

_STATE = "xplGlobal.document.metadata"
_COLUMNS = {
    "doi": "doi",
    "title": "title",
    "journal": "publicationTitle",
    "volume": "volume",
    "issue": "issue",
    "first_page": "startPage",
    "last_page": "endPage",
    "abstract": "abstract",
    "publisher": "publisher",
    "published": "displayPublicationDate",
    "issue_date": "publicationDate",
}
#: Author keywords before those that the publisher's indexers added.
_KEYWORDS = ("Author Keywords", "IEEE Keywords")


class Ieee2(Layout):
    """Pages from about 2017 on."""

    site = "ieee"
    version = 2
    seen = (2017, None)
    hosts = ("ieeexplore.ieee.org",)
    values = {"title": "h1.document-title"}

    def is_marked(self, document: Document) -> bool:
        """Whether a script of the page assigns the metadata; its elements are made later, by that script."""
        return any(_STATE in text for _, _, text in document.scripts)

    def read(self, document: Document, reading: PageReading) -> None:
        """Add what the state says."""
        for state in assigned_objects(document, _STATE):
            _read_values(state, reading)
            authors = [_author(said) for said in _objects(state.get("authors"))]
            authors = [author for author in authors if author.name]
            if authors:
                reading.author_lists.append(AuthorList("state:authors", authors))
        super().read(document, reading)


def _objects(value: object) -> Iterator[Mapping[str, Any]]:
    return (part for part in value if isinstance(part, Mapping)) if isinstance(value, list) else iter(())


def _read_values(state: Mapping[str, Any], reading: PageReading) -> None:
    for column, key in _COLUMNS.items():
        text = collapse(str(state.get(key) or ""))
        if text:
            reading.candidates.append(Candidate(column, text, f"state:{key}"))
    lists = {str(part.get("type")).strip(): part.get("kwd") for part in _objects(state.get("keywords"))}
    words = next((lists[kind] for kind in _KEYWORDS if isinstance(lists.get(kind), list)), None)
    if words:
        reading.candidates.append(Candidate("keywords", tuple(map(str, words)), "state:keywords"))
    if state.get("isOpenAccess") is True:
        reading.candidates.append(Candidate("is_open_access", value=True, source="state:isOpenAccess"))
    funding = state.get("fundingAgencies")
    for agency in _objects(funding.get("fundingAgency") if isinstance(funding, Mapping) else None):
        number = collapse(str(agency.get("grantNumber") or "")) or None
        name = collapse(str(agency.get("fundingName") or "")) or None
        if name:
            reading.awards.append(AwardSaid("state:fundingAgencies", funder_name=name, award_id=number))


def _author(said: Mapping[str, Any]) -> AuthorSaid:
    places = said.get("affiliation")
    return AuthorSaid(
        name=collapse(str(said.get("name") or "")) or None,
        family=collapse(str(said.get("lastName") or "")) or None,
        given=collapse(str(said.get("firstName") or "")) or None,
        orcid=str(said.get("orcid") or "") or None,
        affiliations=[str(place) for place in places] if isinstance(places, list) else [],
    )
