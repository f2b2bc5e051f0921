"""What the sample journal consists of: works, people and articles, as the data files state them.

The data is the truth a test may compare extracted tables with, so every value is as a careful reader
would note it from the page, not as one of the page's sources spells it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

Layout = Literal["current", "microdata", "bmc", "casper", "ojs", "jats", "news"]
#: What a visitor gets: the page, the page cut off, a challenge in its place, or a page closed by robots.txt.
Served = Literal["page", "cut", "challenge", "forbidden"]
Access = Literal["open", "free", "preview", "unknown"]
WorkType = Literal["article", "book", "preprint", "web"]

_TAG = re.compile(r"</?(?:i|sub|sup)>")


def plain(markup: str) -> str:
    """The text of a title or sentence without its ``<i>``, ``<sub>`` and ``<sup>``."""
    return _TAG.sub("", markup)


@dataclass(frozen=True, slots=True)
class Work:
    """A cited work. Authors are ``Family, Initials``; ``et_al`` says that the list goes on."""

    key: str
    title: str
    year: int
    type: WorkType = "article"
    authors: tuple[str, ...] = ()
    collective: str | None = None
    et_al: bool = False
    container: str | None = None
    abbrev: str | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    publisher: str | None = None
    place: str | None = None
    edition: str | None = None
    doi: str | None = None
    pmid: str | None = None
    pmcid: str | None = None
    isbn: str | None = None
    arxiv: str | None = None
    url: str | None = None

    @property
    def pages(self) -> str | None:
        """``289-300``, ``e124``, or None."""
        if self.first_page and self.last_page and self.last_page != self.first_page:
            return f"{self.first_page}-{self.last_page}"
        return self.first_page


@dataclass(frozen=True, slots=True)
class Journal:
    """A journal and the public site where its pages would live."""

    key: str
    title: str
    abbrev: str
    publisher: str
    issn_electronic: str
    site: str
    issn_print: str | None = None


@dataclass(frozen=True, slots=True)
class Institution:
    """An institution; ``printed`` is how pages spell it."""

    key: str
    parts: tuple[str, ...]
    city: str
    country: str

    @property
    def printed(self) -> str:
        """Department, institution, city, country."""
        return ", ".join((*self.parts, self.city, self.country))


@dataclass(frozen=True, slots=True)
class Author:
    """One author in the by-line: a person, or a group (``is_collective``) whose name stands in ``family``."""

    family: str
    given: str | None = None
    orcid: str | None = None
    email: str | None = None
    affiliations: tuple[Institution, ...] = ()
    is_corresponding: bool = False
    is_collective: bool = False

    @property
    def name(self) -> str:
        """The name as printed."""
        return f"{self.given} {self.family}" if self.given else self.family

    @property
    def inverted(self) -> str:
        """``Family, Given``."""
        return f"{self.family}, {self.given}" if self.given else self.family

    @property
    def initials(self) -> str:
        """``M. J.`` or ``W.-H.``, as reference lists print it."""
        names = (self.given or "").replace(".", "").split()
        return " ".join("-".join(f"{part[0]}." for part in name.split("-")) for name in names)


@dataclass(frozen=True, slots=True)
class Award:
    """One funder–award pair that the article states; ``none_declared`` has neither."""

    funder: str | None = None
    award: str | None = None
    kind: Literal["research", "open_access_fee", "none_declared"] = "research"


@dataclass(frozen=True, slots=True)
class Notice:
    """A retraction or correction that the page names."""

    kind: Literal["retraction", "correction"]
    doi: str
    date: str


@dataclass(frozen=True, slots=True)
class Related:
    """The article that a notice is about, and the sentence that says so."""

    label: str
    doi: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Article:
    """One article. Titles carry ``<i>``, ``<sub>`` and ``<sup>``; dates are ISO, as precise as printed.

    Attributes:
        abstract: (heading, text) pairs; the heading is empty in an abstract without structure.
        body: (heading, text) pairs; ``[1,2]`` in the text cites the reference list.
        awards: What a reader finds in the funding statement or the acknowledgements.
    """

    slug: str
    layout: Layout
    doi: str
    title: str
    type: str
    journal: Journal
    volume: str
    published: str
    authors: tuple[Author, ...]
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    article_number: str | None = None
    received: str | None = None
    revised: str | None = None
    accepted: str | None = None
    issue_date: str | None = None
    license: str | None = None
    access: Access = "open"
    served: Served = "page"
    abstract: tuple[tuple[str, str], ...] = ()
    editor_summary: str | None = None
    keywords: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    body: tuple[tuple[str, str], ...] = ()
    funding_text: str | None = None
    acknowledgements: str | None = None
    awards: tuple[Award, ...] = ()
    competing_interests: str | None = None
    data_availability: str | None = None
    code_availability: str | None = None
    ethics: str | None = None
    notices: tuple[Notice, ...] = ()
    related: Related | None = None
    retracted: bool = False
    references: tuple[Work, ...] = field(default=(), repr=False)

    @property
    def article_id(self) -> str:
        """The key of this article in the tables."""
        return f"doi:{self.doi.lower()}"

    @property
    def plain_title(self) -> str:
        """The title as printed, without markup; a retracted article says so in its title."""
        return ("RETRACTED ARTICLE: " if self.retracted else "") + plain(self.title)

    @property
    def year(self) -> int:
        """The year of the issue, of the online date where there is no issue."""
        return int((self.issue_date or self.published)[:4])

    @property
    def online(self) -> date:
        """The day of publication."""
        return date.fromisoformat(self.published)

    @property
    def affiliations(self) -> tuple[Institution, ...]:
        """Every institution of the by-line once, in order of first mention."""
        return tuple(dict.fromkeys(place for author in self.authors for place in author.affiliations))

    @property
    def path(self) -> str:
        """Where the page lives below the site, always with a leading slash."""
        match self.layout:
            case "bmc":
                return f"/content/{self.volume}/{self.issue}/{self.article_number}"
            case "casper":
                return f"/article/{self.doi}"
            case "ojs":
                return f"/index.php/letters/article/view/{self.slug}"
            case "jats":
                return f"/jats/{self.slug}.xml"
            case _:
                folder = "in-house" if self.served == "forbidden" else "articles"
                return f"/{folder}/{self.slug}"

    @property
    def url(self) -> str:
        """The address that the page itself names as its own."""
        return self.journal.site + self.path
