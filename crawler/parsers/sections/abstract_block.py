"""The abstract of a page that gives it no heading of its own, only an element that is named for it."""

from __future__ import annotations

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.sections.section_text import rendered
from crawler.parsers.select import Select

_NAMED = Select(
    "section.abstract, div.abstractSection, div.hlFld-Abstract, section#abstract, div#abstract, div.abstract-content,"
    " div.abstract, section.articleAbstract, div.article-abstract, div.NLM_abstract, section.Abstract,"
    " p.abstract, blockquote.abstract"
)
#: A shorter text under such a name is a label, a teaser or a menu.
_SHORTEST = 150


def read_abstract_block(document: Document, reading: PageReading) -> None:
    """Add the text of the first element named for the abstract, where no section or layout has given one."""
    if any(c.field == "abstract" and c.source.startswith("dom:") for c in reading.candidates):
        return
    for element in document.select(_NAMED):
        text = rendered(element, "abstract")
        if len(text) >= _SHORTEST:
            reading.candidates.append(Candidate("abstract", text, "dom:.abstract"))
            return
