"""What a capture's sections say for the columns of one article: texts, dates, keywords, licence, correspondence."""

from __future__ import annotations

import re

from crawler.items import STATEMENT_COLUMNS, Candidate
from crawler.parsers.labelled_dates import labelled_dates
from crawler.parsers.plain_text.abstract import abstract_text
from crawler.parsers.plain_text.blocks import Block, Layout, join
from crawler.parsers.plain_text.names import is_name
from crawler.parsers.plain_text.sections import TextSection, prose

_NO_HISTORY = frozenset(
    {"references", "cited_by", "abstract", "acknowledgements", "funding_text", "data_availability"}
)
_LABEL_ONLY = re.compile(
    r"(?:received|revised|accepted|published|issue date|first published|published online|available online|online publication date)\s?:?",
    re.IGNORECASE,
)
_DATED = re.compile(
    r"received|submi|revis|accept|publi|issue date|date of|available online|first online|epub|version of record|cover date"
    r"|eingegangen|re[çc]u\b|recibido|recebido|aceito|aprobado|aprovado|angenommen|veröffentlicht",
    re.IGNORECASE,
)
_CC_URL = re.compile(
    r"(?:https?://)?creativecommons\.org/(?:licenses|publicdomain)/[a-z-]{2,12}/\d\.\d[\w/.-]{0,12}",
    re.IGNORECASE,
)
_CC_TEXT = re.compile(
    r"(?:Creative Commons )?(?:Attribution(?:[- ](?:NonCommercial|NoDerivs|NoDerivatives|ShareAlike)){0,2}(?: \d\.\d)?(?: International| Unported| Generic)? (?:public )?licen[cs]e"
    r"(?: \(?CC[ -]BY[\w -]{0,12}\)?)?|CC0(?: 1\.0)?|public domain dedication|\bCC[ -]BY(?:-(?:NC|ND|SA)){0,2}(?: \d\.\d)?)",
    re.IGNORECASE,
)
_CORRESPONDENCE = re.compile(
    r"(?:(?:correspondence|requests for materials|reprint requests) (?:and requests for materials )?(?:should be addressed )?to:?\s"
    r"|to whom (?:all )?correspondence (?:should|may|can) be (?:addressed|sent)[:.]?\s|address(?:ed)? (?:all )?correspondence[\w ]{0,24} to:?\s"
    r"|\*?\s?corresponding authors?\s?[:.]\s?|\*?\s?(?:author for )?correspondence\s?:\s?|korrespondenzadresse\s?:\s?"
    r"|autor(?:es)? (?:de correspondencia|para correspondencia|correspondente)\s?:\s?|auteur correspondant\s?:\s?|通讯作者[:：]?\s?)"
    r"(?P<who>.{3,400})",
    re.IGNORECASE,
)
_CUE = re.compile(r"orrespon|equests for|通讯作者")
_DELIMITERS = re.compile(r"\s*[;•·|]\s*|\s*,\s+|\s+[–—]\s+")


def texts(sections: list[TextSection], layout: Layout) -> list[Candidate]:
    """Abstract and the statements of the back matter; a section printed twice counts once."""
    found: list[Candidate] = []
    for index, section in enumerate(sections):
        if section.kind == "abstract":
            text = abstract_text(sections, index, layout)
            if len(text) >= 80:
                found.append(Candidate("abstract", text, f"text:{_place(section)}"))
                break
    for column in STATEMENT_COLUMNS:
        parts: dict[str, str] = {}
        for section in sections:
            if column in section.kinds[:1] or (column in section.kinds and column != "acknowledgements"):
                text = prose(section, layout)
                if len(text) >= 4 and not any(text in other for other in parts):
                    parts[text] = _place(section)
        if parts:
            found.append(Candidate(column, " ".join(parts), f"text:{next(iter(parts.values()))}"))
    return found


def _place(section: TextSection) -> str:
    return section.heading.casefold().strip(" :.")[:60]


def keywords(sections: list[TextSection]) -> list[Candidate]:
    """Keywords behind their label, or one to a line below it."""
    for section in sections:
        if section.kind != "keywords":
            continue
        words: list[str] = []
        if section.run_in or (section.blocks and _DELIMITERS.search(section.blocks[0].text)):
            words = _DELIMITERS.split(join(block.text for block in section.blocks[:4])[:1500])
        else:
            for block in section.blocks[:25]:
                if len(block.text) > 60 or block.text.endswith((".", ":")):
                    break
                words.append(block.text)
        cleaned = tuple(
            dict.fromkeys(word.strip(" .,;") for word in words if 2 <= len(word.strip(" .,;")) <= 90)
        )
        if cleaned:
            return [Candidate("keywords", cleaned, f"text:{_place(section)}")]
    return []


def dates(sections: list[TextSection], front_end: int) -> list[Candidate]:
    """Dates behind their labels, on the same line or the next; a label without a date gives nothing."""
    found: dict[str, tuple[int, str]] = {}
    index = 0
    for section in sections:
        for place, block in enumerate(section.blocks):
            index += 1
            if len(block.text) > 700 or not _DATED.search(block.text):
                continue
            if section.kind in _NO_HISTORY and not (
                section.kind == "references" and _DATED.match(block.text)
            ):
                continue
            rank = 0 if section.kind in {"history", "citation"} else (1 if index <= front_end else 2)
            text = _with_value(section.blocks, place)
            if rank == 2:
                text = text[:160] if section.kind != "body" or _DATED.match(text) else ""
            for column, value in labelled_dates(text).items():
                if column not in found or rank < found[column][0]:
                    found[column] = (rank, value)
    return [Candidate(column, value, "text:history") for column, (_, value) in found.items()]


def _with_value(blocks: list[Block], place: int) -> str:
    """A label alone on its line together with the line below, unless that is a label too."""
    text = blocks[place].text
    if not _LABEL_ONLY.fullmatch(text):
        return text
    following = [block.text for block in blocks[place + 1 : place + 3]]
    if following and following[0] == ":":
        following = following[1:]
    if following and not _LABEL_ONLY.fullmatch(following[0]):
        return f"{text.rstrip(' :')}: {following[0]}"
    return text


def licence(sections: list[TextSection]) -> list[Candidate]:
    """The Creative Commons licence that the page prints: its address, else its name."""
    phrase: tuple[str, str] | None = None
    for section in sections:
        if section.kind in {"references", "cited_by"}:
            continue
        for block in section.blocks:
            place = "licence"
            for address in (*block.links, block.text):
                if "creativecommons" in address and (match := _CC_URL.search(address)):
                    return [Candidate("license", match[0].rstrip("."), f"text:{place}")]
            if phrase is None and (
                "CC" in block.text or "ttribution" in block.text or "public domain" in block.text.lower()
            ):
                named = _CC_TEXT.search(block.text)
                if named:
                    phrase = (named[0], place)
    return [Candidate("license", phrase[0], f"text:{phrase[1]}")] if phrase else []


def correspondence(sections: list[TextSection]) -> tuple[str, str] | None:
    """The sentence that names the corresponding authors, and the names' part of it."""
    for section in sections:
        if section.kind in {"references", "cited_by"} or not section.blocks:
            continue
        first = section.blocks[0].text
        if section.kind == "correspondence" and (section.run_in or is_name(first.strip(" .,*"))):
            # The heading is the sentence's beginning, or stands above a bare name.
            sentence = f"{section.heading.strip(' :')}: {first[:400]}"
            match = _CORRESPONDENCE.match(sentence)
            return sentence, match["who"] if match else first
        for block in section.blocks:
            match = _CORRESPONDENCE.search(block.text) if _CUE.search(block.text) else None
            if match and match.start() < 120:
                return match[0], match["who"]
    return None
