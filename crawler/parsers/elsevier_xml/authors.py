"""The authors of an Elsevier document, with affiliations, ORCID iDs and correspondence."""

from __future__ import annotations

from collections.abc import Iterable

from crawler.items import AuthorSaid, Doubt
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.identifiers import find_orcid
from crawler.parsers.xml_reading.names import person_name
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, local

_PARTS = ("organization", "address-line", "city", "state", "postal-code", "country")


def read_authors(root: Element, head: Element | None, doubts: list[Doubt]) -> list[AuthorSaid]:
    """Authors in the order of the byline; where a file has only core data, the names that these list.

    The members of a collaboration follow it only where no person stands in the byline itself.
    """
    groups = list(children(head, "author-group"))
    if not groups:
        return _creators(root)
    linker = _Links(head)
    authors: list[AuthorSaid] = []
    for group in groups:
        for node in children(group, "author", "collaboration"):
            authors += linker.author(node, group)
    if not any(not author.is_collective for author in authors):
        for inner in (g for c in descendants(head, "collaboration") for g in children(c, "author-group")):
            for node in children(inner, "author"):
                authors += linker.author(node, inner)
    linker.finish(authors)
    if linker.lost:
        doubts.append(
            Doubt("unlinked", "affiliations", f"{linker.lost} references to affiliations that are not there")
        )
    return authors


def _creators(root: Element) -> list[AuthorSaid]:
    found = []
    for node in children(child(root, "coredata"), "creator"):
        family, _, given = (part.strip() for part in text_of(node).partition(","))
        if family:
            name = f"{given} {family}".strip()
            found.append(AuthorSaid(name=name, family=family if given else None, given=given or None))
    return found


class _Links:
    """What authors refer to: affiliations, correspondence notes, footnotes."""

    def __init__(self, head: Element | None) -> None:
        self._affiliations = {i: _affiliation(aff) for i, aff in _by_id(head, "affiliation").items()}
        self._correspondence = _by_id(head, "correspondence")
        self._others = {
            **_by_id(head, "footnote"),
            **_by_id(head, "article-footnote"),
            **_by_id(head, "biography"),
        }
        self._notes = any(True for _ in descendants(head, "correspondence"))
        known = self._affiliations.keys() | self._correspondence.keys() | self._others.keys()
        self._known = frozenset(known)
        self._unlabelled: dict[Element, list[str]] = {}
        self.lost = 0

    def author(self, node: Element, group: Element) -> list[AuthorSaid]:
        """One author or collaboration; nothing for an empty element."""
        if local(node) == "collaboration":
            text = text_of(child(node, "text"))
            said = AuthorSaid(name=text, is_collective=True) if text else None
        elif (name := person_name(node)) is not None:
            said = AuthorSaid(name=name.printed, family=name.family, given=name.given, suffix=name.suffix)
        else:
            said = None
        if said is None:
            return []
        said.orcid = find_orcid(attribute(node, "orcid"))
        mails = (text_of(m) for m in children(node, "e-address") if attribute(m, "type") in {None, "email"})
        said.email = next((mail for mail in mails if "@" in mail), None)
        ids = [
            i
            for ref in children(node, "cross-ref", "cross-refs")
            for i in (attribute(ref, "refid") or "").split()
        ]
        own = [self._affiliations[i] for i in ids if i in self._affiliations]
        said.affiliations = _distinct(own) if own or said.is_collective else self._of_everybody(group)
        if any(i in self._correspondence for i in ids):
            said.is_corresponding = True
        self.lost += sum(1 for i in ids if i.startswith("af") and i not in self._known)
        return [said]

    def _of_everybody(self, group: Element) -> list[str]:
        """An affiliation without a label is that of every author of the group who refers to none."""
        if group not in self._unlabelled:
            affs = (aff for aff in children(group, "affiliation") if child(aff, "label") is None)
            self._unlabelled[group] = _distinct(map(_affiliation, affs))
        return list(self._unlabelled[group])

    def finish(self, authors: list[AuthorSaid]) -> None:
        """Make correspondence three-valued: where somebody corresponds, the others do not."""
        if self._notes and len(authors) == 1:
            authors[0].is_corresponding = True
        if any(author.is_corresponding for author in authors):
            for author in authors:
                author.is_corresponding = bool(author.is_corresponding)


def _by_id(head: Element | None, name: str) -> dict[str, Element]:
    return {key: node for node in descendants(head, name) if (key := attribute(node, "id")) is not None}


def _distinct(texts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(text for text in texts if text))


def _affiliation(aff: Element) -> str:
    printed = text_of(child(aff, "textfn"))
    if printed:
        return printed.rstrip(" ,;")
    parts = [text_of(node) for node in descendants(aff, *_PARTS)]
    return ", ".join(part for part in parts if part) or text_of(child(aff, "source-text"))
