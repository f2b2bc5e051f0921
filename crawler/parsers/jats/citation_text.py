"""The text of one citation: as printed where the file prints it, else a line made of its fields."""

from __future__ import annotations

from typing import Final

from crawler.parsers.jats.citation import Citation
from crawler.parsers.references.links import is_link_label
from crawler.parsers.text import Element, collapse
from crawler.parsers.xml_reading.identifiers import find_arxiv, find_doi
from crawler.parsers.xml_reading.names import PersonName
from crawler.parsers.xml_reading.references import Parts, page_span, tidied
from crawler.parsers.xml_reading.text import (
    SILENT,
    announces_identifier,
    drop_space,
    is_hidden,
    math_text,
    text_of,
)
from crawler.parsers.xml_reading.tree import local

_NAMES: Final = frozenset({"name", "string-name", "collab", "person-group"})
_FIELDS: Final = _NAMES | frozenset(
    "etal article-title chapter-title part-title data-title trans-title trans-source source year month day season volume issue"
    " fpage lpage page-range elocation-id publisher-name publisher-loc edition comment series conf-name conf-date conf-loc"
    " date date-in-citation version ext-link uri surname given-names prefix suffix size role patent annotation"
    " institution std".split()
)
#: Fields that start with a word of their own.
_WORDS: Final = _NAMES | {
    "article-title",
    "chapter-title",
    "source",
    "conf-name",
    "publisher-name",
    "data-title",
}
_DROPPED: Final = (SILENT - {"note", "bio"}) | {"label", "issn", "object-id", "citation-alternatives"}
_LABELS: Final = frozenset(
    {"reference source", "data source", "publisher full text", "free full text", "pubmed abstract"}
)


def printed_text(citation: Element) -> str:
    """Text of a citation that prints any, its label and its silent identifiers left out."""
    out: list[str] = []
    _write(citation, out)
    return tidied(collapse("".join(out)))


def prints_text(citation: Element) -> bool:
    """Whether the citation has text of its own around its fields, so that it is what the page prints."""
    if local(citation) in {"element-citation", "nlm-citation"}:
        return False
    if (citation.text or "").strip():
        return True
    for node in citation:
        if (node.tail or "").strip() or local(node) not in _FIELDS | _DROPPED | {"pub-id", "isbn"}:
            return True
        if local(node) == "person-group" and any((name.tail or "").strip().strip(",") for name in node):
            return True
    return len(citation) == 0


def _write(element: Element, out: list[str]) -> None:
    if element.text:
        out.append(element.text)
    previous: str | None = None
    for node in element:
        name = local(node)
        tail = node.tail or ""
        if name == "math":
            out.append(math_text(node))
        elif name in {"inline-formula", "alternatives", "tex-math"}:
            out.append(text_of(node))
        elif not _is_dropped(node, name, out):
            _separate(name, previous, out)
            if name in {"sub", "inf"}:
                drop_space(out)
            if name == "etal" and not text_of(node):
                out.append("et al.")
            _write(node, out)
            previous = name
        if tail.strip():
            previous = None
        out.append(tail)


def _is_dropped(node: Element, name: str, out: list[str]) -> bool:
    if name in _DROPPED or is_hidden(node):
        return True
    if name == "pub-id":
        return not announces_identifier(out)
    if name in {"ext-link", "uri"}:
        return _is_label(text_of(node))
    return False


def _is_label(text: str) -> bool:
    return is_link_label(text) or text.lower() in _LABELS


def _separate(name: str, previous: str | None, out: list[str]) -> None:
    """Put space or a comma where two fields stand side by side with nothing between them."""
    last = next((piece for piece in reversed(out) if piece), "")
    if name not in _FIELDS or not last:
        return
    if previous in _NAMES and name in _NAMES:
        drop_space(out)
        out.append(", ")
    elif last[-1].isspace():
        return
    elif previous == "fpage" and name == "lpage":
        out.append("–")
    elif previous is not None:
        out.append(" " if last[-1].isalnum() or last[-1] in ".,;:)”" else "")
    elif (name in _WORDS and last[-1].isalpha()) or (name in {"ext-link", "uri"} and last[-1] in ".,;"):
        out.append(" ")


def composed_text(citation: Citation) -> str:
    """A line made of the fields; identifiers are left out, since they have columns of their own."""
    value = citation.value
    parts = Parts(
        authors=[_printed(person) for person in citation.people],
        et_al=citation.et_al,
        title=value("article-title", "chapter-title", "part-title", "data-title"),
        container=value("source"),
        year=value("year"),
        volume=value("volume"),
        issue=value("issue"),
        pages=page_span(value("fpage"), value("lpage")) or value("page-range", "elocation-id"),
    )
    publisher = ", ".join(text for text in (value("publisher-name"), value("publisher-loc")) if text)
    remark = _remark(value("comment"))
    parts.extra = [value("edition"), value("conf-name"), publisher, remark, value("date-in-citation")]
    if not value("comment"):
        links = [_remark(address) for _, address in citation.links if address.startswith("http")]
        parts.extra += [link for link in links if link][:1]
    return tidied(parts.line())


def _remark(comment: str) -> str:
    """A comment of a reference, unless it only repeats an identifier."""
    doi = find_doi(comment) or find_arxiv(comment)
    return "" if doi and len(comment) < len(doi) + 25 else comment


def _printed(person: PersonName) -> str:
    if person.family is None:
        return person.printed
    return " ".join(part for part in (person.family, person.given, person.suffix) if part)
