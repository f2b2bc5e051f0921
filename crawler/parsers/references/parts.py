"""Parts of a reference that its markup names: JATS element names, and HighWire's, kept as class names by many platforms."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from crawler.items import ReferenceSaid
from crawler.parsers.text import Element, text_of

_TITLE, _JOURNAL, _SOURCE, _FAMILY, _GIVEN = "title", "container_title", "source", "family", "given"
#: Field → class names in lower case.
_NAMED = {
    _TITLE: "article-title cit-article-title nlm-article-title articletitle chapter-title nlm-chapter-title chaptertitle"
    " reference__title",
    _JOURNAL: "cit-jnl-abbrev ref-journal journal-title journaltitle",
    _SOURCE: "source cit-source nlm-source booktitle",
    "year": "year cit-pub-date nlm-year nlm_year elife-reflink-details-year pubyear pub-year",
    "volume": "volume cit-vol ref-vol nlm-volume elife-reflink-details-volume",
    "issue": "issue cit-issue nlm-issue",
    "first_page": "fpage cit-fpage nlm-fpage pagefirst",
    "last_page": "lpage cit-lpage nlm-lpage pagelast",
    "publisher": "publisher-name cit-publ-name nlm-publisher-name nlm_publisher-name publishername",
    _FAMILY: "surname cit-name-surname nlm-surname",
    _GIVEN: "given-names cit-name-given-names nlm-given-names",
}
_FIELD_OF = {name: field for field, names in _NAMED.items() for name in names.split()}
#: What a part may look like; classes such as "year" and "volume" also serve other purposes.
_FITS = {
    "year": re.compile(r"\D{0,3}(?:1[5-9]|20)\d\d[a-z]?\b"),
    "volume": re.compile(r"[\w.–-]{1,12}\W{0,2}$"),
    "issue": re.compile(r"\W{0,2}[\w .–/-]{1,12}\W{0,2}$"),
    "first_page": re.compile(r"\W{0,2}[\w.]{1,12}\W{0,2}$"),
    "last_page": re.compile(r"\W{0,2}[\w.]{1,12}\W{0,2}$"),
}
#: HighWire's name for the whole reference, beside which the kind of the work stands.
_WHOLE = "ref-cit"
_EDGES = " .,;:()–-"


def names_parts(classes: Iterable[str]) -> bool:
    """Whether one of a page's class names is that of a part."""
    return any(name in _FIELD_OF or name.lower() in _FIELD_OF for name in classes)


def read_parts(item: Element, said: ReferenceSaid) -> bool:
    """Fill what is still empty of one reference from elements whose class says what they hold.

    Returns:
        Whether parts are blocks, so that the text has white space where a reader sees none.
    """
    in_blocks = False
    found: dict[str, str] = {}
    names: list[tuple[str, str]] = []
    given = ""
    for element in item.iter("span", "div", "i", "em", "b", "strong", "cite", "abbr", "a"):
        css = element.get("class")
        field = _field(css) if css else None
        if field is None:
            continue
        text = text_of(element)
        if not text:
            continue
        in_blocks = in_blocks or element.tag == "div"
        if field in {_FAMILY, _GIVEN}:
            # Names behind the title are those of editors.
            if not (names and _TITLE in found):
                given = _add_name(field, text, given, names)
        elif field not in found and (field not in _FITS or _FITS[field].match(text)):
            found[field] = text.strip(_EDGES) if field in _FITS else text.rstrip(" .,;:")
    source = found.pop(_SOURCE, None)
    # A source by itself may be a book, a journal or an archive.
    if source and _TITLE in found and source != found[_TITLE]:
        found.setdefault(_JOURNAL, source)
    for field, value in found.items():
        if value and not getattr(said, field):
            setattr(said, field, value)
    if names and not said.authors and all(first for _, first in names):
        # Where only family names are marked, initials stand beside them as plain text.
        said.authors = [f"{family}, {first}" for family, first in names]
    return in_blocks


def _add_name(field: str, text: str, given: str, names: list[tuple[str, str]]) -> str:
    """Add a family or given name to those found; gives the given name that still waits for its family name."""
    if field == _FAMILY:
        names.append((text.strip(" ,;"), given))
        return ""
    if names and not names[-1][1]:
        names[-1] = (names[-1][0], text.strip(" ,;"))
        return ""
    return text.strip(" ,;")


@lru_cache(maxsize=2048)
def _field(css: str) -> str | None:
    names = css.lower().split()
    return None if _WHOLE in names else next((_FIELD_OF[name] for name in names if name in _FIELD_OF), None)
