"""Read the sample journal from its data files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from backmatter.sample_journal import prose
from backmatter.sample_journal.model import (
    Article,
    Author,
    Award,
    Institution,
    Journal,
    Notice,
    Related,
    Work,
    plain,
)

_DATA = files("backmatter.sample_journal") / "data"
_PAIRS = ("abstract", "body")
_TUPLES = ("keywords", "subjects")


@dataclass(frozen=True, slots=True)
class SampleJournal:
    """The whole journal.

    Attributes:
        articles: In order of volume, as the data files list them.
        unknown_doi: A DOI that some page might cite and no resolver knows.
    """

    articles: tuple[Article, ...]
    unknown_doi: str = "10.5555/never-registered"

    @property
    def dois(self) -> tuple[str, ...]:
        """The DOI of every article, and the one that does not resolve."""
        return (*(article.doi for article in self.articles), self.unknown_doi)

    def by_doi(self, doi: str) -> Article | None:
        """The article with this DOI; DOIs do not tell upper from lower case."""
        return next((article for article in self.articles if article.doi.lower() == doi.lower()), None)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((_DATA / name).read_text("utf-8"))


def _works(table: Mapping[str, Mapping[str, Any]]) -> dict[str, Work]:
    return {
        key: Work(key=key, **{**values, "authors": tuple(values.get("authors", ()))})
        for key, values in table.items()
    }


def _author(entry: Mapping[str, Any], people: Mapping[str, Author]) -> Author:
    if "collective" in entry:
        return Author(family=entry["collective"], is_collective=True)
    return replace(people[entry["who"]], is_corresponding=entry.get("corresponding", False))


def _people(table: Mapping[str, Any]) -> dict[str, Author]:
    institutions = {
        key: Institution(key, tuple(values["parts"]), values["city"], values["country"])
        for key, values in table["institutions"].items()
    }
    return {
        key: Author(
            family=values["family"],
            given=values["given"],
            orcid=values.get("orcid"),
            email=values["email"],
            affiliations=tuple(institutions[place] for place in values["at"]),
        )
        for key, values in table["people"].items()
    }


def _article(
    entry: Mapping[str, Any], journals: Mapping[str, Journal], people: Mapping[str, Author]
) -> Article:
    values = dict(entry)
    values.pop("references", None)
    for name in _PAIRS:
        values[name] = tuple((heading, text) for heading, text in values.get(name, ()))
    if values["abstract"] and values["body"] and values["layout"] != "news":
        values["body"] += prose.sections(values["slug"])
    for name in _TUPLES:
        values[name] = tuple(values.get(name, ()))
    if related := values.get("related"):
        values["related"] = Related(**related)
    return Article(
        **{
            **values,
            "journal": journals[values.get("journal", "annals")],
            "authors": tuple(_author(author, people) for author in entry["authors"]),
            "awards": tuple(Award(**award) for award in values.get("awards", ())),
            "notices": tuple(Notice(**notice) for notice in values.get("notices", ())),
        }
    )


def as_work(article: Article) -> Work:
    """The article as other articles cite it."""
    return Work(
        key=article.slug,
        title=plain(article.title),
        year=article.year,
        authors=tuple(f"{a.family}, {a.initials}" for a in article.authors if not a.is_collective),
        container=article.journal.title,
        abbrev=article.journal.abbrev,
        volume=article.volume,
        issue=article.issue,
        first_page=article.first_page or article.article_number,
        last_page=article.last_page,
        doi=article.doi,
    )


def _resolve(keys: Iterable[str], works: Mapping[str, Work]) -> tuple[Work, ...]:
    return tuple(works[key] for key in keys)


@cache
def load_journal() -> SampleJournal:
    """Read the data files, once. A key in them that does not exist raises KeyError, a field TypeError."""
    journals = {key: Journal(key=key, **values) for key, values in _read("journals.toml").items()}
    people = _people(_read("people.toml"))
    entries = [
        entry
        for name in sorted(item.name for item in _DATA.iterdir() if item.name.startswith("articles_"))
        for entry in _read(name)["articles"]
    ]
    bare = [_article(entry, journals, people) for entry in entries]
    works = {**_works(_read("works.toml")), **{article.slug: as_work(article) for article in bare}}
    return SampleJournal(
        tuple(
            replace(article, references=_resolve(entry.get("references", ()), works))
            for article, entry in zip(bare, entries, strict=True)
        )
    )
