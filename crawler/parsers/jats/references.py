"""The reference list: every ``ref`` with its fields, its identifiers and its text."""

from __future__ import annotations

import re
from typing import Final

from crawler.items import ReferenceSaid
from crawler.parsers.jats.citation_text import citation_text, prints_text
from crawler.parsers.text import Element
from crawler.parsers.xml_names import person_name
from crawler.parsers.xml_references import bare_title, read_identifier, read_link, read_text, tidied, year_of
from crawler.parsers.xml_text import first_text, text_of
from crawler.parsers.xml_tree import attribute, child, children, descendants, has_ancestor, local

_CITATIONS: Final = ("element-citation", "nlm-citation", "citation", "mixed-citation")
#: Cited things that are whole: their ``source`` is the title, and no container.
_WHOLES: Final = frozenset(
    "book report thesis software data dataset web webpage website patent standard gov monograph".split()
)
_AUTHORS: Final = frozenset({"author", "authors", "allauthors", "inventor", ""})


def read_references(article: Element) -> list[ReferenceSaid]:
    """The references of the article itself, in order; those of replies, reviews and appendices are theirs.

    An item with several citations stays one: its text is that of all, its fields are those of the first.
    """
    refs = [
        ref
        for ref in descendants(article, "ref")
        if not has_ancestor(ref, "sub-article", "response", "app") and len(ref)
    ]
    return [said for ref in refs if (said := _reference(ref)) is not None]


def _reference(ref: Element) -> ReferenceSaid | None:
    citations = list(descendants(ref, *_CITATIONS))
    citations = [node for node in citations if not has_ancestor(node, *_CITATIONS)]
    said = ReferenceSaid(key=attribute(ref, "id"), number=_number(ref))
    printed = [node for node in citations if prints_text(node)]
    fielded = [node for node in citations if node not in printed]
    # A printed form and a form in fields side by side are one work; several printed forms are several.
    shown = printed or fielded
    texts = [citation_text(node) for node in shown] or [text_of(note) for note in children(ref, "note", "p")]
    said.raw = (
        tidied(" ".join(text if text.endswith((".", ";")) else f"{text};" for text in texts if text)) or None
    )
    for node in [*fielded[:1], *printed[:1]]:
        _fields(node, said)
    if shown or texts:
        for holder in [ref] if len(shown) <= 1 else shown[:1]:
            _links(holder, said)
        if len(shown) <= 1:
            read_text(said)
    return said if said.raw or said.doi or said.title else None


def _number(ref: Element) -> int | None:
    label = child(ref, "label")
    if label is None:
        label = next(descendants(ref, "label"), None)
    found = re.fullmatch(r"[\[(]?\s?(\d{1,5})\s?[\])]?[.:]?", text_of(label))
    return int(found.group(1)) if found else None


def _fields(citation: Element, said: ReferenceSaid) -> None:
    """Fill what is still empty from one citation's elements."""

    def value(*names: str) -> str:
        return first_text(citation, *names)

    kind = attribute(citation, "publication-type") or attribute(citation, "citation-type")
    said.type = said.type or kind
    said.authors = said.authors or _authors(citation)
    title, source = value("article-title", "chapter-title", "part-title", "data-title"), value("source")
    if not title and source and (kind or "").lower() in _WHOLES:
        title, source = source, ""
    said.title = said.title or bare_title(title)
    said.container_title = said.container_title or source.strip(" ,;") or None
    said.year = said.year or year_of(value("year")) or year_of(value("date"))
    said.volume = said.volume or value("volume").strip(" ,;") or None
    said.issue = said.issue or value("issue").strip(" ,;") or None
    first, last = value("fpage"), value("lpage")
    if not first and (span := value("page-range")):
        first, _, last = re.sub(r"\s?[–—−-]\s?", "-", span, count=1).partition("-")
    said.first_page = said.first_page or (first or value("elocation-id")).strip(" ,;") or None
    said.last_page = said.last_page or last.strip(" ,;") or None
    said.publisher = said.publisher or value("publisher-name").strip(" ,;") or None
    read_identifier(said, "isbn", value("isbn"))


def _authors(citation: Element) -> list[str]:
    authors: list[str] = []
    for node in descendants(citation, "name", "string-name", "collab"):
        group = next((a for a in node.iterancestors() if local(a) in {"person-group", *_CITATIONS}), citation)
        if (attribute(group, "person-group-type") or "") not in _AUTHORS:
            continue
        if local(node) == "collab":
            authors.append(text_of(node).strip(" ,;()"))
        elif (name := person_name(node)) is not None:
            authors.append(name.inverted())
    return [author for author in dict.fromkeys(authors) if author]


def _links(holder: Element, said: ReferenceSaid) -> None:
    for node in descendants(holder, "pub-id", "object-id"):
        read_identifier(said, attribute(node, "pub-id-type") or "", text_of(node))
    for node in descendants(
        holder, "ext-link", "uri", "mixed-citation", "element-citation", "citation", "pub-id"
    ):
        address = attribute(node, "href") or (text_of(node) if local(node) in {"ext-link", "uri"} else None)
        read_link(said, address, attribute(node, "ext-link-type") or "")
