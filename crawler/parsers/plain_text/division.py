"""Where each reference of a list begins: by its number, its list mark, its paragraph, or its first author's name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from crawler.parsers.plain_text.blocks import Block, Layout, join
from crawler.parsers.plain_text.reference_signs import AUTHOR_START, EVIDENCE, PARTICLE, YEAR
from crawler.parsers.plain_text.reference_text import bare_doi, is_label_line

#: Longer lists are not read to their end.
_MOST = 5000
#: A second line of a reference: the journal, then the year.
_JOURNAL_LINE = re.compile(
    r"[^.]{2,60}\.?\s(?:19|20)\d\d[,;:.\s]|.{2,90}?,\s\d{1,4}\s?(?:\([^()]{1,12}\)\s)?\((?:19|20)\d\d\)"
)
#: What the text cites a work by, printed above it: "Aram 1997", "Ellis and Young, 1988".
_KEY = re.compile(
    r"[^\W\d_][\w'’ -]{1,40}?(?:,? et al\.?| (?:and|&) [\w'’ -]{2,30})?,? \(?(?:19|20)\d\d[a-z]?\)?"
)
_OPENS = re.compile(r"[\w“\"'‘(\[¿¡«]")
_GLUED_NUMBER = re.compile(rf"(\d{{1,4}})[.)\]]?\s{{0,2}}(?=[A-ZÀ-Þ“\"'‘(\[]|{PARTICLE}[A-Z])")
_BARE_NUMBER = re.compile(r"[\[(^]?(\d{1,4})[.)\]:]{0,2}")
#: An institution or a title opens the reference: capitalised words up to a stop.
INSTITUTION_START = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.&\-–/]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’&\-–/.]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)){0,9}\s?[.,(:]"
)
#: A second line of a reference: the journal, then the year.
_JOURNAL_LINE = re.compile(
    r"[^.]{2,60}\.?\s(?:19|20)\d\d[,;:.\s]|.{2,90}?,\s\d{1,4}\s?(?:\([^()]{1,12}\)\s)?\((?:19|20)\d\d\)"
)
#: What the text cites a work by, printed above it: "Aram 1997", "Ellis and Young, 1988".
_KEY = re.compile(
    r"[^\W\d_][\w'’ -]{1,40}?(?:,? et al\.?| (?:and|&) [\w'’ -]{2,30})?,? \(?(?:19|20)\d\d[a-z]?\)?"
)
_OPENS = re.compile(r"[\w“\"'‘(\[¿¡«]")
_GLUED_NUMBER = re.compile(rf"(\d{{1,4}})[.)\]]?\s{{0,2}}(?=[A-ZÀ-Þ“\"'‘(\[]|{PARTICLE}[A-Z])")
_BARE_NUMBER = re.compile(r"[\[(^]?(\d{1,4})[.)\]:]{0,2}")
_INTRODUCTION = re.compile(
    r"this article (?:references|cites)|export references|sort by|original order|go to next section|references? \(\d+\)"
    r"|\[?(?:show|hide|view|expand|collapse) (?:all )?references",
    re.IGNORECASE,
)
#: An institution or a title opens the reference: capitalised words up to a stop.
INSTITUTION_START = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.&\-–/]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’&\-–/.]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)){0,9}\s?[.,(:]"
)
#: A second line of a reference: the journal, then the year.
_JOURNAL_LINE = re.compile(
    r"[^.]{2,60}\.?\s(?:19|20)\d\d[,;:.\s]|.{2,90}?,\s\d{1,4}\s?(?:\([^()]{1,12}\)\s)?\((?:19|20)\d\d\)"
)
#: What the text cites a work by, printed above it: "Aram 1997", "Ellis and Young, 1988".
_KEY = re.compile(
    r"[^\W\d_][\w'’ -]{1,40}?(?:,? et al\.?| (?:and|&) [\w'’ -]{2,30})?,? \(?(?:19|20)\d\d[a-z]?\)?"
)
_OPENS = re.compile(r"[\w“\"'‘(\[¿¡«]")
_GLUED_NUMBER = re.compile(rf"(\d{{1,4}})[.)\]]?\s{{0,2}}(?=[A-ZÀ-Þ“\"'‘(\[]|{PARTICLE}[A-Z])")
_BARE_NUMBER = re.compile(r"[\[(^]?(\d{1,4})[.)\]:]{0,2}")
_INTRODUCTION = re.compile(
    r"this article (?:references|cites)|export references|sort by|original order|go to next section|references? \(\d+\)"
    r"|\[?(?:show|hide|view|expand|collapse) (?:all )?references",
    re.IGNORECASE,
)
_AFTER_LIST = re.compile(
    r"(?:(?:received|accepted|revised|(?:first )?published(?: online)?|recebido|recibido|aceito|eingegangen|angenommen|reçu|accepté|edited by|reviewed by|editors?)\s?:"
    r"|copyright|©|\(c\) ?(?:19|20)|keywords?:|\*?correspond(?:ence|ing|ência)\b.{0,12}[:@]|how to cite|this is an open|add to |show items"
    r"|articles? (?:from|citing)|citing (?:documents|articles)|submit a response|questions\b|more about this|licen[cs]ed? under"
    r"|\w[\w ]{2,60} \((?:19|20)\d\d\) ?\d{1,4} ?: ?\S{1,12} ?doi:)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Item:
    """One reference in the making.

    Attributes:
        number: The printed number.
        parts: Its texts in order, labels of links included.
        links: Addresses of its links, where the capture gives them.
        dois: DOIs that stood on lines of their own.
        closed: Whether labels of links, which end a reference, have been seen.
        alone: Whether its number stood on a line of its own.
    """

    number: int | None = None
    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    dois: list[str] = field(default_factory=list)
    closed: bool = False
    alone: bool = False

    def add(self, block: Block) -> None:
        """Let a block go on with this reference."""
        self.links += block.links
        self.parts.append(block.text)


def divide(blocks: list[Block], layout: Layout) -> list[Item]:
    """The division into items that gives the most references: by numbers, list marks, paragraphs or names."""
    while blocks and (_INTRODUCTION.match(blocks[0].text) or is_label_line(blocks[0].text)):
        blocks = blocks[1:]
    blocks = _before_end(blocks)
    numbered = _without_rest(_numbered(blocks))
    if len(numbered) >= 5 and _quality(numbered) >= 0.4 * len(numbered):
        return numbered
    bullets = [block for block in blocks if block.bullet and len(block.text) > 25]
    bulleted = _without_rest(_bulleted(blocks, min(block.indent for block in bullets))) if bullets else []
    divisions = [numbered, bulleted, _unmarked(blocks, _starts_block)]
    if layout.fragments:
        divisions.append(_unmarked(blocks, _starts_fragment))
    # Numbers are no accident, even in a short list with something behind it.
    return max(
        divisions, key=lambda items: _quality(items) + (1.5 if items is numbered and len(items) > 1 else 0)
    )


def _quality(items: list[Item]) -> float:
    """How many items read like one reference each, less those that do not."""
    total = 0.0
    for item in items:
        text = join(part for part in item.parts[:60] if not is_label_line(part))
        size = len(text)
        if not size:
            continue
        if size > 900 or not EVIDENCE.search(text):
            total -= 0.7
        elif AUTHOR_START.match(text) or item.number is not None:
            total += 1.0 if size >= 25 else 0.2
        else:
            total += 0.3 if size >= 40 else -0.3
    return total


def _before_end(blocks: list[Block]) -> list[Block]:
    """The list without what stands below it: history of the article, copyright, tools of the page."""
    for index, block in enumerate(blocks):
        if index >= 2 and _AFTER_LIST.match(block.text):
            return blocks[:index]
    return blocks


def _without_rest(items: list[Item]) -> list[Item]:
    """Cut from the last item what no other item has: text behind its link labels, or further paragraphs."""
    if len(items) < 3:
        return items
    sizes = [_size(item) for item in items[:-1]]
    most = max(size for size, _ in sizes)
    last = items[-1]
    goes_on = any(behind for _, behind in sizes)
    kept: list[str] = []
    texts = 0
    for part in last.parts:
        label = is_label_line(part)
        texts += not label
        if texts > most or (not label and not goes_on and kept and is_label_line(kept[-1])):
            break
        kept.append(part)
    last.parts = kept
    return items


def _size(item: Item) -> tuple[int, bool]:
    """How many texts an item has, and whether one of them stands behind a label."""
    labels = [is_label_line(part) for part in item.parts]
    behind = any(before and not after for before, after in itertools.pairwise(labels))
    return len(labels) - sum(labels), behind


def _numbered(blocks: list[Block]) -> list[Item]:
    """Items of a list whose numbers rise by one; a list printed a second time is left out."""
    items: list[Item] = []
    expected = 1
    skipping = False
    for index, block in enumerate(blocks):
        number, text = _number_of(block, expected, blocks[index + 1] if index + 1 < len(blocks) else None)
        if number is not None and expected <= number <= expected + (20 if items and text else 0):
            items.append(Item(number, [text] if text else [], list(block.links), alone=not text))
            expected, skipping = number + 1, False
            if len(items) >= _MOST:
                break
        elif items and number == expected - 1 and not text:
            skipping = bool(items[-1].parts)  # the same number again heads an abstracting service's record
        elif items and not skipping:
            if number == 1 and len(items) >= 3 and block.number == 1:
                break
            items[-1].add(block)
    return items


def _number_of(block: Block, expected: int, following: Block | None) -> tuple[int | None, str]:
    """The number that a block opens with, if it may be the next reference's, and the text behind it."""
    text = block.text
    if block.number is not None:
        bare = _BARE_NUMBER.fullmatch(text)
        if bare and int(bare[1]) == block.number:
            return block.number, ""  # "1. 1" with the text below
        doubled = _GLUED_NUMBER.match(text)
        if doubled and block.number <= int(doubled[1]) and text[doubled.end(1)] in ".)] ":
            return int(doubled[1]), text[doubled.end() :]
        return block.number, text
    bare = _BARE_NUMBER.fullmatch(text)
    if bare:
        opens = (
            following is not None
            and _OPENS.match(following.text)
            and (not following.text[0].islower() or AUTHOR_START.match(following.text))
        )
        return (int(bare[1]), "") if opens or int(bare[1]) == expected - 1 else (None, text)
    glued = _GLUED_NUMBER.match(text)
    if glued and expected <= int(glued[1]) <= expected + (2 if expected > 5 else 0):
        return int(glued[1]), text[glued.end() :]
    return None, text


def _bulleted(blocks: list[Block], indent: int) -> list[Item]:
    """Items of a bulleted list; marks that stand deeper are those of links below an item."""
    items: list[Item] = []
    for block in blocks:
        if block.bullet and block.indent <= indent + 1:
            items.append(Item())
        if items:
            items[-1].add(block)
    return items[:_MOST]


def _unmarked(blocks: list[Block], starts: Callable[[Item, list[Block], int], bool]) -> list[Item]:
    """Items of a list without numbers or marks: one block each, or broken lines that an author's name opens."""
    items: list[Item] = []
    for index, block in enumerate(blocks):
        if len(items) >= _MOST:
            break
        if is_label_line(block.text) or (len(block.text) < 50 and _KEY.fullmatch(block.text)):
            if items:
                items[-1].links += block.links
                items[-1].closed |= any(c.isalnum() for c in block.text)
            continue
        if not items or starts(items[-1], blocks, index):
            items.append(Item())
        items[-1].add(block)
    return items


def _starts_block(item: Item, blocks: list[Block], index: int) -> bool:
    """Whether a paragraph opens the next reference, or goes on with one that has no year yet."""
    text = blocks[index].text
    if bare_doi(text) or text[:1] in ",.;:)" or (text[:1].islower() and not AUTHOR_START.match(text)):
        return False
    if item.closed:
        return True
    said = " ".join(item.parts)
    if EVIDENCE.search(said[-800:]) or len(said) > 600:
        return True
    if _JOURNAL_LINE.match(text):
        return False
    return AUTHOR_START.match(text) is not None and YEAR.search(text[:600]) is not None


def _starts_fragment(item: Item, blocks: list[Block], index: int) -> bool:
    """Whether a piece of a line opens the next reference: the last is complete, and a name stands here."""
    text = blocks[index].text
    if text[:1] in ",.;:)]&" or bare_doi(text) or (text[:1].islower() and not AUTHOR_START.match(text)):
        return False
    if item.closed:
        return True
    said = join(item.parts[-30:])
    year = next(reversed(list(YEAR.finditer(said))), None)
    if year is None or said[-1] not in ".)]0123456789" or (year.start() < 60 and len(said) - year.end() < 25):
        return False
    ahead = join(block.text for block in blocks[index : index + 4])
    return AUTHOR_START.match(ahead) is not None
