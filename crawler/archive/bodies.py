"""Undo the transfer and content encodings of a stored body without ever holding more than a bound."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from typing import Protocol

from fastwarc.stream_io import BrotliReader, ChunkedReader, GzipReader, ZstdReader

_CHUNK = 1 << 16


class _Reader(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


class BodyTooLargeError(ValueError):
    """A body decodes to more bytes than the bound."""


def decode_body(raw: bytes, headers: Mapping[str, str], max_bytes: int) -> tuple[bytes, str | None]:
    """Return the body as a browser would hand it to its parser.

    Args:
        raw: Bytes as stored, at most ``max_bytes``.
        headers: HTTP headers, names in lower case.
        max_bytes: Upper bound of the result and of every step on the way.

    Returns:
        The decoded bytes, and what is wrong with the encoding (None if nothing). Servers that name an
        encoding they did not apply are common: such a body is returned as it stands, with the problem.

    Raises:
        BodyTooLargeError: The body decodes to more than ``max_bytes``.
    """
    problem = None
    for name in [*_names(headers, "transfer-encoding"), *_names(headers, "content-encoding")]:
        decoder = _DECODERS.get(name)
        if decoder is None:
            return raw, f"unknown encoding {name!r}"
        try:
            raw = decoder(raw, max_bytes)
        except (OSError, zlib.error) as error:
            problem = f"not {name} as its header says: {error}"
    return raw, problem


def _names(headers: Mapping[str, str], header: str) -> list[str]:
    """The encodings of one header, last applied first."""
    names = (name.strip().lower() for name in headers.get(header, "").split(","))
    return [name for name in reversed(list(names)) if name not in {"", "identity"}]


def read_bounded(reader: _Reader, max_bytes: int) -> bytes:
    """Read a stream to its end.

    Raises:
        BodyTooLargeError: The stream holds more than ``max_bytes``.
    """
    parts: list[bytes] = []
    size = 0
    while part := reader.read(_CHUNK):
        size += len(part)
        if size > max_bytes:
            raise BodyTooLargeError(f"more than {max_bytes:,} bytes when decoded")
        parts.append(part)
    return b"".join(parts)


def _inflate(raw: bytes, max_bytes: int) -> bytes:
    # "deflate" means zlib, but some servers send the bare stream.
    try:
        return _inflate_with(zlib.decompressobj(), raw, max_bytes)
    except zlib.error:
        return _inflate_with(zlib.decompressobj(-zlib.MAX_WBITS), raw, max_bytes)


def _inflate_with(stream: zlib._Decompress, raw: bytes, max_bytes: int) -> bytes:
    body = stream.decompress(raw, max_bytes + 1)
    if len(body) > max_bytes:
        raise BodyTooLargeError(f"more than {max_bytes:,} bytes when decoded")
    return body


def _stream(reader_type: Callable[[io.BytesIO], _Reader]) -> Callable[[bytes, int], bytes]:
    def decode(raw: bytes, max_bytes: int) -> bytes:
        return read_bounded(reader_type(io.BytesIO(raw)), max_bytes)

    return decode


_DECODERS: dict[str, Callable[[bytes, int], bytes]] = {
    "gzip": _stream(GzipReader),
    "x-gzip": _stream(GzipReader),
    "deflate": _inflate,
    "br": _stream(BrotliReader),
    "zstd": _stream(ZstdReader),
    "chunked": _stream(ChunkedReader),
}
