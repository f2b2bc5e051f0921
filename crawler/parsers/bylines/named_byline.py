"""Authors of a page that names them in no data: from the elements that are called after authors, in front of the text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import cast

from lxml import etree

from crawler.items import AuthorList, AuthorSaid, PageReading
from crawler.parsers.bylines.byline import read_byline
from crawler.parsers.document import Document
from crawler.parsers.text import Element, text_of, written_of

_CALLED = etree.XPath(
    "//body//*[contains(@class, 'uthor') or contains(@class, 'yline') or contains(@class, 'ontrib')]"
)
#: Class names as letters alone: "author-names", "AuthorGroup", "pb_authors", "ltx_role_author".
_ALL = re.compile(
    r"[a-z]{0,14}?(?:authors|authornames|authorsnames|authorgroup|authorsgroup|authorlist|authorslist|byline|contributors|contribgroup|contributorlist)"
)
_ONE = re.compile(r"[a-z]{0,14}?(?:author|authorname|authorsname|contributor|contributorname|personname)")
_OTHERS = re.compile(
    r"reference|bibliograph|citation|cited|related|recommend|comment|review|editor|footer|sidebar|search|menu|(?:^|[\s_-])nav",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset({"nav", "footer", "aside", "form", "li"})
#: Longer elements hold more than a by-line with its addresses.
_LONGEST = 8000
_BY = re.compile(r"^(?:by|von|par|por|di)\s", re.IGNORECASE)
_WORD = r"[^\W\d_][^\W\d_.'’‐-]{0,30}(?:[.'’‐-][^\W\d_]{0,30}){0,5}"
_NAME = re.compile(rf"{_WORD}(?:,? {_WORD}){{1,6}}")
_NO_NAME = re.compile(
    r"\b(?:authors?|editors?|editorial|for|about|all|and|the|search|view|show|more|links?|open|journal|articles?|university|institut\w*|department|college|hospital"
    r"|school|cent(?:er|re)|laborator\w*|received|published|abstract|affiliations?|contact|email|information|guidelines|instructions|contributors?|by|of)\b",
    re.IGNORECASE,
)
_LONGEST_NAME = 60
_CJK = re.compile(r"[一-鿿가-힣]{2,4}")


def read_named_byline(document: Document, reading: PageReading) -> None:
    """Add the authors that the first element called after them names, where no source has given any."""
    if reading.author_lists or not any("uthor" in name or "yline" in name for name in document.classes):
        return
    for element in cast("list[Element]", _CALLED(document.root)):
        if not _fits(element):
            continue
        names = _names_in(element)
        if names:
            authors = [AuthorSaid(name=name) for name in names]
            reading.author_lists.append(AuthorList("dom:.authors", authors))
            return


def _fits(element: Element) -> bool:
    """Whether an element is called after authors, and stands neither in a menu nor in what is said of other works."""
    if not _is_called(element, _ALL) and not _is_called(element, _ONE):
        return False
    if len(written_of(element)) > _LONGEST:
        return False
    return not any(
        outer.tag in _ELSEWHERE or _OTHERS.search(f"{outer.get('class') or ''} {outer.get('id') or ''}")
        for outer in element.iterancestors()
        if outer.tag not in {"body", "html"}
    )


def _is_called(element: Element, pattern: re.Pattern[str]) -> bool:
    names = (element.get("class") or "").split()
    return any(pattern.fullmatch("".join(filter(str.isalpha, name)).lower()) for name in names)


def _names_in(element: Element) -> list[str]:
    """One name for each element inside that is called after an author; else those in the running text."""
    by_class: dict[str, list[str]] = {}
    for inner in element.iter():
        if inner is not element and isinstance(inner.tag, str) and _is_called(inner, _ONE):
            by_class.setdefault(inner.get("class") or "", []).append(text_of(inner).strip(" ,;"))
    whole = (texts for texts in by_class.values() if all(map(_is_name, texts)))
    single = next(whole, None)
    if single is not None:
        return list(dict.fromkeys(single))
    if any(len(texts) > 1 for texts in by_class.values()):
        return []  # each author's element holds more than the name
    return _leading(author.name or "" for author in read_byline(element, {}))


def _leading(texts: Iterable[str]) -> list[str]:
    """Names up to the first text that is none; labels of the list may stand before them."""
    found: list[str] = []
    for text in texts:
        name = _BY.sub("", text)
        if _is_name(name):
            found.append(name)
        elif found:
            break
    return list(dict.fromkeys(found))


def _is_name(text: str) -> bool:
    if _CJK.fullmatch(text):
        return True
    return (
        len(text) <= _LONGEST_NAME
        and _NAME.fullmatch(text) is not None
        and any(word[0].isupper() for word in text.split())
        and _NO_NAME.search(text) is None
    )
