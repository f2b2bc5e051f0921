"""Who the corresponding authors are, as far as the file says."""

from __future__ import annotations

import re

from crawler.items import AuthorSaid
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants

_WORD = re.compile(
    r"correspond|to whom|contact|for reprints|reprint requests|adressé|autor para", re.IGNORECASE
)

#: More notes than this are about something else.
_MOST = 50


def mark_corresponding(meta: Element | None, contribs: list[Element], authors: list[AuthorSaid]) -> None:
    """Set ``is_corresponding`` of every author, and the e-mail address of a note that is about him alone.

    True comes from the ``corresp`` attribute, from references to a correspondence note, and, where the note
    is referred to by nobody, from the name or the address in it. The others are False when somebody is
    known, and stay None when the file does not tell.
    """
    notes = _notes(meta)
    ids = {identifier: note for note in notes if (identifier := attribute(note, "id")) is not None}
    for contrib, author in zip(contribs, authors, strict=True):
        stated = attribute(contrib, "corresp")
        referred = [
            ids[i] for x in _references(contrib) for i in (attribute(x, "rid") or "").split() if i in ids
        ]
        if (
            stated == "yes"
            or referred
            or any(attribute(x, "ref-type") == "corresp" for x in _references(contrib))
        ):
            author.is_corresponding = True
        for note in referred:
            mails = _mails(note)
            if author.email is None and len(mails) == 1:
                author.email = mails[0]
    if not any(author.is_corresponding for author in authors):
        _by_text(notes, authors)
    if any(author.is_corresponding for author in authors):
        for author in authors:
            author.is_corresponding = bool(author.is_corresponding)


def _references(contrib: Element) -> list[Element]:
    return [*children(contrib, "xref"), *children(child(contrib, "collab"), "xref")]


def _notes(meta: Element | None) -> list[Element]:
    notes = list(descendants(meta, "corresp"))
    for note in descendants(child(meta, "author-notes"), "fn"):
        kind = (attribute(note, "fn-type") or "").lower()
        if kind in {"corresp", "corresponding"} or (not kind and _WORD.search(text_of(note)[:80])):
            notes.append(note)
    return notes


def _mails(note: Element) -> list[str]:
    found = []
    for node in descendants(note, "email", "ext-link"):
        text = text_of(node)
        if "@" in text:
            found.append(text)
    return found


def _by_text(notes: list[Element], authors: list[AuthorSaid]) -> None:
    people = [author for author in authors if not author.is_collective]
    notes = notes[:_MOST]
    if notes and len(people) == 1 == len(authors):
        people[0].is_corresponding = True
        return
    for note in notes:
        text = text_of(note)
        mails = {mail.lower() for mail in _mails(note)}
        for author in people:
            by_mail = author.email is not None and author.email.lower() in mails
            if by_mail or (author.family and _is_named(author, text)):
                author.is_corresponding = True


def _is_named(author: AuthorSaid, text: str) -> bool:
    """Whether a note names the author: initial or given name, then the family name, or initials in brackets."""
    family, given = author.family or "", author.given or ""
    if not given or (family not in text and "(" not in text):
        return False
    if family in text and re.search(
        rf"\b{re.escape(given[0])}[\w.’'-]{{0,20}}[\s.]*(?:[\w.’'-]{{1,20}}\s){{0,3}}{re.escape(family)}\b",
        text,
    ):
        return True
    initials = "".join(part[0] for part in re.split(r"[\s.-]+", f"{given} {family}") if part)
    bracketed = [re.sub(r"[\s.-]", "", match) for match in re.findall(r"\(([A-Z][A-Z.\s-]{0,12})\)", text)]
    return initials.upper() in bracketed
