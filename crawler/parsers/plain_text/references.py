"""The reference list of a capture: which sections hold it, and where each reference begins."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from crawler.items import ReferenceList, ReferenceSaid
from crawler.parsers.plain_text.blocks import Block, Layout, is_broken, join
from crawler.parsers.plain_text.reference_text import (
    bare_doi,
    fill_identifiers,
    is_label_line,
    without_labels,
)
from crawler.parsers.plain_text.sections import TextSection
from crawler.parsers.reference_links import read_address

_MOST = 5000
_YEAR = re.compile(r"(?<!\d)(?:1[5-9]|20)\d\d(?:[a-z])?(?!\d)")
_EVIDENCE = re.compile(
    r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)|10\.\d{4,9}/|https?://|www\.|arxiv|in press|forthcoming|in preparation|submitted"
    r"|unpublished|to be published|\bn\.d\.|personal communication|\bibid|\bISBN|\beds?\.",
    re.IGNORECASE,
)
_NAME = r"[A-ZÀ-ÞĀ-Ž][\w'’\-–]{1,30}"
_PARTICLE = r"(?:(?:van|von|der|den|de|da|di|del|della|la|le|el|al|bin|ten|ter|zu|zur|dos|du|d'|O')\s?){1,3}"
_AUTHOR_START = re.compile(
    rf"(?:{_PARTICLE})?{_NAME}(?:\s{_NAME}){{0,2}},?\s(?:[A-Z]{{1,4}}\b(?![a-z])|[A-Z]\.|{_NAME},)"
    rf"|(?:[A-Z]{{1,2}}\.[\s-]?){{1,4}}\s?(?:{_PARTICLE})?{_NAME}"
    rf"|(?:{_PARTICLE})?{_NAME}(?:\set\sal\b|\sand\s|\s&\s|,\s{_NAME}|\s?\((?:1[5-9]|20)\d\d)"
    rf"|[A-Z]{{2,12}}[.,:]\s",
)
#: An institution or a title opens the reference: capitalised words up to a stop.
_INSTITUTION_START = re.compile(
    r"(?:[A-ZÀ-Þ][\w'’.&\-–/]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)"
    r"(?:\s(?:[A-ZÀ-Þ][\w'’&\-–/.]{0,30}|of|and|the|for|on|in|de|du|des|für|der|e|y|to|&)){0,9}\s?[.,(:]"
)
#: A second line of a reference: the journal, then the year.
_JOURNAL_LINE = re.compile(r"[^.]{2,60}\.?\s(?:19|20)\d\d[,;:.\s]")
_OPENS = re.compile(r"[\w“\"'‘(\[¿¡«]")
_GLUED_NUMBER = re.compile(rf"(\d{{1,4}})[.)\]]?\s{{0,2}}(?=[A-ZÀ-Þ“\"'‘(\[]|{_PARTICLE}[A-Z])")
_BARE_NUMBER = re.compile(r"[\[(^]?(\d{1,4})[.)\]:]{0,2}")
_INTRODUCTION = re.compile(
    r"this article (?:references|cites)|export references|sort by|original order|go to next section|references? \(\d+\)"
    r"|\[?(?:show|hide|view|expand|collapse) (?:all )?references",
    re.IGNORECASE,
)
_AFTER_LIST = re.compile(
    r"(?:(?:received|accepted|revised|(?:first )?published(?: online)?|recebido|recibido|aceito|edited by|reviewed by|editors?)\s?:"
    r"|copyright|©|\(c\) ?(?:19|20)|keywords?:|\*?correspond(?:ence|ing|ência)\b.{0,12}[:@]|how to cite|this is an open|add to |show items"
    r"|articles? (?:from|citing)|citing (?:documents|articles)|submit a response|questions\b|more about this|licen[cs]ed? under"
    r"|\w[\w ]{2,60} \((?:19|20)\d\d\) ?\d{1,4} ?: ?\S{1,12} ?doi:)",
    re.IGNORECASE,
)


@dataclass(slots=True)
class _Item:
    """One reference in the making."""

    number: int | None = None
    parts: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    dois: list[str] = field(default_factory=list)
    closed: bool = False
    alone: bool = False

    def add(self, block: Block) -> None:
        self.links += block.links
        self.parts.append(block.text)


def read_references(sections: list[TextSection], layout: Layout, own_doi: str | None) -> ReferenceList | None:
    """The reference list with the most items that are references; None where no section holds one.

    Args:
        sections: All sections of the capture.
        layout: How the capture is laid out.
        own_doi: The article's DOI in lower case; it never is a reference's.
    """
    best: list[ReferenceSaid] = []
    most = 0
    place = "references"
    for index, section in enumerate(sections):
        if "references" not in section.kinds:
            continue
        blocks = _list_blocks(sections, index, layout)
        inner = layout
        if not layout.fragments and is_broken([block.text for block in blocks], 0.15):
            inner = Layout(None, fragments=True)
        said = _said(_items(blocks, inner), own_doi, inner)
        sure = sum(1 for item in said if _is_typical(item))
        again = best and said and best[0].raw == said[0].raw and 0.85 * len(best) <= len(said) < len(best)
        if again or (sure > most and not _has_more_behind(said, best)):
            best, most, place = said, sure, section.heading.casefold()[:60]
    return ReferenceList(f"text:{place}", best) if best else None


def _is_typical(said: ReferenceSaid) -> bool:
    raw = said.raw or ""
    return (
        len(raw) <= 900
        and _EVIDENCE.search(raw) is not None
        and (said.number is not None or _is_reference(raw, None))
    )


def _has_more_behind(said: list[ReferenceSaid], best: list[ReferenceSaid]) -> bool:
    """Whether a list is the best one again, with something behind it: other articles of the journal."""
    return bool(best) and best[0].raw == said[0].raw and len(best) >= 0.85 * len(said)


def _list_blocks(sections: list[TextSection], index: int, layout: Layout) -> list[Block]:
    """Blocks of the list; sub-headings inside it ("Uncited references", "Primary sources") do not end it."""
    blocks = list(sections[index].blocks)
    if layout.wrap is not None or not layout.fragments:
        for following in sections[index + 1 : index + 4]:
            if (
                following.kinds
                or not following.heading
                or not _has_numbers_from(following.blocks, _last(blocks) + 1)
            ):
                break
            blocks += following.blocks
    return blocks


def _last(blocks: list[Block]) -> int:
    return max((block.number or 0 for block in blocks), default=0)


def _has_numbers_from(blocks: list[Block], number: int) -> bool:
    return number > 1 and any(block.number == number for block in blocks[:3])


def _items(blocks: list[Block], layout: Layout) -> list[_Item]:
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
    return max(divisions, key=_quality)


def _quality(items: list[_Item]) -> float:
    """How many items read like one reference each, less those that do not."""
    total = 0.0
    for item in items:
        text = join(part for part in item.parts[:60] if not is_label_line(part))
        size = len(text)
        if not size:
            continue
        if size > 900 or not _EVIDENCE.search(text):
            total -= 0.7
        elif _AUTHOR_START.match(text) or item.number is not None:
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


def _without_rest(items: list[_Item]) -> list[_Item]:
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


def _size(item: _Item) -> tuple[int, bool]:
    """How many texts an item has, and whether one of them stands behind a label."""
    labels = [is_label_line(part) for part in item.parts]
    behind = any(before and not after for before, after in itertools.pairwise(labels))
    return len(labels) - sum(labels), behind


def _numbered(blocks: list[Block]) -> list[_Item]:
    """Items of a list whose numbers rise by one; a list printed a second time is left out."""
    items: list[_Item] = []
    expected = 1
    skipping = False
    for index, block in enumerate(blocks):
        number, text = _number_of(block, expected, blocks[index + 1] if index + 1 < len(blocks) else None)
        if number is not None and expected <= number <= expected + (20 if items and text else 0):
            items.append(_Item(number, [text] if text else [], list(block.links), alone=not text))
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
        opens = following is not None and _OPENS.match(following.text) and not following.text[0].islower()
        return (int(bare[1]), "") if opens or int(bare[1]) == expected - 1 else (None, text)
    glued = _GLUED_NUMBER.match(text)
    if glued and expected <= int(glued[1]) <= expected + (2 if expected > 5 else 0):
        return int(glued[1]), text[glued.end() :]
    return None, text


def _bulleted(blocks: list[Block], indent: int) -> list[_Item]:
    """Items of a bulleted list; marks that stand deeper are those of links below an item."""
    items: list[_Item] = []
    for block in blocks:
        if block.bullet and block.indent <= indent + 1:
            items.append(_Item())
        if items:
            items[-1].add(block)
    return items[:_MOST]


def _unmarked(blocks: list[Block], starts: Callable[[_Item, list[Block], int], bool]) -> list[_Item]:
    """Items of a list without numbers or marks: one block each, or broken lines that an author's name opens."""
    items: list[_Item] = []
    for index, block in enumerate(blocks):
        if len(items) >= _MOST:
            break
        if is_label_line(block.text):
            if items:
                items[-1].links += block.links
                items[-1].closed |= any(c.isalnum() for c in block.text)
            continue
        if not items or starts(items[-1], blocks, index):
            items.append(_Item())
        items[-1].add(block)
    return items


def _starts_block(item: _Item, blocks: list[Block], index: int) -> bool:
    """Whether a paragraph opens the next reference, or goes on with one that has no year yet."""
    text = blocks[index].text
    if bare_doi(text) or text[:1] in ",.;:)" or (text[:1].islower() and not _AUTHOR_START.match(text)):
        return False
    if item.closed:
        return True
    said = " ".join(item.parts)
    if _EVIDENCE.search(said[-800:]) or len(said) > 600:
        return True
    if _JOURNAL_LINE.match(text):
        return False
    return _AUTHOR_START.match(text) is not None and _YEAR.search(text[:600]) is not None


def _starts_fragment(item: _Item, blocks: list[Block], index: int) -> bool:
    """Whether a piece of a line opens the next reference: the last is complete, and a name stands here."""
    text = blocks[index].text
    if text[:1] in ",.;:)]&" or bare_doi(text) or (text[:1].islower() and not _AUTHOR_START.match(text)):
        return False
    if item.closed:
        return True
    said = join(item.parts[-30:])
    year = next(reversed(list(_YEAR.finditer(said))), None)
    if year is None or said[-1] not in ".)]0123456789" or (year.start() < 60 and len(said) - year.end() < 25):
        return False
    ahead = join(block.text for block in blocks[index : index + 4])
    return _AUTHOR_START.match(ahead) is not None


def _said(items: list[_Item], own_doi: str | None, layout: Layout) -> list[ReferenceSaid]:
    labels = _repeated(items)
    found: list[ReferenceSaid] = []
    for item in items:
        item.parts = [part for part in item.parts if part not in labels]
        said = _reference(item, own_doi, tidy=layout.fragments)
        if said.raw is None or (said.number is None and found and _same_start(found[-1].raw, said.raw)):
            continue  # a list printed twice has each reference twice, the second time for another screen
        found.append(said)
    if any(item.number is not None for item in items):
        return found if any(_EVIDENCE.search(said.raw or "") for said in found) else []
    return _within_list(found, own_doi)


def _within_list(found: list[ReferenceSaid], own_doi: str | None) -> list[ReferenceSaid]:
    """Unmarked items from the first to the last that is a reference; short scraps between them go."""
    sure = [_is_reference(said.raw or "", own_doi) for said in found]
    if True not in sure:
        return []
    first = sure.index(True)
    by_author = [bool(_AUTHOR_START.match(said.raw or "")) for said in found]
    last = len(sure) - 1 - sure[::-1].index(True)
    if sum(by_author) >= max(5, 0.7 * len(found)):
        last = len(found) - 1 - by_author[::-1].index(True)
        while (
            last + 1 < len(found) and sure[last + 1] and _INSTITUTION_START.match(found[last + 1].raw or "")
        ):
            last += 1
    return [
        said
        for index, said in enumerate(found[: last + 1])
        if index >= first and (sure[index] or len(said.raw or "") >= 40)
    ]


def _repeated(items: list[_Item]) -> frozenset[str]:
    """Lines that stand in many items are labels of links, whatever they say."""
    counts = Counter(part for item in items for part in set(item.parts[1:]) if len(part) <= 60)
    least = max(3, len(items) // 4)
    return frozenset(
        part
        for part, count in counts.items()
        if count >= least and not any(c.isdigit() for c in part) and len(part) > 3 and not part.endswith(".")
    )


def _is_reference(raw: str, own_doi: str | None) -> bool:
    if own_doi is not None and own_doi in raw.lower():
        return False
    if _AUTHOR_START.match(raw):
        return len(raw) >= 50 or (len(raw) >= 12 and _EVIDENCE.search(raw) is not None)
    return 30 <= len(raw) <= 1500 and _EVIDENCE.search(raw) is not None


def _same_start(before: str | None, raw: str) -> bool:
    return before is not None and len(before) > 30 and before[:60] == raw[:60] and before[-20:] in raw


def _reference(item: _Item, own_doi: str | None, *, tidy: bool) -> ReferenceSaid:
    said = ReferenceSaid(number=item.number)
    parts: list[str] = []
    for part in item.parts:
        doi = bare_doi(part)
        if doi and parts and not tidy:
            item.dois.append(doi)
        elif not is_label_line(part):
            parts.append(part)
    raw = without_labels(join(parts)).strip()
    if tidy:
        raw = _tidied(raw)
    said.raw = raw or None
    fill_identifiers(said, " ".join([raw, *item.dois]), own_doi)
    for link in item.links:
        weak = read_address(link, own_doi, said)
        if said.doi is None and weak is not None:
            said.doi = weak
    return said


_TIDY: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"(?<=\w) (?=[-–/]\s?\w)|(?<=[(\[“]) "), ""),
    (re.compile(r"(?<=\d[-–]) (?=\d)"), ""),
)


def _tidied(text: str) -> str:
    """Spaces that only broken lines put inside page ranges and brackets go."""
    for pattern, replacement in _TIDY:
        text = pattern.sub(replacement, text)
    return text
