"""Keywords under a heading."""

from __future__ import annotations

import re
from itertools import takewhile

from crawler.items import Candidate, PageReading
from crawler.parsers.sections.form_fields import asks_readers
from crawler.parsers.sections.keyword_block import split_keywords
from crawler.parsers.sections.sections import Section
from crawler.parsers.text import Element, text_of

_MOST = 40
_LONGEST = 120
_ITEMS = ("li", "a", "kwd")
_LISTS = frozenset({"ul", "ol"})
#: What stands in the place of keywords where there are none.
_NONE = re.compile(r"(?:not (?:available|applicable|provided)|none|n/?a|[-–—])", re.IGNORECASE)


def read_keyword_section(sections: list[Section], reading: PageReading) -> None:
    """Add the keywords of the first section of them that has any."""
    for section in sections:
        if section.kind != "keywords" or asks_readers(section.content):
            continue
        content = _own(section.content)
        items = [text_of(item) for element in content for item in element.iter(*_ITEMS)]
        words = tuple(dict.fromkeys(word.strip(" ;,·•|") for word in items if word))
        if section.run_in or not words:
            words = split_keywords(section.run_in or section.text())
        words = tuple(word for word in words if word and not _NONE.fullmatch(word))
        if words and len(words) <= _MOST and all(len(word) <= _LONGEST for word in words):
            reading.candidates.append(Candidate("keywords", words, "dom:section[keywords]"))
            return


def _own(content: list[Element]) -> list[Element]:
    """Of what follows the heading the part that is a list, where it begins with one: keywords do not go on behind it."""
    lists = list(takewhile(lambda element: element.tag in _LISTS, content))
    return lists or content
