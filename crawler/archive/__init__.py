"""The raw archive: everything that was fetched, as it was fetched, in WARC 1.1 files.

The archive is the write-ahead log of a dataset: a page stands here, on disk, before anybody parses it.
"""

from crawler.archive.bodies import BodyTooLargeError, decode_body
from crawler.archive.reader import Damage, read_archive, read_at, rebuild_index
from crawler.archive.records import (
    PAGE_KINDS,
    ArchivedPage,
    ArchiveEntry,
    ArchiveError,
    RecordKind,
)
from crawler.archive.writer import ArchiveWriter

__all__ = [
    "PAGE_KINDS",
    "ArchiveEntry",
    "ArchiveError",
    "ArchiveWriter",
    "ArchivedPage",
    "BodyTooLargeError",
    "Damage",
    "RecordKind",
    "decode_body",
    "read_archive",
    "read_at",
    "rebuild_index",
]
