"""All commits replaced by new ones: written out of sight, then put in place by one rename."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from output.atomic import publish_folder, sync, unfinished_folder
from output.commit import Rows, write_part
from output.errors import DatasetError
from output.layout import SUPERSEDES, Part, counting_parts, run_names, runs_dir, table_files, visible_folders
from output.made_with import Registries
from output.merge import Merge

_CARRIED_ROWS = 10_000


class Replacement:
    """The new commits in the making; see `replacement`."""

    def __init__(self, dataset: Path, folder: Path, registries: Registries | None) -> None:
        self._dataset = dataset
        self._folder = folder
        self._registries = registries

    def write(self, rows: Rows) -> Path:
        """Add one part; as `output.commit.commit`."""
        return write_part(self._folder, rows, self._registries)

    def lost_pages(self) -> dict[str, int]:
        """Pages stored before that the new parts lack: for each archive file that held them, how many."""
        sql = "SELECT coalesce(warc_file, 'no file'), count(*) FROM ({}) WHERE state = 'stored' GROUP BY ALL"
        with self._old() as merge:
            found = merge.read(sql.format(self._missing_sql(merge)) + " ORDER BY ALL")
        return dict(zip(*(column.to_pylist() for column in found.columns), strict=True))

    def carry_over_fetches(self) -> int:
        """Add those rows of ``fetches`` that the new parts do not give again, other than stored pages.

        They are the requests without an archived page: hosts that were down, files that were too large.

        Returns:
            The number of rows added.
        """
        carried = 0
        with self._old() as merge:
            sql = f"SELECT * FROM ({self._missing_sql(merge)}) WHERE state <> 'stored' ORDER BY ALL"  # noqa: S608
            for batch in merge.stream(sql, _CARRIED_ROWS):
                if batch.num_rows:
                    self.write({"fetches": batch.to_pylist()})
                    carried += batch.num_rows
        return carried

    def _old(self) -> Merge:
        return Merge(counting_parts(self._dataset))

    def _missing_sql(self, merge: Merge) -> str:
        new = [Part("", name, self._folder / name) for name in visible_folders(self._folder)]
        given = merge.files_sql("fetches", table_files(new, "fetches"))
        return f"FROM ({merge.rows_sql('fetches')}) ANTI JOIN ({given}) USING (run_id, request_id)"


@contextmanager
def replacement(dataset: Path, run_id: str, registries: Registries | None = None) -> Iterator[Replacement]:
    """Replace every commit of the dataset by those written in the block, or none if it fails.

    The old run folders stay as they are and are no longer looked at: the new run folder holds
    ``supersedes.json``, the list of their names.

    Args:
        dataset: The dataset folder; the caller holds its lock.
        run_id: Name of the new run folder; it sorts after all others.
        registries: The registries that names in the new rows are looked up in, noted beside them.

    Raises:
        DatasetError: If a run folder sorts after it.
    """
    old = run_names(dataset)
    if old and max(old) >= run_id:
        raise DatasetError(f"the run {max(old)} of {dataset} is newer than now ({run_id}): check the clock")
    with unfinished_folder(runs_dir(dataset)) as folder:
        yield Replacement(dataset, folder, registries)
        (folder / SUPERSEDES).write_text(json.dumps(old), "utf-8")
        sync(folder / SUPERSEDES)
        publish_folder(folder, runs_dir(dataset) / run_id)
