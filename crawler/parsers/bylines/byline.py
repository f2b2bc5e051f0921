"""A by-line in running text: names between commas, with raised labels behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.items import AuthorSaid
from crawler.parsers.bylines.author_block import labelled_affiliations
from crawler.parsers.bylines.marks import ORCID_LINK, STAR
from crawler.parsers.text import BLOCKS, SILENT, Element, collapse, is_hidden, text_of

_BETWEEN = re.compile(r"[,;]|\band\b|&")
_DEGREE = re.compile(
    r"^(?:(?:[A-Z][A-Za-z]{0,3}\.\s?){1,4}|[A-Z]{2,5}|Ph\.?\s?D\.?|M\.?Sc\.?|Pharm\.?D\.?|Dr\.?PH\.?)$"
)
_SUFFIX = re.compile(r"^(?:Jr|Sr|II|III|IV)\.?$")
_ABBREVIATED = ("Jr.", "Sr.")
#: JATS calls the note on correspondence "c1" or "cor1", and pages made from it keep the name.
_TO_CORRESPONDENCE = re.compile(r"#c(?:or|orresp)?-?\d{1,3}$")


def read_byline(element: Element, table: dict[str, str]) -> list[AuthorSaid]:
    """The authors that one element names in running text.

    Args:
        element: The by-line; a block inside it ends it.
        table: Affiliations by label, as `author_block.affiliation_table` gives them.
    """
    authors: list[AuthorSaid] = []
    labels: list[str] = []
    name = ""
    for text, kind in [*_pieces(element), (",", "text")]:
        if kind == "text":
            *ended, rest = _BETWEEN.split(text)
            for part in ended:
                _end_name(f"{name} {part}", authors, labels)
                name = ""
            name = f"{name} {rest}"
            continue
        _end_name(name, authors, labels)
        name = ""
        if not authors:
            continue
        if kind == "label":
            labels[-1] = f"{labels[-1]} {text}"
        else:
            authors[-1].orcid = text
    for author, label in zip(authors, labels, strict=True):
        author.affiliations = labelled_affiliations(label, table)
        if STAR.search(label):
            author.is_corresponding = True
    return authors


def _end_name(text: str, authors: list[AuthorSaid], labels: list[str]) -> None:
    """Add what stood between two commas or labels: a name, the suffix of the one before, a degree or nothing."""
    text = collapse(text)
    if authors and _SUFFIX.match(text):
        authors[-1].name = f"{authors[-1].name}, {text}"
        return
    if authors and _DEGREE.match(text):
        return
    text = text.strip(" .:·•*†‡§¶#") + "." * text.endswith(_ABBREVIATED)
    if len(text) > 1:
        authors.append(AuthorSaid(name=text))
        labels.append("")


def _pieces(element: Element) -> Iterator[tuple[str, str]]:
    """Text in order, each piece with what it is: ``text``, ``label`` or ``orcid``; up to the first block."""
    if element.text:
        yield element.text, "text"
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and (tag == "button" or tag not in SILENT) and not is_hidden(child):
            if tag == "br":
                yield ",", "text"
            elif tag in BLOCKS:
                return
            elif tag == "sup":
                yield text_of(child), "label"
            elif found := ORCID_LINK.search(child.get("href") or ""):
                yield found.group(1), "orcid"
            elif _TO_CORRESPONDENCE.search(child.get("href") or ""):
                yield "*", "label"
            elif not (child.get("href") or "").startswith("mailto:"):
                yield from _pieces(child)
        if child.tail:
            yield child.tail, "text"
