"""One writer per dataset."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from filelock import FileLock, Timeout

from output.errors import DatasetBusyError, NoDatasetError

_LOCK = ".lock"
_HOLDER = ".lock-holder.json"

#: Datasets this process is writing to, and the thread that does.
_held: dict[Path, int] = {}
_held_guard = threading.Lock()


@contextmanager
def writing(dataset: Path, command: str) -> Iterator[None]:
    """Hold the dataset for writing; within the same thread this may be nested.

    The operating system lets go of the lock when the process ends, however it ends.

    Args:
        dataset: The dataset folder; made if it does not exist.
        command: What the holder does, for the message that others get.

    Raises:
        DatasetBusyError: If somebody else holds it; the message says who and since when.
        NoDatasetError: If a file stands where the folder should be.
    """
    try:
        dataset.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise NoDatasetError(f"{error.filename}: is a file, not a folder; name another dataset") from error
    path = dataset.resolve()
    if not _enter(path):
        yield
        return
    try:
        with _acquired(path):
            holder = {"pid": os.getpid(), "command": command, "since": _now()}
            (path / _HOLDER).write_text(json.dumps(holder), "utf-8")
            try:
                yield
            finally:
                (path / _HOLDER).unlink(missing_ok=True)
    finally:
        with _held_guard:
            del _held[path]


def _enter(path: Path) -> bool:
    """Note that this thread holds `path`; False if it did before."""
    with _held_guard:
        owner = _held.get(path)
        if owner is None:
            _held[path] = threading.get_ident()
            return True
    if owner != threading.get_ident():
        raise _busy(path)
    return False


@contextmanager
def _acquired(path: Path) -> Iterator[None]:
    lock = FileLock(path / _LOCK, blocking=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise _busy(path) from error
    try:
        yield
    finally:
        lock.release()


def _busy(path: Path) -> DatasetBusyError:
    try:
        holder = json.loads((path / _HOLDER).read_text("utf-8"))
        who = f"`{holder['command']}` (process {holder['pid']}, since {holder['since']})"
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        # The holder is just beginning or ending: it has not yet, or no longer, said who it is.
        who = "another command"
    return DatasetBusyError(f"{path} is being written to by {who}. Wait until it is done, or stop it.")


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
