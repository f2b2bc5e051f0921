"""What a reference looks like: how its first author stands, and what only bibliographies say."""

from __future__ import annotations

import re

YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?:[a-z])?(?!\d)")
EVIDENCE = re.compile(
    r"(?<!\d)(?:1[5-9]\d\d(?!\d)|(?:18|19|20)\d\d)|10\.\d{4,9}/|https?://|www\.|arxiv|in press|forthcoming|in preparation|submitted"
    r"|unpublished|to be published|\bn\.d\.|personal communication|\bibid|\bISBN|\beds?\.",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-ÞĀ-Ž][\w'’\-–]{1,30}"
PARTICLE = r"(?:(?:van|von|der|den|de|da|di|del|della|la|le|el|al|bin|ten|ter|zu|zur|dos|du|d'|O')\s?){1,3}"
AUTHOR_START = re.compile(
    rf"(?:{PARTICLE})?{_NAME}(?:\s{_NAME}){{0,2}},?\s(?:[A-Z]{{1,4}}\b(?![a-z])|[A-Z]\.|{_NAME},)"
    rf"|(?:[A-Z]{{1,2}}\.[\s-]?){{1,4}}\s?(?:{PARTICLE})?{_NAME}"
    rf"|(?:{PARTICLE})?{_NAME}(?:\set\sal\b|\sand\s|\s&\s|,\s{_NAME}|\s?\((?:1[5-9]|20)\d\d)"
    rf"|[A-Z]{{2,12}}[.,:]\s",
)
#: An institution or a title opens the reference: capitalised words up to a stop.
INSTITUTION_START = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.&\-–/]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’&\-–/.]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)){0,9}\s?[.,(:]"
)


def is_reference(raw: str, own_doi: str | None) -> bool:
    """Whether a text reads like one reference; the article's own citation (``own_doi`` in lower case) is none."""
    if own_doi is not None and own_doi in raw.lower():
        return False
    if AUTHOR_START.match(raw):
        return len(raw) >= 50 or (len(raw) >= 12 and EVIDENCE.search(raw) is not None)
    return 30 <= len(raw) <= 1500 and EVIDENCE.search(raw) is not None
