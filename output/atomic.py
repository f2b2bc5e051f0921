"""Making files and folders visible whole or not at all, also after a power cut."""

from __future__ import annotations

import os
import shutil
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

#: Prefix of folders in the making; whoever holds the dataset's lock may remove those it finds.
UNFINISHED = ".unfinished-"


@contextmanager
def unfinished_folder(parent: Path) -> Iterator[Path]:
    """A hidden folder in `parent` to write into; whatever is left of it at the end is removed.

    Rename it away to keep it. A killed process leaves it behind: see `sweep`.
    """
    parent.mkdir(parents=True, exist_ok=True)
    folder = parent / f"{UNFINISHED}{uuid.uuid4().hex}"
    folder.mkdir()
    try:
        yield folder
    finally:
        if folder.exists():
            shutil.rmtree(folder)


def publish_folder(folder: Path, target: Path) -> None:
    """Make a finished folder visible under its name: everything on disk first, then one rename."""
    for root, _, files in os.walk(folder):
        for file in files:
            sync(Path(root) / file)
        sync(Path(root))
    folder.rename(target)
    sync(target.parent)


def sweep(parent: Path) -> int:
    """Remove what killed processes left unfinished in `parent`; the number of folders removed."""
    left = list(parent.glob(f"{UNFINISHED}*"))
    for folder in left:
        shutil.rmtree(folder)
    return len(left)


def sync(path: Path) -> None:
    """Flush a file or a folder's entries to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
