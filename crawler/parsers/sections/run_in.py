"""Statements that open with their name on the same line: "**Funding:** This work was supported by …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.page_body import BLOCK_PARAGRAPHS
from crawler.parsers.sections.headings import section_kind
from crawler.parsers.sections.keyword_block import split_keywords
from crawler.parsers.sections.opening import BOLD, opening_name
from crawler.parsers.text import Element, text_of

#: Columns that such a line may state; other names open paragraphs of the text as well.
_COLUMNS = frozenset(
    {"funding_text", "competing_interests", "data_availability", "code_availability", "keywords"}
)
#: Words of a sentence about money, which a bare list of funders has not.
_VERB = re.compile(
    r"\b(?:supported|supports|funded|funding (?:for|from|by|was|is|provided)|financed|financially|acknowledge[sd]?|thanks?|grateful"
    r"|received?|receives|provided|provides|sponsored|declares?|no (?:funding|specific|external|financial)|not applicable|none"
    r"|apoiad[oa]|financiad[oa]|gefördert|finanziert)\b",
    re.IGNORECASE,
)


def read_run_in(document: Document, reading: PageReading) -> None:
    """Add the statements of paragraphs that begin with the name of one, for columns no section has stated."""
    stated = [c for c in reading.candidates if c.source.startswith("dom:")]
    listed = [c for c in stated if c.field == "funding_text" and not _VERB.search(str(c.value))]
    wanted = _COLUMNS - {c.field for c in stated if c not in listed}
    if not wanted:
        return
    found: dict[str, list[str]] = {}
    for paragraph in (*document.elements("p"), *document.select(BLOCK_PARAGRAPHS)):
        for column, text in _statements(paragraph):
            if column in wanted and text not in found.setdefault(column, []):
                found[column].append(text)
    for column, texts in found.items():
        value = split_keywords(texts[0]) if column == "keywords" else " ".join(texts)
        if value and listed and column == "funding_text":
            # A list of funders goes with the sentence that it was made from.
            reading.candidates.insert(
                reading.candidates.index(listed[0]), Candidate(column, value, f"dom:p[{column}]")
            )
        elif value:
            reading.candidates.append(Candidate(column, value, f"dom:p[{column}]"))


def run_in_statements(paragraph: Element) -> list[Candidate]:
    """The statements of a paragraph whose bold names say what follows ("**Funding:** … **Competing interests:** …")."""
    text = text_of(paragraph)
    named: list[tuple[int, int, str | None]] = []
    done = 0
    for child in paragraph:
        name = text_of(child) if child.tag in BOLD else ""
        kind = section_kind(name.rstrip(": ")) if name else None
        place = text.find(name, done) if kind else -1
        if place >= 0:
            done = place + len(name)
            named.append((place, done, kind))
    if not named:
        return []
    ends = [start for start, _, _ in named[1:]] + [len(text)]
    found = []
    for (_, start, kind), end in zip(named, ends, strict=True):
        statement = text[start:end].strip().lstrip(":.—– ")
        if kind in _COLUMNS and statement:
            found.append(Candidate(kind, statement, f"dom:b[{kind}]"))
    return found


def _statements(paragraph: Element) -> Iterator[tuple[str, str]]:
    """Columns and texts that a paragraph states, if the words that open it are the name of a statement."""
    name, is_bold = opening_name(paragraph)
    column = section_kind(name) if name else None
    if column is None:
        return
    if is_bold:
        yield from ((statement.field, str(statement.value)) for statement in run_in_statements(paragraph))
    elif column in _COLUMNS:
        yield column, text_of(paragraph)[len(name) :].lstrip(" :.—–")
