"""One cited work, in the columns of the ``references`` table."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Reference:
    """What a reference string says; None (or an empty list) where it does not say.

    Attributes:
        raw: The string as it was given.
        doi: Lower case, bare.
        pmid: Digits.
        pmcid: ``PMC123``.
        arxiv_id: ``2105.01601`` or ``hep-th/9711200``, without the version.
        isbn: 13 digits.
        url: A web address other than that of an identifier above.
        type: In Crossref's vocabulary (``journal-article``, ``book-chapter``, …), None where not clear.
        title: Of the cited work itself; the book's where a whole book is cited.
        container_title: Of the journal, book or proceedings it stands in, as printed.
        authors: ``Family, Given`` each; groups and organisations by their name.
        year: Of publication.
        volume: As printed, without "vol."
        issue: As printed, without "no."
        first_page: First page or article number.
        last_page: Last page, written out.
        publisher: Publisher, or the institution of a thesis or report.
    """

    raw: str
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
    year: int | None = None
    volume: str | None = None
    issue: str | None = None
    first_page: str | None = None
    last_page: str | None = None
    publisher: str | None = None
