"""One column of a table: its name, type, meaning and source, and what follows from the type."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa

Kind = Literal["text", "date", "integer", "boolean", "instant", "texts", "sources", "notices"]

#: A date as precise as the page: year, year and month, or a day.
DATE_PATTERN = r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$"
ARTICLE_ID_PATTERN = r"^(doi:10\.\S+|url:[0-9a-f]{40})$"

_NOTICE = pa.struct([("kind", pa.string()), ("doi", pa.string()), ("date", pa.string())])
# "element" is what Parquet calls the items of a list: so a schema comes back as it was written.
_ARROW: dict[Kind, pa.DataType] = {
    "text": pa.string(),
    "date": pa.string(),
    "integer": pa.int64(),
    "boolean": pa.bool_(),
    "instant": pa.timestamp("us", tz="UTC"),
    "texts": pa.list_(pa.field("element", pa.string())),
    "sources": pa.map_(pa.string(), pa.string()),
    "notices": pa.list_(pa.field("element", _NOTICE)),
}
_SHOWN: dict[Kind, str] = {
    "text": "string",
    "date": "string (`YYYY`, `YYYY-MM` or `YYYY-MM-DD`)",
    "integer": "int64",
    "boolean": "bool",
    "instant": "timestamp (µs, UTC)",
    "texts": "list of string",
    "sources": "map of string to string",
    "notices": "list of {kind, doi, date}",
}
_FRICTIONLESS: dict[Kind, str] = {
    "text": "string",
    "date": "string",
    "integer": "integer",
    "boolean": "boolean",
    "instant": "datetime",
    "texts": "array",
    "sources": "object",
    "notices": "array",
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the data dictionary.

    Attributes:
        name: Column name; the same quantity has the same name in every table.
        kind: What its values are; lists and maps are never null, but empty.
        meaning: One sentence for the reader of the table.
        source: Where the value comes from.
        required: True where null is not allowed.
        values: The closed vocabulary, empty where any value goes.
        pattern: Regular expression that every whole value matches.
        minimum: Smallest value allowed, for integers.
    """

    name: str
    kind: Kind
    meaning: str
    source: str = "page"
    required: bool = False
    values: tuple[str, ...] = ()
    pattern: str | None = None
    minimum: int | None = None

    @property
    def nullable(self) -> bool:
        """Whether null is allowed."""
        return not (self.required or self.is_nested)

    @property
    def is_nested(self) -> bool:
        """Whether the value is a list or a map; those are empty where there is nothing, never null."""
        return self.kind in ("texts", "sources", "notices")

    @property
    def arrow_type(self) -> pa.DataType:
        """The Arrow (and so the Parquet) type."""
        return _ARROW[self.kind]

    @property
    def shown_type(self) -> str:
        """The type as the documentation words it."""
        return _SHOWN[self.kind]

    @property
    def value_pattern(self) -> str | None:
        """The pattern of this column, or of its kind."""
        return self.pattern or (DATE_PATTERN if self.kind == "date" else None)

    def arrow_field(self) -> pa.Field:
        """The Arrow field, with the meaning as its metadata."""
        metadata = {"description": self.meaning, "source": self.source}
        return pa.field(self.name, self.arrow_type, nullable=self.nullable, metadata=metadata)

    def frictionless(self) -> dict[str, Any]:
        """This column as a field of a Frictionless Table Schema."""
        constraints: dict[str, Any] = {}
        if not self.nullable:
            constraints["required"] = True
        if self.values:
            constraints["enum"] = list(self.values)
        if self.value_pattern:
            constraints["pattern"] = self.value_pattern
        if self.minimum is not None:
            constraints["minimum"] = self.minimum
        field: dict[str, Any] = {
            "name": self.name,
            "type": _FRICTIONLESS[self.kind],
            "description": self.meaning,
        }
        return {**field, "constraints": constraints} if constraints else field


def article_id_column(meaning: str, *, required: bool = True) -> Column:
    """The key that joins every table to ``articles``."""
    return Column("article_id", "text", meaning, "derived", required, pattern=ARTICLE_ID_PATTERN)


def position_column(meaning: str) -> Column:
    """The 1-based place of a row in its article's list."""
    return Column("position", "integer", meaning, "derived", required=True, minimum=1)
