"""Dates that a page prints: received, revised, accepted, published, wherever a label stands before a date."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.sections import Section
from crawler.parsers.text import Element, text_of

_MONTH = (
    r"(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|ço|zo)?|m[äa]rz|apr(?:il)?|avril|abr(?:il)?"
    r"|may|mai|mayo|maio|june?|juni|juin|junio|junho|july?|juli|juillet|julio|julho|aug(?:ust)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|tembre|iembre)?"
    r"|set(?:embro)?|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|d[ée]c(?:embre)?|dez(?:ember|embro)?|dic(?:iembre)?)"
)
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s.\-/]+(?:de\s+)?{_MONTH}\.?,?[\s.\-/]+(?:de\s+)?(?:19|20)\d\d"
    rf"|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    rf"|(?:19|20)\d\d[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d"
    rf"|(?:19|20)\d\d\s+{_MONTH}\s+\d{{1,2}}|{_MONTH}\.?,?\s+(?:19|20)\d\d)"
)
_KINDS: tuple[tuple[str, str], ...] = (
    (
        "received",
        r"(?:manuscript\s+)?received(?:\s+(?:on|date|in\s+original\s+form|for\s+publication))?|submitted(?:\s+on)?|submission\s+date|eingegangen|re[çc]u(?:\s+le)?|recibido|recebido|fecha\s+de\s+recepción",
    ),
    (
        "revised",
        r"(?:(?:received\s+(?:in\s+)?)?revised(?:\s+(?:form|version|manuscript|on))?(?:\s+received)?|revision\s+(?:received|requested)|revisado|corrigido)",
    ),
    (
        "accepted",
        r"(?:manuscript\s+)?accepted(?:\s+(?:on|date|manuscript|for\s+publication|article\s+published|in\s+revised\s+form))?|acceptance\s+date|angenommen|accept[ée](?:\s+le)?|aceptado|aceito|aprobado|aprovado",
    ),
    (
        "published",
        r"(?:article\s+)?(?:first\s+)?published(?:\s+(?:online|on|date|in\s+print|electronically))?(?:\s+(?:on|date))?|publication\s+date|(?:available|e-?pub(?:lished)?)\s+online|online\s+publication\s+date|first\s+online|version\s+of\s+record(?:\s+online)?|date\s+of\s+publication|publi[ée]\s+(?:en\s+ligne\s+)?le|publicado(?:\s+en)?|veröffentlicht",
    ),
)
LABELLED_DATES = tuple(
    (
        column,
        re.compile(
            rf"(?<![\w-])(?:{label})\s{{0,3}}[:：,|]?\s{{0,3}}(?:on\s+|the\s+|le\s+|am\s+|em\s+|el\s+)?(?:\w{{3,9}}day,?\s+)?({DATE})",
            re.IGNORECASE,
        ),
    )
    for column, label in _KINDS
)
_HINT = re.compile(
    r"issue date|received|submitted|accepted|published|revised|available online|first online|publication date|eingegangen|reçu|recibido|recebido|publicado|aceito|aceptado|version of record",
    re.IGNORECASE,
)
_PLACES = (
    "li",
    "p",
    "div",
    "span",
    "td",
    "dd",
    "dl",
    "ul",
    "tr",
    "section",
    "time",
    "em",
    "i",
    "h4",
    "h5",
    "h6",
    "header",
)
_LONGEST = 700


def read_history(document: Document, sections: list[Section], reading: PageReading) -> None:
    """Add the dates that stand behind a label, outside reference lists and teasers of other articles."""
    have = {candidate.field for candidate in reading.candidates if candidate.source.startswith("dom:")}
    wanted = [(column, pattern) for column, pattern in LABELLED_DATES if column not in have]
    if not wanted:
        return
    skip = {
        id(element)
        for section in sections
        if section.kind in {"references", "cited_by", "boilerplate"}
        for element in section.content
    }
    found: dict[str, str] = {}
    seen = 0
    for element in document.root.iter(*_PLACES):
        if not _speaks_of_dates(element):
            continue
        text = text_of(element)
        if len(text) > _LONGEST or not _HINT.search(text) or _under(element, skip):
            continue
        seen += 1
        for column, pattern in wanted:
            if column not in found and (match := pattern.search(text)):
                found[column] = match.group(1)
        if len(found) == len(wanted) or seen > 60:
            break
    for column, text in found.items():
        reading.candidates.append(Candidate(column, text, "dom:label"))


def _speaks_of_dates(element: Element) -> bool:
    """Cheap look at the element's own words and its first children before any text is joined."""
    own = element.text
    if own and _HINT.search(own[:200]):
        return True
    for index, child in enumerate(element):
        if index > 3:
            return False
        if (child.text and _HINT.search(child.text[:100])) or (child.tail and _HINT.search(child.tail[:100])):
            return True
    return False


def _under(element: Element, nodes: set[int]) -> bool:
    node: Element | None = element
    while node is not None:
        if id(node) in nodes:
            return True
        node = node.getparent()
    return False
