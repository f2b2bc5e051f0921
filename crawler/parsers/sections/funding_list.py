"""Funding given as a list: one item for each funder, its awards behind "Grant Number"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from crawler.items import AwardSaid, PageReading
from crawler.parsers.sections.sections import Section
from crawler.parsers.text import text_of

_ITEM = re.compile(
    r"(?P<funder>[^:]{2,200}?)[.,;:]?\s{0,2}\b(?:[Gg]rant(?:/[Aa]ward)?|[Aa]ward|[Cc]ontract|[Gg]rant/[Cc]ontract) [Nn]umbers?\s{0,2}:\s{0,2}"
    r"(?P<awards>.{1,300})$"
)
_BETWEEN = re.compile(r"\s?[,;]\s")
_SOURCE = "dom:li[funding]"


def read_funding_list(sections: Iterable[Section], reading: PageReading) -> None:
    """Add the funder and awards of every item of a list in a funding section, if at least one names a number."""
    for section in sections:
        if section.kind != "funding_text":
            continue
        items = [text_of(item) for element in section.content for item in element.iter("li")]
        matches = [_ITEM.match(text) for text in items]
        if not any(matches):
            continue
        for text, found in zip(items, matches, strict=True):
            if found is None:
                reading.awards.append(AwardSaid(_SOURCE, text.strip(" .;"), text=text))
                continue
            for award in _BETWEEN.split(found["awards"].strip(" .;")):
                reading.awards.append(
                    AwardSaid(_SOURCE, found["funder"].strip(" .,;"), award_id=award, text=text)
                )
        return
