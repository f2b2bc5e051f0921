"""iopscience.iop.org: the Institute of Physics."""

from __future__ import annotations

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.bylines.author_block import affiliation_table, read_author
from crawler.parsers.bylines.marks import ORCID_LINK
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.sites._base import Layout
from crawler.parsers.text import Element, text_of

_AUTHORS = Select("#data-authors-list [itemprop=author], [data-authors-container] [itemprop=author]")
_NAME = Select("[itemprop=name]")
_RAISED = Select("sup")
_PLACES = Select(".wd-jnl-art-author-affiliations p")
_NOTES = Select(".wd-jnl-art-author-notes p")
_PANELS = Select("dt.author-list__name")
_PARTS = Select("p.author-list__heading, h2.author-list__heading, div.mb-1 p")


class _Iop(Layout):
    hosts = ("iopscience.iop.org",)
    # Volume and issue have their names before them in microdata; the abstract has buttons behind it.
    values = {"abstract": "div.wd-jnl-art-abstract"}


class Iop3(_Iop):
    """Pages since about 2024: each author has an entry in a menu. References stand in metas alone."""

    site = "iop"
    version = 3
    seen = (2024, None)
    marks = frozenset({"author-list__name"})

    def read(self, document: Document, reading: PageReading) -> None:
        """Add the authors as the menu has them, who corresponds among them."""
        super().read(document, reading)
        authors = [_of_panel(name, name.getnext()) for name in document.select(_PANELS)]
        _add(authors, "dom:dt.author-list__name", reading)


class Iop2(_Iop):
    """Pages of about 2015 to 2024. A raised figure may point to a note on correspondence."""

    site = "iop"
    version = 2
    seen = (2015, 2024)

    def read(self, document: Document, reading: PageReading) -> None:
        """Add the authors of the line under the title."""
        super().read(document, reading)
        table = affiliation_table(document.select(_PLACES))
        to_notes = {
            text_of(label)
            for note in document.select(_NOTES)
            if "orrespond" in text_of(note)
            for label in _RAISED.all(note)
        }
        authors = []
        for item in document.select(_AUTHORS):
            author = read_author(item, _NAME.first(item), table)
            labels = {part.strip() for sup in _RAISED.all(item) for part in text_of(sup).split(",")}
            author.is_corresponding = True if to_notes & labels else author.is_corresponding
            authors.append(author)
        _add(authors, "dom:[itemprop=author]", reading)


def _add(authors: list[AuthorSaid], source: str, reading: PageReading) -> None:
    """Add authors; the marks name those who correspond more surely than the words around them."""
    if authors:
        reading.author_lists.append(AuthorList(source, authors))
    marked = "; ".join(author.name for author in authors if author.is_corresponding and author.name)
    if marked:
        reading.candidates.append(Candidate("correspondence", marked, source))


def _of_panel(name: Element, panel: Element | None) -> AuthorSaid:
    said = AuthorSaid(name=text_of(name))
    heading = ""
    for part in _PARTS.all(panel) if panel is not None else ():
        text = text_of(part)
        if "author-list__heading" in (part.get("class") or ""):
            heading = text.casefold()
        elif heading == "affiliations":
            said.affiliations.append(text)
        elif "correspond" in text:
            said.is_corresponding = True
    for link in panel.iter("a") if panel is not None else ():
        if found := ORCID_LINK.search(link.get("href") or ""):
            said.orcid = found.group(1)
    return said
