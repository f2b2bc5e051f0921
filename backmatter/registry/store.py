"""Where the registries of a dataset stand, how they get there, and what was made with them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from backmatter.errors import UserError
from backmatter.progress import Progress
from backmatter.registry.dump import open_dump
from backmatter.registry.entry import Kind
from backmatter.registry.index import read_facts, write_facts, write_index
from backmatter.registry.lookup import Registries
from output.atomic import sweep, sync, unfinished_folder
from output.layout import counting_parts
from output.lock import writing
from output.made_with import registries_of as registries_of_part

TITLES: Final[dict[Kind, str]] = {
    "ror": "Research Organization Registry",
    "crossref": "Crossref Funder Registry",
}


@dataclass(frozen=True, slots=True)
class Loaded:
    """One registry as it is loaded.

    Attributes:
        kind: Which registry it is.
        title: Its name.
        version: The release as the dump's name tells it, else ``as of`` its newest change, else its digest's beginning.
        source: Name of the file that it was loaded from.
        sha256: Of the dump, unpacked.
        organisations, names, acronyms: How many of each the index has.
        loaded_at: When, ISO 8601.
        bytes: Length of the index.
    """

    kind: Kind
    title: str
    version: str
    source: str
    sha256: str
    organisations: int
    names: int
    acronyms: int
    loaded_at: str
    bytes: int


@dataclass(frozen=True, slots=True)
class RegistryStatus:
    """The registries of a dataset.

    Attributes:
        dataset: The dataset folder.
        registries: Those that are loaded.
        commits: Commits with articles.
        outdated: Those of them that were made with other registries, or none; `backmatter rebuild` makes them anew.
    """

    dataset: str
    registries: tuple[Loaded, ...]
    commits: int
    outdated: int


def registry_dir(dataset: Path) -> Path:
    """The folder of the indexes."""
    return dataset / "registry"


def registries_of(dataset: Path) -> Registries | None:
    """The registries that are loaded into a dataset; None when there are none.

    Raises:
        DatasetError: If an index is damaged or of another version of Backmatter.
    """
    files = _files(dataset)
    return Registries(files) if files else None


def load_registry(
    dataset: Path,
    dump: Path,
    *,
    progress: Progress | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Loaded:
    """Load a registry's dump in the place of the one that was loaded before.

    Which registry it is, the dump itself tells. The index is put in place in one step; if anything is wrong with
    the dump, nothing has changed. Rows that are stored stay as they are until they are made anew.

    Args:
        dataset: The dataset folder; made if it does not exist.
        dump: ROR data dump (zip or JSON, schema 2 or 1), or Crossref Funder Registry (RDF, CSV, or JSON of the REST API).
        progress: Told how many bytes of the dump have been read.
        clock: The time.

    Raises:
        UserError: If the file cannot be read, is damaged, or is no such dump.
        DatasetBusyError: If another command is writing to the dataset.
    """
    if not dump.is_file():
        raise UserError(
            f"{dump}: is a folder; name the dump in it" if dump.is_dir() else f"{dump}: no such file"
        )
    with writing(dataset, "backmatter registry load"):
        home = registry_dir(dataset)
        sweep(home)
        with unfinished_folder(home) as folder:
            draft = folder / "index.sqlite"
            with open_dump(dump, progress) as read:
                counts = write_index(draft, read.entries)
            if counts["organisations"] == "0":
                raise UserError(f"{dump}: holds no organisation")
            sha256 = read.digest.hexdigest()
            changed = counts.pop("changed")
            version = read.version or (f"as of {changed}" if changed else f"sha256 {sha256[:12]}")
            loaded_at = clock().astimezone(UTC).isoformat(timespec="seconds")
            facts = {"kind": read.kind, "version": version, "source": dump.name, "sha256": sha256, **counts}
            write_facts(draft, {**facts, "loaded_at": loaded_at})
            sync(draft)
            target = home / f"{read.kind}.sqlite"
            draft.replace(target)
            sync(home)
    return _loaded(read.kind, target)


def registry_status(dataset: Path) -> RegistryStatus:
    """Which registries are loaded, and how much of the dataset was made with them.

    Raises:
        DatasetError: If an index is damaged or of another version of Backmatter.
    """
    files = _files(dataset)
    now = Registries(files).facts if files else {}
    parts = [part for part in counting_parts(dataset) if (part.path / "articles.parquet").is_file()]
    outdated = sum(_digests(registries_of_part(part.path)) != _digests(now) for part in parts)
    loaded = tuple(_loaded(kind, path) for kind, path in files.items())
    return RegistryStatus(str(dataset), loaded, len(parts), outdated)


def _digests(registries: dict[str, dict[str, str]]) -> dict[str, str]:
    return {name: facts["sha256"] for name, facts in registries.items()}


def _files(dataset: Path) -> dict[Kind, Path]:
    paths = {kind: registry_dir(dataset) / f"{kind}.sqlite" for kind in TITLES}
    return {kind: path for kind, path in paths.items() if path.is_file()}


def _loaded(kind: Kind, path: Path) -> Loaded:
    facts = read_facts(path)
    return Loaded(
        kind,
        TITLES[kind],
        facts["version"],
        facts["source"],
        facts["sha256"],
        int(facts["organisations"]),
        int(facts["names"]),
        int(facts["acronyms"]),
        facts["loaded_at"],
        path.stat().st_size,
    )
