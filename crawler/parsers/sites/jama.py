"""jamanetwork.com: the journals of the American Medical Association, on Silverchair's platform."""

from __future__ import annotations

from crawler.items import AuthorList, Candidate, PageReading
from crawler.parsers.bylines.named_affiliations import read_named_affiliations
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import text_of_all

_ADDRESSES = Select("div.authorInfo")
_NOTES = Select(
    "(//p[@class='para'][starts-with(normalize-space(), 'Accepted for ')])[1]/following-sibling::p[@class='para']"
)


class Jama1(Layout):
    """All pages. Old articles name authors within the address, and end in notes without headings."""

    site = "jama"
    version = 1
    hosts = ("jamanetwork.com",)

    def read(self, document: Document, reading: PageReading) -> None:
        """Also read who belongs where, and the notes at the text's end."""
        super().read(document, reading)
        known = next(iter(reading.author_lists), None)
        addresses = text_of_all(document.select(_ADDRESSES))
        if known is not None and addresses:
            authors = read_named_affiliations(addresses, known.authors)
            reading.author_lists.append(AuthorList("dom:div.authorInfo", authors, complete=False))
        notes = text_of_all(document.select(_NOTES))
        if notes:
            reading.candidates.append(Candidate("notes", notes, "dom:p.para"))
