"""aclanthology.org: papers of computational linguistics; the facts stand in a list of terms."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import text_of

_TERMS = Select("div.acl-paper-details dt")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"[A-Z][a-z]+")
#: What the foot of every page says: the licence of the whole collection changed with the papers of 2016.
_NEW_LICENCE = 2016


class AclAnthology1(Layout):
    """Pages since 2019."""

    site = "aclanthology"
    version = 1
    seen = (2019, None)
    hosts = ("aclanthology.org", "aclanthology.info", "aclweb.org")
    values = {"title": "#title", "abstract": "div.acl-abstract > span"}
    authors = "p.lead > a[href*='/people/']"

    def read(self, document: Document, reading: PageReading) -> None:
        """Add month and year, and the licence that papers of that year have."""
        super().read(document, reading)
        facts = {
            text_of(term).rstrip(":"): text_of(fact)
            for term in document.select(_TERMS)
            if (fact := term.getnext()) is not None
        }
        year = _YEAR.search(facts.get("Year", ""))
        if year is None:
            return
        month = _MONTH.match(facts.get("Month", ""))
        date = f"{month.group()} {year.group()}" if month else year.group()
        licence = "CC BY 4.0" if int(year.group()) >= _NEW_LICENCE else "CC BY-NC-SA 3.0"
        reading.candidates += [
            Candidate("published", date, "dom:div.acl-paper-details"),
            Candidate("license", licence, "dom:div.acl-paper-details"),
        ]
        if "DOI" in facts:
            reading.candidates.append(Candidate("doi", facts["DOI"], "dom:div.acl-paper-details"))
