"""Tables as pandas data frames: what is published, and what has been committed since."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import duckdb
import pandas as pd
import pyarrow as pa

from output.errors import UnknownNameError
from output.layout import Part, counting_parts, existing_dataset
from output.merge import Merge
from output.published import current_publication
from output.schema import Table, arrow_schema, table_named


def load(
    table: str,
    dataset: str | os.PathLike[str] | None = None,
    columns: Sequence[str] | None = None,
    where: str | None = None,
    run: str | None = None,
) -> pd.DataFrame:
    """Load one table, always fresh: published rows and those committed since.

    Args:
        table: Name of the table, e.g. ``references``.
        dataset: The dataset folder; by default BACKMATTER_DATASET, else ``./articles-data``.
        columns: Columns wanted, in this order; None for all.
        where: Condition on the table's columns in SQL, e.g. ``year >= 2020 AND doi IS NOT NULL``. It may use
            columns that are not wanted.
        run: The table as it was at the end of this run; None for now.

    Returns:
        A data frame with Arrow types (`pandas.ArrowDtype`), sorted by the table's key.

    Raises:
        UnknownNameError: If there is no such table, column or run, or the condition cannot be understood.
        NoDatasetError: If there is no such dataset.
        BrokenFileError: If a file of the dataset cannot be read; the message names it.
    """
    described = table_named(table)
    wanted = _wanted(described, columns)
    path = existing_dataset(dataset)
    base, parts = _snapshot(path, described, run)
    listed = ", ".join(f'"{column}"' for column in wanted)
    condition = f"WHERE ({where}\n)" if where else ""
    with Merge(parts, base=base) as merge:
        key = ", ".join(f'"{column}" NULLS FIRST' for column in described.key)
        sql = f"SELECT {listed} FROM ({merge.rows_sql(table)}) {condition} ORDER BY {key}"  # noqa: S608
        try:
            found = merge.read(sql)
        except (duckdb.ProgrammingError, duckdb.DataError) as error:
            if not where:
                raise
            raise UnknownNameError(f"where={where!r} cannot be understood for {table}: {error}") from error
    schema = pa.schema([arrow_schema(table).field(column) for column in wanted])
    frame: pd.DataFrame = found.cast(schema).to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def _wanted(table: Table, columns: Sequence[str] | None) -> Sequence[str]:
    if columns is None:
        return table.column_names
    if isinstance(columns, str):
        columns = [columns]
    unknown = [column for column in columns if column not in table.column_names]
    if unknown or not columns:
        problem = f"has no column {', '.join(map(repr, unknown))}" if unknown else "needs a column to load"
        raise UnknownNameError(f"{table.name} {problem}; its columns are {', '.join(table.column_names)}")
    return columns


def _snapshot(dataset: Path, table: Table, run: str | None) -> tuple[Path | None, list[Part]]:
    """The published folder to start from, if any, and the parts to add to it."""
    # What is published is looked up first: a part that comes in between is then seen, not missed.
    # Joined details cannot be joined again without repeating themselves: those tables start from the parts.
    current = current_publication(dataset) if run is None and table.fold is None else None
    parts = counting_parts(dataset, run)
    if current is None:
        return None, parts
    folder, publication = current
    published = frozenset(publication.parts)
    if not published <= {part.label for part in parts}:
        return None, parts  # A rebuild has replaced parts of what is published.
    return folder, [part for part in parts if part.label not in published]
