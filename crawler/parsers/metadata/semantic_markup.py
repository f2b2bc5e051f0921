"""schema.org in the markup itself: microdata (``itemprop``) and RDFa (``property``) on visible elements."""

from __future__ import annotations

import re

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.bylines.marks import ORCID_LINK
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.text import Element, collapse, text_of

_MICRODATA = Select("//@itemprop/..")
_RDFA = Select("//body//@property/..")
_AFFILIATIONS = Select(".//*[@property='affiliation' or @itemprop='affiliation']")
_NAMES = Select(".//*[@property='name' or @itemprop='name' or @itemprop='address' or @property='address']")
_AUTHOR_NAMES = frozenset({"author", "creator"})
#: Column → the properties that state it, and the tag they must stand on, if any.
_VALUES: tuple[tuple[str, frozenset[str], str | None], ...] = (
    ("volume", frozenset({"volumeNumber"}), None),
    ("issue", frozenset({"issueNumber"}), None),
    ("first_page", frozenset({"pageStart"}), None),
    ("last_page", frozenset({"pageEnd"}), None),
    ("published", frozenset({"datePublished"}), None),
    ("title", frozenset({"headline", "name"}), "h1"),
    ("abstract", frozenset({"abstract", "description"}), "section"),
)
#: Beginnings of what stands behind ``itemprop=`` and ``property=``, titles and abstracts aside: those have tags of
#: their own.
_TELLING = tuple(
    quote + name
    for quote in (b'"', b"'", b"")
    for name in (
        b"author",
        b"creator",
        b"volumeNumber",
        b"issueNumber",
        b"pageStart",
        b"pageEnd",
        b"datePublished",
    )
)
#: JATS calls the note on correspondence "cor1", and pages made from it keep the name.
_TO_CORRESPONDENCE = re.compile(r"#c(?:or|orresp)-?\d{0,3}$")
#: Containers in which an author is that of another work.
_ELSEWHERE = re.compile(
    r"\b(?:references?|bibliography|citation-list|ref-list|related|recommended|cited-?by|comment)",
    re.IGNORECASE,
)
#: Properties of what is about something else than the article; an author has no author.
_OTHERS = frozenset({"citation", "comment", "review", *_AUTHOR_NAMES})
_NOTES = frozenset({"email", "orcid", "affiliation", "affiliations", "view all articles by this author"})


def read_semantic_markup(document: Document, reading: PageReading) -> None:
    """Add what visible elements with schema.org properties say."""
    marked = _marked(document)
    known: dict[Element, bool] = {}
    for column, names, tag in _VALUES:
        element = next(
            (
                el
                for el in marked
                if _properties(el) & names
                and (el.tag == tag if tag else column != "published" or _in_body(el))
                and not _elsewhere(el, known)
            ),
            None,
        )
        text = (
            (collapse(element.get("datetime") or element.get("content")) or text_of(element))
            if element is not None
            else ""
        )
        if text:
            reading.candidates.append(Candidate(column, text, f"microdata:{column}"))
    authors = [
        read_marked_author(element)
        for element in marked
        if element.tag != "meta"
        and _properties(element) & _AUTHOR_NAMES
        and _in_body(element)
        and not _elsewhere(element, known)
    ]
    authors = [author for author in authors if author.name or author.family]
    if authors:
        reading.author_lists.append(AuthorList("microdata:author", authors))


def _marked(document: Document) -> list[Element]:
    """Elements with properties: all of a kind where one tells of authors or places, else headings and sections only."""
    found = document.select(_MICRODATA) if _tells(document.body, b"itemprop=") else []
    found += document.select(_RDFA) if _tells(document.body, b"property=") else []
    return found or [el for tag in ("h1", "section") for el in document.elements(tag) if _properties(el)]


def _tells(body: bytes, attribute: bytes) -> bool:
    """A look at the bytes, which are always much quicker to search than the tree."""
    place = body.find(attribute)
    while place >= 0:
        if body.startswith(_TELLING, place + len(attribute)):
            return True
        place = body.find(attribute, place + len(attribute))
    return not body


def _properties(element: Element) -> frozenset[str]:
    return frozenset({element.get("property") or "", element.get("itemprop") or ""})


def _in_body(element: Element) -> bool:
    return any(node.tag == "body" for node in element.iterancestors())


def _property(element: Element, name: str) -> str | None:
    for node in element.iter():
        if node is not element and (node.get("property") == name or node.get("itemprop") == name):
            return collapse(node.get("content")) or text_of(node) or None
    return None


def read_marked_author(element: Element) -> AuthorSaid:
    """What an element with ``property="author"`` or ``itemprop="author"`` says of its author."""
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
        if found := ORCID_LINK.search(href):
            said.orcid = found.group(1)
        elif href.startswith("mailto:"):
            said.email = href.removeprefix("mailto:").partition("?")[0]
        elif _TO_CORRESPONDENCE.match(href):
            said.is_corresponding = True
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


def _elsewhere(element: Element, known: dict[Element, bool]) -> bool:
    """Whether an element stands in what is about something else; ``known`` holds what was found of elements around it."""
    path = []
    node = element.getparent()
    while node is not None and node not in known:
        path.append(node)
        node = node.getparent()
    answer = node is not None and known[node]
    for outer in reversed(path):
        name = f"{outer.get('id') or ''} {outer.get('class') or ''}"
        answer = (
            answer
            or (name != " " and _ELSEWHERE.search(name) is not None)
            or not _properties(outer).isdisjoint(_OTHERS)
        )
        known[outer] = answer
    return answer
