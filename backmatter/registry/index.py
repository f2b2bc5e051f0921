"""The index of a registry: one SQLite file, written once and then only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path

from backmatter.errors import UserError
from backmatter.registry.entry import Entry
from output.errors import DatasetError
from pipelines.identity import acronym_key, name_key

#: Raised when the tables, or what keys are made of, change: older indexes are then refused.
FORMAT = "1"
_BATCH = 2_000
_TABLES = """
    PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -32000;
    CREATE TABLE meta (name TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
    CREATE TABLE body (id TEXT PRIMARY KEY, name TEXT, country TEXT, city TEXT, status TEXT, successor TEXT)
        WITHOUT ROWID;
    CREATE TABLE said (kind TEXT, key TEXT, id TEXT);
    CREATE TABLE number (number TEXT, id TEXT, preferred INTEGER, PRIMARY KEY (number, id)) WITHOUT ROWID;
"""
# sorted once instead of kept in order all along: a third of the time
_ORDER = """
    CREATE TABLE name (key TEXT, id TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID;
    CREATE TABLE acronym (key TEXT, id TEXT, PRIMARY KEY (key, id)) WITHOUT ROWID;
    INSERT INTO name SELECT DISTINCT key, id FROM said WHERE kind = 'name' ORDER BY key, id;
    INSERT INTO acronym SELECT DISTINCT key, id FROM said WHERE kind = 'acronym' ORDER BY key, id;
    DROP TABLE said;
"""


def write_index(path: Path, entries: Iterable[Entry]) -> dict[str, str]:
    """Write the index of some organisations.

    Names of withdrawn organisations are left out: they were never right.

    Returns:
        ``organisations``, ``names`` and ``changed``, the ISO date of the newest change ("" where none is told).

    Raises:
        UserError: If an organisation comes twice.
    """
    changed = ""
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.executescript(_TABLES)
        base.execute("BEGIN")
        remaining = iter(entries)
        while batch := list(islice(remaining, _BATCH)):
            _add(base, batch)
            changed = max(changed, *(entry.changed or "" for entry in batch))
        base.execute("COMMIT")
        base.executescript(_ORDER)
        counts = {
            what: str(base.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608 - our own tables
            for what, table in (("organisations", "body"), ("names", "name"), ("acronyms", "acronym"))
        }
        base.execute("VACUUM")
    return {**counts, "changed": changed}


def _add(base: sqlite3.Connection, entries: list[Entry]) -> None:
    try:
        base.executemany(
            "INSERT INTO body VALUES (?, ?, ?, ?, ?, ?)",
            [(e.id, e.name, e.country, e.city, e.status, e.successor) for e in entries],
        )
    except sqlite3.IntegrityError as error:
        seen = {row[0] for row in base.execute("SELECT id FROM body")}
        twice = next((e.id for e in entries if e.id in seen), entries[0].id)
        raise UserError(f"{twice} stands twice in the dump; download or copy it again") from error
    base.executemany("INSERT INTO said VALUES (?, ?, ?)", _said(entries))
    base.executemany(
        "INSERT OR IGNORE INTO number VALUES (?, ?, ?)",
        [(number, entry.id, preferred) for entry in entries for number, preferred in entry.numbers],
    )


def _said(entries: list[Entry]) -> Iterator[tuple[str, str, str]]:
    for entry in entries:
        if entry.status == "withdrawn":
            continue
        for name in (entry.name, *entry.names):
            if key := name_key(name):
                yield "name", key, entry.id
        for acronym in entry.acronyms:
            if key := acronym_key(acronym):
                yield "acronym", key, entry.id


def write_facts(path: Path, facts: dict[str, str]) -> None:
    """Write what is known of the index itself."""
    with closing(sqlite3.connect(path)) as base, base:
        base.executemany("INSERT INTO meta VALUES (?, ?)", sorted({**facts, "format": FORMAT}.items()))


def read_facts(path: Path) -> dict[str, str]:
    """What is known of an index.

    Raises:
        DatasetError: If the file is no whole index of this format.
    """
    again = "`backmatter registry load` makes it anew from the registry's dump"
    try:
        with closing(connect(path)) as base:
            facts = dict(base.execute("SELECT name, value FROM meta"))
            pages, size = (
                base.execute(f"PRAGMA {what}").fetchone()[0] for what in ("page_count", "page_size")
            )
    except sqlite3.Error as error:
        raise DatasetError(f"{path}: no index of a registry ({error}); {again}") from error
    if facts.get("format") != FORMAT:
        raise DatasetError(f"{path}: an index of another version of Backmatter; {again}")
    if pages * size != path.stat().st_size:
        raise DatasetError(f"{path}: damaged or cut off; {again}")
    return facts


def connect(path: Path) -> sqlite3.Connection:
    """Open an index for reading; it never changes, so it needs no locks."""
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)
