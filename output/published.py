"""The published tables on disk: one folder for each publication, and ``current`` that names the newest.

``current`` is a symbolic link into ``.published/``, so changing it is one rename and changes all tables at
once. Where the file system knows no links it is a folder, and there is a moment without one.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from output.atomic import publish_folder, sweep
from output.errors import BrokenFileError
from output.layout import current_dir

_STATE = ".state.json"
#: Publications kept: the newest, and the one before for those who are still reading it.
_KEPT = 2


@dataclass(frozen=True, slots=True)
class Publication:
    """What was published.

    Attributes:
        parts: Labels of the parts that are in the tables.
        published_at: When, ISO 8601.
        run: Newest run in the tables; None for a dataset without commits.
        tables: Rows of each table.
    """

    parts: tuple[str, ...]
    published_at: str
    run: str | None
    tables: dict[str, int]

    @property
    def moment(self) -> datetime:
        """When it was published."""
        return datetime.fromisoformat(self.published_at)


def current_publication(dataset: Path) -> tuple[Path, Publication] | None:
    """The newest publication and its folder, which stays until the publication after the next.

    Raises:
        BrokenFileError: If the folder has lost the note of what is in it.
    """
    current = current_dir(dataset)
    if not current.is_dir():
        return None
    folder = current.resolve()
    state = folder / _STATE
    try:
        said = json.loads(state.read_text("utf-8"))
        said["parts"] = tuple(said["parts"])
        return folder, Publication(**said)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BrokenFileError(state, f"{type(error).__name__}: {error}") from error


def write_state(folder: Path, publication: Publication) -> None:
    """Note beside the tables what is in them."""
    (folder / _STATE).write_text(json.dumps(asdict(publication)), "utf-8")


def publications_dir(dataset: Path) -> Path:
    """The folder that holds the publications."""
    return dataset / ".published"


def make_current(dataset: Path, finished: Path) -> Path:
    """Put a finished folder of tables in the place of ``current``; its final path."""
    home = publications_dir(dataset)
    numbers = [int(entry.name) for entry in home.iterdir() if entry.name.isdecimal()]
    number = max(numbers, default=0) + 1
    target = home / f"{number:06d}"
    publish_folder(finished, target)
    target = _point_current_at(dataset, target)
    for old in (n for n in numbers if n <= number - _KEPT):
        shutil.rmtree(home / f"{old:06d}")
    return target


def sweep_publications(dataset: Path) -> None:
    """Remove what killed publications left."""
    sweep(publications_dir(dataset))
    current = current_dir(dataset)
    aside = _aside(dataset)
    if aside.is_dir():
        # Killed between the two renames of a file system without links.
        if current.exists():
            shutil.rmtree(aside)
        else:
            aside.rename(current)
    _link_draft(dataset).unlink(missing_ok=True)


def _point_current_at(dataset: Path, target: Path) -> Path:
    current = current_dir(dataset)
    draft = _link_draft(dataset)
    try:
        draft.symlink_to(target.relative_to(dataset), target_is_directory=True)
    except (OSError, NotImplementedError):
        return _move_to_current(dataset, target)
    if current.is_dir() and not current.is_symlink():
        # A dataset copied with its links followed.
        current.rename(_aside(dataset))
    draft.replace(current)
    if _aside(dataset).is_dir():
        shutil.rmtree(_aside(dataset))
    return target


def _move_to_current(dataset: Path, target: Path) -> Path:
    current, aside = current_dir(dataset), _aside(dataset)
    if current.exists():
        current.rename(aside)
    target.rename(current)
    if aside.is_dir():
        shutil.rmtree(aside)
    return current


def _aside(dataset: Path) -> Path:
    return dataset / ".current-replaced"


def _link_draft(dataset: Path) -> Path:
    return dataset / ".current-draft"
