"""One page as rows of the tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from crawler.items import ARTICLE_STATES, PageState

Row = dict[str, Any]

#: Columns that say when and by which run a page was fetched; only a dataset knows them.
_OF_THE_FETCH = ("fetched_at", "page_sha256", "run_id")


@dataclass(slots=True)
class Record:
    """What one page became.

    Attributes:
        page_state: Kind of page.
        article: The row of ``articles`` without the columns of the fetch; empty where the page is about no article.
        authors, affiliations, funding, references: Rows with ``article_id`` and ``position``.
        issues: Every doubt: ``field``, ``kind``, ``detail`` and, where there is an article, ``article_id``.
    """

    page_state: PageState
    article: Row = field(default_factory=dict)
    authors: list[Row] = field(default_factory=list)
    affiliations: list[Row] = field(default_factory=list)
    funding: list[Row] = field(default_factory=list)
    references: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)

    @property
    def is_article(self) -> bool:
        """Whether the page gives a row of ``articles``: it is about one article and names it."""
        return self.page_state in ARTICLE_STATES and bool(
            self.article.get("doi") or self.article.get("title")
        )

    def tables(self) -> dict[str, list[Row]]:
        """Rows by table; no rows but issues for a page that is about no article."""
        if not self.is_article:
            return {"issues": self.issues}
        return {
            "articles": [self.article],
            "authors": self.authors,
            "affiliations": self.affiliations,
            "funding": self.funding,
            "references": self.references,
            "issues": self.issues,
        }

    def as_json(self, file: str) -> dict[str, Any]:
        """The record as ``backmatter parse`` prints it; ``file`` is the input's name as given."""
        return {
            "file": file,
            "page_state": self.page_state,
            "article": {key: value for key, value in self.article.items() if key not in _OF_THE_FETCH},
            "authors": self.authors,
            "affiliations": self.affiliations,
            "funding": self.funding,
            "references": self.references,
            "issues": self.issues,
        }
