"""Identifiers as XML files hold them: in elements with a type, in links, and in text."""

from __future__ import annotations

import re
from urllib.parse import unquote

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d{1,9}){0,4}/\S{1,300}")
_ORCID = re.compile(r"(?<![\dX])(\d{4})-?(\d{4})-?(\d{4})-?(\d{3}[\dXx])(?![\dX])")
_ARXIV = re.compile(r"(?<![\d.])(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?(?!\d)")
_FUNDER = re.compile(r"10\.13039/\d{6,14}|ror\.org/0[a-z0-9]{6}\d\d", re.IGNORECASE)
_PMC = re.compile(r"PMC\s?(\d{4,9})", re.IGNORECASE)
_BETWEEN_NUMBERS = re.compile(r"\s?;\s?|,\s|\s(?:and|&)\s")
_BRACKETS = {")": "(", "]": "[", "}": "{", ">": "<"}


def find_doi(text: str | None) -> str | None:
    """The first DOI in a text or link, percent-encoding undone, without the punctuation that closes a sentence."""
    if not text or ("10." not in text and "10%2E" not in text):
        return None
    if "%" in text and re.search(r"%(?:2F|28|29|3A|3C|3E|3B|5B|5D)", text, re.IGNORECASE):
        text = unquote(text)
    found = _DOI.search(text)
    if found is None:
        return None
    doi = found.group()
    while doi:
        last = doi[-1]
        if last in ".,;:'\"”’»" or (last in _BRACKETS and doi.count(last) > doi.count(_BRACKETS[last])):
            doi = doi[:-1]
        else:
            break
    return doi


def find_orcid(text: str | None) -> str | None:
    """The first ORCID iD in a text or link, with its hyphens."""
    found = _ORCID.search(text or "")
    return "-".join(found.groups()).upper() if found else None


def find_arxiv(text: str | None) -> str | None:
    """The arXiv number in a text or link that is known to be about arXiv."""
    found = _ARXIV.search(text or "")
    return found.group() if found else None


def find_funder_id(text: str | None) -> str | None:
    """A funder's number in the Crossref registry (``10.13039/…``), or its ROR address, out of a text or link."""
    found = _FUNDER.search(text or "")
    if found is None:
        return None
    return f"https://{found.group().lower()}" if "ror" in found.group().lower() else found.group()


def find_pmcid(text: str | None) -> str | None:
    """A PubMed Central id with its letters."""
    found = _PMC.search(text or "")
    return f"PMC{found.group(1)}" if found else None


def award_numbers(text: str) -> list[str]:
    """The numbers in an element for one of them; several only where each is a word with a digit in it."""
    pieces = [piece for piece in _BETWEEN_NUMBERS.split(text) if piece]
    several = len(pieces) > 1 and all(re.fullmatch(r"(?=\D{0,40}\d)\S{3,60}", piece) for piece in pieces)
    return pieces if several else [text] if text else []
