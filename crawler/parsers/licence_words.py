"""The licence in the words of a page that has no link to it."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document

#: A sentence about the work, so that words about the site in its foot are none.
_SENTENCE = re.compile(
    r"\b(?:distributed|licen[sc]ed|published|released|available|article|work|paper)\b[^.©]{0,90}?"
    r"(Creative\s?Commons\s[^©]{0,110})",
    re.IGNORECASE,
)
_NAME = "ommons"
#: Characters before and behind the name in which the sentence about the work stands.
_BEFORE, _BEHIND = 160, 120


def read_licence_words(document: Document, reading: PageReading) -> None:
    """Add what a sentence says of the licence ("This work is distributed under …"), where no source has said it."""
    if b"ommons" not in document.body or any(c.field == "license" for c in reading.candidates):
        return
    text = document.text
    place = text.find(_NAME)
    while place >= 0:
        found = _SENTENCE.search(text, max(0, place - _BEFORE), place + _BEHIND)
        if found:
            reading.candidates.append(Candidate("license", found.group(1), "dom:text"))
            return
        place = text.find(_NAME, place + _BEHIND)
