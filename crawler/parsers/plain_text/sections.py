"""Blocks become sections: which heading opens what, headings that run into their text included."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from crawler.items import STATEMENT_COLUMNS
from crawler.parsers.plain_text.blocks import Block, Layout, join
from crawler.parsers.references.links import is_link_label
from crawler.parsers.sections.headings import section_kinds

#: Kinds whose heading may run into its text: "Funding: This work …", "Abstract—We show …".
_RUN_IN = frozenset(
    {"abstract", *STATEMENT_COLUMNS, "keywords", "author_contributions", "correspondence", "citation"}
)
_RUN_IN_HEADING = re.compile(
    r"(?P<name>[^\W\d_][^:.—–：\n]{2,70}?)\s?(?P<mark>[:：]|[.—–]{1,2}|\s-)\s{0,3}(?=\S)"
)
_GLUED_HEADING = re.compile(
    r"(?:References|Abstract|Summary|Acknowledge?ments?|Funding|Keywords|Introduction|Background|Data availability"
    r"|Code availability|(?:Competing|Conflicts? of) [Ii]nterests?|Author information|Cite this article|Bibliography"
    r"|Rights and permissions|Ethics declarations|About this article)(?=[A-Z“\"(][\w“ ])"
)


@dataclass(slots=True)
class TextSection:
    """One section of a capture.

    Attributes:
        kinds: As `headings.section_kinds` names them; () before the first heading and under unknown headings.
        heading: The heading's text, "" before the first.
        blocks: What stands under it, up to the next heading.
        run_in: Whether the heading runs into its text.
        start: Index of its first block among all.
    """

    kinds: tuple[str, ...]
    heading: str
    blocks: list[Block] = field(default_factory=list)
    run_in: bool = False
    start: int = 0

    @property
    def kind(self) -> str | None:
        """The first kind, None where the vocabulary does not know the heading."""
        return self.kinds[0] if self.kinds else None


def to_sections(blocks: list[Block], layout: Layout) -> list[TextSection]:
    """Divide a capture's blocks at its headings; the first section stands before all headings."""
    found = [TextSection((), "")]
    counts = Counter(block.text for block in blocks if len(block.text) <= 60)
    for index, block in enumerate(blocks):
        following = blocks[index + 1].text if index + 1 < len(blocks) else ""
        kinds = _heading_kinds(block, found[-1], layout, following)
        if kinds and found[-1].kind == "references" and kinds[0] != "references" and counts[block.text] > 3:
            kinds = None  # a label that stands below every reference
        if kinds is not None:
            found.append(TextSection(kinds, block.text, start=index))
            continue
        run_in = _glued(block) or (None if found[-1].kind == "references" else _run_in(block))
        if run_in is not None:
            kinds, heading, rest = run_in
            found.append(
                TextSection(
                    kinds,
                    heading,
                    [Block(rest, gap=block.gap, links=block.links)],
                    run_in=kinds[0] != "references",
                    start=index,
                )
            )
            continue
        if found[-1].run_in and not _goes_on(found[-1], block, layout):
            found.append(TextSection((), "", start=index))
        found[-1].blocks.append(block)
    return found


def _heading_kinds(
    block: Block, section: TextSection, layout: Layout, following: str
) -> tuple[str, ...] | None:
    """Kinds of a block that is a heading (() for an unknown one that the capture marks), None for other blocks."""
    if block.bullet or len(block.text) > 120:
        return None
    kinds = section_kinds(block.text)
    if block.number is not None and kinds == ("abstract",):
        kinds = ("body",)
    if block.level:
        return kinds
    if not kinds:
        return None
    # A paragraph longer than references are shows that a menu stood under this name, not the list.
    if section.kind == "references" and kinds[0] != "references" and len(following) < 400:
        # A journal called "Methods", a link called "Abstract": no heading inside a list that breaks at every link.
        if (
            is_link_label(block.text)
            or block.text.islower()
            or (layout.fragments and kinds[0] in {"body", "abstract", "keywords", "notes"})
        ):
            return None
        if kinds[0] in {"body", "history", "notes"} and not block.gap and section.blocks:
            return None
    return kinds


def _run_in(block: Block) -> tuple[tuple[str, ...], str, str] | None:
    match = _RUN_IN_HEADING.match(block.text[:100])
    if match is None or block.level:
        return None
    name, rest = match["name"], block.text[match.end() :]
    kinds = section_kinds(name)
    if not kinds or not _RUN_IN.issuperset(kinds) or len(rest) < 2:
        return None
    if match["mark"][0] not in ":：" and (
        not name[0].isupper() or not (rest[0].isupper() or rest[0] in '“"(')
    ):
        return None
    if name.islower() and kinds[0] != "keywords":
        return None
    return kinds, name, rest


def _glued(block: Block) -> tuple[tuple[str, ...], str, str] | None:
    """A heading that lost the line break behind it: "ReferencesSmith J. …"."""
    match = _GLUED_HEADING.match(block.text)
    return (section_kinds(match[0]), match[0], block.text[match.end() :]) if match else None


def _goes_on(section: TextSection, block: Block, layout: Layout) -> bool:
    """Whether a block still belongs to the text that a run-in heading opened."""
    last = section.blocks[-1].text
    if layout.fragments:
        return not ends_sentence(last) or block.text[:1].islower() or block.text[:1] in ",.;:)"
    return not block.gap and not ends_sentence(last)


def ends_sentence(text: str) -> bool:
    """Whether a text comes to an end: full stop, closing bracket or quote behind one."""
    bare = text.rstrip(" \"'”’)]»0123456789,^")
    return text.rstrip()[-1:] in ".!?。" or bare[-1:] in ".!?。"


def prose(section: TextSection, layout: Layout, most: int = 12) -> str:
    """The running text under a heading: its paragraphs up to what is no prose (menus, captions, unknown headings).

    Args:
        section: Where to read.
        layout: How the capture is laid out.
        most: Most paragraphs to take; broken lines of one sentence count as one.
    """
    taken: list[str] = []
    count = 0
    for block in section.blocks:
        text = block.text
        if taken:
            open_end = layout.fragments and not ends_sentence(taken[-1])
            if not open_end and text[:1] not in ",.;:)" and not is_prose(text):
                if not (layout.fragments and len(text) < 40 and text[:1].islower()):
                    break
            elif not open_end:
                count += 1
        elif is_link_label(text) or text.casefold().startswith(("go to:", "jump to")):
            continue
        if count >= most:
            break
        taken.append(text)
    return join(taken)


def is_prose(text: str) -> bool:
    """Whether a block is running text, not a menu entry, a label or a caption."""
    return (len(text) >= 40 and (" " in text or len(text) > 80)) and (ends_sentence(text) or len(text) >= 120)
