"""The text of one citation: as printed where the file prints it, else a line made of its fields."""

from __future__ import annotations

from typing import Final

from crawler.parsers.reference_links import is_link_label
from crawler.parsers.text import Element, collapse
from crawler.parsers.xml_names import person_name
from crawler.parsers.xml_references import Parts, page_span, tidied
from crawler.parsers.xml_text import SILENT, announces_identifier, first_text, is_hidden, math_text, text_of
from crawler.parsers.xml_tree import attribute, child, children, descendants, local

_NAMES: Final = frozenset({"name", "string-name", "collab", "person-group"})
_FIELDS: Final = _NAMES | frozenset(
    "etal article-title chapter-title part-title data-title trans-title trans-source source year month day season volume issue"
    " fpage lpage page-range elocation-id publisher-name publisher-loc edition comment series conf-name conf-date conf-loc"
    " date date-in-citation version ext-link uri surname given-names prefix suffix size role patent annotation"
    " institution std".split()
)
_DROPPED: Final = (SILENT - {"note", "bio"}) | {"label", "issn", "object-id", "citation-alternatives"}
_LABELS: Final = frozenset(
    {"reference source", "data source", "publisher full text", "free full text", "pubmed abstract"}
)


def citation_text(citation: Element) -> str:
    """Text of a ``mixed-citation``, ``element-citation``, ``nlm-citation`` or ``citation``, its label left out."""
    if not prints_text(citation):
        return _composed(citation)
    out: list[str] = []
    _write(citation, out)
    return tidied(collapse("".join(out)))


def prints_text(citation: Element) -> bool:
    """Whether the citation has text of its own around its fields, so that it is what the page prints."""
    if (citation.text or "").strip():
        return True
    for node in citation:
        if (node.tail or "").strip() or local(node) not in _FIELDS | _DROPPED | {"pub-id", "isbn"}:
            return True
        if local(node) == "person-group" and any((name.tail or "").strip(" ,") for name in node):
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
        text = text_of(node)
        return is_link_label(text) or text.lower() in _LABELS
    return False


def _separate(name: str, previous: str | None, out: list[str]) -> None:
    """Put space or a comma where two fields stand side by side with nothing between them."""
    last = next((piece for piece in reversed(out) if piece), "")
    if name not in _FIELDS or not last:
        return
    if previous in _NAMES and name in _NAMES:
        out.append(", ")
    elif previous == "fpage" and name == "lpage":
        out.append("–")
    elif not last[-1].isspace() and (last[-1].isalnum() or last[-1] in ".,;:)”"):
        after_sign = name not in {"ext-link", "uri"} and not last[-1].isalnum() and previous is None
        out.append("" if after_sign or (previous is None and last[-1].isalnum()) else " ")


def _composed(citation: Element) -> str:
    """A line of the fields; identifiers are left out, since they have columns of their own."""

    def value(*names: str) -> str:
        return first_text(citation, *names)

    parts = Parts(
        authors=[name for node in _people(citation) if (name := _printed(node))],
        et_al=next(descendants(citation, "etal"), None) is not None,
        title=value("article-title", "chapter-title", "part-title", "data-title"),
        container=value("source"),
        year=value("year"),
        volume=value("volume"),
        issue=value("issue"),
        pages=page_span(value("fpage"), value("lpage")) or value("page-range") or value("elocation-id"),
    )
    publisher = ", ".join(text for text in (value("publisher-name"), value("publisher-loc")) if text)
    parts.extra = [
        value("edition"),
        value("conf-name"),
        publisher,
        value("comment"),
        value("date-in-citation"),
    ]
    if not parts.extra[3]:
        links = [text_of(node) for node in descendants(citation, "ext-link", "uri")]
        parts.extra += [link for link in links if not is_link_label(link) and link.lower() not in _LABELS][:1]
    return tidied(parts.line())


def _people(citation: Element) -> list[Element]:
    groups = [
        group
        for group in children(citation, "person-group")
        if (attribute(group, "person-group-type") or "author")
        in {"author", "authors", "allauthors", "inventor"}
    ]
    holders = groups or [citation]
    people = [node for holder in holders for node in children(holder, "name", "string-name", "collab")]
    return people or list(children(child(citation, "person-group"), "name", "string-name", "collab"))


def _printed(node: Element) -> str:
    if local(node) == "collab":
        return text_of(node)
    name = person_name(node)
    if name is None:
        return ""
    return (
        " ".join(part for part in (name.family, name.given, name.suffix) if part)
        if name.family
        else name.printed
    )
