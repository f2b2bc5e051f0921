"""The published tables described as a Frictionless data package."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from output.schema import TABLES, ForeignKey, Table

FILE_NAME = "datapackage.json"

_LICENCE = {
    "name": "notspecified",
    "title": "Bibliographic facts. Abstracts and statements remain under the licence of their article: "
    "see articles.license.",
}


def data_package(
    folder: Path,
    rows: Mapping[str, int],
    run: str | None,
    registries: Sequence[Mapping[str, Any]] = (),
) -> dict[str, Any]:
    """Describe the tables of a folder.

    Args:
        folder: Where the Parquet files are.
        rows: Number of rows of each table.
        run: Newest run whose rows are in the tables; None for a dataset without any.
        registries: As `output.made_with.registries_used` tells those that names in the tables were looked up in.

    Returns:
        The data package descriptor; equal tables have equal descriptors.
    """
    return {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "backmatter-articles",
        "title": "Journal articles: authors, affiliations, funding and references",
        "licenses": [_LICENCE],
        "run": run,
        "registries": list(registries),
        "resources": [_resource(table, folder, rows[table.name]) for table in TABLES.values()],
    }


def _resource(table: Table, folder: Path, rows: int) -> dict[str, Any]:
    path = f"{table.name}.parquet"
    schema: dict[str, Any] = {
        "fields": [column.frictionless() for column in table.columns],
        "primaryKey": list(table.key),
    }
    if table.foreign_keys:
        schema["foreignKeys"] = [_foreign_key(key) for key in table.foreign_keys]
    return {
        "name": table.name,
        "type": "table",
        "title": table.row,
        "path": path,
        "format": "parquet",
        "mediatype": "application/vnd.apache.parquet",
        "bytes": (folder / path).stat().st_size,
        "rows": rows,
        "schema": schema,
    }


def _foreign_key(key: ForeignKey) -> dict[str, Any]:
    return {
        "fields": list(key.columns),
        "reference": {"resource": key.table, "fields": list(key.target)},
    }
