"""Front matter of a capture: title, kind of article and byline, told from menus by where and how they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.items import AuthorSaid
from crawler.parsers.headings import section_kinds
from crawler.parsers.plain_text.blocks import Block, Layout, join
from crawler.parsers.plain_text.names import byline
from crawler.parsers.plain_text.sections import TextSection, prose

_MOST = 700
_TYPE = re.compile(
    r"(?:(?:original |full |short |open access |peer[- ]reviewed |invited |special |focused |mini[- ]?|systematic |narrative |clinical )?"
    r"(?:research |review |regular |brief |rapid |data |technical |methods? |perspective |news )?"
    r"(?:article|articles|paper|papers|letter|letters|report|reports|communication|communications|review|reviews|note|correspondence"
    r"|editorial|commentary|comment|perspective|perspectives|viewpoint|opinion|feature|highlight|highlights|analysis|protocol"
    r"|synthesis|forum|tutorial|research|contribution|essay|brief)"
    r"|study protocol|case (?:report|series|study)|(?:data|meeting|technology) (?:descriptor|feature|report)|meta-analysis|artigo original"
    r"|original (?:investigation|contribution|work|study|paper|scientific paper)|resource|matters arising|news (?:& |and )views|news|clinical trial"
    r"|(?:author |publisher )?correction|erratum|corrigendum|retraction(?: note)?|retracted article|expression of concern|obituary"
    r"|book review|registered report|report|originalarbeit|übersichtsarbeit|article original|artículo original|artigo de revisão"
    r"|research highlights?|review article|letter to the editor|methodology|software|database|hypothesis|debate|new research|career (?:column|feature))",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"cookie|browser|javascript|css\b|subscri|sign[ -]?in\b|sign up|log[ -]?in\b|copyright|©|all rights|download|please|your |view all|e-?mail"
    r"|newsletter|click|https?:|www\.|doi[:.]|10\.\d{4}/|volume \d|vol\. ?\d|issue \d|published|received|accepted|author information"
    r"|citation|altmetric|metrics|privacy|access (?:options|provided|through)|institution|skip to|advertisement|journal information"
    r"|table of contents|issn|impact factor|submit|editorial board|terms (?:of|and)|similar content|recommended|related articles"
    r"|to cite this|cite this|search (?:for|this|in)|export|creative commons|licen[cs]e|open in|go to|rss feed|explore|facebook|twitter"
    r"|peer[- ]review(?:ed)? |reviewed by|edited by|academic editor|corresponding author|national institutes of health|u\.s\. national"
    r"|@|\bpages? \d|orcid|archive|add to |\[\]|\bview (?:author|article|affil)|official|government|figures? and tables",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"\b(?:published|publication date|online|posted)\b.{0,30}\d{4}|^\d{1,2} \w{3,9} \d{4}$", re.IGNORECASE
)
_SEPARATORS = (" | ", " - ", " — ", " – ", ": ", " · ")


@dataclass(slots=True)
class Front:
    """Front matter.

    Attributes:
        title: Index and text of the title's block, None where none is sure.
        article_type: As printed.
        authors: From the byline, in order.
        whole: Whether the byline was read to its end.
        end: Index of the first block behind the front matter.
    """

    title: str | None
    article_type: str | None
    authors: list[AuthorSaid]
    whole: bool
    end: int


def read_front(blocks: list[Block], sections: list[TextSection], layout: Layout) -> Front:
    """Find title, kind of article and byline among the blocks before the abstract or the body."""
    end = front_end(sections, len(blocks), layout)
    text = " ".join(block.text for block in blocks)[:600_000].casefold()
    best, most = None, 2.9
    seen: dict[str, float] = {}
    for index in range(min(end, _MOST)):
        block = blocks[index]
        if not _may_be_title(block):
            continue
        key = block.text.casefold()
        if key not in seen and len(seen) < 150:
            seen[key] = _repeated(key, text, blocks)
        score = seen.get(key, 0.0) + _standing(blocks, index)
        if score >= most:
            best, most = index, score
    if best is None:
        return Front(None, _type_near(blocks, None, end), [], whole=False, end=end)
    authors, whole = _byline_below(blocks, best, max(end, min(best + 60, len(blocks))))
    return Front(blocks[best].text, _type_near(blocks, best, end), authors, whole, end)


def front_end(sections: list[TextSection], size: int, layout: Layout) -> int:
    """Index of the block where abstract, body or references begin: the first heading with running text below."""
    for section in sections:
        if section.kind in {"abstract", "body", "references", "data_availability"} and section.blocks:
            first = section.blocks[0].text
            if len(first) >= 120 or len(prose(section, layout)) >= 150:
                return section.start
    return size


def _may_be_title(block: Block) -> bool:
    text = block.text
    if not 12 <= len(text) <= 350 or block.level > 2 or text[0].islower() or text[-1] in ":…,;":
        return False
    words = text.split()
    if len(words) < 2 or _FURNITURE.search(text) or _TYPE.fullmatch(text) or section_kinds(text):
        return False
    letters = sum(c.isalpha() or c == " " for c in text)
    if letters < 0.75 * len(text) or text.count(". ") > 2:
        return False
    authors, pure = byline(text)
    return not (pure and len(authors) >= 2) and not (len(words) <= 3 and authors)


def _repeated(key: str, text: str, blocks: list[Block]) -> float:
    """A title stands in the page's heading, its own heading and the line to cite it by; menu entries are short."""
    if len(key) < 25:
        return 0.0
    count = text.count(key.rstrip("."))
    first = blocks[0].text.casefold()
    titled = any(first == key or first.startswith(key + mark) or f" | {key}" in first for mark in _SEPARATORS)
    return min(count - 1, 3) * 0.9 + (2.0 if titled else 0.0)


def _standing(blocks: list[Block], index: int) -> float:
    """What a title's neighbours and length say for it."""
    block = blocks[index]
    words = len(block.text.split())
    score = {1: 4.0, 2: 1.0}.get(block.level, 0.0)
    score += 1.0 if 5 <= words <= 40 else (-1.0 if words < 4 else 0.0)
    score -= 1.5 if block.bullet else 0.0
    score -= 1.5 if block.text.endswith(".") or ". " in block.text else 0.0
    before = blocks[max(0, index - 4) : index]
    if any(_TYPE.fullmatch(other.text) for other in before[-2:]):
        score += 2.5
    elif any(_TYPE.fullmatch(other.text) or _DATED.search(other.text) for other in before):
        score += 1.5
    for distance, other in enumerate(blocks[index + 1 : index + 5]):
        authors, pure = byline(other.text)
        if authors and pure:
            score += 2.5 if distance < 2 else 1.5
            break
    return score


def _type_near(blocks: list[Block], title: int | None, end: int) -> str | None:
    """The kind of article printed above the title, or right below it."""
    if title is None:
        places = list(range(min(end, 40)))
    else:
        places = [*range(title - 1, max(-1, title - 7), -1), *range(title + 1, min(len(blocks), title + 6))]
    for index in places:
        text = re.sub(
            r"^(?:article )?type:\s?|\s?(?:open access|free access|full access)\s?$",
            "",
            blocks[index].text,
            flags=re.IGNORECASE,
        )
        text = text.removeprefix("Open Access").strip(" |•·")
        if _TYPE.fullmatch(text) and text[:1].isupper():
            return text
    return None


def _byline_below(blocks: list[Block], title: int, end: int) -> tuple[list[AuthorSaid], bool]:
    """Authors in the blocks below the title; affiliations that stand between names end the list as cut."""
    authors: list[AuthorSaid] = []
    skipped = 0
    index = title + 1
    while index < min(end, title + 500):
        block = blocks[index]
        index += 1
        if authors and block.text[:1] in ",;&" and len(block.text) <= 3:
            continue
        found, pure = byline(block.text)
        if pure:
            authors += found
            if found:
                skipped = 0
            continue
        if authors:
            orcid = re.search(r"orcid\.org/(\d{4}-\d{4}-\d{4}-\d{3}[\dX])", block.text)
            if orcid and authors[-1].orcid is None:
                authors[-1].orcid = orcid[1]
                continue
            if re.match(r"(?:,?\s?\.\.\.|…|et al\b|\+\s?\d+|show (?:all|more))", block.text, re.IGNORECASE):
                return authors, False
            return authors, not _is_affiliation(block.text)
        skipped += 1
        if skipped > 8 or (section_kinds(block.text) and not block.bullet):
            break
    return authors, bool(authors)


def _is_affiliation(text: str) -> bool:
    return (
        re.search(
            r"universit|institut|department|hospital|college|school of|laborator|affiliat",
            text,
            re.IGNORECASE,
        )
        is not None
    )


def header_line(blocks: list[Block], front: Front) -> list[str]:
    """Blocks of the front matter that may say journal, volume and pages, each joined with the two behind it."""
    found = []
    for index in range(min(front.end, _MOST)):
        text = blocks[index].text
        if len(text) <= 300:
            found.append(
                join(block.text for block in blocks[index : index + 6])[:400] if len(text) < 60 else text
            )
    return found
