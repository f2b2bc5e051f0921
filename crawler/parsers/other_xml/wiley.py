"""WileyML 3: a ``component`` with the metadata of journal, issue and article, the text and its bibliography."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from crawler.items import (
    STATEMENT_COLUMNS,
    AuthorList,
    AuthorSaid,
    AwardSaid,
    PageReading,
    ReferenceList,
    ReferenceSaid,
)
from crawler.parsers.jats.abstract import abstract_text
from crawler.parsers.jats.article_types import is_article_type
from crawler.parsers.text import Element, collapse
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.dates import iso_date, publication_date
from crawler.parsers.xml_reading.identifiers import find_funder_id, find_orcid
from crawler.parsers.xml_reading.names import person_name
from crawler.parsers.xml_reading.references import (
    bare_number,
    bare_title,
    read_link,
    read_text,
    tidied,
    year_of,
)
from crawler.parsers.xml_reading.statements import column_text, kinds_of, statements_in
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, local

_EVENTS: Final = {
    "received": ("manuscriptReceived",),
    "revised": ("manuscriptRevised",),
    "accepted": ("manuscriptAccepted",),
    "published": ("firstOnline", "publishedOnlineEarlyUnpaginated", "publishedOnlineFinalForm"),
}
_FIELDS: Final = {
    "title": ("articleTitle", "chapterTitle"),
    "container_title": ("journalTitle", "bookTitle"),
    "volume": ("vol",),
    "issue": ("issue",),
    "first_page": ("pageFirst", "eLocator"),
    "last_page": ("pageLast",),
    "publisher": ("publisherName",),
}


def is_wiley(root: Element) -> bool:
    """Whether the tree is a WileyML component."""
    return local(root) == "component" and child(root, "header", "publicationMeta") is not None


def read_wiley(root: Element, url: str | None) -> PageReading:
    """Everything that the file says about its article."""
    said = Candidates("xml")
    header = child(root, "header")
    levels = {attribute(node, "level") or "": node for node in children(header, "publicationMeta")}
    product, part, unit = (levels.get(name) for name in ("product", "part", "unit"))
    content = child(header, "contentMeta")
    said.text("language", attribute(root, "lang"), "component/@xml:lang")
    said.text("title", _typed(content, "title", "main"), "contentMeta/title")
    _journal(product, part, said)
    _article(unit, part, said)
    said.texts("keywords", (text_of(node) for node in descendants(content, "keyword")), "contentMeta/keyword")
    abstract = next((n for n in descendants(content, "abstract") if attribute(n, "type") == "main"), None)
    said.text("abstract", abstract_text(abstract) if abstract is not None else "", "contentMeta/abstract")
    body = child(root, "body")
    _statements(body, said)
    has_text = any(text_of(node) for node in descendants(body, "p"))
    reading = PageReading("article" if has_text else "abstract", "xml", "wiley-xml@1", url, said.said)
    if authors := _authors(content):
        reading.author_lists.append(AuthorList("xml:creators/creator", authors))
    references = [_reference(bib) for bib in descendants(body, "bib")]
    if references:
        reading.reference_lists.append(ReferenceList("xml:bibliography/bib", references))
    reading.awards += _awards(content)
    return reading


def _typed(holder: Element | None, name: str, kind: str) -> str:
    """Text of the first ``title``, ``numbering`` … of a type; of numbers their attribute where it is empty."""
    for node in descendants(holder, name):
        if attribute(node, "type") == kind:
            return text_of(node) or attribute(node, "number") or attribute(node, "value") or ""
    return ""


def _journal(product: Element | None, part: Element | None, said: Candidates) -> None:
    said.text("journal", _typed(product, "title", "main"), "publicationMeta[product]/title")
    said.text("journal_abbrev", _typed(product, "title", "short"), "publicationMeta[product]/title[short]")
    said.texts("issn", (text_of(node) for node in children(product, "issn")), "publicationMeta[product]/issn")
    said.text("volume", _typed(part, "numbering", "journalVolume"), "publicationMeta[part]/numbering")
    said.text("issue", _typed(part, "numbering", "journalIssue"), "publicationMeta[part]/numbering")


def _article(unit: Element | None, part: Element | None, said: Candidates) -> None:
    said.text("doi", text_of(child(unit, "doi")), "publicationMeta[unit]/doi")
    said.text("article_number", _typed(unit, "id", "eLocator"), "publicationMeta[unit]/id[eLocator]")
    for column, kind in (("first_page", "pageFirst"), ("last_page", "pageLast")):
        page = _typed(unit, "numbering", kind)
        said.text(column, page if page.lower() != "n/a" else None, f"numbering[{kind}]")
    events = {attribute(n, "type"): iso_date(attribute(n, "date")) for n in descendants(unit, "event")}
    cover = child(part, "coverDate")
    issue = iso_date(attribute(cover, "startDate")) if cover is not None else None
    for column, kinds in _EVENTS.items():
        date = next((events[kind] for kind in kinds if events.get(kind)), None)
        said.text(
            column, publication_date(date, issue) if column == "published" else date, f"event[{kinds[0]}]"
        )
    said.text("issue_date", issue, "publicationMeta[part]/coverDate")
    headings = [_typed(unit, "title", kind) for kind in ("articleCategory", "tocHeading1", "tocHeading2")]
    said.text(
        "article_type", next((h for h in headings if is_article_type(h)), None), "title[articleCategory]"
    )
    said.texts("subjects", (h for h in headings if h and not is_article_type(h)), "title[tocHeading]")
    legal = child(unit, "legalStatement")
    link = next((a for n in descendants(legal, "link", "url") if (a := attribute(n, "href"))), None)
    said.text("license_url", link, "legalStatement/link")
    said.text("license", link or text_of(legal), "legalStatement")
    if "creativecommons.org" in (link or ""):
        said.open_access("legalStatement", stated=True)


def _authors(content: Element | None) -> list[AuthorSaid]:
    places = {attribute(n, "id"): _affiliation(n) for n in descendants(content, "affiliation")}
    authors: list[AuthorSaid] = []
    for creator in descendants(child(content, "creators"), "creator"):
        if attribute(creator, "creatorRole") not in {"author", None}:
            continue
        holder = child(creator, "personName")
        name = person_name(holder) if holder is not None else None
        group = text_of(child(creator, "groupName"))
        if name is None and not group:
            continue
        said = AuthorSaid(name=group, is_collective=True)
        if name is not None:
            said = AuthorSaid(name=name.printed, family=name.family, given=name.given, suffix=name.suffix)
        refs = (attribute(creator, "affiliationRef") or "").replace("#", "").split()
        said.affiliations = [places[ref] for ref in refs if places.get(ref)]
        said.orcid = find_orcid(_typed(creator, "id", "orcid"))
        said.email = text_of(child(creator, "contactDetails", "email")) or None
        said.is_corresponding = True if attribute(creator, "corresponding") == "yes" else None
        authors.append(said)
    if any(author.is_corresponding for author in authors):
        for author in authors:
            author.is_corresponding = bool(author.is_corresponding)
    return authors


def _affiliation(node: Element) -> str:
    printed = text_of(child(node, "unparsedAffiliation"))
    parts = [text_of(n) for n in node.iter() if not len(n) and local(n) not in {"affiliation", "email"}]
    return printed or ", ".join(part for part in parts if part)


def _awards(content: Element | None) -> Iterator[AwardSaid]:
    for info in descendants(content, "fundingInfo"):
        agency = child(info, "fundingAgency")
        name = text_of(agency) or None
        identifier = find_funder_id(attribute(agency, "funderDoi")) if agency is not None else None
        numbers = [
            n for node in children(info, "fundingNumber") for n in re.split(r"[,;]\s?", text_of(node)) if n
        ]
        for number in numbers or [None]:
            yield AwardSaid("xml:fundingInfo", name, identifier, number.strip() if number else None)


def _statements(body: Element | None, said: Candidates) -> None:
    taken: set[Element] = set()
    places: list[Element] = []
    for section in descendants(body, "section"):
        inside = section.getparent() in taken
        if inside or any(kind in STATEMENT_COLUMNS for kind in kinds_of(section)):
            taken.add(section)
            if not inside:
                places.append(section)
    found = statements_in(places)
    for column in STATEMENT_COLUMNS:
        said.text(column, *column_text(found, column))


def _reference(bib: Element) -> ReferenceSaid:
    said = ReferenceSaid(key=attribute(bib, "id"))
    citations = list(children(bib, "citation"))
    said.raw = tidied(" ".join(collapse(text_of(citation)) for citation in citations)) or None
    for citation in citations[:1]:
        said.type = attribute(citation, "type")
        names = (person_name(node) for node in children(citation, "author", "groupName"))
        said.authors = [name.inverted() for name in names if name is not None]
        for column, names_of in _FIELDS.items():
            value = next((text for node in descendants(citation, *names_of) if (text := text_of(node))), None)
            setattr(said, column, value)
        if said.title is None:
            said.title, said.container_title = (
                (said.container_title, None) if said.type == "book" else (None, said.container_title)
            )
        said.title = bare_title(said.title or "")
        said.volume = bare_number(said.volume or "")
        said.year = year_of(text_of(child(citation, "pubYear")))
        for link in descendants(citation, "url", "link"):
            read_link(said, attribute(link, "href") or text_of(link))
    read_text(said)
    return said
