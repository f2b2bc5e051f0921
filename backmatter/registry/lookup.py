"""Asking the registries: by name, by acronym, by number."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from backmatter.registry.entry import Kind
from backmatter.registry.index import connect, read_facts
from pipelines.identity import Body

_KEPT = 20_000
#: Successors of successors that are followed.
_FAR = 10
_COLUMNS = "body.id, body.name, body.country, body.city, body.status, body.successor"


class _Row(NamedTuple):
    id: str
    name: str
    country: str | None
    city: str | None
    status: str
    successor: str | None

    @property
    def body(self) -> Body:
        return Body(self.id, self.name, self.country, self.city)


class _Index:
    """One index; opened at the first question, and again after `close`."""

    def __init__(self, path: Path) -> None:
        self.facts = read_facts(path)
        self._path = path
        self._base: sqlite3.Connection | None = None

    def by_key(self, table: str, key: str) -> list[_Row]:
        """Those that have a name or acronym; not those whose successor has it too."""
        rows = self._rows(f"FROM {table} JOIN body USING (id) WHERE key = ? ORDER BY id", key)
        ids = {row.id for row in rows}
        return [row for row in rows if row.status == "active" or row.successor not in ids]

    def by_number(self, number: str) -> list[_Row]:
        """Those that have a number of the Crossref Funder Registry, if any prefers it only those."""
        rows = self._rows("FROM number JOIN body USING (id) WHERE number = ? ORDER BY id", number)
        if len(rows) > 1:
            where = "FROM number JOIN body USING (id) WHERE number = ? AND preferred ORDER BY id"
            rows = self._rows(where, number) or rows
        return rows

    def by_id(self, identifier: str) -> list[_Row]:
        return self._rows("FROM body WHERE id = ?", identifier)

    def close(self) -> None:
        if self._base is not None:
            self._base.close()
            self._base = None

    def _rows(self, sql: str, value: str) -> list[_Row]:
        if self._base is None:
            self._base = connect(self._path)
        return [_Row(*row) for row in self._base.execute(f"SELECT {_COLUMNS} {sql}", (value,))]


class Registries:
    """The registries of a dataset; a `pipelines.identity.Registry`.

    ROR goes before the Crossref Funder Registry: a funder that both have is ROR's.

    Args:
        files: The index of each registry that is loaded, one at least.

    Raises:
        DatasetError: If an index is damaged or of another version of Backmatter.
    """

    def __init__(self, files: Mapping[Kind, Path]) -> None:
        indexes = {kind: _Index(path) for kind, path in files.items()}
        self._ror, self._crossref = indexes.get("ror"), indexes.get("crossref")
        self._indexes = tuple(indexes.values())
        #: For each registry its ``version`` and the ``sha256`` of its dump: what answers depend on.
        self.facts: dict[str, dict[str, str]] = {
            kind: {what: index.facts[what] for what in ("version", "sha256")}
            for kind, index in indexes.items()
        }
        self.named = lru_cache(_KEPT)(self._named)
        self.abbreviated = lru_cache(_KEPT)(self._abbreviated)
        self.numbered = lru_cache(_KEPT)(self._numbered)

    def close(self) -> None:
        """Close the files; the next question opens them again."""
        for index in self._indexes:
            index.close()

    def _named(self, key: str) -> tuple[Body, ...]:
        return self._by_key("name", key)

    def _abbreviated(self, acronym: str) -> tuple[Body, ...]:
        return self._by_key("acronym", acronym)

    def _by_key(self, table: str, key: str) -> tuple[Body, ...]:
        found = {row.id: row.body for row in self._ror.by_key(table, key)} if self._ror else {}
        known = {body.country for body in found.values()}
        for row in self._crossref.by_key(table, key) if self._crossref else ():
            body = self._in_force(row)
            # The same name in the same country, without a link between them, is no second body.
            if body.id not in found and body.id.startswith("10.") and known and row.country in (None, *known):
                continue
            found[body.id] = body
        return tuple(found[identifier] for identifier in sorted(found))

    def _numbered(self, number: str) -> Body | None:
        row = _sole(self._ror.by_number(number)) if self._ror else None
        if row is not None and self._ror:
            return self._valid(row, self._ror).body
        row = _sole(self._crossref.by_number(number)) if self._crossref else None
        return self._in_force(row) if row else None

    def _in_force(self, row: _Row) -> Body:
        """The ROR body of a funder of Crossref or of whoever has taken its place; else the last of these."""
        for _ in range(_FAR):
            found = _sole(self._ror.by_number(row.id.removeprefix("10.13039/"))) if self._ror else None
            if found is not None and self._ror:
                return self._valid(found, self._ror).body
            newer = self._crossref.by_id(row.successor) if row.successor and self._crossref else []
            if not newer:
                break
            row = newer[0]
        return row.body

    def _valid(self, row: _Row, index: _Index) -> _Row:
        """The row, or its successor's where the record was withdrawn."""
        for _ in range(_FAR):
            newer = index.by_id(row.successor) if row.status == "withdrawn" and row.successor else []
            if not newer:
                break
            row = newer[0]
        return row


def _sole(rows: list[_Row]) -> _Row | None:
    return rows[0] if len(rows) == 1 else None
