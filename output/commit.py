"""One commit: the rows of all tables in one folder, made visible by one rename."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from output.atomic import publish_folder, unfinished_folder
from output.check import Row, row_key, to_arrow
from output.errors import DatasetError, RowError
from output.layout import run_names, runs_dir, superseded_runs
from output.made_with import Registries, note_registries
from output.schema import TABLES, VERSIONED

#: How every Parquet file of a dataset is compressed.
COMPRESSION = "zstd"

Rows = Mapping[str, Sequence[Row]]


def commit(dataset: Path, run_id: str, rows: Rows, registries: Registries | None = None) -> Path:
    """Add rows to the dataset, all or nothing.

    A part holds at most one version of an article; the tables of an article carry no version of their own,
    for the part is the version. Every version has its row in ``fetches``, which says whether it is accepted.

    Args:
        dataset: The dataset folder; made if it does not exist.
        run_id: Run folder that the part goes into.
        rows: For each table its rows; tables without rows may be left out.
        registries: The registries that names in the rows were looked up in, noted beside them.

    Returns:
        The folder of the new part.

    Raises:
        RowError: If a row does not fit the data dictionary or the rest of the part.
        DatasetError: If there are no rows, or a later run has replaced this one.
    """
    if run_id in superseded_runs(dataset, run_names(dataset)):
        raise DatasetError(
            f"run {run_id} of {dataset} has been replaced by a rebuild; commit under a new run"
        )
    return write_part(runs_dir(dataset) / run_id, rows, registries)


def write_part(run_folder: Path, rows: Rows, registries: Registries | None = None) -> Path:
    """Write one part into a run folder; see `commit`."""
    tables = {name: to_arrow(name, table_rows) for name, table_rows in rows.items() if table_rows}
    if not tables:
        raise DatasetError("there are no rows to commit")
    _check_part(rows)
    with unfinished_folder(run_folder) as folder:
        for name in TABLES:
            if name in tables:
                _write(tables[name], folder / f"{name}.parquet")
        note_registries(folder, registries)
        target = run_folder / _next_name(run_folder)
        publish_folder(folder, target)
    return target


def _write(table: pa.Table, path: Path) -> None:
    pq.write_table(table, path, compression=COMPRESSION)


def _next_name(run_folder: Path) -> str:
    taken = [int(entry.name) for entry in run_folder.iterdir() if entry.name.isdecimal()]
    return f"{max(taken, default=0) + 1:06d}"


def _check_part(rows: Rows) -> None:
    stored = Counter(row.get("article_id") for row in rows.get("fetches", ()) if row["state"] == "stored")
    here = {row["article_id"] for row in rows.get("articles", ())}
    for fetch in rows.get("fetches", ()):
        if (fetch["state"] == "stored") != (fetch.get("decision") is not None):
            raise _misplaced("fetches", fetch, "a decision belongs to a stored page, and to none else")
        if fetch["state"] == "stored" and fetch.get("article_id") not in here:
            raise _misplaced("fetches", fetch, "a stored page without its row in `articles` of this commit")
        if fetch["state"] == "stored" and stored[fetch["article_id"]] > 1:
            raise _misplaced("fetches", fetch, "a second version of an article in one commit")
    for name in VERSIONED:
        for row in rows.get(name, ()):
            if row["article_id"] not in here:
                raise _misplaced(name, row, "an article without its row in `articles` of this commit")
            if row["article_id"] not in stored:
                raise _misplaced(name, row, "an article without its stored page in `fetches` of this commit")


def _misplaced(name: str, row: Row, problem: str) -> RowError:
    return RowError(name, None, row_key(TABLES[name], row), problem)
