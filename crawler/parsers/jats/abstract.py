"""The abstract: the article's own, not its summary for others, with the headings of its parts."""

from __future__ import annotations

from typing import Final

from crawler.parsers.sections.headings import section_kind
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, local

_PROPER: Final = frozenset(
    {"", "abstract", "main", "normal", "standard", "full", "long", "structured", "regular", "section"}
)
_SECOND: Final = frozenset({"short", "summary", "intro", "introductory", "text"})


def read_abstract(article: Element, meta: Element | None, said: Candidates) -> None:
    """Say the abstract in the article's language; teasers, digests, highlights and graphical ones never count."""
    language = (attribute(article, "lang") or "").lower()[:2]
    abstracts = list(children(meta, "abstract"))
    for accepted in (_PROPER, _SECOND):
        fitting = [a for a in abstracts if (attribute(a, "abstract-type") or "").lower() in accepted]
        fitting = [a for a in fitting if not _is_other(a)]
        spoken = [a for a in fitting if (attribute(a, "lang") or language).lower()[:2] == language]
        for abstract in spoken or fitting:
            if text := abstract_text(abstract):
                said.text("abstract", text, "article-meta/abstract")
                return


def _is_other(abstract: Element) -> bool:
    """Whether its own heading says that it is not the abstract ("Author summary", "Highlights")."""
    heading = text_of(child(abstract, "title"))
    return bool(heading) and section_kind(heading) not in {"abstract", None}


def abstract_text(abstract: Element) -> str:
    """The text; sub-headings end in a colon, a heading that only says "Abstract" is left out."""
    parts: list[str] = []
    for node in children(abstract):
        name = local(node)
        if name in {"sec", "abstract-sec", "section"}:
            parts.append(_headed(node))
        elif name in {"title", "section-title", "label", "object-id", "fig", "graphic"}:
            continue
        else:
            parts.append(text_of(node))
    if not any(local(node) in {"p", "sec", "abstract-sec", "section", "list"} for node in children(abstract)):
        return text_of(abstract, lambda node: local(node) in {"title", "label", "object-id"})
    return " ".join(part for part in parts if part)


def _headed(section: Element) -> str:
    heading = text_of(child(section, "title")) or text_of(child(section, "section-title"))
    text = abstract_text(section)
    if not heading or section_kind(heading) == "abstract":
        return text
    return f"{heading.rstrip(' :.')}: {text}" if text else ""
