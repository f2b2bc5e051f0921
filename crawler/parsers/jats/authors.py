"""The authors in their order: names, collaborations, ORCID iDs, affiliations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from crawler.items import AuthorSaid, Doubt
from crawler.parsers.jats.affiliations import Affiliations
from crawler.parsers.jats.correspondence import mark_corresponding
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.identifiers import find_orcid
from crawler.parsers.xml_reading.initials import assign_by_initials
from crawler.parsers.xml_reading.names import best_name, person_name
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, local

_AUTHOR = re.compile(
    r"authors?|collab\w{0,12}|group|(?:first|joint|senior|presenting|corresponding|contributing|lead)[\s_-]?author"
    r"|corresp\w{0,8}|person|byline|creator"
)
_NOT_AUTHOR = re.compile(r"editor|review|referee|translat|illustrat|non-?byline|funder|supervis|moderator of")
#: Beside more people than these a collaboration is the name of them all, and has no address of its own.
_COLLABORATION: Final = 50
_NOT_IN_NAME: Final = frozenset({"xref", "contrib-group", "address", "email", "fn", "aff", "uri", "ext-link"})


def read_authors(meta: Element | None) -> tuple[list[AuthorSaid], list[Doubt]]:
    """Authors of the byline, collaborations as collectives, and what is doubtful about them.

    Members of a collaboration that the file lists inside it follow only where no person stands in the byline
    itself, and nobody gets an affiliation that is not his.
    """
    affiliations = Affiliations(meta)
    pairs = _byline(meta)
    linked = [affiliations.linked(contrib) for contrib, _ in pairs]
    used = {aff for affs in linked for aff in affs}
    linking = {group for (_, group), affs in zip(pairs, linked, strict=True) if affs}
    members: dict[Element, set[Element]] = {}
    for contrib, group in pairs:
        members.setdefault(group, set()).add(contrib)
    byline = _Groups(members, affiliations, used, linking)
    doubts: list[Doubt] = []
    authors: list[AuthorSaid] = []
    contribs: list[Element] = []
    for (contrib, group), affs in zip(pairs, linked, strict=True):
        said = _author(contrib)
        if said is None:
            continue
        said.affiliations = affiliations.texts(affs or byline.unlinked(contrib, group))
        authors.append(said)
        contribs.append(contrib)
    if sum(not author.is_collective for author in authors) > _COLLABORATION:
        for author in authors:
            author.affiliations = [] if author.is_collective else author.affiliations
    assign_by_initials(authors)
    mark_corresponding(meta, contribs, authors)
    if authors and not any(a.affiliations for a in authors) and any(True for _ in descendants(meta, "aff")):
        doubts.append(
            Doubt("unlinked", "affiliations", "affiliations are given, and no author refers to one")
        )
    return authors, doubts


def _byline(meta: Element | None) -> list[tuple[Element, Element]]:
    """``(contrib, its group)`` of every author in order."""
    groups = list(children(meta, "contrib-group"))
    everybody = [(contrib, group) for group in groups for contrib in children(group, "contrib")]
    pairs = [(contrib, group) for contrib, group in everybody if _is_author(contrib, group)]
    if not pairs:
        pairs = [(c, g) for c, g in everybody if not _NOT_AUTHOR.search(_kinds(c, g))]
    if all(child(contrib, "collab") is not None for contrib, _ in pairs):
        inner = [g for contrib, _ in pairs for g in descendants(child(contrib, "collab"), "contrib-group")]
        pairs += [(contrib, group) for group in inner for contrib in children(group, "contrib")]
    return pairs


def _kinds(contrib: Element, group: Element) -> str:
    kinds = (
        attribute(contrib, "contrib-type"),
        attribute(group, "content-type"),
        text_of(child(contrib, "role")),
    )
    return " ".join(kind for kind in kinds if kind).lower()


def _is_author(contrib: Element, group: Element) -> bool:
    stated = (attribute(contrib, "contrib-type") or "").lower()
    if stated:
        return _AUTHOR.fullmatch(stated) is not None
    return not _NOT_AUTHOR.search(_kinds(contrib, group))


def _author(contrib: Element) -> AuthorSaid | None:
    node = best_name(contrib)
    name = person_name(node) if node is not None else None
    if name is not None:
        said = AuthorSaid(name=name.printed, family=name.family, given=name.given, suffix=name.suffix)
    else:
        collab = next(descendants(contrib, "collab", "on-behalf-of"), None)
        printed = text_of(collab, lambda inner: local(inner) in _NOT_IN_NAME) if collab is not None else ""
        if not printed:
            return None
        said = AuthorSaid(name=re.sub(r"^\((.*)\)$", r"\1", printed.strip(" ,;*")), is_collective=True)
    said.orcid = _orcid(contrib)
    said.email = _email(contrib)
    return said


def _orcid(contrib: Element) -> str | None:
    for node in children(contrib, "contrib-id", "uri", "ext-link"):
        kind = " ".join(
            attribute(node, a) or "" for a in ("contrib-id-type", "content-type", "ext-link-type", "href")
        )
        text = text_of(node)
        if ("orcid" in kind.lower() or "orcid.org" in text.lower()) and (
            found := find_orcid(text) or find_orcid(attribute(node, "href"))
        ):
            return found
    return None


def _email(contrib: Element) -> str | None:
    for node in (*children(contrib, "email"), *children(child(contrib, "address"), "email")):
        found = text_of(node) or (attribute(node, "href") or "").removeprefix("mailto:")
        if "@" in found:
            return found
    return None


@dataclass(frozen=True, slots=True)
class _Groups:
    """Who stands in which group, and which affiliations somebody refers to."""

    members: dict[Element, set[Element]]
    affiliations: Affiliations
    used: set[Element]
    linking: set[Element]
    _found: dict[Element, dict[Element, list[Element]]] = field(default_factory=dict)

    def unlinked(self, contrib: Element, group: Element) -> list[Element]:
        """Affiliations of an author who refers to none: those that belong to his group, or to everybody."""
        if child(contrib, "collab") is not None and self.used:
            return []
        if group not in self._found:
            self._found[group] = self._of_group(group)
        return self._found[group].get(contrib, [])

    def _of_group(self, group: Element) -> dict[Element, list[Element]]:
        """What each author of a group has who refers to no affiliation.

        In a group whose authors refer to nothing, an affiliation is that of the authors before it. Of several
        behind the last author nobody can say whose they are, unless the group has a single author or the
        byline has several groups, each with its own.
        """
        members = self.members[group]
        own = {node for node in children(group, "aff") if node not in self.used}
        if not own:
            return dict.fromkeys(members, self._of_all())
        order = [node for node in children(group) if node in own or node in members]
        behind = [node for node in order if node in own]
        if group in self.linking:
            single = len(own) == 1 and child(behind[0], "label") is None
            return dict.fromkeys(members, behind if single else [])
        last = max(position for position, node in enumerate(order) if node in members)
        if any(node in own for node in order[:last]):
            return _next_runs(order, own)
        known = len(own) == 1 or len(members) == 1 or len(self.members) > 1
        return dict.fromkeys(members, behind if known else [])

    def _of_all(self) -> list[Element]:
        top = [node for node in self.affiliations.top if node not in self.used]
        if self.used:
            return top if len(top) == 1 and child(top[0], "label") is None else []
        single = len(self.members) == 1 == len(next(iter(self.members.values())))
        return top if len(top) == 1 or single else []


def _next_runs(order: list[Element], own: set[Element]) -> dict[Element, list[Element]]:
    """For every author the affiliations that follow the run of authors in which he stands."""
    found: dict[Element, list[Element]] = {}
    run: list[Element] = []
    for position, node in enumerate(order):
        if node in own:
            run.append(node)
            continue
        if position and order[position - 1] in own:
            run = []
        found[node] = run
    return found
