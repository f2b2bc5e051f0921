"""Retractions, corrections and expressions of concern that a JATS file names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.items import NoticeSaid
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.dates import date_of
from crawler.parsers.xml_reading.identifiers import find_doi
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, descendants, first

#: Kinds of notices by the words in ``related-article-type``.
_KINDS = (
    (re.compile(r"partial[\s_-]?retract"), "partial_retraction"),
    (re.compile(r"retract"), "retraction"),
    (re.compile(r"withdraw|removal|removed"), "withdrawal"),
    (re.compile(r"concern"), "concern"),
    (re.compile(r"corri|correct|errat"), "correction"),
    (re.compile(r"addend"), "addendum"),
    (re.compile(r"republi|reinstat"), "republication"),
)
#: Types whose target is the article that this file is a notice about.
_BACKWARD = re.compile(r"corrected-article|retracted-article|object-of|updated-article|-of$|removed-article")
_NOTICE_TYPES = re.compile(
    r"^(?:(?:partial-)?retraction|correction|erratum|expression-of-concern|addendum|corrigendum)$"
)


def read_notices(article: Element, meta: Element | None) -> list[NoticeSaid]:
    """Notices about this article; on the page of a notice, that it is one and the article it is about.

    The kind of the latter ends in ``_of``: a retraction notice is not itself retracted.
    """
    kind = (attribute(article, "article-type") or "").lower()
    is_notice = _NOTICE_TYPES.match(kind) is not None
    found = list(_related(meta, is_notice=is_notice))
    dates = [
        (attribute(node, "date-type") or "", date_of(node))
        for part in ("history", "pub-history")
        for node in descendants(child(meta, part), "date")
    ]
    for stated, date in dates:
        if stated in {"retracted", "retraction"} and not any(n.kind == "retraction" for n in found):
            found.append(NoticeSaid("jats:history/date[retracted]", "retraction", None, date))
        elif stated in {"corrected", "correction"} and not any(n.kind == "correction" for n in found):
            found.append(NoticeSaid("jats:history/date[corrected]", "correction", None, date))
    title = text_of(child(meta, "title-group", "article-title"))
    if (
        not found
        and not is_notice
        and re.match(r"(?:\[?retracted\b|retracted article)", title, re.IGNORECASE)
    ):
        found.append(NoticeSaid("jats:title-group/article-title", "retraction"))
    return found


def _related(meta: Element | None, *, is_notice: bool) -> Iterator[NoticeSaid]:
    for node in descendants(meta, "related-article"):
        stated = (attribute(node, "related-article-type") or "").lower()
        kind = next((name for pattern, name in _KINDS if pattern.search(stated)), None)
        if kind is None:
            continue
        if _BACKWARD.search(stated) or (is_notice and "forward" not in stated):
            kind = f"{kind}_of"
        doi = find_doi(attribute(node, "href")) or find_doi(text_of(node))
        dated = first(child(node, "date"), node if child(node, "year") is not None else None)
        date = date_of(dated) if dated is not None else None
        yield NoticeSaid(f"jats:related-article[{stated}]", kind, doi, date)
