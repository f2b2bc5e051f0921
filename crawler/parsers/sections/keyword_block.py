"""Keywords that stand under no heading, in elements that are named for them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.text import text_of

#: Elements of one keyword each; kinds of elements are tried in this order.
_ITEMS = tuple(
    Select(selector)
    for selector in (
        "li.kwd, span.kwd",
        "ul.keywords > li, ul.keyword > li, ul.keywordList > li",
        "ul.kwd-group > li",
        "a.kwd-part, a.kwd-search, a.kwd-btn",
        "a.html-keywords-link",
        "a.keyword, span.keyword, li.keyword",
        "a.hw-article-keyword",
        "span.Keyword",
        "#html-keywords a, div.keyword-group a, section.kwd-group a",
        "div.content-metadata-keywords a, div.article-keywords a",
    )
)
#: Elements of all keywords, behind a label.
_LISTS = Select(
    "div.keywords, section.keywords, p.keywords, div.kwd-group, p.kwd-group, section.kwd-group, div.keyword-group"
)
#: The same, whose label stands outside.
_UNLABELLED = Select("span.kwd-text")
_LABEL = re.compile(r"^(?:author )?key\s?-?words?(?: and phrases)?\s{0,2}[:.—–-]?\s{0,2}", re.IGNORECASE)
#: What stands between keywords in one line, the surest first.
_BETWEEN = (re.compile(r"[;•·|]"), re.compile(r","), re.compile(r"\s[-–—]\s"))
_MOST_LISTS = 10
_MOST = 40
_LONGEST = 120


def read_keyword_block(document: Document, reading: PageReading) -> None:
    """Add the keywords of the first kind of such elements, where no section, layout or meta has given any."""
    if any(c.field == "keywords" and c.source.startswith(("dom:", "highwire:")) for c in reading.candidates):
        return
    for select in _ITEMS:
        words = [text_of(element).strip(" ;,.·•|") for element in document.select(select)]
        if _add(words, reading):
            return
    for element in islice(document.select(_UNLABELLED), _MOST_LISTS):
        if _add(split_keywords(text_of(element)), reading):
            return
    for element in islice(document.select(_LISTS), _MOST_LISTS):
        text = text_of(element)
        label = _LABEL.match(text)
        if label and _add(split_keywords(text[label.end() :]), reading):
            return


def split_keywords(text: str) -> tuple[str, ...]:
    """Keywords in one line, apart at semicolons and dots, else at commas, else at dashes; none of what is prose."""
    separator = next((mark for mark in _BETWEEN if mark.search(text)), _BETWEEN[0])
    return _kept([part.strip(" .,") for part in separator.split(text)])


def _kept(words: Iterable[str]) -> tuple[str, ...]:
    """Each word once; none at all where there are too many, or too long ones, for keywords."""
    unique = tuple(dict.fromkeys(word for word in words if word))
    return () if len(unique) > _MOST or any(len(word) > _LONGEST for word in unique) else unique


def _add(words: Iterable[str], reading: PageReading) -> bool:
    unique = _kept(words)
    if not unique:
        return False
    reading.candidates.append(Candidate("keywords", unique, "dom:.keywords"))
    return True
