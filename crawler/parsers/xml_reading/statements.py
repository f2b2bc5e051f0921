"""Statements of the back matter: acknowledgements, funding, competing interests, data, code, ethics.

They stand in sections, notes and footnotes in every part of a file; what each is about is said by its type, its heading or
the words in bold with which it starts.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Final

from crawler.items import STATEMENT_COLUMNS
from crawler.parsers.sections.headings import section_kinds
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, local

_CONTAINERS: Final = frozenset(
    "ack sec notes fn-group fn back section sections acknowledgment acknowledgements conflict-of-interest"
    " data-availability article-footnote appendices section-group".split()
)
#: Containers that never hold a statement about the article.
_FOREIGN: Final = frozenset(
    "ref-list app-group app glossary bio bibliography further-reading sub-article response supplementary-material"
    " title section-title label object-id related-object related-article".split()
)
_TYPES: Final = (
    (re.compile(r"codedata|datacode"), ("code_availability", "data_availability")),
    (re.compile(r"data-?s?(?:availab|access|sharing)|^das$"), ("data_availability",)),
    (re.compile(r"code-?availab|software-?availab"), ("code_availability",)),
    (re.compile(r"conflict|^coi|competing"), ("competing_interests",)),
    (re.compile(r"financial|^funding|supported-?by|grant-?information"), ("funding_text",)),
    (re.compile(r"^ack"), ("acknowledgements",)),
    (re.compile(r"ethic"), ("ethics",)),
    (
        re.compile(r"^con$|contribution|present-address|current-aff|edited-by|^corresp|^equal"),
        ("author_contributions",),
    ),
)
_PLAIN_RUN_IN = re.compile(r"[^\w(]{0,3}([^:.;]{3,60})\s?:\s")
_NO_CONFLICT = re.compile(
    r"\W{0,3}(?:(?:the |all )?authors?\b.{0,60}\b(?:declare|disclose|report|have|state|claim)\w{0,3}\b.{0,60}"
    r"|no\b.{0,30}|there (?:is|are) no\b.{0,30})\b(?:competing|conflicts? of interest|conflicting interest)",
    re.IGNORECASE,
)
_SUPPORTED = re.compile(
    r"\W{0,3}(?:(?:this|the|our)\b.{0,60}\b(?:was|is|were|has been|have been)\b.{0,20}\b(?:supported|funded|financed)"
    r"|(?:supported|funded|financed)\b.{0,20}\bby)\b",
    re.IGNORECASE,
)
#: Kinds of headings that many things stand under.
_WIDE: Final = frozenset({"body", "notes", "declarations"})
#: Paragraphs of one statement beyond this are no statement.
_MOST: Final = 100
_EMPHASIS: Final = frozenset({"bold", "italic", "sc", "underline", "b", "i"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One paragraph of a statement, and what it is about."""

    kinds: tuple[str, ...]
    text: str
    place: str


def statements_in(roots: Iterable[Element]) -> list[Statement]:
    """Every paragraph below the elements that is about one of `STATEMENT_COLUMNS`, in document order."""
    found: list[Statement] = []
    for root in roots:
        _collect(root, (), found)
    return [said for said in found if any(kind in STATEMENT_COLUMNS for kind in said.kinds)]


def column_text(said: list[Statement], column: str) -> tuple[str, str]:
    """All that is said about a column, one text, and the place of its first part; repeated parts once."""
    parts = [(statement.text, statement.place) for statement in said if column in statement.kinds]
    kept = merged([text for text, _ in parts])
    return kept, parts[0][1] if parts else ""


def merged(texts: Iterable[str]) -> str:
    """Texts one after the other; what stands in another one again (letters compared) is left out."""
    kept: list[tuple[str, str]] = []
    for text in islice(texts, _MOST):
        letters = "".join(char for char in text.casefold() if char.isalnum())
        if not letters or any(letters in other for _, other in kept):
            continue
        kept = [(t, other) for t, other in kept if other not in letters]
        kept.append((text, letters))
    return " ".join(text for text, _ in kept)


def kinds_of(container: Element) -> tuple[str, ...]:
    """What a container is about by its heading, then by its type; () where neither tells.

    A heading for many things ("Data", "Notes") leaves the word to the type.
    """
    kinds: tuple[str, ...] = ()
    for name in ("title", "section-title"):
        if not kinds and (heading := text_of(child(container, name))):
            kinds = section_kinds(heading)
    return kinds if set(kinds) - _WIDE else _typed(container) or kinds


def _typed(container: Element) -> tuple[str, ...]:
    stated = [
        attribute(container, name) for name in ("sec-type", "notes-type", "fn-type", "content-type", "role")
    ]
    for kind in [local(container), *(value for value in stated if value)]:
        plain = re.sub(r"[\s_]+", "-", kind.lower().replace("#", ""))
        for pattern, kinds in _TYPES:
            if pattern.search(plain):
                return kinds
    return ()


def _collect(container: Element, inherited: tuple[str, ...], found: list[Statement]) -> None:
    """Walk one container; a paragraph that starts with a heading of its own begins another statement."""
    own = kinds_of(container) or inherited
    current = own
    place = _place(container)
    for node in children(container):
        name = local(node)
        if name in _FOREIGN:
            continue
        if name in _CONTAINERS:
            _collect(node, own, found)
            continue
        kinds, text = run_in(node)
        current = kinds or current
        if not current and local(container) in {"fn", "notes"}:
            current = _sentence_kinds(text)
        if current and text:
            found.append(Statement(current, text, place))


def run_in(paragraph: Element) -> tuple[tuple[str, ...], str]:
    """Kinds that a paragraph's own heading tells, and its text without that heading."""
    text = text_of(paragraph)
    lead = paragraph
    while not (lead.text or "").strip() and len(lead) and local(lead[0]) in _EMPHASIS | {"p", "title"}:
        lead = lead[0]
        heading = text_of(lead)
        kinds = section_kinds(heading)
        if kinds and (local(lead) in _EMPHASIS or local(lead) == "title"):
            return kinds, text.removeprefix(heading).lstrip(" :.–—-")
    if plain := _PLAIN_RUN_IN.match(text):
        kinds = section_kinds(plain.group(1))
        if any(kind in STATEMENT_COLUMNS for kind in kinds):
            return kinds, text[plain.end() :].strip()
    return (), text


def _sentence_kinds(text: str) -> tuple[str, ...]:
    """What an untitled note is about, told by how such sentences begin."""
    start = text[:160]
    if _NO_CONFLICT.match(start):
        return ("competing_interests",)
    return ("funding_text",) if _SUPPORTED.match(start) else ()


def _place(container: Element) -> str:
    kind = next(
        (v for n in ("sec-type", "notes-type", "fn-type", "role") if (v := attribute(container, n))), None
    )
    return f"{local(container)}[{kind}]" if kind else local(container)
