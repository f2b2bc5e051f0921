"""Highwire Press ``citation_*`` metas (the set that Google Scholar's inclusion guidelines describe)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading, ReferenceList, ReferenceSaid
from crawler.parsers.document import Document

#: Column → metas that state it, best first.
_SCALARS: dict[str, tuple[str, ...]] = {
    "doi": ("citation_doi",),
    "title": ("citation_title",),
    "article_type": ("citation_article_type", "citation_section"),
    "journal": (
        "citation_journal_title",
        "citation_conference_title",
        "citation_conference",
        "citation_inbook_title",
    ),
    "journal_abbrev": ("citation_journal_abbrev",),
    "publisher": ("citation_publisher",),
    "volume": ("citation_volume",),
    "issue": ("citation_issue",),
    "first_page": ("citation_firstpage", "citation_first_page", "citation_pages"),
    "last_page": ("citation_lastpage", "citation_last_page"),
    "article_number": ("citation_article_number", "citation_elocation_id", "citation_id_number"),
    "language": ("citation_language",),
    "abstract": ("citation_abstract",),
    "url": ("citation_public_url", "citation_abstract_html_url", "citation_fulltext_html_url"),
}
#: In order of how surely the date is the day the article appeared online.
_PUBLISHED = (
    "citation_online_date",
    "citation_publication_date",
    "citation_date",
    "citation_cover_date",
    "citation_year",
)
#: A key stands at the beginning or behind a semicolon; anything else that looks like one is part of a value.
_CITATION_KEY = re.compile(r"(?:^|;)\s*citation_([a-z_]{2,40})\s*=\s*")
#: Keys of ``citation_reference`` → type of the works that have them.
_TYPES = {
    "inbook_title": "book-chapter",
    "conference_title": "proceedings-article",
    "dissertation_institution": "dissertation",
    "technical_report_institution": "report",
    "technical_report_number": "report",
}
_INITIALS_ONLY = re.compile(r"^(?:[A-Z][.-]?\s?){1,4}$")


def read_highwire(document: Document, reading: PageReading) -> None:
    """Add what the page's ``citation_*`` metas say."""
    for column, names in _SCALARS.items():
        for name in names:
            value = document.meta(name)
            if value:
                reading.candidates.append(Candidate(column, value, f"highwire:{name}"))
                break
    online = document.meta("citation_online_date") is not None
    for name in _PUBLISHED:
        value = document.meta(name)
        if value:
            # Beside an online date, the other dates are those of the issue.
            column = "issue_date" if online and name != "citation_online_date" else "published"
            reading.candidates.append(Candidate(column, value, f"highwire:{name}"))
    issn = document.meta_all("citation_issn")
    if issn:
        reading.candidates.append(Candidate("issn", tuple(issn), "highwire:citation_issn"))
    for name in ("citation_keywords", "citation_keyword"):
        if keywords := _keywords(document.meta_all(name)):
            reading.candidates.append(Candidate("keywords", keywords, f"highwire:{name}"))
            break
    authors = _authors(document)
    if authors:
        reading.author_lists.append(AuthorList("highwire:citation_author", authors))
    references = _references(document)
    if references:
        reading.reference_lists.append(ReferenceList("highwire:citation_reference", references))


def _keywords(contents: list[str]) -> tuple[str, ...]:
    """One meta each, or one meta for all, split at semicolons (or commas where there is no semicolon)."""
    if len(contents) == 1:
        contents = re.split(r";" if ";" in contents[0] else r",", contents[0])
    return tuple(word for word in (text.strip() for text in contents) if word)


def _authors(document: Document) -> list[AuthorSaid]:
    """Institution, ORCID and e-mail metas belong to the ``citation_author`` before them.

    SciELO and others repeat the author for each affiliation: a repeated name goes on with the same author.
    """
    authors: list[AuthorSaid] = []
    for name, content in document.metas:
        if not content or not name.startswith("citation_author"):
            continue
        if name == "citation_author":
            if not authors or authors[-1].name != content:
                authors.append(AuthorSaid(name=content))
        elif name == "citation_authors":
            # A joint meta before single ones repeats them.
            if authors or document.meta("citation_author"):
                continue
            authors.extend(AuthorSaid(name=part.strip()) for part in _split_authors(content))
        elif authors:
            _add_detail(authors[-1], name, content)
    for author in authors:
        author.affiliations = list(dict.fromkeys(author.affiliations))
    return authors


def _add_detail(author: AuthorSaid, name: str, content: str) -> None:
    if name in {"citation_author_institution", "citation_author_affiliation"}:
        author.affiliations.append(content)
    elif name == "citation_author_orcid":
        author.orcid = content
    elif name == "citation_author_email":
        author.email = content


def _split_authors(content: str) -> list[str]:
    return [part for part in re.split(r";" if ";" in content else r",\s+and\s+|,", content) if part.strip()]


def _references(document: Document) -> list[ReferenceSaid]:
    """One for each meta. An empty one in between is a work of which the metas say nothing; it keeps its place."""
    texts = [content for name, content in document.metas if name == "citation_reference"]
    while texts and not texts[-1]:
        texts.pop()
    references = [_reference(text) if text else ReferenceSaid() for text in texts]
    if not all(texts):
        for number, said in enumerate(references, start=1):
            said.number = number
    return references


def _reference(text: str) -> ReferenceSaid:
    """``citation_title=…; citation_author=…`` as fields; anything else is the raw text of the reference."""
    _, *pieces = _CITATION_KEY.split(text)
    if not pieces:
        return ReferenceSaid(raw=text)
    values: dict[str, list[str]] = {}
    for key, piece in zip(pieces[::2], pieces[1::2], strict=True):
        if value := piece.strip().removesuffix(";").rstrip():
            values.setdefault(key, []).append(value)

    def first(*names: str) -> str | None:
        for name in names:
            if name in values:
                return values[name][0]
        return None

    pages = first("pages", "page")
    first_page, last_page = (
        _page_pair(pages) if pages else (first("firstpage", "first_page"), first("lastpage", "last_page"))
    )
    return ReferenceSaid(
        key=first("id"),
        raw=first("unstructured", "unstructured_citation"),
        doi=first("doi"),
        pmid=first("pmid"),
        pmcid=first("pmcid"),
        arxiv_id=first("arxiv_id"),
        isbn=first("isbn"),
        url=first("fulltext_html_url", "public_url", "url"),
        title=first("title"),
        container_title=first(
            "journal_title", "inbook_title", "conference_title", "journal_abbrev", "series_title"
        ),
        authors=_reference_authors(values.get("author", values.get("authors", []))),
        year=first("year", "publication_date", "date", "online_date"),
        volume=first("volume"),
        issue=first("issue"),
        first_page=first_page,
        last_page=last_page,
        publisher=first("publisher", "technical_report_institution", "dissertation_institution"),
        type=_type(values),
    )


def _type(values: Mapping[str, list[str]]) -> str | None:
    """Crossref's type of the cited work by the keys that only such works have; a volume tells journals from servers."""
    if "journal_title" in values:
        is_journal = "volume" in values and "rxiv" not in values["journal_title"][0].lower()
        return "journal-article" if is_journal else None
    return next((kind for key, kind in _TYPES.items() if key in values), None)


def _page_pair(pages: str) -> tuple[str, str | None]:
    first, _, last = pages.replace("–", "-").partition("-")
    return first.strip(), last.strip() or None


def _reference_authors(values: list[str]) -> list[str]:
    """One key for each author, or all in one: "B Choat, S Jansen" or "Choat, B; Jansen, S"."""
    if len(values) != 1:
        return values
    text = values[0]
    if ";" in text:
        return [part.strip() for part in text.split(";") if part.strip()]
    parts = [part.strip() for part in text.split(",") if part.strip()]
    # "Choat, B., Jansen, S." splits into families and initials: every second part is initials only.
    if len(parts) > 1 and len(parts) % 2 == 0 and all(_INITIALS_ONLY.match(part) for part in parts[1::2]):
        return [f"{family}, {given}" for family, given in zip(parts[::2], parts[1::2], strict=True)]
    return parts
