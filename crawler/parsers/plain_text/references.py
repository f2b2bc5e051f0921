"""The reference list of a capture: which sections hold it, and where each reference begins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from crawler.items import ReferenceList, ReferenceSaid
from crawler.parsers.plain_text.blocks import Block, Layout, is_broken, join
from crawler.parsers.plain_text.division import Item, divide
from crawler.parsers.plain_text.reference_signs import AUTHOR_START, EVIDENCE, INSTITUTION_START, is_reference
from crawler.parsers.plain_text.reference_text import (
    bare_doi,
    fill_identifiers,
    is_label_line,
    without_labels,
)
from crawler.parsers.plain_text.sections import TextSection
from crawler.parsers.references.links import read_address

#: Menus and side panels repeat the heading; no page has it this often.
_MOST_LISTS = 20


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
    places = [
        index for index, section in enumerate(sections) if "references" in section.kinds and section.blocks
    ]
    for index in [*places[:_MOST_LISTS], *places[_MOST_LISTS:][-_MOST_LISTS:]]:
        section = sections[index]
        blocks = _list_blocks(sections, index, layout)
        inner = layout
        if not layout.fragments and is_broken([block.text for block in blocks], 0.15):
            inner = Layout(None, fragments=True)
        said = _said(divide(blocks, inner), own_doi, inner)
        sure = sum(1 for item in said if _is_typical(item))
        again = best and said and best[0].raw == said[0].raw and 0.85 * len(best) <= len(said) < len(best)
        if again or (sure > most and not _has_more_behind(said, best)):
            best, most, place = said, sure, section.heading.casefold()[:60]
    return ReferenceList(f"text:{place}", best) if best else None


def _is_typical(said: ReferenceSaid) -> bool:
    raw = said.raw or ""
    return (
        len(raw) <= 900
        and EVIDENCE.search(raw) is not None
        and (said.number is not None or is_reference(raw, None))
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


def _said(items: list[Item], own_doi: str | None, layout: Layout) -> list[ReferenceSaid]:
    labels = _repeated(items)
    found: list[ReferenceSaid] = []
    for item in items:
        item.parts = [part for part in item.parts if part not in labels]
        said = _reference(item, own_doi, tidy=layout.fragments)
        if said.raw is None or (said.number is None and found and _same_start(found[-1].raw, said.raw)):
            continue  # a list printed twice has each reference twice, the second time for another screen
        found.append(said)
    if any(item.number is not None for item in items):
        return found if any(EVIDENCE.search(said.raw or "") for said in found) else []
    return _within_list(found, own_doi)


def _within_list(found: list[ReferenceSaid], own_doi: str | None) -> list[ReferenceSaid]:
    """Unmarked items from the first to the last that is a reference; short scraps between them go."""
    sure = [is_reference(said.raw or "", own_doi) for said in found]
    if True not in sure:
        return []
    first = sure.index(True)
    by_author = [bool(AUTHOR_START.match(said.raw or "")) for said in found]
    last = len(sure) - 1 - sure[::-1].index(True)
    if sum(by_author) >= max(5, 0.7 * len(found)):
        last = len(found) - 1 - by_author[::-1].index(True)
        while last + 1 < len(found) and sure[last + 1] and INSTITUTION_START.match(found[last + 1].raw or ""):
            last += 1
    return [
        said
        for index, said in enumerate(found[: last + 1])
        if index >= first and (sure[index] or len(said.raw or "") >= 40)
    ]


def _repeated(items: list[Item]) -> frozenset[str]:
    """Lines that stand in many items are labels of links, whatever they say."""
    counts = Counter(part for item in items for part in set(item.parts[1:]) if len(part) <= 60)
    least = max(3, len(items) // 4)
    return frozenset(
        part
        for part, count in counts.items()
        if count >= least and not any(c.isdigit() for c in part) and len(part) > 3 and not part.endswith(".")
    )


def _same_start(before: str | None, raw: str) -> bool:
    return before is not None and len(before) > 30 and before[:60] == raw[:60] and before[-20:] in raw


def _reference(item: Item, own_doi: str | None, *, tidy: bool) -> ReferenceSaid:
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
