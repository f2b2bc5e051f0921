"""Where things stand in a dataset folder, and which commits count.

A *part* is one commit: ``runs/<run>/<part>/`` with a Parquet file for each table that has rows. A run
folder may hold the file ``supersedes.json``, a list of the run folders that it replaces; their parts no
longer count. Names that begin with a dot are work in progress and never looked at.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from output.errors import BrokenFileError, NoDatasetError, UnknownNameError

DEFAULT_DATASET = "articles-data"
DATASET_VARIABLE = "BACKMATTER_DATASET"
SUPERSEDES = "supersedes.json"


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """One commit that counts.

    Attributes:
        run: Name of the run folder.
        name: Name of the part's folder in it.
        path: The folder.
    """

    run: str
    name: str
    path: Path

    @property
    def label(self) -> str:
        """``<run>/<part>``, unique within the dataset."""
        return f"{self.run}/{self.name}"


def dataset_path(dataset: str | os.PathLike[str] | None = None) -> Path:
    """The dataset folder: as given, else BACKMATTER_DATASET, else ``./articles-data``."""
    return Path(dataset or os.environ.get(DATASET_VARIABLE) or DEFAULT_DATASET)


def existing_dataset(dataset: str | os.PathLike[str] | None = None) -> Path:
    """The dataset folder, which must hold something.

    Raises:
        NoDatasetError: If it does not exist or is no dataset.
    """
    path = dataset_path(dataset)
    if not any((path / name).is_dir() for name in ("runs", "raw", "current")):
        if path.is_dir():
            what = "is no dataset (it holds neither runs/ nor raw/)"
        else:
            what = "is a file, not a folder" if path.exists() else "does not exist"
        raise NoDatasetError(
            f"{path} {what}. Name one with --dataset or {DATASET_VARIABLE}, "
            "or make one with `backmatter crawl` or `backmatter ingest`."
        )
    return path


def raw_dir(dataset: Path) -> Path:
    """The folder of everything fetched, as fetched."""
    return dataset / "raw"


def runs_dir(dataset: Path) -> Path:
    """The folder of the commits."""
    return dataset / "runs"


def current_dir(dataset: Path) -> Path:
    """The folder of the published tables."""
    return dataset / "current"


def new_run_id(now: datetime) -> str:
    """A name for a run that begins at `now`; later runs sort after earlier ones."""
    return now.astimezone(UTC).strftime("%Y%m%dT%H%M%S.%fZ")


def run_names(dataset: Path) -> list[str]:
    """The run folders, oldest first, superseded ones included."""
    return visible_folders(runs_dir(dataset))


def superseded_runs(dataset: Path, runs: Iterable[str]) -> frozenset[str]:
    """Those runs that one of `runs` replaces.

    Raises:
        BrokenFileError: If a list of replaced runs is damaged.
    """
    gone: set[str] = set()
    for run in runs:
        path = runs_dir(dataset) / run / SUPERSEDES
        try:
            gone.update(json.loads(path.read_text("utf-8")))
        except FileNotFoundError:
            continue
        except ValueError as error:
            raise BrokenFileError(path, f"not a JSON list: {error}") from error
    return frozenset(gone)


def counting_parts(dataset: Path, run: str | None = None) -> list[Part]:
    """The parts that count, oldest run first.

    Args:
        dataset: The dataset folder.
        run: As of the end of this run; None for now.

    Raises:
        UnknownNameError: If there is no such run.
    """
    runs = run_names(dataset)
    if run is not None:
        if run not in runs:
            shown = ", ".join(runs[-10:]) or "none"
            raise UnknownNameError(f"{dataset} has no run {run!r}; its newest runs are {shown}")
        runs = [name for name in runs if name <= run]
    gone = superseded_runs(dataset, runs)
    return [
        Part(name, part, runs_dir(dataset) / name / part)
        for name in runs
        if name not in gone
        for part in visible_folders(runs_dir(dataset) / name)
    ]


def table_files(parts: Iterable[Part], table: str) -> list[Path]:
    """The files of one table in `parts`; a part without rows of that table has none."""
    files = (part.path / f"{table}.parquet" for part in parts)
    return [file for file in files if file.is_file()]


def visible_folders(folder: Path) -> list[str]:
    """Names of the folders in a folder, sorted, without those in the making."""
    try:
        entries = list(os.scandir(folder))
    except FileNotFoundError:
        return []
    return sorted(entry.name for entry in entries if not entry.name.startswith(".") and entry.is_dir())
