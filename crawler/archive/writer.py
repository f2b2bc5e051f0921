"""Write the archive: each record in a compressed frame of its own, on disk before `write` returns."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, TextIO

from fastwarc.warc import WarcRecord

from crawler.archive.cdxj import index_line, index_path, write_index
from crawler.archive.frames import pack
from crawler.archive.records import (
    ArchiveEntry,
    ArchiveError,
    RecordKind,
    RecordMeta,
    info_record,
    page_from_record,
    resource_record,
    response_record,
)

#: A file that has grown beyond this many bytes is closed and the next one is begun.
MAX_FILE = 2**30


class ArchiveWriter:
    """Appends records to ``<raw_dir>/<run_id>-<pid>.warc.zst``, with a CDXJ index beside it.

    The file is made with its first record, so a run that fetches nothing leaves nothing. A writer only ever
    appends to files it made itself: what another process left, torn or whole, is never touched.

    Args:
        raw_dir: Folder of the archive; made when missing.
        run_id: The run that the records belong to.
        sync: Wait for each record until the disk has it, not just the operating system. Costs 0.3 ms a
            record on a quiet solid-state disk, some more on a busy one, and guards against loss of power; a killed process loses nothing
            either way.
        max_file: Bytes after which the next file is begun.

    Raises:
        OSError: On writing, when the disk is full or the folder cannot be written to. A record that was
            written in part is cut off again.
    """

    def __init__(
        self, raw_dir: str | Path, run_id: str, *, sync: bool = True, max_file: int = MAX_FILE
    ) -> None:
        self._raw_dir = Path(raw_dir)
        self._run_id = run_id
        self._sync = sync
        self._max_file = max_file
        self._file: BinaryIO | None = None
        self._path = self._raw_dir
        self._end = 0
        self._lines: list[str] = []
        self._index: TextIO | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def write(  # noqa: PLR0913 - the facts of one HTTP exchange
        self,
        *,
        requested: str,
        request_id: str,
        url: str,
        status: int,
        headers: Iterable[tuple[bytes, bytes]],
        body: bytes,
        fetched_at: datetime,
        kind: RecordKind = "page",
        attempt: int = 1,
        first_url: str | None = None,
    ) -> ArchiveEntry:
        """Write one HTTP response and wait until it is safe.

        Args:
            requested: The DOI or URL as it was asked for.
            request_id: Key of the request within the run.
            url: Where the response came from.
            status: HTTP status.
            headers: HTTP headers as received; cookies are left out.
            body: Bytes as fetched, content encoding kept, transfer encoding undone.
            fetched_at: When; must know its time zone.
            kind: What the record is.
            attempt: 1 for the first try of the request.
            first_url: The URL that was asked for first, before any redirect.

        Returns:
            Where it stands, and the page as reading it back will give it.
        """
        meta = RecordMeta(requested, request_id, self._run_id, url, fetched_at, kind, attempt, first_url)
        return self._append(response_record(meta, status, headers, body))

    def write_file(
        self,
        *,
        requested: str,
        request_id: str,
        body: bytes,
        fetched_at: datetime,
        url: str | None = None,
        content_type: str = "application/octet-stream",
    ) -> ArchiveEntry:
        """Write the bytes of a local file and wait until they are safe.

        Args:
            requested: The path as it was asked for.
            request_id: Key of the request within the run.
            body: The whole file, any compression of the file itself undone.
            fetched_at: When it was read; must know its time zone.
            url: Where the page once came from, if that is known.
            content_type: Media type, if it is known.
        """
        target = url or Path(requested).absolute().as_uri()
        meta = RecordMeta(requested, request_id, self._run_id, target, fetched_at, "file")
        return self._append(resource_record(meta, content_type, body))

    def close(self) -> None:
        """Sort the index and close the files. Closing twice does nothing."""
        if self._file is None:
            return
        self._file.close()
        self._file = None
        if self._index is not None:
            self._index.close()
            self._index = None
        write_index(self._path, self._lines)
        self._lines = []

    def _append(self, record: bytes) -> ArchiveEntry:
        if self._file is None or self._end >= self._max_file:
            self.close()
            self._open()
        frame = pack(record)
        offset = self._end
        page = page_from_record(WarcRecord.from_bytes(record), self._path.name, offset)
        if page is None:
            raise ArchiveError(f"{self._path}: a record that cannot be read back was not written")
        self._put(frame)
        if self._index is not None and (line := index_line(page, len(frame))):
            self._lines.append(line)
            self._index.write(line + "\n")
            self._index.flush()
        return ArchiveEntry(self._path.name, offset, page)

    def _open(self) -> None:
        self._raw_dir.mkdir(parents=True, exist_ok=True)
        name = f"{self._run_id}-{os.getpid()}"
        number = 1
        while True:
            part = name if number == 1 else f"{name}-{number}"
            self._path = self._raw_dir / f"{part}.warc.zst"
            try:
                self._file = self._path.open("xb", buffering=0)
            except FileExistsError:
                number += 1
            else:
                break
        self._end = 0
        self._index = index_path(self._path).open("w", encoding="ascii")
        info = info_record(self._path.name, self._run_id, _software(), datetime.now(UTC))
        self._put(pack(info))
        if self._sync:
            _sync_folder(self._raw_dir)

    def _put(self, frame: bytes) -> None:
        if self._file is None:
            raise ArchiveError("the archive is closed")
        try:
            written = 0
            while written < len(frame):
                written += self._file.write(frame[written:])
            if self._sync:
                os.fsync(self._file.fileno())
        except OSError:
            self._file.truncate(self._end)
            self._file.seek(self._end)
            raise
        self._end += len(frame)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _software() -> str:
    try:
        return f"backmatter/{version('backmatter')}"
    except PackageNotFoundError:
        return "backmatter"
