"""``docs/tables.md`` from the data dictionary: ``python -m output.docs`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from output.column import Column
from output.schema import TABLES, Table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "tables.md"

_HEAD = """\
# The tables

Made by `python -m output.docs` from the data dictionary in `output/schema.py`; change it there.

Every table is plain Parquet (zstd), sorted by its key (**bold**). Text that is not there is null, never an
empty string or a placeholder; a list that is not there is empty. *Source* says where a value comes from:
`page` as the page gives it, `fetch` from fetching it, `derived` computed from the page, `registry` looked up.
"""


def tables_page() -> str:
    """The text of the page."""
    return "\n".join([_HEAD, *map(_section, TABLES.values())])


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", table.row]
    for key in table.foreign_keys:
        target = ", ".join(f"`{key.table}.{column}`" for column in key.target)
        lines.append(f"{', '.join(f'`{column}`' for column in key.columns)} joins to {target}.")
    lines += ["", "| column | type | null | meaning | source |", "|---|---|---|---|---|"]
    lines += [_line(column, is_key=column.name in table.key) for column in table.columns]
    return "\n".join([*lines, ""])


def _line(column: Column, *, is_key: bool) -> str:
    name = f"**{column.name}**" if is_key else column.name
    meaning = column.meaning
    if column.values:
        meaning += " One of " + ", ".join(f"`{value}`" for value in column.values) + "."
    null = "yes" if column.nullable else "no"
    return f"| {name} | {column.shown_type} | {null} | {meaning} | {column.source} |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(tables_page(), "utf-8")


if __name__ == "__main__":
    main()
