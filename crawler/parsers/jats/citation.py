"""One citation element, walked once: its fields, its people, its identifiers and links."""

from __future__ import annotations

from typing import Final

from crawler.parsers.text import Element
from crawler.parsers.xml_reading.names import PersonName, person_name
from crawler.parsers.xml_reading.text import is_hidden, text_of
from crawler.parsers.xml_reading.tree import attribute, local

#: Elements with one citation in them, in every tag set.
CITATIONS: Final = ("element-citation", "nlm-citation", "citation", "mixed-citation")
_FIELDS: Final = frozenset(
    "article-title chapter-title part-title data-title source year date volume issue fpage lpage page-range elocation-id"
    " publisher-name publisher-loc edition comment conf-name date-in-citation isbn".split()
)
_AUTHORS: Final = frozenset({"author", "authors", "allauthors", "inventor", ""})


class Citation:
    """What one citation marks up.

    Attributes:
        kind: The type of the cited work in the file's words, None where it does not say.
        et_al: Whether the list of authors is cut.
        identifiers: ``(type, text)`` of every identifier.
        links: ``(type, address)`` of every link.
    """

    def __init__(self, element: Element) -> None:
        self.kind = attribute(element, "publication-type") or attribute(element, "citation-type")
        self._people: dict[PersonName, None] = {}
        self.et_al = False
        self.identifiers: list[tuple[str, str]] = []
        self.links: list[tuple[str, str]] = []
        self._texts: dict[str, str] = {}
        self._read(element, authors=True)

    @property
    def people(self) -> list[PersonName]:
        """The authors (not the editors), each once; a collaboration is a name without parts."""
        return list(self._people)

    def value(self, *names: str) -> str:
        """Text of the first of these fields that there is; "" for none."""
        return next((text for name in names if (text := self._texts.get(name))), "")

    def _read(self, element: Element, *, authors: bool) -> None:
        for node in element:
            name = local(node)
            if name in _FIELDS:
                if name not in self._texts and not is_hidden(node):
                    self._texts[name] = text_of(node)
                if name == "comment":
                    self._read(node, authors=False)
            elif name in {"name", "string-name", "collab"}:
                if authors:
                    self._person(node, name)
            elif name in {"pub-id", "object-id"}:
                self.identifiers.append((attribute(node, "pub-id-type") or "", text_of(node)))
            elif name in {"ext-link", "uri"}:
                address = attribute(node, "href") or text_of(node)
                self.links.append((attribute(node, "ext-link-type") or "", address))
            elif name == "person-group":
                kind = (attribute(node, "person-group-type") or "").lower()
                self._read(node, authors=authors and kind in _AUTHORS)
            elif name == "etal":
                self.et_al = self.et_al or authors
            elif len(node):
                self._read(node, authors=authors)

    def _person(self, node: Element, name: str) -> None:
        if name == "collab":
            text = text_of(node).strip(" ,;()")
            person = PersonName(text) if text else None
        else:
            person = person_name(node)
        if person is not None:
            self._people.setdefault(person)
