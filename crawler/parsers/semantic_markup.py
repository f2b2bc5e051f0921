"""schema.org in the markup itself: microdata (``itemprop``) and RDFa (``property``) on visible elements."""

from __future__ import annotations

import re

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.text import Element, collapse, text_of

_AUTHORS = Select(
    "//body//*[@property='author' or @itemprop='author' or @itemprop='creator' or @property='creator']"
)
_AFFILIATIONS = Select(".//*[@property='affiliation' or @itemprop='affiliation']")
_NAMES = Select(".//*[@property='name' or @itemprop='name' or @itemprop='address' or @property='address']")
_VALUES = (
    ("volume", Select("(//*[@property='volumeNumber' or @itemprop='volumeNumber'])[1]")),
    ("issue", Select("(//*[@property='issueNumber' or @itemprop='issueNumber'])[1]")),
    ("first_page", Select("(//*[@property='pageStart' or @itemprop='pageStart'])[1]")),
    ("last_page", Select("(//*[@property='pageEnd' or @itemprop='pageEnd'])[1]")),
    ("published", Select("(//body//*[@property='datePublished' or @itemprop='datePublished'])[1]")),
    (
        "title",
        Select(
            "(//h1[@property='name' or @property='headline' or @itemprop='headline' or @itemprop='name'])[1]"
        ),
    ),
    ("abstract", Select("(//section[@property='abstract' or @itemprop='description'])[1]")),
)
_ORCID = re.compile(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dXx])")
#: Containers in which an author is that of another work.
_ELSEWHERE = re.compile(
    r"\b(?:references?|bibliography|citation-list|ref-list|related|recommended|cited-?by|comment)",
    re.IGNORECASE,
)
_NOTES = frozenset({"email", "orcid", "affiliation", "affiliations", "view all articles by this author"})


def read_semantic_markup(document: Document, reading: PageReading) -> None:
    """Add what visible elements with schema.org properties say."""
    if b"itemprop" not in document.body and b"property=" not in document.body:
        return
    for column, select in _VALUES:
        element = select.first(document.root)
        text = (
            (collapse(element.get("datetime") or element.get("content")) or text_of(element))
            if element is not None
            else ""
        )
        if text:
            reading.candidates.append(Candidate(column, text, f"microdata:{column}"))
    authors = [
        _author(element)
        for element in _AUTHORS.all(document.root)
        if element.tag != "meta" and not _elsewhere(element)
    ]
    authors = [author for author in authors if author.name or author.family]
    if authors:
        reading.author_lists.append(AuthorList("microdata:author", authors))


def _property(element: Element, name: str) -> str | None:
    for node in element.iter():
        if node is not element and (node.get("property") == name or node.get("itemprop") == name):
            return collapse(node.get("content")) or text_of(node) or None
    return None


def _author(element: Element) -> AuthorSaid:
    said = AuthorSaid(family=_property(element, "familyName"), given=_property(element, "givenName"))
    said.suffix = _property(element, "honorificSuffix")
    said.is_collective = (element.get("typeof") or element.get("itemtype") or "").endswith("Organization")
    if not said.family:
        said.name = _property(element, "name") or text_of(element, _is_note)
        said.given = None
    for affiliation in _AFFILIATIONS.all(element):
        inner = [node for node in _NAMES.all(affiliation) if not node.get("content")]
        text = ", ".join(text for node in inner if (text := text_of(node).strip(" ,;"))) or text_of(
            affiliation
        )
        if text and text not in said.affiliations:
            said.affiliations.append(text)
    for link in element.iter("a"):
        href = link.get("href") or ""
        if found := _ORCID.search(href):
            said.orcid = found.group(1)
        elif href.startswith("mailto:"):
            said.email = href.removeprefix("mailto:").partition("?")[0]
    if any(
        "corresp" in (node.get("class") or "") for node in element.iter()
    ) or "orresponding author" in text_of(element):
        said.is_corresponding = True
    return said


def _is_note(node: Element) -> bool:
    return (
        node.tag in {"sup", "button"}
        or collapse(node.text).casefold() in _NOTES
        or "orcid" in (node.get("href") or "")
    )


def _elsewhere(element: Element) -> bool:
    node = element.getparent()
    while node is not None:
        name = f"{node.get('id') or ''} {node.get('class') or ''}"
        if (name != " " and _ELSEWHERE.search(name)) or node.get("itemprop") in {
            "citation",
            "comment",
            "review",
        }:
            return True
        if node is not element and node.get("property") in {"citation", "comment"}:
            return True
        node = node.getparent()
    return False
