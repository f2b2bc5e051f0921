"""Front matter of a capture: title, kind of article and byline, told from menus by where and how they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.items import AuthorSaid
from crawler.parsers.plain_text.blocks import Block, Layout, join
from crawler.parsers.plain_text.names import byline, bylines_below, is_affiliation
from crawler.parsers.plain_text.sections import TextSection, prose
from crawler.parsers.sections.headings import section_kinds

_MOST = 1500
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
    r"|research highlights?|review article|letter to the editor|methodology|software|database|hypothesis|debate|new research|new results|peer[- ]reviewed|study|original|career (?:column|feature))",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"cookie|browser|javascript|css\b|subscri|sign[ -]?in\b|sign up|log[ -]?in\b|copyright|©|all rights|download|please|your |view all|e-?mail"
    r"|newsletter|click|https?:|www\.|doi[:.]|10\.\d{4}/|volume \d|vol\. ?\d|issue \d|published|received|accepted|author information"
    r"|citation|altmetric|metrics|privacy|access (?:options|provided|through)|institution|skip to|advertisement|journal information"
    r"|table of contents|issn|impact factor|submit|editorial board|terms (?:of|and)|similar content|recommended|related articles"
    r"|to cite this|cite this|search (?:for|this|in)|export|creative commons|licen[cs]e|open in|go to|rss feed|explore|facebook|twitter"
    r"|peer[- ]review(?:ed)? |reviewed by|edited by|academic editor|corresponding author|national institutes of health|u\.s\. national"
    r"|\w@\w[\w-]{0,40}\.\w|^this (?:article|paper|work|is|content)\b|authors? to whom|very strong|\bjournals\b|external link|find this|previous article|next article|why publish|^for (?:authors|readers|reviewers|librarians)|\bpages? \d|orcid|archive|find articles|search author|google scholar|create (?:an? )?|account|guidance|author services|must be|add to |\[\]|\bview (?:author|article|affil)|official|government|figures? and tables",
    re.IGNORECASE,
)
_JOURNAL = re.compile(
    r"(?:(?:the|an?|international|annual|american|european|british|official|royal|national) ){0,3}(?:[A-Z]\w+ )?"
    r"(?:journal|bulletin|proceedings|transactions|annals|archives|society|review|association|publications?) (?:of|on|in|for|and)\b",
    re.IGNORECASE,
)
_BADGES = re.compile(
    r"^(?:article )?type:\s?|(?:^|\s)(?:open|free|full) access\s?|^open access(?=[A-Z])", re.IGNORECASE
)
_END_BADGES = re.compile(
    r"\s(?:Open Access(?: Special Collection)?|Free Access|Full Access|Available to Purchase|Free)\s?[†*]?$|\s?[†*‡]$"
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
        is_sure: Whether the title stands as only an article's does: repeated, with kind or byline.
    """

    title: str | None
    article_type: str | None
    authors: list[AuthorSaid]
    whole: bool
    end: int
    is_sure: bool = False


def read_front(blocks: list[Block], sections: list[TextSection], layout: Layout) -> Front:
    """Find title, kind of article and byline among the blocks before the abstract or the body."""
    end = front_end(sections, len(blocks), layout)
    text = " ".join(block.text for block in blocks)[:300_000].casefold()
    lower = [block.text.casefold() for block in blocks[:_MOST]]
    best, most = None, 2.9
    seen: dict[str, float] = {}
    for index in range(min(end, _MOST)):
        block = blocks[index]
        if not _may_be_title(block):
            continue
        key = block.text.casefold()
        if key not in seen and len(seen) < 400:
            seen[key] = _repeated(key, text, lower)
        score = seen.get(key, 0.0) + _standing(blocks, index)
        if score > most or (best is not None and score == most and key == blocks[best].text.casefold()):
            best, most = index, score
    if best is None:
        return Front(None, _type_near(blocks, None, end), [], whole=False, end=end)
    authors, whole = bylines_below(blocks, best, max(end, min(best + 60, len(blocks))))
    return Front(
        _whole_title(blocks, best), _type_near(blocks, best, end), authors, whole, end, is_sure=most >= 5.0
    )


def front_end(sections: list[TextSection], size: int, layout: Layout) -> int:
    """Index of the block where abstract or body begin: the first such heading with running text below.

    A page may show its references before its title; they end the front matter only where nothing else does.
    """
    for kinds in ({"abstract", "body", "data_availability"}, {"references"}):
        for section in sections:
            if section.kind not in kinds or not section.blocks:
                continue
            if len(section.blocks[0].text) >= 120 or len(prose(section, layout)) >= 150:
                return section.start
    return size


def _may_be_title(block: Block) -> bool:
    text = block.text
    if not 12 <= len(text) <= 350 or block.level > 2 or text[0].islower() or text[-1] in ":…,;":
        return False
    words = text.split()
    if len(words) < 2 or _FURNITURE.search(text) or _TYPE.fullmatch(text) or section_kinds(text):
        return False
    if text.endswith(")") and text.count("(") != text.count(")"):
        return False
    letters = sum(c.isalpha() or c == " " for c in text)
    if letters < 0.75 * len(text) or text.count(". ") > 2:
        return False
    if is_affiliation(text) or _JOURNAL.match(text):
        return False
    authors, pure = byline(text)
    return not (pure and len(authors) >= 2) and not (len(words) <= 3 and authors)


def _repeated(key: str, text: str, lower: list[str]) -> float:
    """A title stands in the page's heading, its own heading and the line to cite it by; menu entries are short."""
    if (len(key) < 40 and len(key.split()) < 5) or _is_menu(key, lower):
        return 0.0
    first = lower[0]
    titled = any(first.startswith(key + mark) or f" | {key}" in first for mark in _SEPARATORS)
    titled = titled or (first == key and (" | " in key or key in lower[1:]))
    count = text.count(key.rstrip(".")) - 1
    if count > 3 and len(key) < 60:
        count = 0  # a line of every author or every figure
    return min(count, 3) * 0.9 + (2.0 if titled else 0.0)


def _is_menu(key: str, lower: list[str]) -> bool:
    """Whether a line comes again between the same neighbours: the page prints a menu twice."""
    if lower.count(key) < 2:
        return False
    places = [place for place, line in enumerate(lower) if line == key][:4]
    around = [(lower[max(0, place - 1)], lower[min(place + 1, len(lower) - 1)]) for place in places]
    return len(around) != len(set(around))


def _standing(blocks: list[Block], index: int) -> float:
    """What a title's neighbours and length say for it."""
    text = blocks[index].text
    words = len(text.split())
    score = {1: 4.0, 2: 1.0}.get(blocks[index].level, 0.0)
    score += 1.5 if 8 <= words <= 40 else (1.0 if words >= 5 else (-1.0 if words < 4 else 0.0))
    score -= 1.5 if blocks[index].bullet else 0.0
    score -= 1.5 if text.endswith(".") or re.search(r"[a-z]{2}\. [A-Z]", text) else 0.0
    score -= 1.0 if text.isupper() and words < 8 else 0.0
    before = [_is_type(other.text) for other in blocks[max(0, index - 4) : index]]
    if any(before[-2:]):
        score += 2.5
    elif any(before) or any(_DATED.search(other.text) for other in blocks[max(0, index - 4) : index]):
        score += 1.5
    for distance, other in enumerate(blocks[index + 1 : index + 5]):
        authors, pure = byline(other.text)
        if authors and pure:
            score += 2.5 if distance < 2 else 1.5
            break
        if other.text.startswith("Author links open"):
            score += 3.0
            break
    if len(blocks) > index + 1 and _is_type(blocks[index + 1].text):
        score += 1.0
    return score


def _is_type(text: str) -> bool:
    return len(text) <= 80 and _TYPE.fullmatch(_without_badges(text)) is not None


def _without_badges(text: str) -> str:
    """A kind of article without what stands around it: "Article type: …", "… | December 05 2022", "Open Access …"."""
    return _BADGES.sub("", text.partition("|")[0]).strip(" |•·")


def _whole_title(blocks: list[Block], index: int) -> str:
    """The title without badges; one that markup broke is whole in the page's own title on the first line."""
    text = blocks[index].text
    heading = blocks[0].text
    if heading.startswith(text) and len(heading) <= 600:
        text = re.split(r"\s\|\s", heading)[0] if " | " in heading else text
    return _END_BADGES.sub("", text.removeprefix("Title:").strip())


def _type_near(blocks: list[Block], title: int | None, end: int) -> str | None:
    """The kind of article printed above the title, or right below it."""
    if title is None:
        places = list(range(min(end, 40)))
    else:
        places = [*range(title - 1, max(-1, title - 7), -1), *range(title + 1, min(len(blocks), title + 6))]
    for index in places:
        text = _without_badges(blocks[index].text)
        if len(text) <= 60 and _TYPE.fullmatch(text) and text[:1].isupper():
            return text
    return None


def header_lines(blocks: list[Block], front: Front, layout: Layout) -> list[str]:
    """Short blocks of the front matter that may say journal, volume and pages; broken lines are joined."""
    found = []
    for index in range(min(front.end, _MOST)):
        text = blocks[index].text
        following = blocks[index + 1].text if index + 1 < front.end else ""
        if (
            layout.fragments
            and len(text) < 90
            and re.match(r",?\s?vol(?:ume|\.)|\((?:19|20)\d\d\)", following, re.IGNORECASE)
        ):
            text = join(block.text for block in blocks[index : index + 8])
        if len(text) <= 300:
            found.append(text)
    return found
