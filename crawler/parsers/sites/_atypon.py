"""What publishers on Atypon's platform share: the newer "core" pages and the older pages of ``hlFld-`` classes."""

from __future__ import annotations

from crawler.items import AuthorList, AwardSaid, PageReading
from crawler.parsers.document import Document
from crawler.parsers.metadata.semantic_markup import read_marked_author
from crawler.parsers.sections.run_in import run_in_statements
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import Element, collapse, text_of

_MARKED_AUTHORS = Select("#tab-contributors [property=author]")
_ACKNOWLEDGEMENTS = Select("//section[@id='acknowledgments' or @id='acknowledgements']//*[b or strong]")
_FUNDERS = Select(".core-funding div[role=paragraph]")


class AtyponCore(Layout):
    """Pages since about 2021, in RDFa; all facts stand in tabs beside the text, some a second time above it."""

    marks = frozenset({"core-container", "core-self-citation", "#tab-contributors"})
    # The history tells print dates; the day online stands above the text.
    precedence = {"published": ("microdata", "highwire", "dc", "dom")}
    values = {"article_number": ".core-self-citation span[property=identifier]"}
    correspondence = ".core-authors-notes [id^=cor]"
    history = ".core-history"
    references = "#bibliography div[role=listitem]"
    reference_text = ".citation-content"

    def read(self, document: Document, reading: PageReading) -> None:
        super().read(document, reading)
        authors = [read_marked_author(element) for element in document.select(_MARKED_AUTHORS)]
        if authors:
            reading.author_lists.append(AuthorList("dom:#tab-contributors", authors))
        statements = [
            statement
            for paragraph in document.select(_ACKNOWLEDGEMENTS)
            for statement in run_in_statements(paragraph)
        ]
        reading.candidates.extend(statements)
        if not any(statement.field == "funding_text" for statement in statements):
            # The printed statement names funders as they are; the register's names are for lack of it.
            reading.awards.extend(_awards(document.select(_FUNDERS)))


def _awards(items: list[Element]) -> list[AwardSaid]:
    """Items of a funding panel: the funder, linked to its number in the register, and the award behind a colon."""
    found = []
    for item in items:
        link = next((a for a in item.iter("a") if "10.13039/" in (a.get("href") or "")), None)
        if link is not None:
            award = collapse(link.tail).strip(" :;,.") or None
            said = AwardSaid("dom:.core-funding", text_of(link), link.get("href"), award, text=text_of(item))
            found.append(said)
    return found
