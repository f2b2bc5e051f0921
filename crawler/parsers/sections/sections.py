"""Headed sections: which heading opens what, and the elements that belong to it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import cast

from crawler.parsers.sections.headings import MAX_HEADING, section_kind
from crawler.parsers.sections.menus import is_contents, opens_with_menu, text_before, with_its_menu
from crawler.parsers.sections.opening import opening_kind
from crawler.parsers.sections.section_text import HEADING_SET, HEADINGS, OWN_ROOM, render_into
from crawler.parsers.text import BLOCKS, SILENT, Element, collapse, is_hidden, text_of, written_of

_INTRODUCTION = ("introduction", "introdução", "introducción", "introduccion", "introduzione", "einleitung")
_PICTURED = frozenset({"boilerplate", "cited_by"})
#: Paragraphs of these kinds, named where they open, end a section although no heading does.
_STATEMENTS = frozenset(
    {"competing_interests", "data_availability", "code_availability", "author_contributions"}
)
_APART: dict[str | None, frozenset[str]] = {
    "abstract": frozenset(
        {"keywords", "citation", "history", "rights", "correspondence", "author_contributions"}
    ),
    "funding_text": _STATEMENTS,
    "acknowledgements": _STATEMENTS | {"funding_text"},
}
#: Inline or plain elements that serve as headings where a page has no <h…> there.
_LONGEST_LINE = 60
#: Elements inside the element of such a heading.
_MOST_IN_LINE = 6
#: Sections of one kind that a page may have; further headings are those of lists.
_MOST_OF_A_KIND = 100
#: Elements under one heading.
_MOST_SIBLINGS = 20_000
_LISTS = frozenset({"ol", "ul"})
_INLINE = frozenset({"a", "b", "em", "i", "small", "span", "strong", "sub", "sup", "u"})
_QUASI = ("strong", "b", "dt", "legend", "span", "p", "div", "th")


@dataclass(slots=True)
class Section:
    """One headed section.

    Attributes:
        kind: As `headings.section_kind` names it; None for a heading that is not in the vocabulary.
        heading: The heading's text.
        level: 1 to 6, 7 for a run-in or quasi heading.
        element: The heading element.
        _block: The heading element, or the block of the heading and a menu beside it.
    """

    kind: str | None
    heading: str
    level: int
    element: Element
    _block: Element
    _place: tuple[Element, list[Element]] | None = field(default=None, repr=False)

    @property
    def start(self) -> Element:
        """The element whose following siblings make the content: the heading, or a wrapper of it alone."""
        return self._located()[0]

    @property
    def content(self) -> list[Element]:
        """The elements that follow the heading and belong to it, in order."""
        return self._located()[1]

    def _located(self) -> tuple[Element, list[Element]]:
        # Most headings are those of the body, whose content nobody asks for.
        if self._place is None:
            self._place = _content(self._block, self.level, self.kind)
        return self._place

    @property
    def run_in(self) -> str:
        """Text on the heading's own line, up to the first block ("Keywords: one; *two*; three")."""
        if not (self.start.tail and self.start.tail.strip()):
            return ""
        parts = [self.start.tail]
        for sibling in self.start.itersiblings():
            if sibling.tag in BLOCKS:
                break
            parts += [text_of(sibling), sibling.tail or ""]
        return collapse("".join(parts))

    def text(self) -> str:
        """The section's text; sub-headings end in a colon ("Background: …"), other kinds' sections are left out."""
        parts: list[str] = [self.start.tail or ""]
        for element in self.content:
            if element.tag == "p" and self.kind in _APART:
                other = opening_kind(element)
                if other != self.kind and other in _APART[self.kind]:
                    break
            inner: list[str] = []
            render_into(element, self.kind, inner)
            text = " ".join(part for part in inner if part)
            # Inline markup goes on in the middle of a word: "mg/m", "3".
            parts += [text] if _is_inline(element) else [" ", text, " "]
            parts.append(element.tail or "")
        return collapse("".join(parts))

    def paragraphs(self) -> list[str]:
        """The texts of its paragraphs, or its whole text where it has none."""
        found = [text_of(p) for element in self.content for p in element.iter("p")]
        found = [text for text in found if text]
        return found or [text for text in [self.text()] if text]


def sections(root: Element, headings: Iterable[Element] | None = None) -> list[Section]:
    """All headed sections under an element, in document order, sub-sections after their section.

    Args:
        root: Where to look.
        headings: Its ``<h1>`` to ``<h6>`` in document order, where they are known already.
    """
    found: list[Section] = []
    times: Counter[str | None] = Counter()
    for heading in root.iter(*HEADINGS) if headings is None else headings:
        text = text_of(heading)
        if not text or len(text) > 3 * MAX_HEADING:
            continue
        times[kind := section_kind(text)] += 1
        kind = kind if times[kind] <= _MOST_OF_A_KIND else None
        found.append(Section(kind, text, int(heading.tag[1]), heading, heading))
    return found


def quasi_sections(root: Element) -> Iterator[Section]:
    """Sections of a known kind whose heading is a bold line or a classed block, not an ``<h…>``."""
    times: Counter[str] = Counter()
    for element in root.iter(*_QUASI):
        kind = _line_kind(element)
        if kind is None or times[kind] >= _MOST_OF_A_KIND or _inside_heading(element):
            continue
        times[kind] += 1
        section = Section(kind, _line(element), 7, element, with_its_menu(element))
        if section.content or (section.start.tail and section.start.tail.strip()):
            yield section


def _says_something(element: Element) -> bool:
    """Whether there is text in or behind an element; buttons and rules beside a heading have none."""
    if (element.text and element.text.strip()) or (element.tail and element.tail.strip()):
        return True
    return bool(written_of(element).strip())


def _line(element: Element) -> str:
    """The text of an element that holds one line; nothing of one that holds more, which is not read to its end."""
    if not len(element):
        text = element.text
        return collapse(text) if text and len(text) < 4 * _LONGEST_LINE else ""
    if len(element) > 2 or len(list(islice(element.iterdescendants(), _MOST_IN_LINE + 1))) > _MOST_IN_LINE:
        return ""
    return text_of(element)


def _inside_heading(element: Element) -> bool:
    parent = element.getparent()
    while parent is not None and parent.tag not in {"section", "article", "body", "main"}:
        if parent.tag in HEADING_SET or parent.tag in {"nav", "a", "li"}:
            return True
        parent = parent.getparent()
    return False


def _content(heading: Element, level: int, kind: str | None) -> tuple[Element, list[Element]]:
    """Following siblings up to the next heading of the same rank; climbs out of heading-only wrappers.

    Buttons and rules may stand beside a heading in its wrapper; elsewhere content without text is pictures.
    """
    node = heading
    is_text = kind in OWN_ROOM and kind not in _PICTURED
    for _ in range(6):
        content = list(_siblings(node, level, kind))
        if (node.tail and node.tail.strip()) or (any(map(_says_something, content)) if is_text else content):
            return node, content
        parent = node.getparent()
        if parent is None or parent.tag in {"body", "html"} or text_before(node, parent):
            break
        node = parent
    return node, []


def _siblings(node: Element, level: int, kind: str | None) -> Iterator[Element]:
    for sibling in islice(node.itersiblings(), _MOST_SIBLINGS):
        tag = sibling.tag
        if tag in HEADING_SET and int(tag[1]) <= level:
            return
        if tag in SILENT or not isinstance(tag, str) or (sibling.attrib and is_hidden(sibling)):
            continue
        if tag in _LISTS and is_contents(sibling):
            continue
        if node.tag == "table" and level > 6 and opens_with_menu(sibling):
            return
        if level > 6 and (
            (other := _line_kind(sibling)) in OWN_ROOM or other == kind or _opens_body(sibling)
        ):
            return
        if level <= 6 and (_opens_with_heading(sibling, level) or _opens_with_keywords(sibling)):
            return
        if len(sibling) or (sibling.text and sibling.text.strip()) or (sibling.tail and sibling.tail.strip()):
            yield sibling


def _is_inline(element: Element) -> bool:
    text = element.text
    return element.tag in _INLINE and not len(element) and bool(text) and not cast("str", text)[0].isspace()


def _opens_with_heading(element: Element, level: int) -> bool:
    """Whether the element is a section of its own: its first words are a heading of this rank or above."""
    node: Element | None = element
    for _ in range(6):
        if node is None or (node.text and node.text.strip()):
            return False
        node = next((child for child in node if isinstance(child.tag, str) and child.tag not in SILENT), None)
        if node is not None and node.tag in HEADING_SET:
            return int(node.tag[1]) <= level
    return False


def _opens_with_keywords(element: Element) -> bool:
    """Whether the first line in an element says "Keywords": no section of the text goes on behind them."""
    node: Element | None = element
    for _ in range(4):
        if node is None or (len(node) and node.text and node.text.strip()):
            return False
        if _line_kind(node) == "keywords":
            return True
        node = next((child for child in node if isinstance(child.tag, str) and child.tag not in SILENT), None)
    return False


def _opens_body(element: Element) -> bool:
    """Whether the element is the heading of the introduction, which no structured abstract sets on a line of its own."""
    text = _line(element)
    return 3 < len(text) <= _LONGEST_LINE and text.lstrip(" .0123456789").casefold().startswith(_INTRODUCTION)


def _line_kind(element: Element) -> str | None:
    """What an element that holds one line announces."""
    text = _line(element)
    return section_kind(text) if 3 < len(text) <= _LONGEST_LINE else None
