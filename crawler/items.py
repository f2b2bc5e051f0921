"""What one page said, in the page's words: the only thing the crawler hands to the pipelines.

Nothing here is cleaned or chosen. A value comes with its *source*, a string ``kind:place``: the kind is
one of `SOURCE_KINDS`, the place says where on the page the value stood (``highwire:citation_title``,
``jsonld:author``, ``dom:h1.c-article-title``). Names of columns are those of the data dictionary.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

#: The article's statements: columns whose text is that of a section of the same kind.
STATEMENT_COLUMNS: Final = (
    "acknowledgements",
    "funding_text",
    "competing_interests",
    "data_availability",
    "code_availability",
    "ethics",
)

PageState = Literal[
    "article", "preview", "abstract", "news", "listing", "blocked", "login", "not_found", "other"
]
PAGE_STATES: tuple[PageState, ...] = (
    "article",
    "preview",
    "abstract",
    "news",
    "listing",
    "blocked",
    "login",
    "not_found",
    "other",
)
#: States whose page describes one article, so that its values may become a row.
ARTICLE_STATES: frozenset[PageState] = frozenset({"article", "preview", "abstract", "news"})

SourceFormat = Literal["html", "jats", "elsevier", "xml", "text", "unreadable"]

SOURCE_KINDS = (
    "dom",  # a site file or the generic document reader
    "jats",
    "elsevier",
    "xml",  # another publisher's or index's own schema
    "text",  # a plain-text capture
    "state",  # a JSON state that the page's own script reads
    "microdata",
    "jsonld",
    "highwire",  # citation_* metas
    "prism",
    "dc",
    "og",
    "link",  # <link rel=…>
    "coins",
    "url",
)


@dataclass(frozen=True, slots=True)
class Candidate:
    """One value for one column of ``articles``.

    Attributes:
        field: Column name, e.g. ``title``, ``received``, ``acknowledgements``.
        value: Text as the page has it (white space collapsed), a tuple of texts for list columns, or a bool.
        source: ``kind:place``.
    """

    field: str
    value: str | tuple[str, ...] | bool
    source: str


@dataclass(slots=True)
class AuthorSaid:
    """One author as one source gives it; None where this source does not say."""

    name: str | None = None
    family: str | None = None
    given: str | None = None
    suffix: str | None = None
    is_collective: bool = False
    orcid: str | None = None
    is_corresponding: bool | None = None
    email: str | None = None
    affiliations: list[str] = field(default_factory=list)


@dataclass(slots=True)
class AuthorList:
    """The authors in order, from one source; ``complete`` is False for a list cut by "et al."."""

    source: str
    authors: list[AuthorSaid]
    complete: bool = True


@dataclass(slots=True)
class ReferenceSaid:
    """One cited work as one source gives it. ``raw`` is free of its number and of link labels.

    ``key`` is the page's own id (``CR12``, ``ref-12``); ``number`` the printed number, where there is one.
    ``authors`` are as the source spells them. Identifiers may still carry prefixes or percent-encoding.
    """

    key: str | None = None
    number: int | None = None
    raw: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    arxiv_id: str | None = None
    isbn: str | None = None
    url: str | None = None
    type: str | None = None
    title: str | None = None
    container_title: str | None = None
    authors: list[str] = field(default_factory=list)
    year: str | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    publisher: str | None = None


@dataclass(slots=True)
class ReferenceList:
    """The reference list in order, from one source."""

    source: str
    references: list[ReferenceSaid]


@dataclass(slots=True)
class AwardSaid:
    """One funder–award pair that the page gives as data (JATS funding group, funder registry panel)."""

    source: str
    funder_name: str | None = None
    funder_id: str | None = None
    award_id: str | None = None
    scheme: str | None = None
    recipient: str | None = None
    text: str | None = None


@dataclass(slots=True)
class NoticeSaid:
    """A retraction, correction, expression of concern … that the page names. ``date`` as printed."""

    source: str
    kind: str
    doi: str | None = None
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a reader should know about one value: a row of the ``issues`` table in the making."""

    kind: str
    field: str | None = None
    detail: str | None = None


@dataclass(slots=True)
class PageReading:
    """Everything one page said.

    Attributes:
        page_state: What kind of page this is.
        source_format: What the bytes were.
        parser: ``site@version`` of the layout that read it, ``generic@1`` where no site file knew it.
        url: Where the page was fetched from, None for a bare file.
        precedence: For each column that the site reads differently from the rule, its order of source kinds.
    """

    page_state: PageState
    source_format: SourceFormat
    parser: str
    url: str | None = None
    candidates: list[Candidate] = field(default_factory=list)
    author_lists: list[AuthorList] = field(default_factory=list)
    reference_lists: list[ReferenceList] = field(default_factory=list)
    awards: list[AwardSaid] = field(default_factory=list)
    notices: list[NoticeSaid] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    precedence: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
