"""What one item of a reference list says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import cast

from crawler.items import ReferenceSaid
from crawler.parsers.document import Document
from crawler.parsers.references.links import is_link_label, read_links
from crawler.parsers.references.parts import names_parts, read_parts
from crawler.parsers.select import Select
from crawler.parsers.text import SILENT, Element, text_of

_LABEL_CLASS = re.compile(
    r"(?:^|[\s_-])(?:label|number|num|ref-?no|citation-?number|bibcite|order|refnumber|bullet)(?:$|[\s_-])",
    re.IGNORECASE,
)
_LINK_CLASS = re.compile(
    r"(?:references__links|reference-?links|citation-?links|ref-?links|extra-links|refs?-?linkouts?|cit-extra|getFTR"
    r"|external-links|links?-list|link-?group|citeLinks|pubmed-link|crossref-doi|xreflinks|ref-?actions|citedBy|pub-id-links"
    r"|reference__lookup|casRecord|externalReferences|internalReferences|openUrl|google-scholar|adslink|inst-?link|item-links|article-links|referenceLabel|reflink-(?:links|indicators|details-cited)|dropBlock|popover|tooltip"
    # What a reader's browser extension writes into the page.
    r"|es-webpage-collect|es-inline)",
    re.IGNORECASE,
)
_NUMBER = re.compile(
    r"^\s*(?:\[\s?(\d{1,4})\s?[a-z]?\]|\(\s?(\d{1,4})\s?\)|(\d{1,4})(?=[.)\]]|\s)[.)\]]?)\s*[.:]?\s*"
)
_NUMBER_STARTS = frozenset("[(0123456789")
_LAST_LABEL = re.compile(
    r"[\s\[(|;,•]{0,4}\b(?:Cross ?[Rr]ef|Pub[Mm]ed(?: Central)?|Google Scholar|CAS|Web of Science|Full Text|View (?:Article|at)|ISI|Scopus"
    r"|ADS|MATH|MathSciNet|Article)[\s\])]{0,4}$"
)
_LONGEST_NUMBER = 4
#: Labels of links behind one reference.
_MOST_LABELS = 20
#: What stands around links that are gone: "| Full Text: (504KB)]".
_LAST_SIZE = re.compile(r"(?:\s?\|\s?)?(?:Full Text)?:?\s{0,2}\(\s?\d[\d.,]{0,6}\s?[KkM]B\s?\)[\s\])]{0,3}$")
_EMPTY_BRACKETS = re.compile(r"(?:\s{0,3}\[[\s,;|]{0,3}\]){1,8}\s{0,3}\.?\s{0,3}$")
#: White space that blocks leave around punctuation where each part of a reference is one.
_BEFORE_POINT = re.compile(r"\s([,;.:)\]])")
_AFTER_OPENING = re.compile(r"([(\[])\s|(?<=\d)\s([-–])\s(?=\d)")
#: How a text ends whose labels are gone.
_OPEN_ENDS = ("]", "] .", "].", "|", "·", "•", "—", " -", " –", " ,", " ;")
_LEFT_OVER = re.compile(r"(?:\s{0,2}[|·•—]|\s[-–,;]){1,12}\s{0,3}$")
#: Most references end in one of these, and no label of a link does.
_NO_LABEL_ENDS = (*".0123456789",)


def read_items(
    document: Document,
    items: Sequence[Element],
    own_doi: str | None,
    text: Select | None = None,
    known: Sequence[ReferenceSaid] = (),
) -> list[ReferenceSaid]:
    """What each item of a reference list says, in order.

    Args:
        document: The page they stand on.
        items: The whole items, their link-outs included.
        own_doi: The citing article's DOI, never a target.
        text: Selects the text alone inside an item, where the layout has an element for it.
        known: The same list as metas give it; links that look a work up repeat its fields, and are read where it has none.
    """
    has_parts = names_parts(document.classes)
    states_dois = not document.body or b"data-doi" in document.body
    found = []
    for position, item in enumerate(items, start=1):
        said = _read_item(item, position, text.first(item) if text is not None else None)
        if has_parts and read_parts(item, said) and said.raw:
            said.raw = _AFTER_OPENING.sub(r"\1\2", _BEFORE_POINT.sub(r"\1", said.raw))
        twin = known[position - 1] if len(known) == len(items) else None
        is_known = twin is not None and bool(
            twin.title and twin.container_title and twin.authors and twin.year
        )
        read_links(item, own_doi, said, states_dois=states_dois, look_up=not is_known)
        found.append(said)
    return found


def _read_item(item: Element, position: int, text: Element | None) -> ReferenceSaid:
    """Key, number and text of one item; a leading number is dropped when it can be that of its place."""
    said = ReferenceSaid(key=_key(item, text))
    raw = text_of(item if text is None else text, _is_furniture)
    number = _NUMBER.match(raw) if raw[:1] in _NUMBER_STARTS else None
    if number:
        value = int(next(group for group in number.groups() if group))
        bracketed = number.group(3) is None or raw[number.end(3) : number.end(3) + 1] in {".", ")", "]"}
        if value == position or (bracketed and value < 1500 and not _looks_like_year(value)):
            said.number = value
            raw = raw[number.end() :]
    if said.number is None:
        said.number = _labelled_number(item)
    said.raw = _without_labels(raw) or None
    return said


def _labelled_number(item: Element) -> int | None:
    """The number in the label that opens an item, which is no part of its text."""
    first = next(iter(item), None)
    css = first.get("class") if first is not None else None
    if first is None or not css or not _class_kind(css)[1]:
        return None
    label = text_of(first).strip(" .()[]")
    return int(label) if label.isascii() and label.isdigit() and len(label) <= _LONGEST_NUMBER else None


def _without_labels(raw: str) -> str:
    """Cut link labels that stand at the end as plain text, one at a time."""
    # Bars stood between the labels of links that are gone, and brackets around them.
    if raw.endswith(_OPEN_ENDS):
        raw = _LEFT_OVER.sub("", _EMPTY_BRACKETS.sub("", raw))
    if raw.endswith(" ."):
        raw = raw[:-2].rstrip()
    if raw.endswith(_NO_LABEL_ENDS):
        return raw
    for _ in range(_MOST_LABELS):
        tail = max(0, len(raw) - 30)
        found = _LAST_LABEL.search(raw, tail) or _LAST_SIZE.search(raw, tail)
        if found is None:
            break
        raw = raw[: found.start()]
    return raw.strip()


def _looks_like_year(value: int) -> bool:
    return 1500 <= value <= 2100


def _key(item: Element, text: Element | None) -> str | None:
    for element in (text, item):
        if element is not None and element.get("id"):
            return cast("str", element.get("id")).removeprefix("jumplink-").removeprefix("ref-")
    inner = next(
        (
            node.get("id") or node.get("name")
            for node in item.iter("a", "span", "p", "div", "cite")
            if node.get("id") or (node.tag == "a" and node.get("name"))
        ),
        None,
    )
    return inner.removeprefix("jumplink-").removeprefix("ref-") if inner else None


@lru_cache(maxsize=2048)
def _class_kind(css: str) -> tuple[bool, bool]:
    """Whether a class names link-outs, and whether it names a number or label."""
    return _LINK_CLASS.search(css) is not None, _LABEL_CLASS.search(css) is not None


def _is_furniture(node: Element) -> bool:
    """Labels, numbers and link-outs inside an item."""
    tag = node.tag
    if tag in SILENT:
        return True
    css = node.get("class")
    if css:
        is_links, is_label = _class_kind(css)
        if is_links or (is_label and len(text_of(node)) <= 6):
            return True
    if tag == "a":
        return is_link_label(text_of(node))
    return False
