"""DOIs: one spelling for the many ways in which pages print and link them."""

from __future__ import annotations

import html
import re
from urllib.parse import unquote

from pipelines.normalise.characters import HYPHENS, INVISIBLE

# A SICI suffix is the only place where "<" may stand:
# 10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2
_SICI_TAIL = r"<[^<>\s]{1,80}>[0-9]\.[0-9]\.[A-Za-z]{2};[0-9]?(?:-[0-9A-Za-z#])?"
_DOI = re.compile(
    r"(?<![0-9])(?<![0-9]\.)10\.[0-9]{4,9}(?:\.[0-9]{1,9}){0,4}/"
    rf"(?:{_SICI_TAIL}|[^\s<>\"“”«»|^`{{}}\\\u2e80-\uffff])+",
    re.IGNORECASE,
)
_BROKEN_PREFIX = re.compile(r"\b10\s?\.\s?([0-9]{4,9})\s{0,2}/\s{0,2}(?=[\w(])")
# What page builders and typesetters glue to the end of a DOI.
_GLUED = re.compile(
    r"https?:|\.?(?:doi:|doi\.org|pmid(?::|[0-9]|$)|pmcid:|pmc[0-9]{5}|epub|\[?arxiv:|available(?:from|at|online))"
    r"|[?&][a-z_]{1,20}=|#[a-z]|;jsessionid|,[a-z]{2}|[,;(]10\.[0-9]{4,9}/"
)
_ENTITY = re.compile(r"&(?:amp|lt|gt|quot|#[0-9]{1,6}|#x[0-9a-f]{1,6});", re.IGNORECASE)
_TABLE: dict[int, str | None] = {**INVISIBLE, **HYPHENS}
# Views of a page, the year of the reference, the letter of the next one.
_TAILS = re.compile(
    r"/(?:full/?(?:html|pdf)?|abstract|e?pdf(?:direct)?|fulltext|full-text|summary|meta|html)/?$"
    r"|\((?:19|20)[0-9]{2}\)?$|\.\([a-z]\)?$"
)
_TRAILING = ".,;:!?'’‘*†‡§…/_&·–—"
_PAIRS = {")": "(", "]": "["}


def doi(text: str | None) -> str | None:
    """Return the DOI of an identifier, link or label, lower case and bare, or None where there is none.

    Takes ``doi:…``, ``https://doi.org/…``, links that carry a DOI in path or query, percent-encoding and
    (doubly) escaped HTML. Old SICI forms keep their ``<>;()``; glued punctuation and link tails go.
    """
    return find_doi(text)


def find_doi(text: str | None) -> str | None:
    """Return the first DOI in running text, in the spelling of `doi`."""
    if not text or "10" not in text:
        return None
    prepared = _prepared(text)
    match = _DOI.search(prepared)
    if match is None:
        match = _DOI.search(_BROKEN_PREFIX.sub(r"10.\1/", prepared))
    return _cut(match[0].lower()) or None if match else None


def _prepared(text: str) -> str:
    if "&" in text and _ENTITY.search(text):
        text = html.unescape(html.unescape(text))
    if "%" in text:
        text = unquote(text)
        if "%2" in text or "%3" in text:
            text = unquote(text)
    return text if text.isascii() and text.isprintable() else text.translate(_TABLE)


def _cut(found: str) -> str:
    slash = found.index("/") + 1
    glued = _GLUED.search(found.lower(), slash + 1)
    if glued:
        found = found[: glued.start()]
    before = None
    while before != found:
        before = found
        found = found.rstrip(_TRAILING)
        tail = _TAILS.search(found.lower(), slash + 1)
        if tail:
            found = found[: tail.start()]
        opener = _PAIRS.get(found[-1:])
        if opener and found.count(found[-1]) > found.count(opener):
            found = found[:-1]
        if found[-1:] in "([" and found:
            found = found[:-1]
        found = _without_open_bracket(found, slash)
    return found if len(found) > slash and any(c.isalnum() for c in found[slash:]) else ""


def _without_open_bracket(found: str, slash: int) -> str:
    """Cut ``10.1/x(see`` at a bracket that never closes, but leave a bracket that opens the suffix."""
    for closer, opener in _PAIRS.items():
        if found.count(opener) > found.count(closer):
            at = found.rindex(opener)
            if at > slash:
                found = found[:at].rstrip(_TRAILING)
    return found
