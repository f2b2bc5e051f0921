"""A reference string as a row."""

from __future__ import annotations

import re

from pipelines.normalise.characters import INVISIBLE
from pipelines.normalise.texts import without_tags
from pipelines.references.authors import split_authors
from pipelines.references.identifiers import identify
from pipelines.references.kinds import kind_of
from pipelines.references.numbers import issue_of, pages_of, unglued, volume_of, year_of
from pipelines.references.reference import Reference
from pipelines.references.spans import Labelled, tidy
from pipelines.references.tagger import tag
from pipelines.references.tokens import tokenize

_LONGEST = 8000  # characters; what is longer is no reference, and its head is enough to tell
_IBID = re.compile(r"^\W{0,3}(?:ibid(?:em)?|id|op\. ?cit|loc\. ?cit)\b\.?", re.IGNORECASE)
_FIRST_PART = re.compile(r"\s?\(?a\)\s?\S")
_SECOND_PART = re.compile(r"(?<=[\s;.])\(?b\)\s")
#: A title in quotation marks ends with them, whatever is behind: "Frost in housings,” Handbook of Cold Drives".
_QUOTED = re.compile(
    r"(?P<title>[^“”]{8,400}?)[,.]?”[\s,.:]{0,3}(?:in:?\s)?(?P<rest>[^“”]{3,300})", re.IGNORECASE
)
_LETTER = re.compile(r"[^\W\d_]")


def parse_reference(raw: str) -> Reference:
    """Read one reference string of any style; fields that it does not state stay None.

    Args:
        raw: The string as printed, without its number. Of several works in one string the first is read.

    Returns:
        A `Reference` with ``raw`` unchanged. Text without letters gives one with nothing else.
    """
    reference = Reference(raw)
    text = _first_work(_printable(raw[:_LONGEST]))
    identified = identify(text)
    reference.doi = identified.doi
    reference.pmid = identified.pmid
    reference.pmcid = identified.pmcid
    reference.arxiv_id = identified.arxiv_id
    reference.isbn = identified.isbn
    reference.url = identified.url
    if not _LETTER.search(identified.masked) or _IBID.match(text):
        return reference
    tokens = tokenize(identified.masked)
    found = Labelled(text, tokens, tag(tokens))
    _read_numbers(reference, found)
    journal, book, title = found.whole("journal"), found.whole("book"), found.whole("title")
    publisher = found.whole("publisher")
    quoted = _QUOTED.fullmatch(title or book or "")
    if quoted:
        behind = tidy(quoted["rest"])
        title, book = tidy(quoted["title"]), behind if title is None else book or behind
    reference.container_title = journal or (book if title else None)
    reference.title = title or (None if journal else book)
    reference.publisher = publisher
    reference.authors = _authors(found)
    reference.type = kind_of(
        text,
        journal=journal,
        book=book,
        title=title,
        publisher=publisher,
        preprint=reference.arxiv_id is not None,
        volume=reference.volume is not None,
        editors="editor" in found.runs,
    )
    return reference


def _printable(text: str) -> str:
    """Return ``text`` without stray tags, control characters, zero-width characters and lone surrogates."""
    if "<" in text:
        text = without_tags(text)
    return text if text.isascii() and text.isprintable() else text.translate(INVISIBLE)


def _first_work(text: str) -> str:
    """Return the first of several works in one item: "(a) …; (b) …"."""
    if not _FIRST_PART.match(text):
        return text
    second = _SECOND_PART.search(text, 20)
    return text[: second.start()] if second else text


def _read_numbers(reference: Reference, found: Labelled) -> None:
    reference.year = year_of(found)
    reference.volume = volume_of(found)
    reference.issue = issue_of(found)
    reference.first_page, reference.last_page = pages_of(found)
    if reference.volume is None and ";" in found.raw:
        parts = unglued(found.raw)
        if parts:
            reference.volume, reference.first_page, reference.last_page = parts


def _authors(found: Labelled) -> list[str]:
    """Return the authors; the organisation where there are none, the editors where they stand first."""
    run, organisation, editors = (found.runs.get(label) for label in ("author", "org", "editor"))
    if run is None and editors is not None and editors[0] == 0:
        run = editors
    text = found.text(run) or ""
    if run is not None and "." in text and len(found.tokens.words[run[1]]) == 1:
        text += found.raw[found.tokens.ends[run[1]] :][:1].strip(",;:")  # the full stop of the last initial
    names = split_authors(text)
    if organisation is not None and (run is None or organisation[0] - run[1] == 1):
        name = found.whole("org")
        names += [name] if name else []
    return names
