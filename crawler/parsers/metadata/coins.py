"""COinS: an OpenURL in the title of an empty ``<span class="Z3988">``, as reference managers and repositories print it."""

from __future__ import annotations

from urllib.parse import parse_qs

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.select import Select
from crawler.parsers.text import Element, collapse

_SPANS = Select("span.Z3988")
#: Column → keys of the OpenURL that state it, best first.
_COLUMNS = {
    "title": ("rft.atitle", "rft.btitle"),
    "journal": ("rft.jtitle",),
    "journal_abbrev": ("rft.stitle",),
    "published": ("rft.date",),
    "volume": ("rft.volume",),
    "issue": ("rft.issue",),
    "first_page": ("rft.spage",),
    "last_page": ("rft.epage",),
    "article_number": ("rft.artnum",),
    "publisher": ("rft.pub",),
    "language": ("rft.language",),
}
_DOI = ("info:doi/", "doi:", "https://doi.org/", "http://dx.doi.org/", "https://dx.doi.org/")
#: Lists hold the works of others: references, search results, contents.
_LISTS = frozenset({"li", "ol", "ul", "dl", "table"})
#: Longer titles are no OpenURL.
_LONGEST = 8000


def read_coins(document: Document, reading: PageReading) -> None:
    """Add what the page's own OpenURL says; several outside lists are those of other works, so none is read."""
    if "Z3988" not in document.classes:
        return
    own = {
        title
        for span in document.select(_SPANS)
        if (title := span.get("title")) and len(title) <= _LONGEST and not _in_list(span)
    }
    if len(own) != 1:
        return
    values = {key: [collapse(value) for value in stated] for key, stated in parse_qs(own.pop()).items()}
    for column, keys in _COLUMNS.items():
        for key in keys:
            if key in values:
                reading.candidates.append(Candidate(column, values[key][0], f"coins:{key}"))
                break
    for name in values.get("rft_id", []):
        start = next((start for start in _DOI if name.startswith(start)), None)
        if start is not None:
            reading.candidates.append(Candidate("doi", name.removeprefix(start), "coins:rft_id"))
            break
    issn = tuple(values.get("rft.issn", []) + values.get("rft.eissn", []))
    if issn:
        reading.candidates.append(Candidate("issn", issn, "coins:rft.issn"))
    authors = _authors(values)
    if authors:
        reading.author_lists.append(AuthorList("coins:rft.au", authors))


def _authors(values: dict[str, list[str]]) -> list[AuthorSaid]:
    """All of ``rft.au``; where there is none, the first author, whom ``rft.aulast`` names alone."""
    if "rft.au" in values:
        return [AuthorSaid(name=name) for name in dict.fromkeys(values["rft.au"])]
    family = next(iter(values.get("rft.aulast", [])), None)
    given = next(iter(values.get("rft.aufirst", []) or values.get("rft.auinit", [])), None)
    return [AuthorSaid(family=family, given=given)] if family else []


def _in_list(span: Element) -> bool:
    return any(node.tag in _LISTS for node in span.iterancestors())
