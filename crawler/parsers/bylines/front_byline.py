"""Affiliations and marks in the by-line of a page whose authors are known by name, from its metas or otherwise."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from lxml import etree

from crawler.items import AuthorList, AuthorSaid, PageReading
from crawler.parsers.bylines.front_affiliations import (
    PrintedAffiliations,
    affiliations_by_initials,
    read_affiliations,
    sole_institution,
)
from crawler.parsers.bylines.marked_lines import CLOSE, MARK, OPEN, marked_lines, without_marks
from crawler.parsers.bylines.marks import LABEL_SPLIT, STAR
from crawler.parsers.document import Document
from crawler.parsers.sections.sections import Section
from crawler.parsers.text import BLOCKS, Element, collapse, written_of

_NAMED = etree.XPath("//body//text()[contains(., $name)]")
#: Places of the first author's name that are looked at, levels that a by-line may be above one, characters for each author.
_MOST_PLACES = 8
_CLIMB = 6
_PER_AUTHOR, _BESIDE = 420, 700
#: Elements behind a by-line, and levels above it, in which affiliations may stand.
_MOST_BEHIND = 12
_LEVELS = 3
#: Longer elements are the article's text.
_LONGEST_BEHIND = 20_000
_INITIALS = re.compile(r"[A-Z]{1,3}")
#: Labels that are not raised: "Ana Li1,2".
_DIGITS = re.compile(r"\d{1,2}(?:\s?,\s?\d{1,2}){0,8}(?!\d)")
#: A note to an asterisk that says something else than who corresponds.
_STAR_LINE = re.compile(rf"\s{{0,3}}(?:{OPEN}\*{CLOSE}|\*)")
_OTHER_STAR = re.compile(
    r"[\s*]{0,4}(?:now at|present(?:ly)?\b|current(?:ly)?\b|deceased|these authors|both authors|equal|contributed)",
    re.IGNORECASE,
)
_ELSEWHERE = frozenset({"nav", "footer", "aside", "title", "option"})


def read_front_byline(document: Document, sections: list[Section], reading: PageReading) -> None:
    """Add what the by-line ties to each author, where no source has any affiliation."""
    lists = [listing for listing in reading.author_lists if listing.complete and listing.authors]
    if not lists or any(
        author.affiliations for listing in reading.author_lists for author in listing.authors
    ):
        return
    named = [
        list(dict.fromkeys(name for author in listing.authors if (name := _printed(author))))
        for listing in lists
    ]
    # Of lists as long, the one with the names in full.
    names = max(named, key=lambda names: (len(names), sum(map(len, names))))
    if not names:
        return
    for block in _bylines(document, names):
        found = _read_block(block, names, sections)
        if any(author.affiliations for author in found):
            reading.author_lists.append(AuthorList("dom:by-line", found, complete=False))
            return


def _printed(author: AuthorSaid) -> str | None:
    """The name in the order in which by-lines print it."""
    if author.family:
        return collapse(f"{author.given or ''} {author.family}")
    family, comma, given = (author.name or "").partition(",")
    return collapse(f"{given} {family}" if comma else author.name) or None


def _bylines(document: Document, names: list[str]) -> Iterator[Element]:
    """The smallest elements that name all authors in order, in document order."""
    family = _family(names[0])
    seen: set[Element] = set()
    limit = _BESIDE + _PER_AUTHOR * len(names)
    for text in islice(cast("list[Any]", _NAMED(document.root, name=family)), _MOST_PLACES):
        node = text.getparent()
        if node is not None and text.is_tail:
            node = node.getparent()
        for _ in range(_CLIMB):
            if node is None or node.tag in {"body", "html"} | _ELSEWHERE:
                break
            written = collapse(written_of(node))
            if len(written) > limit:
                break
            if _positions(written, names) is not None:
                block = _whole_line(node)
                if block not in seen:
                    seen.add(block)
                    yield block
                break
            node = node.getparent()


def _whole_line(node: Element) -> Element:
    """The block that holds an inline element: what stands behind a single author's name belongs to it."""
    while (
        node.tag not in BLOCKS
        and (parent := node.getparent()) is not None
        and parent.tag not in {"body", "html"}
    ):
        node = parent
    return node


def _positions(text: str, names: list[str]) -> list[tuple[int, int]] | None:
    """Where each name stands, or at least its family name, in order; None unless all do."""
    text = _unaccented(text)
    found, start = [], 0
    for name in map(_unaccented, names):
        ways = ((text.find(way, start), len(way)) for way in (name, _family(name)))
        place, length = next((way for way in ways if way[0] >= 0), (-1, 0))
        if place < 0:
            return None
        start = place + length
        found.append((place, start))
    return found


def _unaccented(text: str) -> str:
    """The text letter by letter without accents, which metas drop."""
    return text if text.isascii() else "".join(unicodedata.normalize("NFKD", char)[0] for char in text)


def _family(name: str) -> str:
    """The family name of a printed name, in either order: the other part is initials."""
    first, _, last = name.rpartition(" ")
    return first if first and _INITIALS.fullmatch(last) else last


def _read_block(block: Element, names: list[str], sections: list[Section]) -> list[AuthorSaid]:
    text = "\n".join(marked_lines([block]))
    bare = MARK.sub(lambda mark: "\ue012" * len(mark.group()), text)
    places = _positions(bare.replace("\n", " "), names)
    if places is None:
        return []
    last = places[-1][1]
    has_table = bool(read_affiliations(text[last:].split("\n")[1:]))
    ends = [start for start, _ in places[1:]] + [_end_of_marks(text, last) if has_table else len(text)]
    behind = [text[end:following] for (_, end), following in zip(places, ends, strict=True)]
    own = [_own(name, part) for name, part in zip(names, [*behind[:-1], text[last:]], strict=True)]
    if len(names) > 1 and 2 * sum(map(bool, own)) > len(names):
        return [AuthorSaid(name=name, affiliations=said) for name, said in zip(names, own, strict=True)]
    lines = text[ends[-1] :].split("\n") + _lines_behind(block)
    table = read_affiliations(lines)
    starred = not any(_OTHER_STAR.match(without_marks(line)) for line in lines if _STAR_LINE.match(line))
    for section in sections:
        if not table and section.kind in {"affiliations", "author_information"}:
            table = read_affiliations(marked_lines(section.content, folded=True))
    under = [line for line in (*text[last:].split("\n")[1:], *lines) if without_marks(line)]
    if not table and under and (sole := sole_institution(under[0])):
        table.unkeyed.append(sole)
    said = [_author(name, part, table) for name, part in zip(names, behind, strict=True)]
    for author in said:
        author.is_corresponding = author.is_corresponding if starred else None
    return said


def _own(name: str, behind: str) -> list[str]:
    """The affiliations between an author's name and the next one; a pop-up repeats the name."""
    lines = (line.replace(name, "", 1).strip(" ,:;") for line in behind.split("\n"))
    return read_affiliations([line for line in lines if line]).all


def _end_of_marks(text: str, start: int) -> int:
    """Where the lines end that have nothing but marks behind the last name."""
    end = text.find("\n", start)
    while end >= 0:
        following = text.find("\n", end + 1)
        line = text[end + 1 : following if following >= 0 else len(text)]
        if without_marks(line).strip(" ,;*&."):
            return end
        end = following
    return len(text)


def _lines_behind(block: Element) -> list[str]:
    """The lines of what follows a by-line, up to the next heading."""
    found: list[str] = []
    node = block
    for _ in range(_LEVELS):
        for sibling in islice(node.itersiblings(), _MOST_BEHIND):
            if not isinstance(sibling.tag, str) or sibling.tag in _ELSEWHERE:
                continue
            if sibling.tag in {"h1", "h2", "h3"} or len(written_of(sibling)) > _LONGEST_BEHIND:
                return found
            found += marked_lines([sibling], folded=True)
        parent = node.getparent()
        if parent is None or parent.tag in {"body", "html", "article", "main"}:
            break
        node = parent
    return found


def authors_with_label(document: Document, names: list[str], label: str) -> list[str]:
    """The authors behind whose names the by-line has a label, such as that of a note on correspondence.

    Args:
        document: The page.
        names: All authors in order, as by-lines print names.
        label: As the note has it: ``*``, ``3``, ``c``.
    """
    for block in _bylines(document, names):
        text = "\n".join(marked_lines([block]))
        bare = MARK.sub(lambda mark: "\ue012" * len(mark.group()), text)
        places = _positions(bare.replace("\n", " "), names)
        if places is None:
            continue
        ends = [start for start, _ in places[1:]] + [_end_of_marks(text, places[-1][1])]
        behind = [text[end:following] for (_, end), following in zip(places, ends, strict=True)]
        found = [name for name, part in zip(names, behind, strict=True) if label in map(_bare, _keys(part))]
        if found:
            return found
    return []


def _bare(label: str) -> str:
    return label.strip(" .()[]")


def _keys(behind: str) -> list[str]:
    """The labels, and targets of links, behind a name."""
    marks = MARK.findall(behind)
    plain = without_marks(behind)
    if digits := _DIGITS.match(plain):
        marks.append(digits.group())
    if star := STAR.match(plain.lstrip(" ,")):
        marks.append(star.group())
    return [key for mark in marks for key in ([mark] if mark[0] in "#@" else LABEL_SPLIT.split(mark))]


def _author(name: str, behind: str, table: PrintedAffiliations) -> AuthorSaid:
    """One author: the labels behind the name point to affiliations; without any, all share a single one."""
    said = AuthorSaid(name=name)
    keys = _keys(behind)
    said.affiliations = table.of(map(_bare, keys))
    if not said.affiliations and not any(key.strip("*#@ ") and key[0] not in "#@" for key in keys if key):
        said.affiliations = _coded(name, table.shared)
    if any(STAR.search(key) for key in keys):
        said.is_corresponding = True
    return said


def _coded(name: str, shared: list[str]) -> list[str]:
    """Of affiliations that name authors by their initials those of this author; otherwise all."""
    parts = [part for text in shared for part in affiliations_by_initials(text)]
    if not parts:
        return shared
    own = "".join(word[0] for word in re.findall(r"[^\W\d_]+", name))
    return [text for text, codes in parts if own in codes]
