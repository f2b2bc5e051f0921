"""Dublin Core (``dc.*``, ``dcterms.*``), PRISM (``prism.*``), OpenGraph and plain HTML metas."""

from __future__ import annotations

import re

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.metadata.publishing_context import read_publishing_context

#: Column → (source kind, meta), in the order in which they are offered.
_SCALARS: dict[str, tuple[tuple[str, str], ...]] = {
    "doi": (
        ("prism", "prism.doi"),
        ("dc", "dc.identifier.doi"),
        ("dc", "dc.identifier"),
        ("dc", "doi"),
        ("og", "publication_doi"),
        ("og", "bepress_citation_doi"),
        ("og", "eprints.id_number"),
    ),
    "title": (
        ("dc", "dc.title"),
        ("dc", "dcterms.title"),
        ("og", "bepress_citation_title"),
        ("og", "eprints.title"),
        ("og", "og:title"),
        ("og", "twitter:title"),
    ),
    "article_type": (("prism", "prism.section"), ("dc", "dc.type.articletype"), ("dc", "dc.type")),
    "journal": (
        ("prism", "prism.publicationname"),
        ("dc", "dc.relation.ispartof"),
        ("og", "bepress_citation_journal_title"),
    ),
    "publisher": (("dc", "dc.publisher"), ("dc", "dcterms.publisher")),
    "volume": (
        ("prism", "prism.volume"),
        ("dc", "dc.citation.volume"),
        ("dc", "dc.source.volume"),
        ("og", "bepress_citation_volume"),
    ),
    "issue": (
        ("prism", "prism.number"),
        ("prism", "prism.issueidentifier"),
        ("dc", "dc.citation.issue"),
        ("dc", "dc.source.issue"),
        ("og", "bepress_citation_issue"),
    ),
    "first_page": (
        ("prism", "prism.startingpage"),
        ("dc", "dc.citation.spage"),
        ("og", "bepress_citation_firstpage"),
    ),
    "last_page": (
        ("prism", "prism.endingpage"),
        ("dc", "dc.citation.epage"),
        ("og", "bepress_citation_lastpage"),
    ),
    "language": (("dc", "dc.language"), ("dc", "dcterms.language")),
    "abstract": (
        ("dc", "dcterms.abstract"),
        ("dc", "dc.description.abstract"),
        ("dc", "dc.description"),
        ("og", "eprints.abstract"),
    ),
    "published": (
        ("prism", "prism.publicationdate"),
        ("dc", "dc.date.issued"),
        ("dc", "dcterms.issued"),
        ("dc", "dc.date"),
        ("og", "article:published_time"),
        ("og", "bepress_citation_date"),
    ),
    "received": (
        ("dc", "dc.date.received"),
        ("dc", "dcterms.datesubmitted"),
        ("dc", "dc.date.datesubmitted"),
    ),
    "accepted": (("dc", "dcterms.dateaccepted"), ("dc", "dc.date.accepted")),
}
_DOI_LIKE = re.compile(r"10\.\d{4,9}(?:/|%2f)", re.IGNORECASE)
_RIGHTS = (
    "dc.rights",
    "dcterms.license",
    "dc.rights.license",
    "dc.license",
    "dc.rights.uri",
    "citation_license",
    "prism.copyright",
)


def read_metas(document: Document, reading: PageReading) -> None:
    """Add what Dublin Core, PRISM and OpenGraph metas say."""
    for column, places in _SCALARS.items():
        for kind, name in places:
            for value in document.meta_all(name):
                if column == "doi" and not _DOI_LIKE.search(value):
                    continue
                reading.candidates.append(Candidate(column, value, f"{kind}:{name}"))
                break
    # Open Journal Systems: "Journal; Vol 4, No 1 (2012)".
    journal, semicolon, _ = (document.meta("dc.source") or "").partition(";")
    if semicolon:
        reading.candidates.append(Candidate("journal", journal.strip(), "dc:dc.source"))
    for name in _RIGHTS:
        for value in document.meta_all(name):
            if "creativecommons.org" in value.lower() or "creative commons" in value.lower():
                reading.candidates.append(Candidate("license", value, f"dc:{name}"))
    issn = {
        source: document.meta_all(source.partition(":")[2])
        for source in ("prism:prism.issn", "prism:prism.eissn", "dc:dc.source.issn")
    }
    stated = [source for source, values in issn.items() if values]
    if stated:
        values = (value for source in stated for value in issn[source])
        reading.candidates.append(Candidate("issn", tuple(dict.fromkeys(values)), stated[0]))
    for name in ("dc.subject", "dcterms.subject"):
        if subjects := document.meta_all(name):
            reading.candidates.append(Candidate("subjects", tuple(subjects), f"dc:{name}"))
            break
    _read_creators(document, reading)
    read_publishing_context(document, reading)


def _read_creators(document: Document, reading: PageReading) -> None:
    for kind, name in (
        ("dc", "dc.creator"),
        ("dc", "dc.creator.personalname"),
        ("dc", "dcterms.creator"),
        ("dc", "dc.contributor.author"),
        ("og", "bepress_citation_author"),
        ("og", "eprints.creators_name"),
    ):
        names = document.meta_all(name)
        if len(names) == 1 and ";" in names[0]:
            names = [part.strip() for part in names[0].split(";") if part.strip()]
        if names:
            authors = [AuthorSaid(name=text) for text in dict.fromkeys(names)]
            reading.author_lists.append(AuthorList(f"{kind}:{name}", authors))
