"""schema.org JSON-LD: the node that is the article, and what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.document import Document

_ARTICLE_TYPES = frozenset(
    {
        "ScholarlyArticle",
        "MedicalScholarlyArticle",
        "Article",
        "NewsArticle",
        "Report",
        "Chapter",
        "CreativeWork",
        "BlogPosting",
        "TechArticle",
    }
)
_SCHOLARLY = frozenset({"ScholarlyArticle", "MedicalScholarlyArticle"})
_DOI = re.compile(r"\b10\.\d{4,9}(?:/|%2[fF])")
_SCALARS = {
    "title": ("headline", "name"),
    "abstract": ("abstract", "description"),
    "published": ("datePublished",),
    "first_page": ("pageStart",),
    "last_page": ("pageEnd",),
    "license": ("license",),
    "language": ("inLanguage",),
    "url": ("url",),
}


def read_json_ld(document: Document, reading: PageReading) -> None:
    """Add what the article's JSON-LD node says; nodes about the site, crumbs or other works are left out."""
    node = _article_node(document)
    if node is None:
        return
    for column, keys in _SCALARS.items():
        for key in keys:
            value = _text(node.get(key))
            if value:
                reading.candidates.append(Candidate(column, value, f"jsonld:{key}"))
                break
    doi = next((text for text in _identifiers(node) if _DOI.search(text)), None)
    if doi:
        reading.candidates.append(Candidate("doi", doi, "jsonld:sameAs"))
    free = node.get("isAccessibleForFree")
    if isinstance(free, bool) or (isinstance(free, str) and free.lower() in {"true", "false"}):
        reading.candidates.append(
            Candidate("is_open_access", str(free).lower() == "true", "jsonld:isAccessibleForFree")
        )
    keywords = tuple(word for word in _texts(node.get("keywords")) if word)
    if len(keywords) == 1:
        keywords = tuple(part.strip() for part in keywords[0].replace(";", ",").split(",") if part.strip())
    if keywords:
        reading.candidates.append(Candidate("subjects", keywords, "jsonld:keywords"))
    _read_container(node, reading)
    authors = [author for author in map(_author, _nodes(node.get("author"))) if author.name or author.family]
    if authors:
        reading.author_lists.append(AuthorList("jsonld:author", authors))


def _article_node(document: Document) -> dict[str, Any] | None:
    """The node that says most surely that it is the article; the first of equals."""
    best: tuple[int, dict[str, Any] | None] = (0, None)
    for node in document.json_ld:
        types = set(_texts(node.get("@type")))
        named = bool(node.get("headline") or node.get("name"))
        rank = 0
        if types & _SCHOLARLY and (named or node.get("author")):
            rank = 3
        elif node.get("headline") and node.get("author"):
            rank = 2
        elif types & _ARTICLE_TYPES and named and node.get("author"):
            rank = 1
        if rank > best[0]:
            best = (rank, node)
    return best[1]


def _read_container(node: dict[str, Any], reading: PageReading) -> None:
    """Journal, volume and issue hang in a chain of ``isPartOf``: article → issue → volume → periodical."""
    part: Any = node.get("isPartOf")
    for _ in range(4):
        part = next(iter(_nodes(part)), None)
        if not part:
            break
        types = set(_texts(part.get("@type")))
        for column, key in (("volume", "volumeNumber"), ("issue", "issueNumber")):
            value = _text(part.get(key))
            if value:
                reading.candidates.append(Candidate(column, value, f"jsonld:isPartOf.{key}"))
        issn = tuple(_texts(part.get("issn")))
        if issn:
            reading.candidates.append(Candidate("issn", issn, "jsonld:isPartOf.issn"))
        name = _text(part.get("name"))
        # "#periodical" points to another node of the graph.
        if name and name[0] != "#" and (not types or types & {"Periodical", "Journal"}):
            reading.candidates.append(Candidate("journal", name, "jsonld:isPartOf.name"))
        part = part.get("isPartOf")
    publisher = next(
        (_text(organisation.get("name")) for organisation in _nodes(node.get("publisher"))), None
    )
    if publisher:
        reading.candidates.append(Candidate("publisher", publisher, "jsonld:publisher.name"))


def _author(node: dict[str, Any]) -> AuthorSaid:
    kind = set(_texts(node.get("@type")))
    links = [
        *_texts(node.get("url")),
        *_texts(node.get("sameAs")),
        *_texts(node.get("@id")),
        *_texts(node.get("identifier")),
    ]
    return AuthorSaid(
        name=_text(node.get("name")),
        family=_text(node.get("familyName")),
        given=_text(node.get("givenName")),
        is_collective="Organization" in kind,
        orcid=next((link for link in links if "orcid" in link.lower()), None),
        email=_text(node.get("email")),
        affiliations=[text for text in map(_affiliation, _nodes(node.get("affiliation"))) if text],
    )


def _affiliation(node: dict[str, Any]) -> str | None:
    """The whole line stands in ``address.name`` on Springer Nature; elsewhere name and address are two."""
    name = _text(node.get("name"))
    address = node.get("address")
    if isinstance(address, dict):
        whole = _text(address.get("name"))
        if whole:
            return whole
        parts = [
            name,
            *(_text(address.get(key)) for key in ("addressLocality", "addressRegion", "addressCountry")),
        ]
        return ", ".join(part for part in parts if part) or None
    return name


def _identifiers(node: dict[str, Any]) -> Iterator[str]:
    for key in ("sameAs", "identifier", "doi", "@id", "mainEntityOfPage", "url"):
        value = node.get(key)
        for part in value if isinstance(value, list) else [value]:
            if isinstance(part, str):
                yield part
            elif isinstance(part, dict):
                yield from (text for text in (_text(part.get("value")), _text(part.get("@id"))) if text)


def _nodes(value: object) -> Iterator[dict[str, Any]]:
    for part in value if isinstance(value, list) else [value]:
        if isinstance(part, dict):
            yield part
        elif isinstance(part, str) and part.strip():
            yield {"name": part}


def _texts(value: object) -> list[str]:
    return [text for text in map(_text, value if isinstance(value, list) else [value]) if text]


def _text(value: object) -> str | None:
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, int | float) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, dict):
        return _text(value.get("name") or value.get("@value") or value.get("url"))
    if isinstance(value, list):
        return next((text for text in map(_text, value) if text), None)
    return None
