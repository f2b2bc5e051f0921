"""Commits merged into tables by DuckDB: the newest accepted version of every article, and the logs whole.

A version is an article in a part: its row in ``fetches`` says when it was fetched and whether it is accepted.
The newest is the one fetched last; where two were fetched at the same moment, the one that stands later in
the archive. So the result depends on what was committed, never on the order of the commits.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq

from output.errors import BrokenFileError
from output.layout import Part, table_files
from output.links import LINKED_COLUMN, create_links, linked_sql
from output.schema import LOGS, Table, arrow_schema, table_named

_NEWEST_FIRST = "fetched_at DESC, run_id DESC, warc_file DESC, warc_offset DESC"
_VERSION_COLUMNS = "article_id, fetched_at, run_id, warc_file, warc_offset"
_ACCEPTED = "state = 'stored' AND decision = 'accepted'"

_MOST_THREADS = 4
_EMPTY: dict[str, str] = {"texts": "[]", "notices": "[]", "sources": "MAP {}"}

#: Errors that are the query's, not the files'.
_QUERY_ERRORS = (
    duckdb.ParserException,
    duckdb.BinderException,
    duckdb.CatalogException,
    duckdb.ConversionException,
)


class Merge:
    """The tables that some parts, and perhaps tables published before, make together.

    Use it as a context manager. Its memory is bounded; what does not fit goes to `scratch`.

    Args:
        parts: The parts to merge.
        base: Folder of published tables to which the parts are added; the parts are all newer commits.
        scratch: Folder for what does not fit into memory; None to stay in memory.
        memory: Bound for DuckDB, e.g. ``1GB``; None for its own, four fifths of the machine's.
    """

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        base: Path | None = None,
        scratch: Path | None = None,
        memory: str | None = None,
    ) -> None:
        self._parts = parts
        self._base = base
        self._is_linked = False
        self._connection = duckdb.connect()
        self._connection.execute("SET temp_directory = $1", [str(scratch or "")])
        if memory is not None:
            self._connection.execute("SET memory_limit = $1", [memory])
            # Every thread sorts in memory of its own, so a bound needs to know how many there are.
            self._connection.execute("SET threads = $1", [min(_MOST_THREADS, os.cpu_count() or 1)])
        self._connection.execute("SET TimeZone = 'UTC'; SET enable_progress_bar = false")

    def __enter__(self) -> Self:
        try:
            self._choose_versions()
        except BaseException:
            self._connection.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def rows_sql(self, name: str, *, links: bool = True) -> str:
        """A query for all rows of a table, in no particular order, with the columns of the dictionary.

        Args:
            name: The table.
            links: Whether ``references`` are linked to the articles they cite, which takes a pass over all of
                them; without, they lack the column.
        """
        table = table_named(name)
        if table.fold:
            return self._folded_sql(table, table.fold)
        if name in LOGS:
            return self._log_sql(table)
        if LINKED_COLUMN not in table.column_names:
            return self._versioned_sql(name, table.column_names)
        unlinked = [column for column in table.column_names if column != LINKED_COLUMN]
        if not links:
            return self._versioned_sql(name, unlinked)
        if self._base is not None and not self._parts:
            # What is published is linked, and nothing has come since.
            return self._versioned_sql(name, table.column_names)
        self._link()
        return linked_sql(self._versioned_sql(name, unlinked), _listed(table.column_names))

    def sorted_sql(self, name: str) -> str:
        """The query of `rows_sql`, sorted by the table's key."""
        key = ", ".join(f"{_quoted(column)} NULLS FIRST" for column in table_named(name).key)
        return f"{self.rows_sql(name)} ORDER BY {key}"

    def files_sql(self, name: str, files: Sequence[Path]) -> str:
        """A query for the rows of Parquet files as they are.

        It gives all columns of the dictionary, also those that older files lack, and ``part``, the folder.
        """
        empty = f"empty_{name}"
        self._connection.register(empty, arrow_schema(name).empty_table())
        sql = f"SELECT *, NULL::VARCHAR AS part FROM {empty}"  # noqa: S608
        if not files:
            return sql
        paths = ", ".join("'" + str(file).replace("'", "''") + "'" for file in files)
        # A list or map that an older file lacks is empty, as everywhere; the rest is null.
        nested = [column for column in table_named(name).columns if column.is_nested]
        filled = ", ".join(f'coalesce("{c.name}", {_EMPTY[c.kind]}) AS "{c.name}"' for c in nested)
        return f"""SELECT * {f"REPLACE ({filled})" if filled else ""} FROM ({sql} UNION ALL BY NAME
            SELECT * EXCLUDE (part_file), parse_dirpath(part_file) AS part
            FROM read_parquet([{paths}], union_by_name = true, filename = 'part_file'))"""  # noqa: S608

    def read(self, sql: str) -> pa.Table:
        """Run a query over the merged tables and read its result at once.

        Raises:
            BrokenFileError: If one of the files cannot be read.
            duckdb.Error: If the query is wrong.
        """
        with self._naming_broken_files():
            return self._connection.sql(sql).to_arrow_table()

    def stream(self, sql: str, batch_rows: int) -> Iterator[pa.RecordBatch]:
        """Run a query over the merged tables and read its result bit by bit; errors as in `read`."""
        with self._naming_broken_files():
            yield from self._connection.sql(sql).to_arrow_reader(batch_rows)

    def _choose_versions(self) -> None:
        scan = f"SELECT {_VERSION_COLUMNS}, part FROM ({self._scan('fetches')}) WHERE {_ACCEPTED}"  # noqa: S608
        if self._base is not None:
            published = self._published("fetches")
            scan += f""" UNION ALL SELECT {_VERSION_COLUMNS}, NULL FROM ({published}) WHERE {_ACCEPTED}"""  # noqa: S608
        with self._naming_broken_files():
            self._connection.execute(
                f"""CREATE TEMP TABLE chosen AS SELECT article_id, part FROM ({scan})
                QUALIFY row_number() OVER (PARTITION BY article_id ORDER BY {_NEWEST_FIRST}, part DESC) = 1"""  # noqa: S608
            )

    def _versioned_sql(self, name: str, columns: Iterable[str]) -> str:
        listed = _listed(columns)
        fresh = f"""SELECT {listed} FROM ({self._scan(name)}) SEMI JOIN chosen USING (article_id, part)"""  # noqa: S608
        if self._base is None:
            return fresh
        kept = f"""SELECT {listed} FROM ({self._published(name)})
            ANTI JOIN (FROM chosen WHERE part IS NOT NULL) USING (article_id)"""  # noqa: S608
        return f"{fresh} UNION ALL {kept}"

    def _link(self) -> None:
        if self._is_linked:
            return
        with self._naming_broken_files():
            create_links(
                self._connection,
                articles=self.rows_sql("articles"),
                authors=self.rows_sql("authors"),
                references=self.rows_sql("references", links=False),
            )
        self._is_linked = True

    def _log_sql(self, table: Table) -> str:
        """Every row, or, where a request was noted more than once, its last."""
        columns = _listed(table.column_names)
        rows = f"SELECT {columns} FROM ({self._scan(table.name)})"  # noqa: S608
        if self._base is not None:
            rows += f" UNION ALL SELECT {columns} FROM ({self._published(table.name)})"  # noqa: S608
        key = _listed(table.key)
        return f"""SELECT {columns} FROM ({rows})
            QUALIFY row_number() OVER (PARTITION BY {key} ORDER BY {_NEWEST_FIRST}) = 1"""  # noqa: S608

    def _folded_sql(self, table: Table, fold: str) -> str:
        if self._base is not None:
            raise ValueError(f"{table.name} can only be merged from all parts")
        key = _listed(table.key)
        joined = f"string_agg(DISTINCT {_quoted(fold)}, '; ' ORDER BY {_quoted(fold)}) AS {_quoted(fold)}"
        grouped = f"SELECT {key}, {joined} FROM ({self._scan(table.name)}) GROUP BY {key}"  # noqa: S608
        return f"SELECT {_listed(table.column_names)} FROM ({grouped})"  # noqa: S608

    def _scan(self, name: str) -> str:
        return self.files_sql(name, table_files(self._parts, name))

    def _published(self, name: str) -> str:
        return self.files_sql(name, [self._base / f"{name}.parquet"] if self._base else [])

    @contextmanager
    def _naming_broken_files(self) -> Iterator[None]:
        try:
            yield
        except _QUERY_ERRORS:
            raise
        except duckdb.Error:
            names = [path for part in self._parts for path in part.path.glob("*.parquet")]
            refuse_broken_files([*names, *(self._base.glob("*.parquet") if self._base else ())])
            raise


def refuse_broken_files(files: Iterable[Path]) -> None:
    """Read files whole.

    Raises:
        BrokenFileError: For the first that cannot be read.
    """
    for file in files:
        try:
            with pq.ParquetFile(file) as parquet:
                for _ in parquet.iter_batches():
                    pass
        except (pa.ArrowException, OSError) as error:
            reason = str(error).splitlines()[0] if str(error) else type(error).__name__
            raise BrokenFileError(file, reason) from error


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(map(_quoted, columns))


def _quoted(column: str) -> str:
    return f'"{column}"'
