"""One reference's own text: its number and the labels of its links taken off, its identifiers read."""

from __future__ import annotations

import re
from functools import lru_cache

from crawler.items import ReferenceSaid
from crawler.parsers.references.links import LINK_LABELS, is_link_label

#: Labels that text captures show and that are not yet those of link-outs in markup.
_MORE_LABELS = frozenset(
    """abstract/free full text|free full text|order article via infotrieve|pmc free article|free full text|openurl|open url|go to citation|export citation|in text citation|search via refindit
    |google preview|ref list|medline|publisher full text|pubmed abstract|publisher full text openurl|download ris|rsc
    |search google scholar|find it @ ut|buy via ask*ieee|go to the article's first citation of this reference|reference source
    |view at google scholar|view at publisher|view at scopus|view in article|open in a new window|opens in a new window
    |full text|full text (pdf)|full-text|pubmed citation|cross ref|article navigation|links|first cited|extract|web of science®
    |crossref medline|isi web of science|read article|cited within|see in references|back|top|jump back|return to citation
    """.replace("\n", "")
    .replace("    ", "")
    .split("|")
)
_LABELS = (LINK_LABELS | _MORE_LABELS) - {""}
#: Labels that may also be a word of the reference; they go only beside others.
_WEAK = frozenset(
    """article|abstract|doi|math|view|show|link|links|pdf|extract|ads|back|top|google|publisher|ui|hal|ovid|arxiv|preprint|sfx
    |export|scholar|rsc|euclid|jstor|pmc|inspire|isi|cas|medline|ssrn|scielo|lilacs|full text|fulltext|ncbi|ebsco|proquest
    |sciencedirect|psycinfo|worldcat|spires|scopus|free article|mathematical reviews""".replace("\n", "")
    .replace("    ", "")
    .split("|")
)
#: Labels by their last letters, longest first.
_BY_END: dict[str, list[str]] = {}
for _label in sorted(_LABELS, key=len, reverse=True):
    _BY_END.setdefault(_label[-2:], []).append(_label)
_OPENS = re.compile(r"\(?\bopens? in (?:a )?new (?:window|tab)\)?", re.IGNORECASE)
_SEPARATORS = " \t|·•,;[](){}→↗»>."
_CITED_BY = re.compile(r"\s?Cited by:\s[^.]{0,200}\.?\Z")
_BADGES = re.compile(r"\s?(?:IF:\s?\d{1,3}\.\d\s)?Q[1-4]\s(?:B\d)\s?\.?\Z")

_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:\.\d{1,6}){0,3}/[^\s\"<>|{}]{1,200}")
_PMID = re.compile(r"(?<![A-Za-z])(?:pmid|pubmed(?:\s?id)?)\s?[:=]?\s?(\d{4,9})\b", re.IGNORECASE)
_PMCID = re.compile(r"\b(PMC\d{3,9})\b")
_ARXIV = re.compile(
    r"\barxiv(?:\.org/(?:abs|pdf)/|\s?:\s?)((?:[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?)",
    re.IGNORECASE,
)
_ISBN = re.compile(r"\bISBN(?:-1[03])?[:\s]{0,3}((?:97[89][-\s]?)?\d[\d\s-]{7,14}[\dXx])")
_URL = re.compile(r"(?:https?://|www\.)[^\s<>\"|]{4,500}", re.IGNORECASE)
_NEXT_IDENTIFIER = re.compile(
    r"(?i)(?<=.)(?:pmid:?|pmcid:?|https?://|\[pubmed|google scholar|crossref|medline)(?=\S|$)"
)
_BARE_DOI = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|doi:\s?)?10\.\d{4,9}/\S{1,200}", re.IGNORECASE)


@lru_cache(maxsize=8192)
def is_label_line(text: str) -> bool:
    """Whether a line holds nothing but labels of links ("Article  CAS  PubMed", "CrossRef Full Text | Google Scholar")."""
    text = _OPENS.sub(" ", text).replace("®", "")
    if not any(c.isalnum() for c in text):
        return all(c in "[]|·•↵↑⇪^→↗ " for c in text)
    if is_link_label(text) or text.casefold().strip(_SEPARATORS) in _LABELS:
        return True
    if len(text) > 250:
        return False
    kept = without_labels(text, bare=True)
    # A library's own link stands before the usual ones: "Find it at … Medline Google Scholar".
    return not kept or (
        len(text) - len(kept) >= 14 and len(kept) <= 40 and not any(c.isdigit() for c in kept)
    )


def without_labels(text: str, *, bare: bool = False) -> str:
    """The text without the labels of links at its end.

    Args:
        text: One reference, or one line of it.
        bare: Whether the line may consist of labels alone, weak ones ("Article", "PDF") included.
    """
    text = _BADGES.sub("", _CITED_BY.sub("", text))
    end = len(text)
    strong = False
    for _ in range(24):
        tail = text[max(0, end - 80) : end].rstrip(_SEPARATORS)
        lower = tail.lower()
        size = next((len(label) for label in _BY_END.get(lower[-2:], ()) if lower.endswith(label)), 0)
        if not size:
            break
        label, before = tail[-size:], tail[:-size]
        opening = before.rstrip()[-1:]
        glued = before[-1:].isalnum()
        if glued and not (label[:1].isupper() and before[-1:].islower()):
            break
        if label.casefold() not in _WEAK or opening == "[":
            strong = True
        elif not label[:1].isupper() and not bare:
            break
        end = max(0, end - 80) + len(before)
    if end == len(text):
        return text
    kept = text[:end].rstrip(" \t|·•[({→↗»>")
    if not strong and not (bare and not kept):
        return text
    return kept


def bare_doi(text: str) -> str | None:
    """The DOI of a line that is nothing else."""
    stripped = text.strip(" .;,[]()")
    return stripped if _BARE_DOI.fullmatch(stripped) else None


def fill_identifiers(said: ReferenceSaid, text: str, own_doi: str | None) -> None:
    """Read DOI, PMID, PMCID, arXiv number, ISBN and address from a reference's text, where still empty."""
    if said.doi is None:
        for match in _DOI.finditer(text):
            doi = _trimmed(match[0])
            if own_doi is None or doi.lower() != own_doi:
                said.doi = doi
                break
    for column, pattern in (("pmid", _PMID), ("pmcid", _PMCID), ("arxiv_id", _ARXIV), ("isbn", _ISBN)):
        if getattr(said, column) is None and (found := pattern.search(text)):
            setattr(said, column, found[1].strip())
    if said.url is None:
        for match in _URL.finditer(text):
            address = _trimmed(match[0])
            if "doi.org/" not in address and "arxiv.org/" not in address:
                said.url = address
                break


def _trimmed(text: str) -> str:
    """Punctuation behind an identifier is the sentence's; a closing bracket only where it has no opening one."""
    text = _NEXT_IDENTIFIER.split(text, maxsplit=1)[0]
    while text:
        last = text[-1]
        if (
            last in ".,;:'\"”’»>*"
            or (last == ")" and text.count("(") < text.count(")"))
            or (last == "]" and text.count("[") < text.count("]"))
        ):
            text = text[:-1]
        else:
            break
    return text
