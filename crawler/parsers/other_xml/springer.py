"""Springer's A++ files (``Publisher/Journal/Volume/Issue/Article``): the publisher's own metadata and full text."""

from __future__ import annotations

from crawler.items import AuthorList, AuthorSaid, PageReading, PageState, ReferenceList, ReferenceSaid
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, local

#: Column → path of the element below the root that holds it.
_TEXTS = (
    ("publisher", ("PublisherInfo", "PublisherName")),
    ("journal", ("Journal", "JournalInfo", "JournalTitle")),
    ("journal_abbrev", ("Journal", "JournalInfo", "JournalAbbreviatedTitle")),
    ("volume", ("Journal", "Volume", "VolumeInfo", "VolumeIDStart")),
    ("issue", ("Journal", "Volume", "Issue", "IssueInfo", "IssueIDStart")),
)
_ARTICLE_TEXTS = (
    ("doi", "ArticleDOI"),
    ("title", "ArticleTitle"),
    ("article_type", "ArticleCategory"),
    ("first_page", "ArticleFirstPage"),
    ("last_page", "ArticleLastPage"),
    ("article_number", "ArticleCitationID"),
)
_DATES = (
    ("received", "Received"),
    ("revised", "Revised"),
    ("accepted", "Accepted"),
    ("published", "OnlineDate"),
)


def is_springer(root: Element) -> bool:
    """Whether the tree is an A++ file with an article."""
    return local(root) == "Publisher" and _article(root) is not None


def read_springer(root: Element, url: str | None) -> PageReading:
    """Everything that the file says about its article."""
    article = _article(root)
    assert article is not None  # noqa: S101 - is_springer looked
    info, header = child(article, "ArticleInfo"), child(article, "ArticleHeader")
    said = Candidates("xml")
    for column, path in _TEXTS:
        said.text(column, text_of(child(root, *path)), "/".join(path))
    for column, name in _ARTICLE_TEXTS:
        said.text(column, text_of(child(info, name)), f"ArticleInfo/{name}")
    journal = child(root, "Journal", "JournalInfo")
    said.texts(
        "issn",
        (text_of(node) for node in children(journal, "JournalPrintISSN", "JournalElectronicISSN")),
        "JournalInfo",
    )
    if info is not None:
        said.text("language", (attribute(info, "Language") or "").lower(), "ArticleInfo/@Language")
    for column, name in _DATES:
        said.text(column, _date(child(info, "ArticleHistory", name)), f"ArticleHistory/{name}")
    cover = child(root, "Journal", "Volume", "Issue", "IssueInfo", "IssueHistory", "CoverDate")
    said.text("issue_date", _date(cover), "IssueHistory/CoverDate")
    said.text("abstract", _paragraphs(child(header, "Abstract")), "ArticleHeader/Abstract")
    said.texts(
        "keywords",
        (text_of(node) for node in children(child(header, "KeywordGroup"), "Keyword")),
        "KeywordGroup",
    )
    backmatter = child(article, "ArticleBackmatter")
    said.text(
        "acknowledgements",
        _paragraphs(child(backmatter, "Acknowledgments")),
        "ArticleBackmatter/Acknowledgments",
    )
    state: PageState = "article" if child(article, "Body") is not None else "abstract"
    reading = PageReading(state, "xml", "springer-xml@1", url, said.said)
    authors = _authors(child(header, "AuthorGroup"))
    if authors:
        reading.author_lists.append(AuthorList("xml:AuthorGroup/Author", authors))
    references = [
        _reference(node, n)
        for n, node in enumerate(children(child(backmatter, "Bibliography"), "Citation"), 1)
    ]
    if references:
        reading.reference_lists.append(ReferenceList("xml:Bibliography/Citation", references))
    return reading


def _article(root: Element) -> Element | None:
    return child(root, "Journal", "Volume", "Issue", "Article")


def _date(node: Element | None) -> str:
    """The date as far as it is given: year, month, day."""
    parts = [text_of(child(node, name)) for name in ("Year", "Month", "Day")] if node is not None else []
    given: list[str] = []
    for part in parts:
        if not part.isdigit():
            break
        given.append(part.zfill(2))
    return "-".join(given)


def _paragraphs(node: Element | None) -> str:
    """The text of a section without its heading; headings inside it end in a colon."""
    if node is None:
        return ""
    parts = []
    for part in node:
        if local(part) == "AbstractSection":
            parts.append(f"{text_of(child(part, 'Heading'))}: {_paragraphs(part)}")
        elif local(part) != "Heading":
            parts.append(text_of(part))
    return " ".join(part for part in parts if part)


def _authors(group: Element | None) -> list[AuthorSaid]:
    places = {attribute(node, "ID"): _address(node) for node in children(group, "Affiliation")}
    authors: list[AuthorSaid] = []
    for node in children(group, "Author", "InstitutionalAuthor"):
        name = child(node, "AuthorName")
        said = AuthorSaid(
            family=text_of(child(name, "FamilyName")) or None,
            given=" ".join(text_of(part) for part in children(name, "GivenName")) or None,
            suffix=text_of(child(name, "Suffix")) or None,
            is_collective=local(node) == "InstitutionalAuthor",
            orcid=attribute(node, "ORCID"),
            email=text_of(child(node, "Contact", "Email")) or None,
        )
        if said.is_collective:
            said.name = text_of(child(node, "InstitutionalAuthorName")) or None
        keys = (attribute(node, "AffiliationIDS") or "").split()
        said.affiliations = [places[key] for key in keys if places.get(key)]
        said.is_corresponding = True if attribute(node, "CorrespondingAffiliationID") else None
        if said.family or said.name:
            authors.append(said)
    return authors


def _address(node: Element) -> str:
    parts = [text_of(part) for part in children(node, "OrgDivision", "OrgName")]
    parts += [
        text_of(part)
        for part in children(child(node, "OrgAddress"), "Street", "Postcode", "City", "State", "Country")
    ]
    return ", ".join(part for part in parts if part)


def _reference(node: Element, number: int) -> ReferenceSaid:
    said = ReferenceSaid(key=attribute(node, "ID"), number=number)
    said.raw = text_of(child(node, "BibUnstructured")) or None
    article = child(node, "BibArticle")
    if article is not None:
        said.title = text_of(child(article, "ArticleTitle")) or None
        said.container_title = text_of(child(article, "JournalTitle")) or None
        said.volume = text_of(child(article, "VolumeID")) or None
        said.issue = text_of(child(article, "IssueID")) or None
        said.year = text_of(child(article, "Year")) or None
        said.first_page = text_of(child(article, "FirstPage")) or None
        said.last_page = text_of(child(article, "LastPage")) or None
        said.doi = text_of(child(article, "BibArticleDOI")) or None
        said.authors = [
            ", ".join(
                text_of(part)
                for part in (child(name, "FamilyName"), child(name, "Initials"))
                if part is not None
            )
            for name in children(article, "BibAuthorName")
        ]
    return said
