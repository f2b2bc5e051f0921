"""The data dictionary: every table and column, and the one place the rest is derived from.

Arrow schemas, the checks on rows, ``docs/tables.md`` and ``datapackage.json`` all follow from `TABLES`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import pyarrow as pa

from output.column import Column
from output.columns.article import ARTICLES
from output.columns.citation import REFERENCES
from output.columns.contributor import AFFILIATIONS, AUTHORS, FUNDING
from output.columns.log import FETCHES, ISSUES
from output.errors import UnknownNameError


@dataclass(frozen=True, slots=True)
class ForeignKey:
    """Columns of a table that together point at the key columns of another."""

    columns: tuple[str, ...]
    table: str
    target: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the data dictionary.

    Attributes:
        name: Table name, also the name of its Parquet file.
        row: What one row is.
        key: Columns that identify a row and by which the published table is sorted.
        columns: Its columns, in order.
        foreign_keys: What its rows join to.
        fold: Column whose values are joined by "; " where committed rows share a key; None where keys are
            unique as committed.
    """

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    foreign_keys: tuple[ForeignKey, ...] = ()
    fold: str | None = None

    @property
    def column_names(self) -> tuple[str, ...]:
        """Names of the columns, in order."""
        return tuple(column.name for column in self.columns)


_TO_ARTICLE = ForeignKey(("article_id",), "articles", ("article_id",))
_TO_CITED = ForeignKey(("cited_article_id",), "articles", ("article_id",))

_ALL = (
    Table("articles", "One row per article: its newest accepted version.", ("article_id",), ARTICLES),
    Table(
        "authors", "One row per author of an article.", ("article_id", "position"), AUTHORS, (_TO_ARTICLE,)
    ),
    Table(
        "affiliations",
        "One row per affiliation of an author.",
        ("article_id", "author_position", "position"),
        AFFILIATIONS,
        (
            _TO_ARTICLE,
            ForeignKey(("article_id", "author_position"), "authors", ("article_id", "position")),
        ),
    ),
    Table(
        "funding",
        "One row per funder–award pair; a funder without an award has one row.",
        ("article_id", "position"),
        FUNDING,
        (_TO_ARTICLE,),
    ),
    Table(
        "references",
        "One row per cited work.",
        ("article_id", "position"),
        REFERENCES,
        (_TO_ARTICLE, _TO_CITED),
    ),
    Table("fetches", "One row per request of every run.", ("run_id", "request_id"), FETCHES),
    Table(
        "issues",
        "One row per doubt of every run.",
        ("run_id", "article_id", "field", "kind"),
        ISSUES,
        fold="detail",
    ),
)

#: Every table by name, in the order in which documentation and data package list them.
TABLES: Mapping[str, Table] = MappingProxyType({table.name: table for table in _ALL})

#: Tables that hold one version of an article: its row, and the rows that belong to it.
VERSIONED = tuple(table.name for table in _ALL if table.name == "articles" or table.foreign_keys)
#: Tables that keep every row of every run.
LOGS = tuple(name for name in TABLES if name not in VERSIONED)


def table_named(name: str) -> Table:
    """Look a table up.

    Raises:
        UnknownNameError: If there is no such table; the message lists those there are.
    """
    if name not in TABLES:
        raise UnknownNameError(f"there is no table {name!r}; the tables are {', '.join(TABLES)}")
    return TABLES[name]


@cache
def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of a table, each field with its meaning as metadata."""
    table = table_named(name)
    return pa.schema([column.arrow_field() for column in table.columns], metadata={"description": table.row})
