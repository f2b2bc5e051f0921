"""What the sample journal's templates say about an article beyond its plain fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from backmatter.sample_journal import citations
from backmatter.sample_journal.inline import cited, cited_jats, cited_plain, jats_title, prose, title
from backmatter.sample_journal.journal import as_work, load_journal
from backmatter.sample_journal.licences import license_name, license_url
from backmatter.sample_journal.linked_data import description, json_ld
from backmatter.sample_journal.model import Article, Author, Institution, Related, Work

#: Types whose page the publisher's metas call something other than an original paper.
_PAPER_TYPES = {
    "Editorial": "EditorialNotes",
    "Review Article": "ReviewPaper",
    "Letter": "Letter",
    "Correspondence": "Letter",
    "Author Correction": "Erratum",
    "Retraction Note": "Erratum",
    "News": "News",
}


def _day(text: str, style: str) -> str:
    """``2024-02-09`` by ``style``, ``2024-02`` as month and year, ``2024`` as it is."""
    match text.split("-"):
        case [year, month]:
            return date(int(year), int(month), 1).strftime("%B %Y")
        case [year]:
            return year
        case _:
            return date.fromisoformat(text).strftime(style)


def longdate(text: str) -> str:
    """``09 February 2024``."""
    return _day(text, "%d %B %Y")


def shortdate(text: str) -> str:
    """``9 February 2024``."""
    return _day(text, "%d %B %Y").lstrip("0")


def statements(article: Article) -> list[tuple[str, str, str]]:
    """(id, heading, text) of the statements before the references."""
    named = (
        ("data-availability", "Data availability", article.data_availability),
        ("code-availability", "Code availability", article.code_availability),
    )
    return [(key, name, text) for key, name, text in named if text]


def closing_statements(article: Article) -> list[tuple[str, str, str]]:
    """(id, heading, text) of the statements after the references."""
    named = (
        ("Ack1", "Acknowledgements", article.acknowledgements),
        ("Fun", "Funding", article.funding_text),
    )
    return [(key, name, text) for key, name, text in named if text]


def pages(article: Article) -> str:
    """``21–34``, or one page."""
    if article.first_page == article.last_page:
        return article.first_page or ""
    return f"{article.first_page}–{article.last_page}"


def undotted(author: Author) -> str:
    """``Margery J Ashdown``: given names without full stops."""
    return author.name.replace(".", "")


def at(authors: Iterable[Author], place: Institution) -> str:
    """The names of those authors who work there: ``A, B & C``."""
    names = [author.name for author in authors if place in author.affiliations]
    return " & ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def related_date(related: Related) -> str:
    """When the article that a notice is about was published."""
    article = load_journal().by_doi(related.doi)
    return article.published if article else ""


def _paper_type(article: Article) -> str:
    return _PAPER_TYPES.get(article.type, "OriginalPaper")


def _anchor(text: str) -> str:
    return re.sub(r"[^\w-]+", "_", text)


def _nbsp(text: str) -> str:
    return text.replace(" ", "\u00a0")


def _work(value: Article | Work) -> Work:
    return as_work(value) if isinstance(value, Article) else value


#: Name in the templates → filter.
FILTERS: dict[str, Callable[..., Any]] = {
    **{
        function.__name__: function
        for function in (
            longdate,
            shortdate,
            title,
            jats_title,
            prose,
            cited,
            cited_plain,
            cited_jats,
            description,
            statements,
            closing_statements,
            license_url,
            license_name,
            pages,
            undotted,
            at,
            related_date,
            json_ld,
            as_work,
        )
    },
    "nature": citations.nature,
    "apa": citations.apa,
    "bmc": citations.bmc,
    "citation_reference": citations.citation_reference,
    "scholar": citations.scholar_link,
    "doi_link": citations.doi_link,
    "paper_type": _paper_type,
    "anchor": _anchor,
    "nbsp": _nbsp,
}
