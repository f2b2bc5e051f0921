"""The head of an Elsevier document: identity, type, title, abstract, keywords, history; and what it is a notice about."""

from __future__ import annotations

import re
from typing import Final

from crawler.items import NoticeSaid
from crawler.parsers.jats.abstract import abstract_text
from crawler.parsers.jats.article_types import is_article_type
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.dates import date_of
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, local

#: The publisher's codes for types of articles, in its own words.
_TYPES: Final = {
    "abs": "Abstract",
    "adv": "Advertisement",
    "ann": "Announcement",
    "brv": "Book review",
    "cal": "Calendar",
    "chp": "Chapter",
    "cnf": "Conference",
    "con": "Contents list",
    "cor": "Correspondence",
    "crp": "Case report",
    "dat": "Data article",
    "dis": "Discussion",
    "dup": "Duplicate",
    "edb": "Editorial board",
    "edi": "Editorial",
    "err": "Erratum",
    "exm": "Examination",
    "fla": "Full-length article",
    "ind": "Index",
    "lit": "Literature alert",
    "mic": "Micro article",
    "mis": "Miscellaneous",
    "nws": "News",
    "ocn": "Other contents",
    "osp": "Original software publication",
    "pgl": "Practice guideline",
    "pnt": "Patent report",
    "prp": "Personal report",
    "prv": "Product review",
    "pub": "Publisher's note",
    "rem": "Removal",
    "req": "Request for assistance",
    "ret": "Retraction",
    "rev": "Review article",
    "rpl": "Replication study",
    "sco": "Short communication",
    "ssu": "Short survey",
    "vid": "Video article",
}
_NOTICES: Final = {
    "err": "correction_of",
    "ret": "retraction_of",
    "rem": "withdrawal_of",
    "add": "addendum_of",
}
_TITLE_NOTICE = re.compile(r"\W{0,2}(retracted|withdrawn|removed|temporary removal)\b", re.IGNORECASE)


def read_head(document: Element | None, head: Element | None, said: Candidates) -> None:
    """Say what the head and the item information say."""
    info = child(document, "item-info")
    info = info if info is not None else child(document, "info")
    said.text("doi", text_of(child(info, "doi")), "item-info/doi")
    if document is not None:
        said.text("language", attribute(document, "lang"), "article/@xml:lang")
    said.text("title", _title(head), "head/title")
    _type(document, head, said)
    said.texts(
        "subjects", (text_of(n) for n in descendants(child(info, "doctopics"), "text")), "item-info/doctopics"
    )
    _abstract(head, said)
    for group in children(head, "keywords"):
        if (attribute(group, "class") or "keyword") == "keyword" and not said.has("keywords"):
            said.texts("keywords", (text_of(word) for word in children(group, "keyword")), "head/keywords")
    for column in ("received", "revised", "accepted"):
        dates = [date for node in children(head, f"date-{column}") if (date := date_of(node)) is not None]
        said.text(column, dates[-1] if dates else None, f"head/date-{column}")


def _title(head: Element | None) -> str:
    title = text_of(child(head, "title"), _is_marker)
    subtitle = text_of(child(head, "subtitle"), _is_marker)
    if title and subtitle and subtitle.casefold() not in title.casefold():
        return f"{title.rstrip(':')}{' ' if title[-1] in '?!.' else ': '}{subtitle}"
    return title or subtitle


def _is_marker(node: Element) -> bool:
    return local(node) in {"cross-ref", "cross-refs", "footnote"}


def _type(document: Element | None, head: Element | None, said: Candidates) -> None:
    printed = [text_of(node) for node in children(child(head, "dochead"), "textfn")]
    said.text("article_type", next((text for text in printed if is_article_type(text)), None), "head/dochead")
    code = attribute(document, "docsubtype") if document is not None else None
    said.text("article_type", _TYPES.get(code or "", code), "article/@docsubtype")
    said.texts("subjects", (text for text in printed if not is_article_type(text)), "head/dochead")


def _abstract(head: Element | None, said: Candidates) -> None:
    abstracts = [node for node in children(head, "abstract") if attribute(node, "class") in {None, "author"}]
    language = attribute(head, "lang") if head is not None else None
    spoken = [node for node in abstracts if attribute(node, "lang") in {None, "en", language}]
    for node in spoken or abstracts:
        if text := abstract_text(node):
            said.text("abstract", text, "head/abstract")
            return


def read_notices(document: Element | None, head: Element | None) -> list[NoticeSaid]:
    """What an erratum or retraction is about, and what the title says of the article itself."""
    if document is None:
        return []
    kind = _NOTICES.get(attribute(document, "docsubtype") or "")
    found: list[NoticeSaid] = []
    for node in descendants(child(document, "item-info", "document-thread"), "refers-to-document"):
        if kind is not None:
            doi = text_of(child(node, "doi")) or None
            found.append(NoticeSaid("elsevier:document-thread/refers-to-document", kind, doi))
    if stated := _TITLE_NOTICE.match(text_of(child(head, "title"))):
        own = "retraction" if stated.group(1).lower() == "retracted" else "withdrawal"
        found.append(NoticeSaid("elsevier:head/title", own))
    return found
