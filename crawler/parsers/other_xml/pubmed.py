"""PubMed: records as the index gives them out, and the files that publishers send in."""

from __future__ import annotations

import re
from typing import Final

from crawler.items import (
    AuthorList,
    AuthorSaid,
    AwardSaid,
    Doubt,
    NoticeSaid,
    PageReading,
    ReferenceList,
    ReferenceSaid,
)
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.dates import partial_date, publication_date, written_date
from crawler.parsers.xml_reading.identifiers import find_doi, find_orcid
from crawler.parsers.xml_reading.initials import assign_by_initials
from crawler.parsers.xml_reading.names import person_name
from crawler.parsers.xml_reading.references import read_identifier, read_text
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, local

_NOTICES: Final = {
    "RetractionIn": "retraction",
    "PartialRetractionIn": "partial_retraction",
    "ErratumIn": "correction",
    "ExpressionOfConcernIn": "concern",
    "RetractionOf": "retraction_of",
    "ErratumFor": "correction_of",
    "ExpressionOfConcernFor": "concern_of",
    "CorrectedandRepublishedIn": "republication",
}
_HISTORY: Final = {"received": "received", "revised": "revised", "accepted": "accepted"}


def is_pubmed(root: Element) -> bool:
    """Whether the tree is a set of PubMed records, or one of them."""
    return _article(root) is not None


def read_pubmed(root: Element, url: str | None) -> PageReading:
    """Everything that the first record says; PubMed holds abstracts only."""
    article = _article(root)
    record = article.getparent() if article is not None else root
    outer = record.getparent() if record is not None and local(record) == "MedlineCitation" else record
    said = Candidates("xml")
    _identity(article, outer, said)
    _journal(article, record, said)
    _dates(article, outer, said)
    said.text("title", _title(article), "Article/ArticleTitle")
    said.text("abstract", _abstract(article), "Article/Abstract")
    said.texts(
        "keywords", (text_of(n).strip(" .;") for n in descendants(record, "Keyword")), "KeywordList/Keyword"
    )
    said.texts("subjects", (text_of(n) for n in descendants(record, "DescriptorName")), "MeshHeadingList")
    reading = PageReading("abstract", "xml", "pubmed-xml@1", url, said.said)
    if authors := _authors(article):
        listed = child(article, "AuthorList")
        is_cut = listed is not None and attribute(listed, "CompleteYN") == "N"
        reading.author_lists.append(AuthorList("xml:AuthorList/Author", authors, not is_cut))
    if references := [_reference(node) for node in descendants(outer, "Reference")]:
        reading.reference_lists.append(ReferenceList("xml:ReferenceList/Reference", references))
    for grant in descendants(article, "Grant"):
        agency, number = text_of(child(grant, "Agency")) or None, text_of(child(grant, "GrantID")) or None
        reading.awards.append(AwardSaid("xml:GrantList/Grant", agency, None, number))
    for node in descendants(record, "CommentsCorrections"):
        if kind := _NOTICES.get(attribute(node, "RefType") or ""):
            source = text_of(child(node, "RefSource"))
            reading.notices.append(
                NoticeSaid("xml:CommentsCorrections", kind, find_doi(source), _cited_date(source))
            )
    count = sum(1 for node in descendants(root, "Article") if child(node, "ArticleTitle") is not None)
    if count > 1:
        reading.doubts.append(Doubt("several_articles", None, f"{count} articles; the first was read"))
    return reading


def _cited_date(source: str) -> str | None:
    """The date of a short citation: "J Bread. 2014 Jan 7;7(1):3"."""
    found = re.search(r"\s(\d{4})(?:\s([A-Z][a-z]{2})(?:\s(\d{1,2}))?)?(?:-[\w\s]{1,12})?[;.]", source)
    return partial_date(*found.groups()) if found else None


def _article(root: Element) -> Element | None:
    if local(root) not in {
        "PubmedArticleSet",
        "PubmedArticle",
        "ArticleSet",
        "MedlineCitationSet",
        "MedlineCitation",
    }:
        return None
    return next(
        (node for node in descendants(root, "Article") if child(node, "ArticleTitle") is not None), None
    )


def _identity(article: Element | None, outer: Element | None, said: Candidates) -> None:
    ids = [n for n in children(article, "ELocationID") if attribute(n, "EIdType") == "doi"]
    listed = child(outer, "PubmedData", "ArticleIdList")
    ids += [n for n in children(listed, "ArticleId") if attribute(n, "IdType") == "doi"]
    ids += [
        n for n in children(child(article, "ArticleIdList"), "ArticleId") if attribute(n, "IdType") == "doi"
    ]
    said.text(
        "doi", next((text for node in ids if "10." in (text := text_of(node))), None), "ELocationID[doi]"
    )
    said.text("language", text_of(child(article, "Language")), "Article/Language")
    types = [text_of(node) for node in descendants(article, "PublicationType")]
    specific = [
        t
        for t in types
        if not re.match(
            r"Research Support|Journal Article|English Abstract|Multicenter|Retracted Publication", t
        )
    ]
    said.text("article_type", next(iter(specific or types), None), "PublicationTypeList")


def _title(article: Element | None) -> str:
    title = text_of(child(article, "ArticleTitle"))
    title = re.sub(r"^\[(.*)\]\.?$", r"\1", title)
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _journal(article: Element | None, record: Element | None, said: Candidates) -> None:
    journal = child(article, "Journal")
    issue = child(journal, "JournalIssue")
    for column, holder, name in (
        ("journal", journal, "Title"),
        ("journal", journal, "JournalTitle"),
        ("journal_abbrev", journal, "ISOAbbreviation"),
        ("journal_abbrev", child(record, "MedlineJournalInfo"), "MedlineTA"),
        ("publisher", journal, "PublisherName"),
        ("volume", issue, "Volume"),
        ("volume", journal, "Volume"),
        ("issue", issue, "Issue"),
        ("issue", journal, "Issue"),
    ):
        said.text(column, text_of(child(holder, name)), f"Journal/{name}")
    said.texts("issn", (text_of(node) for node in children(journal, "ISSN", "Issn")), "Journal/ISSN")
    pages = text_of(child(article, "Pagination", "MedlinePgn"))
    start = (
        text_of(child(article, "Pagination", "StartPage"))
        or text_of(child(article, "FirstPage"))
        or pages.partition("-")[0]
    )
    end = (
        text_of(child(article, "Pagination", "EndPage"))
        or text_of(child(article, "LastPage"))
        or pages.partition("-")[2]
    )
    said.text("first_page", start, "Pagination/StartPage")
    said.text("last_page", end, "Pagination/EndPage")


def _date(node: Element | None) -> str | None:
    parts = [text_of(child(node, name)) for name in ("Year", "Month", "Day")]
    return partial_date(*parts) or written_date(text_of(child(node, "MedlineDate")))


def _dates(article: Element | None, outer: Element | None, said: Candidates) -> None:
    journal = child(article, "Journal")
    issue = _date(child(journal, "JournalIssue", "PubDate")) or _date(child(journal, "PubDate"))
    online = next(
        (_date(n) for n in children(article, "ArticleDate") if attribute(n, "DateType") == "Electronic"), None
    )
    said.text(
        "published", publication_date(online, issue), "ArticleDate" if online else "JournalIssue/PubDate"
    )
    said.text("issue_date", issue, "JournalIssue/PubDate")
    history = [
        *descendants(child(outer, "PubmedData", "History"), "PubMedPubDate"),
        *descendants(child(article, "History"), "PubDate"),
    ]
    for node in history:
        if column := _HISTORY.get(attribute(node, "PubStatus") or ""):
            said.text(column, _date(node), f"History[{column}]")


def _abstract(article: Element | None) -> str:
    holder = child(article, "Abstract")
    parts = list(children(holder, "AbstractText"))
    if not parts:
        return text_of(holder)
    labelled = []
    for part in parts:
        label, text = attribute(part, "Label"), text_of(part)
        labelled.append(f"{label}: {text}" if label and label != "UNLABELLED" else text)
    return " ".join(text for text in labelled if text)


def _authors(article: Element | None) -> list[AuthorSaid]:
    authors: list[AuthorSaid] = []
    for node in children(child(article, "AuthorList"), "Author"):
        name = person_name(node)
        if name is not None and name.family is not None:
            said = AuthorSaid(name=name.printed, family=name.family, given=name.given, suffix=name.suffix)
        elif group := text_of(child(node, "CollectiveName")):
            said = AuthorSaid(name=group, is_collective=True)
        else:
            continue
        places = [text_of(n).rstrip(" .;") for n in descendants(node, "Affiliation")]
        said.affiliations = [place for place in dict.fromkeys(places) if place]
        said.orcid = find_orcid(next((text_of(n) for n in children(node, "Identifier")), None))
        authors.append(said)
    assign_by_initials(authors)
    return authors


def _reference(node: Element) -> ReferenceSaid:
    said = ReferenceSaid(raw=text_of(child(node, "Citation")) or None)
    for identifier in descendants(node, "ArticleId"):
        read_identifier(said, attribute(identifier, "IdType") or "", text_of(identifier))
    read_text(said)
    return said
