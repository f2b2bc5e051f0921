"""The compressed frames around records: where they begin, and whether one is whole.

A decompressor hands out bytes before it has seen the checksum at the end of a frame, so a record counts only
when its frame was read to the end.
"""

from __future__ import annotations

import mmap
import sys
import zlib
from pathlib import Path

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

_CHUNK = 1 << 16
_ZSTD, _GZIP, _PLAIN = b"\x28\xb5\x2f\xfd", b"\x1f\x8b\x08", b"WARC/1."


_FRAME_OPTIONS: dict[int, int] = {
    zstd.CompressionParameter.compression_level: 3,
    zstd.CompressionParameter.checksum_flag: 1,
}


def pack(record: bytes) -> bytes:
    """Return a record as one zstd frame that carries its length and its checksum."""
    return zstd.compress(record, options=_FRAME_OPTIONS)


def begins_like_an_archive(path: Path) -> bool:
    """Tell whether the file begins like a WARC file, plain or compressed, if perhaps cut very short."""
    return _mark(path) is not None


def next_start(path: Path, after: int) -> int | None:
    """Return the next byte behind ``after`` at which a record or frame may begin; None when there is none."""
    mark = _mark(path)
    if mark is None:
        return None
    with path.open("rb") as handle, mmap.mmap(handle.fileno(), 0, access=mmap.ACCESS_READ) as content:
        place = content.find(mark, after + 1)
    return None if place == -1 else place


def is_whole(path: Path, offset: int) -> bool:
    """Tell whether the frame at ``offset`` is complete and its checksum right. Uncompressed: always."""
    mark = _mark(path)
    try:
        if mark == _ZSTD:
            return _zstd_is_whole(path, offset)
        if mark == _GZIP:
            return _gzip_is_whole(path, offset)
    except (zstd.ZstdError, zlib.error):
        return False
    return True


def _zstd_is_whole(path: Path, offset: int) -> bool:
    with path.open("rb") as handle:
        handle.seek(offset)
        stream = zstd.ZstdDecompressor()
        while not stream.eof:
            chunk = handle.read(_CHUNK) if stream.needs_input else b""
            if stream.needs_input and not chunk:
                return False
            stream.decompress(chunk, _CHUNK)
    return True


def _gzip_is_whole(path: Path, offset: int) -> bool:
    with path.open("rb") as handle:
        handle.seek(offset)
        stream = zlib.decompressobj(zlib.MAX_WBITS | 16)
        while chunk := stream.unconsumed_tail or handle.read(_CHUNK):
            stream.decompress(chunk, _CHUNK)
            if stream.eof:
                return True
    return False


def _mark(path: Path) -> bytes | None:
    with path.open("rb") as handle:
        head = handle.read(8)
    return next(
        (mark for mark in (_ZSTD, _GZIP, _PLAIN) if head.startswith(mark) or mark.startswith(head)), None
    )
