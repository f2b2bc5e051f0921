"""What references in XML have in common: links to identifiers, and a line of text where a file has only fields."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from crawler.items import ReferenceSaid
from crawler.parsers.xml_reading.identifiers import find_arxiv, find_doi, find_pmcid

_LOOKUP = re.compile(
    r"inspirehep\.net|scholar\.google|adsabs|ui\.adsabs|mathscinet|ams\.org/|zbmath|crossref\.org|doi\.org"
    r"|ncbi\.nlm\.nih\.gov/(?:pubmed|entrez|sites)|pubmed\.ncbi|slac\.stanford\.edu/spires|scopus\.com|webofknowledge",
    re.IGNORECASE,
)
_PMID = re.compile(
    r"(?:pubmed\.ncbi\.nlm\.nih\.gov|ncbi\.nlm\.nih\.gov/pubmed)/(?:\?term=)?(\d{4,9})", re.IGNORECASE
)
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]\d\d|20\d\d)(?!\d)")
_LABEL = re.compile(
    r"^(?:vol(?:ume)?|no|nr|issue|iss|n[º°o])\s?[.:]?\s(?=\S)|^(?:vol|no|nr|iss|v)\.\s?(?=\d)", re.IGNORECASE
)
_EMPTY = re.compile(r"\s?[(\[]\s?[)\]]")
_OPENING = re.compile(r"([(\[“])\s+")
_SPACED = (" ,", " .", " ;", " :", " )", " ]", " ”")
_CLOSING = re.compile(r"\s+([,.;:)\]”])")
_RANGE = re.compile(r"(\w)\s?([–-])\s(?=\d)")
_DOUBLED = re.compile(r"([,;:])(?:\s?[,;:]){1,5}(?=\s|$)")
_ARXIV_TEXT = re.compile(
    r"arxiv\s{0,2}[:.]\s{0,2}(?:abs/)?((?:[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7}|\d{4}\.\d{4,5})(?:v\d{1,2})?)",
    re.IGNORECASE,
)
_ARXIV_OLD = re.compile(
    r"\b((?:hep-(?:th|ph|ex|lat)|astro-ph|cond-mat|gr-qc|nucl-(?:th|ex)|quant-ph|math-ph|alg-geom|q-alg)/\d{7})(?!\d)"
)
_DOI_TEXT = re.compile(
    r"(?:doi\s{0,2}[:.]?\s{0,2}|doi\.org/|^|[\s(\[])(10\.\d{4,9}/\S{2,200})", re.IGNORECASE
)


def read_identifier(said: ReferenceSaid, kind: str, value: str) -> None:
    """Put an identifier of a stated kind where it belongs; the first of a kind counts, unknown kinds are left."""
    value = value.strip()
    if not value:
        return
    kind = kind.lower()
    if kind == "doi" and "10." in value:
        said.doi = said.doi or _whole_doi(value)
    elif kind in {"pmid", "pubmed", "medline"} and value.isdigit():
        said.pmid = said.pmid or value
    elif kind in {"pmcid", "pmc"} and (digits := re.sub(r"\D", "", value)):
        said.pmcid = said.pmcid or f"PMC{digits}"
    elif kind in {"arxiv", "archive", "eprint", "preprint"} and (found := find_arxiv(value)):
        said.arxiv_id = said.arxiv_id or found
    elif kind == "isbn":
        said.isbn = said.isbn or value


def _whole_doi(value: str) -> str:
    """A DOI that its element breaks in two ("10.1029/2018 gl081131"), or behind which a sentence follows, whole."""
    head, _, rest = value.partition(" ")
    if not rest or "10." not in head:
        return value
    return head.rstrip(".,;") if head.endswith((".", ";", ",")) else value.replace(" ", "")


def read_link(said: ReferenceSaid, address: str | None, kind: str = "") -> None:
    """Read the address of a link inside a reference: an identifier, or the place where the cited work lies."""
    if not address:
        return
    if kind.lower() == "doi" or "doi.org/" in address or address.startswith(("doi:", "10.")):
        said.doi = said.doi or find_doi(address)
    elif "arxiv" in address.lower() or kind.lower() == "arxiv":
        said.arxiv_id = said.arxiv_id or find_arxiv(address)
    elif "/pmc/" in address or "pmc.ncbi" in address:
        said.pmcid = said.pmcid or find_pmcid(address)
    elif found := _PMID.search(address):
        said.pmid = said.pmid or found.group(1)
    elif said.url is None and address.startswith(("http://", "https://")) and not _LOOKUP.search(address):
        said.url = address


def read_text(said: ReferenceSaid) -> None:
    """Identifiers that only the text of a reference gives, where it names them."""
    raw = said.raw or ""
    if said.doi is None and "10." in raw and (found := _DOI_TEXT.search(raw)):
        said.doi = find_doi(found.group(1))
    if said.arxiv_id is None and (found := _ARXIV_TEXT.search(raw) or _ARXIV_OLD.search(raw)):
        said.arxiv_id = found.group(1)


def year_of(text: str) -> str | None:
    """The year in "2006a", "(2006)" or "2009–2011" (the first); None for "in press"."""
    found = _YEAR.search(text)
    return found.group() if found else None


def bare_number(text: str) -> str | None:
    """A volume or issue without its label: "Vol. 90" is 90, "No. 3" is 3."""
    return _LABEL.sub("", text.strip(" ,;")).strip() or None


def bare_title(text: str) -> str | None:
    """A title without the quotation marks and the full stop that belong to the reference around it."""
    text = text.strip(' ,;“”„«»"')
    if text.endswith(".") and not text.endswith(("..", " etc.")):
        text = text[:-1]
    return text or None


def bare_containers(references: list[ReferenceSaid]) -> None:
    """Take the full stop of the reference ("Nature.", "J Am Chem Soc.") from journals' names, where a list has it.

    In a list that abbreviates with full stops ("Astrophys. J.") the last one is part of the name.
    """
    named = [said for said in references if said.container_title]
    names = [said.container_title or "" for said in named]
    stopped = sum(name.endswith(".") for name in names)
    abbreviated = sum("." in name[:-1] for name in names)
    if stopped * 2 <= len(names) or abbreviated * 10 > len(names):
        return
    for said, name in zip(named, names, strict=True):
        said.container_title = name.removesuffix(".") or None


@dataclass(slots=True)
class Parts:
    """The parts of a reference in the form in which a line of text is made of them."""

    authors: list[str] = field(default_factory=list)
    et_al: bool = False
    title: str = ""
    container: str = ""
    year: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    extra: list[str] = field(default_factory=list)

    def line(self) -> str:
        """One line for a reference whose file prints none: authors, title, container, year;volume(issue):pages."""
        authors = ", ".join([author.replace(",", "") for author in self.authors] + ["et al."] * self.et_al)
        issue = f"({self.issue})" if self.issue else ""
        place = f"{self.volume}{issue}" + (f":{self.pages}" if self.pages else "")
        numbers = ";".join(part for part in (self.year, place.removeprefix(":")) if part)
        sentences = [authors, self.title, self.container, numbers, *self.extra]
        return " ".join(_ended(part.strip()) for part in sentences if part.strip()).strip()


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!")) or "://" in sentence[-60:] else f"{sentence}."


def page_span(first: str, last: str) -> str:
    """``12–15``, or the one that is given."""
    return "–".join(part for part in (first, last) if part)


def tidied(text: str) -> str:
    """A printed reference without what indenting and dropped elements leave: space before commas, empty brackets."""
    text = " ".join(text.split())
    if "(" in text or "[" in text:
        text = _OPENING.sub(r"\1", _EMPTY.sub("", text))
    if any(sign in text for sign in _SPACED):
        text = _CLOSING.sub(r"\1", text)
    if "– " in text or "- " in text:
        text = _RANGE.sub(r"\1\2", text)
    if "al.." in text:
        text = text.replace("et al.. ", "et al. ")
    return _DOUBLED.sub(r"\1", text).lstrip(" .,;:)]").rstrip(" ,;:")
