"""Read one plain-text capture: lines, blocks, sections, and what each of them says."""

from __future__ import annotations

import re

from crawler.items import Candidate, Doubt, PageReading
from crawler.parsers.plain_text import matter
from crawler.parsers.plain_text.blocks import join, measure, to_blocks
from crawler.parsers.plain_text.citation import Citation, read_citation
from crawler.parsers.plain_text.front import Front, header_lines, read_front
from crawler.parsers.plain_text.lines import MAX_CHARACTERS, read_lines
from crawler.parsers.plain_text.people import read_people
from crawler.parsers.plain_text.place import own_doi, place_in_journal
from crawler.parsers.plain_text.references import read_references
from crawler.parsers.plain_text.sections import TextSection, to_sections
from crawler.parsers.plain_text.state import classify, states_article

_PARSER = "plain_text@1"
_CITATION_END = re.compile(
    r"^(?:download|export|copy|share|received|accepted|published|doi|format)\b", re.IGNORECASE
)


def looks_like_capture(text: str) -> bool:
    """Whether a text is the capture of a page about one article, and not any other text."""
    return read_plain_text(text, None).page_state in {"article", "preview", "abstract", "news"}


def read_plain_text(text: str, url: str | None) -> PageReading:
    """Read a page as text browsers and text corpora hold it.

    Args:
        text: The capture: wrapped or one paragraph to a line, with or without link numbers, Markdown or plain.
        url: Where the page was, if known.

    Returns:
        What the text says, sources ``text:<section>``. A text without any trait of an article gives
        ``page_state`` "other" (or "blocked", "login", …) and no values. Never raises.
    """
    capture = read_lines(text)
    layout = measure(capture.lines)
    blocks = to_blocks(capture, layout)
    sections = to_sections(blocks, layout)
    reading = PageReading("other", "text", _PARSER, url=url)
    if capture.cut:
        reading.doubts.append(
            Doubt("truncated", detail=f"only the first {MAX_CHARACTERS} characters were read")
        )
    front = read_front(blocks, sections, layout)
    cited = _citation(sections, front.title)
    doi = own_doi(sections, cited, front, url)
    references = read_references(sections, layout, doi.lower() if doi else None)
    texts = matter.texts(sections, layout)
    dates = matter.dates(sections, front.end)
    article = states_article(
        sections,
        references,
        abstract=any(said.field == "abstract" for said in texts),
        doi=doi is not None,
        dated=any(said.field in {"received", "accepted"} for said in dates),
        cited=cited is not None and cited.volume is not None,
        titled=front.is_sure,
    )
    reading.page_state = classify(blocks, sections, layout, front.article_type, article=article)
    if not article:
        return reading
    reading.candidates += _identity(front, cited, doi)
    reading.candidates += place_in_journal(header_lines(blocks, front, layout), cited)
    reading.candidates += texts + matter.keywords(sections) + dates + matter.licence(sections)
    read_people(reading, sections, front, cited)
    if references is not None:
        reading.reference_lists.append(references)
    return reading


def _identity(front: Front, cited: Citation | None, doi: str | None) -> list[Candidate]:
    found = []
    if front.title:
        found.append(Candidate("title", front.title, "text:front"))
    elif cited is not None and cited.title and cited.authors and cited.volume:
        found.append(Candidate("title", cited.title, "text:citation"))
    if doi:
        found.append(Candidate("doi", doi, "text:doi"))
    if front.article_type:
        found.append(Candidate("article_type", front.article_type, "text:front"))
    return found


def _citation(sections: list[TextSection], title: str | None) -> Citation | None:
    """The line to cite the article by, from the first section of that name that holds one."""
    for section in sections:
        if section.kind != "citation" or not section.blocks:
            continue
        taken: list[str] = []
        for block in section.blocks[:12]:
            if taken and (_CITATION_END.match(block.text) or sum(map(len, taken)) > 1500):
                break
            taken.append(block.text)
            if section.run_in and block.gap and len(taken) > 1:
                break
        cited = read_citation(join(taken), title)
        if cited.doi or cited.volume or cited.authors:
            return cited
    return None
