"""What a site file states: whose pages it reads, and where on them the values stand that general rules miss."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from crawler.items import AuthorList, Candidate, PageReading, ReferenceList, ReferenceSaid
from crawler.parsers.bylines.author_block import (
    affiliation_lines,
    affiliation_table,
    printed_affiliations,
    read_author,
)
from crawler.parsers.bylines.byline import read_byline
from crawler.parsers.citation_line import add_citation_line
from crawler.parsers.document import Document
from crawler.parsers.generic import meta_references, own_doi
from crawler.parsers.labelled_dates import labelled_dates
from crawler.parsers.references.items import read_items
from crawler.parsers.sections.section_text import rendered
from crawler.parsers.select import Select
from crawler.parsers.text import Element, collapse, text_of, text_of_all


class Layout:
    """One layout of one site. Sub-classes state class attributes; selectors are CSS, compiled once.

    Attributes:
        site: Short name, the same in all layouts of a site.
        version: Rises with each layout; an old layout stays, because archives hold old pages.
        seen: First and last year in which pages with this layout were saved; None is open.
        hosts: Host names, without ``www.``; a sub-domain of one counts as it.
        publisher: What the publisher's meta says on all of the site's hosts, where journals have hosts of their own.
        marks: Class names, or ids with a ``#``, of which only pages of this layout have any; none at all matches
            every page of the hosts.
        abstract_pages: Whether the site has pages of the abstract alone; where not, a page has the text or a paywall.
        preview: Selector of what only pages have that show a part of the text.
        open_access: Selector of the mark that open-access articles carry.
        numbers_articles: Whether its journals number articles, so that a first page without a last is a number.
        precedence: Order of source kinds for columns that this site's metas give wrongly.
        values: Column → selector of the element whose text is the value; ``selector @attribute`` reads an attribute.
        subtitle: Selector of what the title goes on with, where it stands in an element of its own.
        lists: Column → selector of the elements whose texts are the values.
        authors: Selector of the element of each author; ``author_name`` of the name inside it.
        byline: Selector of the element that names all authors in running text, for layouts without one for each.
        author_affiliation: Selector of each affiliation inside the author's element, where a layout prints them there.
        one_line_each: Whether that element holds several affiliations, each on a line of its own.
        affiliations: Selector of each affiliation; ``affiliation_text`` of its text inside it.
        references: Selector of each reference; ``reference_text`` of its text inside it.
        correspondence: Selector of the sentence that names the corresponding authors.
        corresponding: Selector of the mark inside the element of an author who corresponds.
        citation_line: Selector of the line that cites the article itself, with volume, issue and pages in one text; ``selector @attribute`` reads an attribute.
        history: Selector of the elements that print the article's dates behind labels; where one does, dates elsewhere
            on the page are not looked for.
    """

    site: ClassVar[str] = ""
    version: ClassVar[int] = 1
    seen: ClassVar[tuple[int | None, int | None]] = (None, None)
    hosts: ClassVar[tuple[str, ...]] = ()
    publisher: ClassVar[str | None] = None
    marks: ClassVar[frozenset[str]] = frozenset()
    abstract_pages: ClassVar[bool] = True
    preview: ClassVar[str | None] = None
    open_access: ClassVar[str | None] = None
    numbers_articles: ClassVar[bool] = False
    precedence: ClassVar[Mapping[str, tuple[str, ...]]] = {}
    values: ClassVar[Mapping[str, str]] = {}
    subtitle: ClassVar[str | None] = None
    lists: ClassVar[Mapping[str, str]] = {}
    authors: ClassVar[str | None] = None
    author_name: ClassVar[str | None] = None
    byline: ClassVar[str | None] = None
    author_affiliation: ClassVar[str | None] = None
    one_line_each: ClassVar[bool] = False
    affiliations: ClassVar[str | None] = None
    affiliation_text: ClassVar[str | None] = None
    references: ClassVar[str | None] = None
    reference_text: ClassVar[str | None] = None
    correspondence: ClassVar[str | None] = None
    corresponding: ClassVar[str | None] = None
    citation_line: ClassVar[str | None] = None
    history: ClassVar[str | None] = None

    def __init__(self) -> None:
        self.name = f"{self.site}@{self.version}"
        self._values = {column: _with_attribute(selector) for column, selector in self.values.items()}
        self._subtitle = _compiled(self.subtitle)
        self._lists = {column: Select(selector) for column, selector in self.lists.items()}
        self._preview = _compiled(self.preview)
        self._open_access = _compiled(self.open_access)
        self._authors = _compiled(self.authors)
        self._author_name = _compiled(self.author_name)
        self._byline = _compiled(self.byline)
        self._author_affiliation = _compiled(self.author_affiliation)
        self._affiliations = _compiled(self.affiliations)
        self._affiliation_text = _compiled(self.affiliation_text)
        self._references = _compiled(self.references)
        self._reference_text = _compiled(self.reference_text)
        self._correspondence = _compiled(self.correspondence)
        self._corresponding = _compiled(self.corresponding)
        self._citation_line = _with_attribute(self.citation_line) if self.citation_line else None
        self._history = _compiled(self.history)

    def is_marked(self, document: Document) -> bool:
        """Whether the page has a mark of this layout."""
        return document.has_mark(self.marks)

    def is_preview(self, document: Document) -> bool:
        """Whether the page has what only pages have that show a part of the text."""
        return self._preview is not None and self._preview.first(document.root) is not None

    def read(self, document: Document, reading: PageReading) -> None:
        """Add this layout's candidates. Override to read what selectors cannot say, and call super."""
        self._read_values(document, reading)
        self._read_citation_line(document, reading)
        self._read_history(document, reading)
        self._read_authors(document, reading)
        self._read_references(document, reading)

    def _read_values(self, document: Document, reading: PageReading) -> None:
        for column, (select, attribute) in self._values.items():
            for element in document.each(select):
                text = _value(column, element, attribute)
                if column == "title" and text and self._subtitle is not None:
                    text = _with_subtitle(text, text_of_all(document.select(self._subtitle)))
                if text:
                    reading.candidates.append(Candidate(column, text, f"dom:{self.values[column]}"))
                    break
        for column, select in self._lists.items():
            texts = tuple(dict.fromkeys(text for text in map(text_of, document.select(select)) if text))
            if texts:
                reading.candidates.append(Candidate(column, texts, f"dom:{self.lists[column]}"))
        if self._correspondence is not None:
            text = text_of_all(document.select(self._correspondence))
            if text:
                reading.candidates.append(Candidate("correspondence", text, f"dom:{self.correspondence}"))
        if self._open_access is not None and next(document.each(self._open_access), None) is not None:
            reading.candidates.append(
                Candidate("is_open_access", value=True, source=f"dom:{self.open_access}")
            )
        place = "citation_firstpage" if document.meta("citation_firstpage") else "citation_pages"
        first = document.meta(place) or ""
        if self.numbers_articles and first and "-" not in first and not document.meta("citation_lastpage"):
            reading.candidates.append(Candidate("article_number", first, f"highwire:{place}"))

    def _read_history(self, document: Document, reading: PageReading) -> None:
        if self._history is None:
            return
        text = text_of_all(document.select(self._history))
        reading.candidates += [
            Candidate(column, date, f"dom:label[{self.history}]")
            for column, date in labelled_dates(text).items()
        ]

    def _read_citation_line(self, document: Document, reading: PageReading) -> None:
        if self._citation_line is not None:
            select, attribute = self._citation_line
            for element in document.select(select):
                line = collapse(element.get(attribute)) if attribute else text_of(element)
                add_citation_line(line, f"dom:{self.citation_line}", reading)

    def _read_authors(self, document: Document, reading: PageReading) -> None:
        if self._authors is None and self._byline is None:
            return
        table: dict[str, str] = {}
        if self._affiliations is not None:
            table = affiliation_table(document.select(self._affiliations), self._affiliation_text)
        authors = []
        for element in document.select(self._byline) if self._byline is not None else ():
            authors += read_byline(element, table)
        for item in document.select(self._authors) if self._authors is not None else ():
            name = self._author_name.first(item) if self._author_name is not None else None
            if self._author_name is None or name is not None:
                author = read_author(item, name, table)
                if self._author_affiliation is not None:
                    printed = self._author_affiliation.all(item)
                    author.affiliations += (
                        [line for element in printed for line in affiliation_lines(element)]
                        if self.one_line_each
                        else printed_affiliations(printed)
                    )
                if self._corresponding is not None:
                    author.is_corresponding = self._corresponding.first(item) is not None or None
                authors.append(author)
        authors = [author for author in authors if author.name]
        named = "; ".join(str(author.name) for author in authors if author.is_corresponding)
        if self._corresponding is not None and named:
            reading.candidates.append(Candidate("correspondence", named, f"dom:{self.corresponding}"))
        if authors:
            reading.author_lists.append(AuthorList(f"dom:{self.authors or self.byline}", authors))

    def _read_references(self, document: Document, reading: PageReading) -> None:
        if self._references is None:
            return
        items = document.select(self._references)
        if found := read_items(
            document, items, own_doi(reading), self._reference_text, meta_references(reading)
        ):
            reading.reference_lists.append(ReferenceList(f"dom:{self.references}", _once(found)))


def _value(column: str, element: Element, attribute: str | None) -> str:
    if attribute:
        return collapse(element.get(attribute))
    return rendered(element, column) if column == "abstract" else text_of(element)


def _compiled(selector: str | None) -> Select | None:
    return Select(selector) if selector else None


def _once(found: list[ReferenceSaid]) -> list[ReferenceSaid]:
    """A list that a page prints two or three times, once."""
    for times in (3, 2):
        length, rest = divmod(len(found), times)
        if length and not rest and all(said.raw == found[i % length].raw for i, said in enumerate(found)):
            return found[:length]
    return found


def _with_subtitle(title: str, subtitle: str) -> str:
    if not subtitle or subtitle in title:
        return title
    return f"{title}{' ' if title[-1] in '.:?!—–' else ': '}{subtitle}"


def _with_attribute(selector: str) -> tuple[Select, str | None]:
    css, _, attribute = selector.partition(" @")
    return Select(css), attribute or None
