"""What stands around an Elsevier document: journal, place in it, dates, licence."""

from __future__ import annotations

import re
from typing import Final

from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.dates import iso_date, publication_date, written_date
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, first

_PUBLISHER_TAIL = re.compile(r"\.?\s*All rights (?:are )?reserved.*$", re.IGNORECASE | re.DOTALL)
_PUBLISHER_LEAD = re.compile(r"^.{0,80}?\b(?:Published|Production and hosting)\s+by\s+", re.IGNORECASE)
_PII_ISSN = re.compile(r"S?(\d{4})-?(\d{3}[\dX])\(?\d\d\)?", re.IGNORECASE)
_CC = re.compile(r"https?://(?:www\.)?creativecommons\.org/\S+", re.IGNORECASE)
_PLACES: Final = ("coredata", "Description", "meta")


class _Around:
    """The metadata containers of a file: the API's core data, the RDF description, the XOCS metadata."""

    def __init__(self, root: Element) -> None:
        found = (
            child(root, "coredata"),
            child(root, "RDF", "Description"),
            next(descendants(root, "meta"), None),
        )
        self.parts = [(part, place) for part, place in zip(found, _PLACES, strict=True) if part is not None]

    def value(self, *names: str) -> tuple[str | None, str]:
        """The first text under one of these names, and where it stood."""
        for part, place in self.parts:
            for name in names:
                for node in children(part, name):
                    if text := text_of(node):
                        return text, f"{place}/{name}"
        return None, ""

    def say(self, said: Candidates, column: str, *names: str) -> None:
        """Say what stands under one of these names, unless the document itself has said it."""
        text, place = self.value(*names)
        if not said.has(column):
            said.text(column, text, place)


def read_metadata(root: Element, document: Element | None, said: Candidates) -> None:
    """Say what only the metadata hold, and what the document has not said itself."""
    around = _Around(root)
    doi, place = around.value("doi")
    identifier, other = around.value("identifier")
    if not said.has("doi"):
        said.text("doi", doi or (identifier or "").removeprefix("doi:"), place or other)
    around.say(said, "title", "title")
    around.say(said, "journal", "publicationName", "srctitle")
    around.say(said, "volume", "volume", "vol-first")
    around.say(said, "issue", "issueIdentifier", "number", "iss-first")
    _pages(around, document, said)
    _publisher(around, said)
    _issn(around, document, said)
    _dates(around, said)
    _rights(root, around, said)
    if not said.has("keywords"):
        subjects = [text_of(node) for part, _ in around.parts for node in descendants(part, "subject", "li")]
        said.texts("keywords", [s for s in subjects if len(s) < 200], "coredata/subject")
    if not said.has("abstract"):
        text, place = (
            around.value("description") if around.parts and around.parts[0][1] == "coredata" else (None, "")
        )
        said.text("abstract", re.sub(r"^Abstract[\s:.]+", "", text or ""), place)
    if not said.has("article_type") and (kind := around.value("pubType", "document-subtype")[0]):
        said.text("article_type", kind, "coredata/pubType")


def _pages(around: _Around, document: Element | None, said: Candidates) -> None:
    number = (
        text_of(child(document, "item-info", "article-number"))
        or around.value("articleNumber", "article-number")[0]
    )
    said.text("article_number", number, "item-info/article-number")
    start, place = around.value("startingPage", "first-fp")
    if start and start != number:
        said.text("first_page", start, place)
        said.text("last_page", *around.value("endingPage", "last-lp"))


def _publisher(around: _Around, said: Candidates) -> None:
    text, place = around.value("publisher")
    name = _PUBLISHER_LEAD.sub("", _PUBLISHER_TAIL.sub("", text or "")).strip()
    said.text("publisher", name, place)


def _issn(around: _Around, document: Element | None, said: Candidates) -> None:
    found = [
        re.sub(r"^(\d{4})(\d{3}[\dX])$", r"\1-\2", i)
        for i in (around.value("issn")[0] or "").split()
        if len(i) < 10
    ]
    if not found and (pii := _PII_ISSN.match(text_of(child(document, "item-info", "pii")))):
        # A publisher item identifier of a serial starts with the serial's ISSN.
        found = [f"{pii.group(1)}-{pii.group(2)}"]
    said.texts("issn", found, "item-info/pii" if not around.parts else "prism:issn")


def _dates(around: _Around, said: Candidates) -> None:
    stated = [
        iso_date(text_of(node))
        for part, _ in around.parts
        for node in descendants(part, "availableOnline", "available-online-date", "vorAvailableOnline")
    ]
    online = min((date for date in stated if date is not None), default=None)
    display, place = around.value("coverDisplayDate", "cover-date-text")
    issue = written_date(display or "")
    if issue is None:
        # The coded cover date may be filled up with the last day of the month or year.
        coded, place = around.value("coverDate", "cover-date-year", "cover-date-start")
        issue = iso_date((coded or "")[:4])
    published = publication_date(online, issue)
    said.text("published", published, "available-online-date" if published == online else place)
    said.text("issue_date", issue, place)


def _rights(root: Element, around: _Around, said: Candidates) -> None:
    names = ("openaccessUserLicense", "oa-user-license", "userLicense")
    addresses = [text_of(node) for node in descendants(root, *names) if text_of(node).startswith("http")]
    public = [address for address in addresses if _CC.match(address)]
    said.text("license_url", next(iter(public or addresses), None), "userLicense")
    said.text("license", next(iter(public), None), "userLicense")
    line = first(
        next(descendants(root, "licenseLine"), None), next(descendants(root, "cp-license-line"), None)
    )
    said.text("license", text_of(line) if not public else None, "licenseLine")
    stated = (around.value("openaccessArticle")[0] or "").lower()
    status = next(descendants(root, "oa-article-status"), None)
    if status is not None:
        stated = stated or {"1": "true", "0": "false"}.get(attribute(status, "is-open-access") or "", "")
    if public or stated == "true":
        said.open_access("openaccessArticle" if stated else "userLicense", stated=True)
    elif stated == "false":
        said.open_access("openaccessArticle", stated=False)
