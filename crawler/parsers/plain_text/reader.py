"""Read one plain-text capture: lines, blocks, sections, and what each of them says."""

from __future__ import annotations

import re
from urllib.parse import unquote

from crawler.items import AuthorList, AuthorSaid, Candidate, Doubt, PageReading
from crawler.parsers.plain_text import matter
from crawler.parsers.plain_text.blocks import join, measure, to_blocks
from crawler.parsers.plain_text.citation import Citation, located, read_citation
from crawler.parsers.plain_text.front import Front, header_lines, read_front
from crawler.parsers.plain_text.lines import MAX_CHARACTERS, read_lines
from crawler.parsers.plain_text.names import byline
from crawler.parsers.plain_text.references import read_references
from crawler.parsers.plain_text.sections import TextSection, to_sections
from crawler.parsers.plain_text.state import classify, states_article

_PARSER = "plain_text@1"
_DOI = re.compile(r"(?<![\d.])10\.\d{4,9}(?:\.\d{1,6}){0,2}/[^\s\"<>|]{2,200}", re.IGNORECASE)
_GLUED_WORD = re.compile(
    r"(?<=[\w)])(?:Published|Received|Accepted|Get|Cite|Copyright|Download|Digital|PubMed|Crossref|Abstract|Open|View|Licen[cs]e|Article"
    r"|Search|Corpus|Share|PDF|PMID|PMC(?:ID)?:?|ISSN)\S{0,60}$"
)
_PART = re.compile(
    r"(?:\.[gts]\d{3}|&.*|/(?:-/\S{1,20}|full|abs|abstract|pdf|epdf|meta|html|asset/\S{1,80}|figures?|tables?|tab-\S{1,40}))$",
    re.IGNORECASE,
)
_DOI_LABEL = re.compile(r"\bdoi\b\s?:?|doi\.org/", re.IGNORECASE)
_JOURNAL_LINE = re.compile(
    r"^(?P<journal>[A-Z][^\d|•]{2,100}?),?\s(?:volume|vol\.)\s?(?P<volume>\d{1,4}[A-Z]?)", re.IGNORECASE
)
_DOI_TAIL = re.compile(
    r"[\s,;|]*(?:https?://|doi\b|digital object|cite this article|citing|©).*", re.IGNORECASE
)
_MENU = re.compile(
    r"\b(?:menu|navigation|login|log in|search|home|browse|back to|publication|show|view|close|volume|current|archive|register|get|download|contents"
    r"|all journals|list of|references|article|issue|pdf|access)\b|[>/|:]",
    re.IGNORECASE,
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
        titled=front.is_sure,
    )
    reading.page_state = classify(blocks, sections, layout, front.article_type, article=article)
    if not article:
        return reading
    reading.candidates += _identity(front, cited, doi)
    reading.candidates += _place_in_journal(header_lines(blocks, front, layout), cited)
    reading.candidates += texts + matter.keywords(sections) + dates + matter.licence(sections)
    _read_people(reading, sections, front, cited)
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


def _doi(sections: list[TextSection], cited: Citation | None, front: Front, url: str | None) -> str | None:
    """The article's own DOI: from the line to cite it by, else the one that front matter and history say most."""
    if cited is not None and cited.doi:
        return _own_part(cited.doi)
    counts: dict[str, float] = {}
    index = 0
    for section in sections:
        if section.kind in {"references", "cited_by"}:
            index += len(section.blocks) + 1
            continue
        for block in section.blocks:
            index += 1
            for text in (block.text[:500], *block.links[:4]):
                match = _DOI.search(text) if "10." in text else None
                if match is None:
                    continue
                doi = _own_part(unquote(match[0]))
                labelled = _DOI_LABEL.search(text[: match.start()]) is not None or len(text) < 60
                if section.kind in {"history", "rights"} or index <= front.end:
                    counts[doi] = counts.get(doi, 0.0) + (3.0 if labelled else 1.0)
                else:
                    counts[doi] = max(counts.get(doi, 0.0), 1.0 if labelled else 0.5)
    match = _DOI.search(unquote(url or ""))
    if match:
        doi = _own_part(match[0])
        counts[doi] = counts.get(doi, 0.0) + 3.0
    best = max(counts, key=lambda doi: counts[doi], default=None)
    if best is None or counts[best] < 1.0:
        return None
    # Parts of an article have numbers of their own behind its number: "….04407.001", "….0111303.g002".
    return min((doi for doi in counts if best.startswith(doi)), key=len)


def _own_part(doi: str) -> str:
    """A DOI without the words glued to its end and without the number of a figure or table."""
    doi = _GLUED_WORD.sub("", doi.lower() if doi.isupper() else doi)
    return _PART.sub("", doi.rstrip(".,;:)]/")).rstrip(".,;:)]/")


def _place_in_journal(lines: list[str], cited: Citation | None) -> list[Candidate]:
    """Journal, volume, issue, pages and year: the citation line's, then what header lines label."""
    said: dict[str, tuple[str, str]] = {}
    for line in lines:
        if "journal" not in said:
            _read_header(line, said)
        for column, pattern in _LABELLED:
            if (
                column not in said
                and (found := pattern.search(line))
                and (column != "pages" or "volume" in said)
            ):
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


def _read_header(line: str, said: dict[str, tuple[str, str]]) -> None:
    """A line that is nothing but the article's place: "Plant Soil volume 12, pages 3–9 (2011)", "Trials 2015, 16:2"."""
    bare = _DOI_TAIL.sub("", line)
    match = _JOURNAL_LINE.match(bare)
    name = match["journal"] if match else None
    place = located(bare)
    if name is None and place.journal and bare.startswith(place.journal) and (place.year or bare != line):
        name = place.journal
    if name is None or len(name.split()) > 10 or _MENU.search(name):
        return
    said["journal"] = (name.strip(" ,;:."), "text:front")
    for column in ("volume", "issue", "first_page", "last_page", "year"):
        value = getattr(place, column)
        if value:
            said[column] = (value, "text:front")
    if match:
        said["volume"] = (match["volume"], "text:front")


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
