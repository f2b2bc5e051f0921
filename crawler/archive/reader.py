"""Read archives: ours and those of others, whole, torn at the end or damaged in the middle."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from crawler.archive.cdxj import index_line, write_index
from crawler.archive.frames import begins_like_an_archive, is_whole, next_start
from crawler.archive.records import (
    MAX_BODY,
    PAGE_KINDS,
    ArchivedPage,
    ArchiveError,
    RecordKind,
    page_from_record,
)

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Damage:
    """A stretch of an archive that holds no readable record.

    Attributes:
        path: The archive file.
        start: Byte at which the last good record before it starts; 0 when there is none.
        end: Byte at which the next good record starts; None when the file ends first: the torn tail that a
            killed process leaves, which held nothing that anybody was promised.
        reason: What the reader found.
    """

    path: Path
    start: int
    end: int | None
    reason: str

    def __str__(self) -> str:
        """Say what is lost, in one line."""
        if self.end is None:
            return f"{self.path}: torn behind the record at byte {self.start:,} ({self.reason})"
        place = f"between the records at bytes {self.start:,} and {self.end:,}"
        return f"{self.path}: damaged {place} ({self.reason}); what stood there is lost"


def _log_damage(damage: Damage) -> None:
    _log.warning("%s", damage)


def read_archive(
    path: str | Path,
    *,
    kinds: Collection[RecordKind] = PAGE_KINDS,
    max_body: int = MAX_BODY,
    first: int = 0,
    on_damage: Callable[[Damage], None] = _log_damage,
) -> Iterator[ArchivedPage]:
    """Yield the records of a ``.warc``, ``.warc.gz`` or ``.warc.zst`` in the order of the file.

    Args:
        path: The file.
        kinds: Which records; pages and files by default.
        max_body: Upper bound of a body, in bytes. A larger one comes back empty, with its problem named.
        first: Byte at which the first record wanted starts.
        on_damage: Told of each stretch that cannot be read; by default it is logged.

    Raises:
        ArchiveError: The file holds no WARC record at all.
        OSError: The file cannot be opened.
    """
    path = Path(path)
    if path.stat().st_size == 0:
        on_damage(Damage(path, 0, None, "the file is empty"))
        return
    if not begins_like_an_archive(path):
        raise ArchiveError(f"{path}: not a WARC file; give a .warc, .warc.gz or .warc.zst")
    good = first
    start: int | None = first
    while start is not None:
        begin, reason = start, None
        last: tuple[int, ArchivedPage | None] | None = None
        try:
            for found in _pages(path, start, kinds, max_body):
                if last is not None:
                    good, page = last
                    if page is not None:
                        yield page
                last = found
        except OSError as error:
            reason = str(error)
        # Only a successor vouches for a record: its frame was read to the end. The last one has none.
        if last is not None and is_whole(path, last[0]):
            good, page = last
            if page is not None:
                yield page
        elif last is not None:
            reason = reason or "the last record is incomplete"
        start = None
        if reason is not None:
            start = _next_good(path, max(good, begin))
            on_damage(Damage(path, good, start, reason))


def read_at(path: str | Path, offset: int, *, max_body: int = MAX_BODY) -> ArchivedPage:
    """Read the record that starts at a byte of an archive, whatever its kind.

    Raises:
        ArchiveError: No readable page starts there.
        OSError: The file cannot be opened.
    """
    path = Path(path)
    path.stat()
    problem = "no record of a page starts there"
    try:
        place, page = next(_pages(path, offset, None, max_body), (None, None))
        if page is not None and place == offset and is_whole(path, offset):
            return page
    except OSError as error:
        problem = str(error)
    raise ArchiveError(f"{path}: cannot read the record at byte {offset:,}: {problem}")


def rebuild_index(path: str | Path) -> Path:
    """Write the CDXJ index of an archive file from the file itself, after a crash or for others' archives."""
    lines = (index_line(page) for page in read_archive(path))
    return write_index(Path(path), [line for line in lines if line])


def _pages(
    path: Path, start: int, kinds: Collection[RecordKind] | None, max_body: int
) -> Iterator[tuple[int, ArchivedPage | None]]:
    """Yield the offset of each record, and what it holds if that is of the kinds wanted.

    Raises:
        OSError: The file cannot be read further.
    """
    for offset, record in _records(path, start):
        said = record.headers.get("Backmatter-Kind")
        if kinds is not None and said is not None and said not in kinds:
            yield offset, None
            continue
        page = page_from_record(record, path.name, offset, max_body)
        wanted = page is not None and (kinds is None or page.kind in kinds)
        yield offset, page if wanted else None


def _records(path: Path, start: int) -> Iterator[tuple[int, WarcRecord]]:
    with path.open("rb") as handle:
        handle.seek(start)
        source: BinaryIO | str = handle if start else str(path)
        for record in ArchiveIterator(source, record_types=WarcRecordType.any_type, parse_http=False):
            yield record.stream_pos, record


def _next_good(path: Path, after: int) -> int | None:
    """Return where the next readable record behind the one at ``after`` starts; None if there is none."""
    place = next_start(path, after)
    while place is not None and not _is_readable(path, place):
        place = next_start(path, place)
    return place


def _is_readable(path: Path, start: int) -> bool:
    try:
        for offset, record in _records(path, start):
            page_from_record(record, path.name, offset)
            return offset == start and is_whole(path, start)
    except OSError:
        return False
    return False
