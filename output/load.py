"""Tables as pandas data frames: what is published, and what has been committed since."""

from __future__ import annotations

import os
from collections.abc import Sequence

import duckdb
import pandas as pd
import pyarrow as pa

from output.errors import UnknownNameError
from output.layout import existing_dataset
from output.links import LINKED_COLUMN
from output.schema import Table, arrow_schema, table_named
from output.snapshot import snapshot


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
    listed = ", ".join(f'"{column}"' for column in wanted)
    condition = f"WHERE ({where}\n)" if where else ""
    # Joined details cannot be joined again without repeating themselves: those tables start from the parts.
    with snapshot(path, run, from_published=described.fold is None) as merge:
        key = ", ".join(f'"{column}" NULLS FIRST' for column in described.key)
        # Links are computed for those who look at them.
        links = LINKED_COLUMN in wanted or LINKED_COLUMN in (where or "").casefold()
        sql = f"SELECT {listed} FROM ({merge.rows_sql(table, links=links)}) {condition} ORDER BY {key}"  # noqa: S608
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
