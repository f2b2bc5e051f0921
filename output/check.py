"""Whether rows fit the data dictionary, and the Arrow table they make when they do."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

import pyarrow as pa

from output.column import Column
from output.errors import RowError
from output.schema import Table, arrow_schema, table_named

Row = Mapping[str, Any]

_INT64 = range(-(2**63), 2**63)
_NOTICE_KEYS = frozenset({"kind", "doi", "date"})


@dataclass(frozen=True, slots=True)
class Misfit:
    """One value, or one row, that does not fit.

    Attributes:
        index: Which of the rows.
        column: The column, None where the row as a whole does not fit.
        problem: What is wrong, without naming the row.
    """

    index: int
    column: str | None
    problem: str


def misfits(name: str, rows: Sequence[Row]) -> list[Misfit]:
    """Find everything in `rows` that does not fit the table `name`, in the order of the rows.

    A row may leave columns out: they are null, or empty for lists and maps.

    Raises:
        UnknownNameError: If there is no such table.
    """
    table = table_named(name)
    return _misfits(table, rows, _columns(table, rows))


def to_arrow(name: str, rows: Sequence[Row]) -> pa.Table:
    """Make the Arrow table `name` of `rows`.

    Returns:
        A table with exactly the columns and types of the data dictionary.

    Raises:
        RowError: If a row does not fit; it names table, column and the row's key.
        UnknownNameError: If there is no such table.
    """
    table = table_named(name)
    columns = _columns(table, rows)
    for misfit in _misfits(table, rows, columns):
        raise RowError(name, misfit.column, row_key(table, rows[misfit.index]), misfit.problem)
    arrays = []
    for column in table.columns:
        values = columns[column.name]
        if column.is_nested:
            empty: Any = {} if column.kind == "sources" else []
            values = [empty if value is None else value for value in values]
        arrays.append(pa.array(values, column.arrow_type))
    return pa.Table.from_arrays(arrays, schema=arrow_schema(name))


def _columns(table: Table, rows: Sequence[Row]) -> dict[str, list[Any]]:
    return {name: [row.get(name) for row in rows] for name in table.column_names}


def _misfits(table: Table, rows: Sequence[Row], columns: Mapping[str, Sequence[Any]]) -> list[Misfit]:
    known = frozenset(table.column_names)
    found = [
        Misfit(index, unknown, "the data dictionary has no such column")
        for index, row in enumerate(rows)
        if not row.keys() <= known
        for unknown in sorted(row.keys() - known)
    ]
    for column in table.columns:
        values = columns[column.name]
        if not _all_fit(column, values):
            problems = ((index, _problem(column, value)) for index, value in enumerate(values))
            found += [Misfit(index, column.name, problem) for index, problem in problems if problem]
    keys = list(zip(*(columns[part] for part in table.key), strict=True))
    if table.fold is None and len(set(keys)) < len(keys):
        first = {key: index for index, key in reversed(list(enumerate(keys)))}
        found += [
            Misfit(index, None, "a second row with this key")
            for index, key in enumerate(keys)
            if first[key] != index
        ]
    return sorted(found, key=lambda misfit: misfit.index)


def row_key(table: Table, row: Row) -> str:
    """A row's key in words, for messages."""
    return ", ".join(f"{part}={row.get(part)!r}" for part in table.key)


def _all_fit(column: Column, values: Sequence[Any]) -> bool:
    """Whether all values fit, judged at once and quickly; False may mean that it cannot tell."""
    types = set(map(type, values))
    if type(None) in types:
        if column.required:
            return False
        values = [value for value in values if value is not None]
        types.discard(type(None))
    match column.kind:
        case "text" | "date":
            return types <= {str} and _texts_fit(column, values)
        case "integer":
            lowest = _INT64.start if column.minimum is None else column.minimum
            return not values or (types == {int} and min(values) >= lowest and max(values) in _INT64)
        case "boolean":
            return types <= {bool}
        case "texts" if types <= {list, tuple}:
            items = [item for value in values for item in value]
            return set(map(type, items)) <= {str} and _encodes("".join(items))
    return not values


def _texts_fit(column: Column, values: Sequence[str]) -> bool:
    if column.values and not frozenset(values) <= frozenset(column.values):
        return False
    if column.value_pattern:
        pattern = _pattern(column.value_pattern)
        if not all(map(pattern.fullmatch, frozenset(values))):
            return False
    return _encodes("".join(values))


def _problem(column: Column, value: object) -> str | None:
    if value is None:
        return "must not be null" if column.required else None
    match column.kind:
        case "text" | "date":
            return _text_problem(column, value)
        case "integer":
            return _integer_problem(column, value)
        case "boolean":
            return None if isinstance(value, bool) else f"must be true or false, not {_shown(value)}"
        case "instant":
            aware = isinstance(value, datetime) and value.tzinfo is not None
            return None if aware else f"must be a datetime with a time zone, not {_shown(value)}"
    return _nested_problem(column, value)


def _integer_problem(column: Column, value: object) -> str | None:
    if not isinstance(value, int) or isinstance(value, bool) or value not in _INT64:
        return f"must be a whole number of 64 bits, not {_shown(value)}"
    if column.minimum is not None and value < column.minimum:
        return f"must be at least {column.minimum}, not {value}"
    return None


def _text_problem(column: Column, value: object) -> str | None:
    if not isinstance(value, str) or not _is_text(value):
        return f"must be text that UTF-8 can hold, not {_shown(value)}"
    if column.values and value not in column.values:
        return f"must be one of {', '.join(column.values)}, not {_shown(value)}"
    if column.value_pattern and not _pattern(column.value_pattern).fullmatch(value):
        return f"must look like {column.value_pattern}, not {_shown(value)}"
    return None


def _nested_problem(column: Column, value: object) -> str | None:
    if column.kind == "sources":
        fits = isinstance(value, Mapping) and all(_is_text(k) and _is_text(v) for k, v in value.items())
        return None if fits else f"must map text to text, not {_shown(value)}"
    if not isinstance(value, list | tuple):
        return f"must be a list, not {_shown(value)}"
    if column.kind == "texts":
        return None if all(map(_is_text, value)) else f"must be a list of texts, not {_shown(value)}"
    return None if all(map(_is_notice, value)) else f"must be a list of notices, not {_shown(value)}"


def _is_notice(value: object) -> bool:
    if not isinstance(value, Mapping) or not value.keys() <= _NOTICE_KEYS or value.get("kind") is None:
        return False
    return all(part is None or _is_text(part) for part in value.values())


def _is_text(value: object) -> bool:
    return isinstance(value, str) and _encodes(value)


def _encodes(text: str) -> bool:
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


@cache
def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _shown(value: object) -> str:
    text = repr(value)
    return text if len(text) <= 80 else f"{text[:77]}…"
