"""Publishing: the commits merged into one plain Parquet file a table, all of them replaced at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from output.atomic import unfinished_folder
from output.commit import COMPRESSION
from output.datapackage import FILE_NAME, data_package
from output.layout import counting_parts, current_dir
from output.lock import writing
from output.made_with import registries_used
from output.merge import Merge
from output.published import (
    Publication,
    make_current,
    publications_dir,
    sweep_publications,
    write_state,
)
from output.schema import TABLES, arrow_schema

#: Rows in a row group. Fixed, so that equal rows give equal bytes; rows of articles are long.
_GROUP_ROWS = {"articles": 5_000}
_OTHER_GROUP_ROWS = 50_000
#: Bound for sorting; the process takes some 500 MB more, however large the dataset is.
_MEMORY = "600MB"


@dataclass(frozen=True, slots=True)
class Published:
    """The outcome of publishing.

    Attributes:
        tables: Rows of each table.
        folder: Where the tables are.
        run: Newest run in them; None when nothing was ever committed.
        parts: Number of commits merged.
    """

    tables: dict[str, int]
    folder: Path
    run: str | None
    parts: int


def publish(dataset: Path, progress: Callable[[str, int, int], None] | None = None) -> Published:
    """Write ``current/`` anew from all commits and put it in place in one step.

    Each table is whole at any moment. Somebody who opens several files of ``current/`` by name one after the
    other may, if a publication falls in between, get the first from before it and the second from after it;
    who resolves the link ``current`` first, as `output.load.load` does, gets one set, which stays in place
    until the publication after the next.

    Equal rows give byte-identical files, whatever the order of the commits.

    Args:
        dataset: The dataset folder.
        progress: Called with the table being written, the tables done and the number of tables.

    Raises:
        BrokenFileError: If a commit cannot be read; what was published before stays.
        DatasetBusyError: If another command is writing to the dataset.
    """
    with writing(dataset, "backmatter publish"):
        sweep_publications(dataset)
        parts = counting_parts(dataset)
        run = max((part.run for part in parts), default=None)
        home = publications_dir(dataset)
        with unfinished_folder(home) as folder, unfinished_folder(home) as scratch:
            tables = {}
            with Merge(parts, scratch=scratch, memory=_MEMORY) as merge:
                for done, name in enumerate(TABLES):
                    if progress:
                        progress(name, done, len(TABLES))
                    tables[name] = _write_table(merge, name, folder / f"{name}.parquet")
            package = data_package(folder, tables, run, registries_used(parts))
            (folder / FILE_NAME).write_text(
                json.dumps(package, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
            )
            labels = tuple(part.label for part in parts)
            now = datetime.now(UTC).isoformat(timespec="seconds")
            write_state(folder, Publication(labels, now, run, tables))
            make_current(dataset, folder)
    return Published(tables, current_dir(dataset), run, len(parts))


def _write_table(merge: Merge, name: str, path: Path) -> int:
    schema = arrow_schema(name)
    size = _GROUP_ROWS.get(name, _OTHER_GROUP_ROWS)
    rows = 0
    with pq.ParquetWriter(path, schema, compression=COMPRESSION) as writer:
        for group in _groups(merge.stream(merge.sorted_sql(name), size), schema, size):
            writer.write_table(group, row_group_size=size)
            rows += group.num_rows
    return rows


def _groups(batches: Iterator[pa.RecordBatch], schema: pa.Schema, size: int) -> Iterator[pa.Table]:
    """Cut a stream of batches of any length into tables of `size` rows, the last one shorter."""
    held: list[pa.Table] = []
    count = 0
    for batch in batches:
        table = pa.Table.from_batches([batch]).cast(schema)
        while count + table.num_rows >= size:
            yield pa.concat_tables([*held, table.slice(0, size - count)]).combine_chunks()
            table = table.slice(size - count)
            held, count = [], 0
        if table.num_rows:
            held.append(table)
            count += table.num_rows
    if held:
        yield pa.concat_tables(held).combine_chunks()
