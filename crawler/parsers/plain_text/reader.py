"""Read one plain-text capture: lines, blocks, sections, and what each of them says."""

from __future__ import annotations

import re

from crawler.items import AuthorList, AuthorSaid, Candidate, Doubt, PageReading
from crawler.parsers.plain_text import matter
from crawler.parsers.plain_text.blocks import Block, join, measure, to_blocks
from crawler.parsers.plain_text.citation import Citation, read_citation
from crawler.parsers.plain_text.front import Front, header_line, read_front
from crawler.parsers.plain_text.lines import MAX_CHARACTERS, read_lines
from crawler.parsers.plain_text.names import byline
from crawler.parsers.plain_text.references import read_references
from crawler.parsers.plain_text.sections import TextSection, to_sections
from crawler.parsers.plain_text.state import classify, states_article

_PARSER = "plain_text@1"
_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:\.\d{1,6}){0,2}/[^\s\"<>|]{2,200}", re.IGNORECASE)
_DOI_LABEL = re.compile(r"\bdoi\b\s?:?|doi\.org/", re.IGNORECASE)
_JOURNAL_LINE = re.compile(
    r"^(?P<journal>[A-Z][^\d|•]{2,100}?),?\s(?:volume|vol\.)\s?(?P<volume>\d{1,4}[A-Z]?)", re.IGNORECASE
)
_LABELLED = (
    ("volume", re.compile(r"\bvol(?:ume|\.)?\s?:?\s?(\d{1,4}[A-Z]?)\b", re.IGNORECASE)),
    (
        "issue",
        re.compile(r"\b(?:issue|iss\.|no\.|number)\s?:?\s?(\d{1,4}(?:[-–/]\d{1,4})?)\b", re.IGNORECASE),
    ),
    (
        "article_number",
        re.compile(
            r"\barticle (?:number|id|no\.?|e?-?id)\s?:?\s?([A-Za-z]{0,3}\d[\w.]{0,14})", re.IGNORECASE
        ),
    ),
    (
        "pages",
        re.compile(
            r"\b(?:pages?|pp?\.)\s?:?\s?([A-Za-z]?\d[\w.]{0,10}\s?[-–]\s?[A-Za-z]?\d[\w.]{0,10})",
            re.IGNORECASE,
        ),
    ),
)
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
    doi = _doi(sections, cited, front, url)
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
    )
    reading.page_state = classify(blocks, sections, layout, front.article_type, article=article)
    if not article:
        return reading
    reading.candidates += _identity(front, cited, doi)
    reading.candidates += _place_in_journal(blocks, front, cited)
    reading.candidates += texts + matter.keywords(sections) + dates + matter.licence(sections)
    _read_people(reading, sections, front, cited)
    if references is not None:
        reading.reference_lists.append(references)
    return reading


def _identity(front: Front, cited: Citation | None, doi: str | None) -> list[Candidate]:
    found = []
    if front.title:
        found.append(Candidate("title", front.title, "text:front"))
    elif cited is not None and cited.title:
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


def _doi(sections: list[TextSection], cited: Citation | None, front: Front, url: str | None) -> str | None:
    """The article's own DOI: from the line to cite it by, a labelled line of its own matter, or its address."""
    if cited is not None and cited.doi:
        return cited.doi
    labelled: list[str] = []
    index = 0
    for section in sections:
        own = section.kind not in {
            "references",
            "cited_by",
            "data_availability",
            "supplementary",
            "boilerplate",
            "code_availability",
        }
        for block in section.blocks:
            index += 1
            if (
                own
                and len(block.text) <= 400
                and (index <= front.end or section.kind in {"history", "citation", "rights"})
            ):
                match = _DOI.search(block.text)
                if match and (_DOI_LABEL.search(block.text[: match.start()]) or len(block.text) < 60):
                    labelled.append(match[0].rstrip(".,;:)]"))
    if labelled:
        return labelled[0]
    match = _DOI.search(url or "")
    return match[0] if match else None


def _place_in_journal(blocks: list[Block], front: Front, cited: Citation | None) -> list[Candidate]:
    """Journal, volume, issue, pages and year: the citation line's, then what header lines label."""
    said: dict[str, tuple[str, str]] = {}
    for line in header_line(blocks, front):
        match = _JOURNAL_LINE.match(line)
        if match and "journal" not in said and len(match["journal"].split()) <= 14:
            said["journal"] = (match["journal"].strip(" ,;"), "text:front")
        for column, pattern in _LABELLED:
            if column not in said and (found := pattern.search(line)):
                said[column] = (found[1], "text:front")
    if "pages" in said:
        value, place = said.pop("pages")
        first, _, last = value.replace("–", "-").partition("-")
        said["first_page"], said["last_page"] = (first.strip(), place), (last.strip(), place)
    if cited is not None:
        if cited.journal:
            known = said.get("journal")
            column = (
                "journal_abbrev" if known and known[0].casefold() != cited.journal.casefold() else "journal"
            )
            said.setdefault(column, (cited.journal, "text:citation"))
        for column in ("volume", "issue", "first_page", "last_page", "year"):
            value = getattr(cited, column)
            if value:
                said[column] = (value, "text:citation")
        if cited.first_page and not cited.last_page and "article_number" in said:
            said.pop("first_page", None)
    return [Candidate(column, value, place) for column, (value, place) in said.items()]


def _read_people(
    reading: PageReading, sections: list[TextSection], front: Front, cited: Citation | None
) -> None:
    """Author lists of the byline and of the citation line; whom only the correspondence names joins a list cut short."""
    lists = [AuthorList("text:byline", front.authors, front.whole)] if front.authors else []
    if cited is not None and cited.authors:
        listed = AuthorList("text:citation", cited.authors, cited.complete)
        fuller = not lists or (listed.complete and len(cited.authors) > len(front.authors))
        lists.insert(0 if fuller else 1, listed)
    for listed in lists:
        if not listed.complete:
            reading.doubts.append(
                Doubt(
                    "incomplete", "authors", f"{listed.source} names {len(listed.authors)} and cuts the list"
                )
            )
    named = matter.correspondence(sections)
    if named is not None:
        sentence, who = named
        reading.candidates.append(Candidate("correspondence", sentence, "text:correspondence"))
        people, _ = byline(who.split(" at ")[0][:200].split(". ")[0])
        _mark(lists, people)
    reading.author_lists += lists


def _mark(lists: list[AuthorList], people: list[AuthorSaid]) -> None:
    """Mark the corresponding authors; one that a cut list does not name stands at its end, one of those it left out."""
    if not lists and people:
        lists.append(AuthorList("text:correspondence", [], complete=False))
    for person in people:
        name = person.name or ""
        family = name.split()[-1].casefold()
        known = False
        for listed in lists:
            for author in listed.authors:
                if _family(author) == family and _initial(author) == name[:1].casefold():
                    author.is_corresponding = known = True
        if not known and lists and not lists[0].complete:
            lists[0].authors.append(AuthorSaid(name=name, orcid=person.orcid, is_corresponding=True))


def _family(author: AuthorSaid) -> str:
    return (author.family or (author.name or " ").split()[-1]).casefold()


def _initial(author: AuthorSaid) -> str:
    return (author.given or author.name or " ")[:1].casefold()
