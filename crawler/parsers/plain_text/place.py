"""The article's own DOI and its place in the journal, told from those of other articles."""

from __future__ import annotations

import re
from urllib.parse import unquote

from crawler.items import Candidate
from crawler.parsers.plain_text.citation import Citation, located
from crawler.parsers.plain_text.front import Front
from crawler.parsers.plain_text.sections import TextSection

_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:\.\d{1,6}){0,2}/[^\s\"<>|]{2,200}", re.IGNORECASE)
_GLUED_WORD = re.compile(
    r"(?<=[\w)])(?:Published|Received|Accepted|Get|Cite|Copyright|Download|Digital|PubMed|Crossref|Abstract|Open|View|Licen[cs]e|Article"
    r"|Search|Corpus|Share|PDF|PMID|PMC(?:ID)?:?|ISSN)\S{0,60}$"
)
_PART = re.compile(
    r"(?:\.[gts]\d{3}|&.*|/(?:-/\S{1,20}|full|abs|abstract|pdf|epdf|meta|html|asset/\S{1,80}|figures?|tables?|tab-\S{1,40}))$",
    re.IGNORECASE,
)
_DOI_LABEL = re.compile(r"\bdoi\b\s?:?|doi\.org/", re.IGNORECASE)
_JOURNAL_LINE = re.compile(
    r"^(?P<journal>[A-Z][^\d|•]{2,100}?),?\s(?:volume|vol\.)\s?(?P<volume>\d{1,4}[A-Z]?)", re.IGNORECASE
)
_DOI_TAIL = re.compile(
    r"[\s,;|]*(?:https?://|doi\b|digital object|cite this article|citing|©).*", re.IGNORECASE
)
_MENU = re.compile(
    r"\b(?:menu|navigation|login|log in|search|home|browse|back to|publication|show|view|close|volume|current|archive|register|get|download|contents"
    r"|all journals|list of|references|article|issue|pdf|access)\b|[>/|:]",
    re.IGNORECASE,
)
_LABELLED = (
    ("volume", re.compile(r"\bvol(?:ume|\.)?\s?:?\s?(\d{1,4}[A-Z]?)\b", re.IGNORECASE)),
    (
        "issue",
        re.compile(
            r"(?<!article )\b(?:issue|iss\.|no\.|number)\s?:?\s?(\d{1,4}(?:[-–/]\d{1,4})?)\b", re.IGNORECASE
        ),
    ),
    (
        "article_number",
        re.compile(
            r"\barticle (?:number|id|no\.?|e?-?id)\s?:?\s?([A-Za-z]{0,3}\d[\w.]{0,14})", re.IGNORECASE
        ),
    ),
    (
        "pages",
        re.compile(
            r"\b(?:pages?|pp?\.)\s?:?\s?([A-Za-z]?\d[\w.]{0,10}\s?[-–]\s?[A-Za-z]?\d[\w.]{0,10})",
            re.IGNORECASE,
        ),
    ),
)


def own_doi(sections: list[TextSection], cited: Citation | None, front: Front, url: str | None) -> str | None:
    """The article's own DOI: from the line to cite it by, else the one that front matter and history say most."""
    if cited is not None and cited.doi:
        return _own_part(cited.doi)
    counts: dict[str, float] = {}
    index = 0
    for section in sections:
        if section.kind in {"references", "cited_by"}:
            index += len(section.blocks) + 1
            continue
        for block in section.blocks:
            index += 1
            for text in (block.text[:500], *block.links[:4]):
                match = _DOI.search(text) if "10." in text else None
                if match is None:
                    continue
                doi = _own_part(unquote(match[0]))
                labelled = _DOI_LABEL.search(text[: match.start()]) is not None or len(text) < 60
                if section.kind in {"history", "rights"} or index <= front.end:
                    counts[doi] = counts.get(doi, 0.0) + (3.0 if labelled else 1.0)
                else:
                    counts[doi] = max(counts.get(doi, 0.0), 1.0 if labelled else 0.5)
    match = _DOI.search(unquote(url or ""))
    if match:
        doi = _own_part(match[0])
        counts[doi] = counts.get(doi, 0.0) + 3.0
    best = max(counts, key=lambda doi: counts[doi], default=None)
    if best is None or counts[best] < 1.0:
        return None
    # Parts of an article have numbers of their own behind its number: "….04407.001", "….0111303.g002".
    return min((doi for doi in counts if best.startswith(doi)), key=len)


def _own_part(doi: str) -> str:
    """A DOI without the words glued to its end and without the number of a figure or table."""
    doi = _GLUED_WORD.sub("", doi.lower() if doi.isupper() else doi)
    return _PART.sub("", doi.rstrip(".,;:)]/")).rstrip(".,;:)]/")


def place_in_journal(lines: list[str], cited: Citation | None) -> list[Candidate]:
    """Journal, volume, issue, pages and year: the citation line's, then what header lines label."""
    said: dict[str, tuple[str, str]] = {}
    for line in lines:
        if "journal" not in said:
            _read_header(line, said)
        for column, pattern in _LABELLED:
            if (
                column not in said
                and (found := pattern.search(line))
                and (column != "pages" or "volume" in said)
            ):
                said[column] = (found[1], "text:front")
    if "pages" in said:
        value, place = said.pop("pages")
        first, _, last = value.replace("–", "-").partition("-")
        said["first_page"], said["last_page"] = (first.strip(), place), (last.strip(), place)
    if cited is not None:
        if cited.journal:
            known = said.get("journal")
            column = (
                "journal_abbrev" if known and known[0].casefold() != cited.journal.casefold() else "journal"
            )
            said.setdefault(column, (cited.journal, "text:citation"))
        for column in ("volume", "issue", "first_page", "last_page", "year"):
            value = getattr(cited, column)
            if value:
                said[column] = (value, "text:citation")
        if cited.first_page and not cited.last_page and "article_number" in said:
            said.pop("first_page", None)
    return [Candidate(column, value, place) for column, (value, place) in said.items()]


def _read_header(line: str, said: dict[str, tuple[str, str]]) -> None:
    """A line that is nothing but the article's place: "Plant Soil volume 12, pages 3–9 (2011)", "Trials 2015, 16:2"."""
    bare = _DOI_TAIL.sub("", line)
    match = _JOURNAL_LINE.match(bare)
    name = match["journal"] if match else None
    place = located(bare)
    if name is None and place.journal and bare.startswith(place.journal) and (place.year or bare != line):
        name = place.journal
    if name is None or len(name.split()) > 10 or _MENU.search(name):
        return
    said["journal"] = (name.strip(" ,;:."), "text:front")
    for column in ("volume", "issue", "first_page", "last_page", "year"):
        value = getattr(place, column)
        if value:
            said[column] = (value, "text:front")
    if match:
        said["volume"] = (match["volume"], "text:front")
