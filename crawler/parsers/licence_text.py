"""The licence in words: "This is an open-access article distributed under the terms of the Creative Commons …"."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document

_NAME = "Creative Commons"
#: Words about the article itself before the name, in the same sentence; footers speak of the site's content.
_OF_ARTICLE = re.compile(
    r"\b(?:articles?|works?|papers?|publication|chapter|materials?)\b[^.]{0,160}?"
    r"\b(?:distributed|published|released|licen[sc]ed|terms|available|made|under)\b[^.]{0,160}$",
    re.IGNORECASE,
)
_BEFORE, _BEHIND = 340, 120
_MOST = 8


def read_licence_text(document: Document, reading: PageReading) -> None:
    """Add the sentence's name of the licence, where no link and no meta states one."""
    if (document.body and b"Commons" not in document.body) or any(
        candidate.field == "license" for candidate in reading.candidates
    ):
        return
    text = document.text
    place = text.find(_NAME)
    for _ in range(_MOST):
        if place < 0:
            return
        if _OF_ARTICLE.search(text[max(0, place - _BEFORE) : place]):
            name = text[place : place + _BEHIND]
            reading.candidates.append(Candidate("license", name, "dom:text[Creative Commons]"))
            return
        place = text.find(_NAME, place + 1)
