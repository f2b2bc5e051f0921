"""What a link that looks a cited work up in Google Scholar says of it: the fields the publisher has on file."""

from __future__ import annotations

import re
from urllib.parse import unquote_plus

from crawler.items import ReferenceSaid
from crawler.parsers.text import collapse

#: Field → parameters that state it, in Scholar's own lookup and in HighWire's redirect to it.
_SINGLE = {
    "title": ("title",),
    "container_title": ("journal", "citation_inbook_title"),
    "year": ("publication_year",),
    "volume": ("volume",),
    "issue": ("issue",),
    "doi": ("doi",),
    "pmid": ("pmid",),
}
_AUTHOR = "author"
_LOOKUP = re.compile(r"(?:scholar\.google|google-scholar\?).*?(?:title=|journal=|publication_year=|title%3D)")
#: Letters of a title that tell it.
_TELLING = 30
#: Words of a name, and of the name of an only author, who is often several run together.
_MOST_WORDS, _MOST_WORDS_ALONE = 5, 3


def is_lookup(href: str) -> bool:
    """Whether an address looks a work up by its fields, not by words."""
    return "scholar" in href and _LOOKUP.search(href) is not None


def read_lookup(href: str, said: ReferenceSaid) -> None:
    """Fill what is still empty of one reference from the fields in such an address."""
    query = _query(href)
    if "url" in query:
        # A redirect, with the address it leads to as a parameter.
        query = _query(query["url"][0])
    if not _is_of_same_work(query, said.raw):
        return
    for column, names in _SINGLE.items():
        value = next((query[name][0] for name in names if name in query), "")
        if value and not getattr(said, column):
            setattr(said, column, value)
    pages = query.get("pages", [""])[0].replace("–", "-").strip()
    if pages and said.first_page is None:
        first, _, last = pages.partition("-")
        said.first_page, said.last_page = first.strip() or None, last.strip() or None
    if not said.authors:
        said.authors = _authors(query)
    if said.type is None and "journal" in query and "volume" in query:
        said.type = "journal-article"


def _query(address: str) -> dict[str, list[str]]:
    """The parameters of an address; those of a page's hundreds of lookups are plain enough to be split by hand."""
    found: dict[str, list[str]] = {}
    for pair in address.partition("?")[2].partition("#")[0].split("&"):
        name, _, value = pair.partition("=")
        if value:
            name = unquote_plus(name) if "%" in name else name
            value = unquote_plus(value) if "%" in value else value.replace("+", " ")
            found.setdefault(name, []).append(_spaced(collapse(value)))
    return found


def _is_of_same_work(query: dict[str, list[str]], raw: str | None) -> bool:
    """Whether the printed reference has the title looked for, or the year where none is."""
    if raw is None:
        return True
    title = query.get("title", [""])[0]
    if not title:
        return query.get("publication_year", [""])[0] in raw
    return title[:_TELLING] in raw or _bare(title)[:_TELLING] in _bare(raw)


def _spaced(value: str) -> str:
    """A value with its spaces; some are encoded twice, so that plus signs stand for them."""
    return value if " " in value else value.replace("+", " ").strip()


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _authors(query: dict[str, list[str]]) -> list[str]:
    """The authors, one parameter each; none where one parameter holds all and nothing parts them."""
    names = [
        text for name, values in query.items() if name.partition("[")[0] == _AUTHOR for text in values if text
    ]
    most = _MOST_WORDS if len(names) > 1 else _MOST_WORDS_ALONE
    return [] if any(_AUTHOR in name or len(name.split()) > most for name in names) else names
