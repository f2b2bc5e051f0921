"""What can go wrong with a dataset, as errors whose text a user can act upon."""

from __future__ import annotations

from pathlib import Path


class DatasetError(Exception):
    """Something is wrong with a dataset or with what was asked of it; the message says what to do."""


class NoDatasetError(DatasetError):
    """There is no dataset where one was expected."""


class UnknownNameError(DatasetError):
    """A table, column or run was named that does not exist."""


class RowError(DatasetError):
    """A row does not fit the data dictionary.

    Attributes:
        table: Table the row was meant for.
        column: Column that does not fit, None when the row as a whole does not.
        key: The row's key, e.g. ``article_id='doi:10.1/x', position=3``.
    """

    def __init__(self, table: str, column: str | None, key: str, problem: str) -> None:
        self.table, self.column, self.key = table, column, key
        place = f"{table}.{column}" if column else table
        super().__init__(f"{place}: {problem} (row {key})")


class BrokenFileError(DatasetError):
    """A Parquet file of the dataset cannot be read.

    Attributes:
        path: The file.
    """

    def __init__(self, path: Path, reason: str) -> None:
        self.path = path
        super().__init__(
            f"{path} cannot be read as Parquet ({reason}). "
            "Everything fetched is still in raw/: `backmatter rebuild` makes all tables anew from there."
        )


class DatasetBusyError(DatasetError):
    """Another command is writing to the dataset."""
