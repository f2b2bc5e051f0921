"""Identifiers and links in a reference string, and the string with each of them masked.

Masked, an identifier is one token of known kind: the tagger need not learn that the "2016" of a DOI is no year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipelines.normalise import arxiv_id, doi, isbn, url

#: Stands for every character of an identifier, so that offsets stay those of the raw string.
MASK = "\x1a"

# PDF text sets spaces where typesetters kerned: "10 .1145/…", "http ://dx.doi. org/", "arXiv :1405 .4632".
_DOI = re.compile(
    r"(?:(?:https?\s?:\s?//\s?)?(?:www\.)?(?:dx\s?\.\s?)?doi\s?\.\s?org\s?/\s?|\bdoi\s{0,2}[:=.]?\s{0,2}){0,3}"
    r"(?<!\d)(?<!\d\.)10\s?\.\s?\d{4,9}(?:\.\d{1,9}){0,4}\s?/\s?(?:[A-Za-z]\.\s(?=[a-z]))?"
    r"(?:<[^<>\s]{1,80}>\d\.\d\.[A-Za-z]{2};\d?(?:-[\dA-Za-z#])?|\s\.(?=\d)|(?<=[a-z]-)\s(?=\d)"
    r"|[^\s<>\"“”«»|^`{}\\\u2e80-\uffff])+",
    re.IGNORECASE,
)
_URL = re.compile(
    r"(?:\burl\s?:?\s?)?(?:https?\s?:\s?//\s?|ftp://|\bwww\d?\s?\.\s?)[^\s<>\"“”«»|^`{}\\]+", re.IGNORECASE
)
_BARE_URL = re.compile(
    r"(?<![\w@./-])(?:[a-z\d-]{1,40}\.){1,4}(?:com|org|net|gov|edu|int|io|eu|info)/[^\s<>\"“”«»|^`{}\\]{1,500}",
    re.IGNORECASE,
)
_BARE_HOST = re.compile(r"\w\.(?:com|org|net|gov|edu|int|io|eu|info)/")
_ARCHIVE = (
    r"(?:astro\s?-\s?ph|cond\s?-\s?mat|gr\s?-\s?qc|hep\s?-\s?(?:ex|lat|ph|th)|math(?:\s?-\s?ph)?|nlin"
    r"|nucl\s?-\s?(?:ex|th)|physics|quant\s?-\s?ph|cs|stat|q-bio|q-fin|q-alg|alg-geom|dg-ga|chao-dyn|solv-int)"
    r"(?:\.[A-Z]{2})?"
)
_ARXIV = re.compile(
    r"(?:https?\s?:\s?//\s?(?:www\.)?)?(?:arxiv|\bcorr,?\s?(?=abs/))\s?(?:\.\s?org)?\s?[:;,/]?\s?"
    r"(?:abs/|pdf/|preprint\s?:?\s?(?:arxiv\s?:\s?)?)?\s?"
    rf"(?:(?:{_ARCHIVE}\s?/\s?)?\d{{4}}\s?\.\s?\d{{4,5}}|{_ARCHIVE}\s?/\s?\d{{7}})(?:v\d{{1,2}})?(?!\d)",
    re.IGNORECASE,
)
_ARXIV_OLD = re.compile(
    rf"(?:\barxiv\s?(?:\.\s?org)?\s?[:;,/]?\s?(?:abs/)?)?\b{_ARCHIVE}\s?/\s?\d{{7}}(?:v\d{{1,2}})?(?!\d)",
    re.IGNORECASE,
)
_ARXIV_BARE = re.compile(
    r"(?<=\[)\d{4}\.\d{4,5}(?:v\d{1,2})?(?=\s?[\[\]])|(?<=preprint )\d{4}\s?\.\s?\d{4,5}", re.IGNORECASE
)
_SEVEN_DIGITS = re.compile(r"/\s?\d{7}")
_PMID = re.compile(r"\b(?:PMID|PubMed(?:\sID)?|Medline)\s?[:.]?\s?([1-9]\d{3,7})(?!\d)", re.IGNORECASE)
_PMCID = re.compile(r"\b(?:PMCID\s?:?\s?)?PMC\s?([1-9]\d{2,8})(?!\d)", re.IGNORECASE)
_ISBN = re.compile(
    r"\bISBN(?:-1[03])?\s?[:=.]?\s?((?:97[89][-\s–]{0,3})?(?:\d[-\s–]{0,2}){9}[\dXx])", re.IGNORECASE
)
_ISSN = re.compile(
    r"\b[ep]?-?ISSN(?:-L)?\s?[:=.]?\s?\d{4}\s?[-–]\s?\d{3}[\dXx](?:,\s?\d{4}[-–]\d{3}[\dXx])?", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")
# The number or key that a list gives the item: "[12]", "(5)", "102.", "[AH]", "(a)".
_LABEL = re.compile(
    r"\s{0,3}(?:\[[^\[\]]{1,12}\]|\((?:\d{1,3}|[a-z])\)|(?:\d{1,3}[.)]|[a-z]\))(?=\s))[\s.]{0,3}(?=\S)"
)


@dataclass(slots=True)
class Identified:
    """The identifiers of one string, normalised, and the string with them masked."""

    masked: str
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    arxiv_id: str | None = None
    isbn: str | None = None
    url: str | None = None


def identify(raw: str) -> Identified:
    """Find the identifiers and links of ``raw``; of several of one kind the first counts, all are masked."""
    label = _LABEL.match(raw)
    found = Identified(" " * label.end() + raw[label.end() :] if label else raw)
    lower = raw.lower()
    if "/" in lower:
        if "10" in lower:
            _take_dois(found)
        if _SEVEN_DIGITS.search(lower):
            _take_arxiv(found, _ARXIV_OLD)
    if "arxiv" in lower or "abs/" in lower:
        _take_arxiv(found, _ARXIV)
    if "preprint" in lower or "[" in lower:
        _take_arxiv(found, _ARXIV_BARE)
    if "pm" in lower or "pubmed" in lower or "medline" in lower:
        _take(found, "pmid", _PMID)
        _take(found, "pmcid", _PMCID)
    if "isbn" in lower or "issn" in lower:
        _take(found, "isbn", _ISBN)
        found.masked = _ISSN.sub(_masked, found.masked)
    if "http" in lower or "www" in lower or "ftp:" in lower:
        _take_urls(found, _URL)
    if _BARE_HOST.search(lower):
        _take_urls(found, _BARE_URL)
    return found


def _masked(match: re.Match[str]) -> str:
    return MASK * len(match[0])


def _take_dois(found: Identified) -> None:
    for match in _DOI.finditer(found.masked):
        value = doi(_SPACE.sub("", match[0]))
        if value is None:
            continue
        end = match.end() - _left_over(match[0], value)
        found.masked = found.masked[: match.start()] + MASK * (end - match.start()) + found.masked[end:]
        if value.startswith("10.48550/arxiv."):
            found.arxiv_id = found.arxiv_id or arxiv_id(value)
        found.doi = found.doi or value


def _left_over(matched: str, value: str) -> int:
    """How many characters at the end of ``matched`` are not of the DOI."""
    tail = value[-4:]
    at = matched.lower().rfind(tail)
    return len(matched) - at - len(tail) if at >= 0 else 0


def _take_arxiv(found: Identified, pattern: re.Pattern[str]) -> None:
    for match in pattern.finditer(found.masked):
        found.arxiv_id = found.arxiv_id or arxiv_id("arXiv:" + _SPACE.sub("", match[0]))
    found.masked = pattern.sub(_masked, found.masked)


def _take(found: Identified, name: str, pattern: re.Pattern[str]) -> None:
    match = pattern.search(found.masked)
    if match:
        value = match[1]
        if name == "pmcid":
            value = f"PMC{value}"
        setattr(found, name, isbn(value) if name == "isbn" else value)
        found.masked = pattern.sub(_masked, found.masked)


def _take_urls(found: Identified, pattern: re.Pattern[str]) -> None:
    for match in pattern.finditer(found.masked):
        if MASK not in match[0]:
            found.url = found.url or url(match[0]) or url(f"http://{match[0]}")
    found.masked = pattern.sub(_masked, found.masked)
