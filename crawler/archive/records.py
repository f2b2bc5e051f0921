"""What one record of the archive says: from an HTTP exchange or a local file to a WARC record, and back."""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from http.client import responses
from typing import Literal, cast, get_args

from fastwarc.warc import WarcRecord, WarcRecordType

from crawler.archive.bodies import BodyTooLargeError, decode_body, read_bounded

#: ``page`` is the answer to a request, ``file`` a local file; the rest is kept but is nobody's article:
#: a redirect hop, a robots.txt, an answer with an error status, a picture or style sheet of a page.
RecordKind = Literal["page", "file", "redirect", "robots", "error", "asset"]
PAGE_KINDS: frozenset[RecordKind] = frozenset({"page", "file"})

#: Upper bound of a body in memory, in bytes. Larger ones come back empty, with the problem named.
MAX_BODY = 64 * 2**20

_ASSET_TYPES = re.compile(r"(image|audio|video|font)/|text/(css|javascript)|application/(x-)?javascript")
_CONTROL = re.compile(r"[\x00-\x1f\x7f]+")


class ArchiveError(Exception):
    """A file that should be an archive cannot be read, or not at the place asked for."""


@dataclass(frozen=True, slots=True)
class ArchivedPage:
    """One record of the archive.

    Attributes:
        requested: The DOI, URL or file as it was asked for.
        request_id: Key of the request within its run.
        url: Where the bytes came from (after redirects); None for a local file without a known URL.
        status: HTTP status; None for a local file.
        headers: HTTP headers, names in lower case, several values of one name joined by a comma.
        body: The body, its transfer and content encodings undone.
        fetched_at: When it was fetched, UTC.
        warc_file: Name of the archive file within its folder.
        warc_offset: Where the record starts in that file, in bytes.
        run_id: The run that fetched it; None in archives of others.
        kind: What the record is; see `RecordKind`.
        size: Bytes as they were fetched, still encoded.
        attempt: 1 for the first try of a request.
        problem: What is wrong with the stored bytes, None if nothing.
        first_url: The URL that was asked for first, before any redirect; None where that is not known.
    """

    requested: str
    request_id: str
    url: str | None
    status: int | None
    headers: dict[str, str]
    body: bytes
    fetched_at: datetime
    warc_file: str
    warc_offset: int
    run_id: str | None = None
    kind: RecordKind = "page"
    size: int = 0
    attempt: int = 1
    problem: str | None = None
    first_url: str | None = None


@dataclass(frozen=True, slots=True)
class ArchiveEntry:
    """Where a record was written, and what reading it back gives."""

    warc_file: str
    warc_offset: int
    page: ArchivedPage


@dataclass(frozen=True, slots=True)
class RecordMeta:
    """What a record says beside the bytes."""

    requested: str
    request_id: str
    run_id: str
    url: str
    fetched_at: datetime
    kind: RecordKind
    attempt: int = 1
    first_url: str | None = None


def response_record(
    meta: RecordMeta, status: int, headers: Iterable[tuple[bytes, bytes]], body: bytes
) -> bytes:
    """Return a whole ``response`` record. Cookies are left out: they are secrets of a session."""
    lines = [f"HTTP/1.1 {status} {responses.get(status, '')}".encode()]
    for name, value in headers:
        if name.lower() not in {b"set-cookie", b"set-cookie2"}:
            lines.append(_one_line(name) + b": " + _one_line(value))
    record = _record(WarcRecordType.response, meta)
    record.is_http = True
    record.set_bytes_content(b"\r\n".join(lines) + b"\r\n\r\n" + body)
    return _serialise(record, body)


def resource_record(meta: RecordMeta, content_type: str, body: bytes) -> bytes:
    """Return a whole ``resource`` record: bytes that did not come as an HTTP response."""
    record = _record(WarcRecordType.resource, meta)
    record.headers["Content-Type"] = _clean(content_type)
    record.set_bytes_content(body)
    return _serialise(record, body)


def info_record(filename: str, run_id: str, software: str, written_at: datetime) -> bytes:
    """Return the ``warcinfo`` record that opens a file."""
    record = WarcRecord()
    record.init_headers(WarcRecordType.warcinfo)
    record.headers["WARC-Date"] = _warc_date(written_at)
    record.headers["WARC-Filename"] = filename
    record.headers["Content-Type"] = "application/warc-fields"
    lines = (f"software: {software}", "format: WARC File Format 1.1", f"isPartOf: {_clean(run_id)}")
    record.set_bytes_content("".join(f"{line}\r\n" for line in lines).encode())
    return _serialise(record, b"")


def page_from_record(
    record: WarcRecord, warc_file: str, offset: int, max_body: int = MAX_BODY
) -> ArchivedPage | None:
    """Read one record; None for a record that holds no fetched bytes (``request``, ``metadata`` …).

    Raises:
        OSError: The record is damaged or ends too early.
    """
    if record.record_type not in (WarcRecordType.response, WarcRecordType.resource):
        return None
    url = (record.headers.get("WARC-Target-URI") or "").strip("<>") or None
    status, headers = _http_head(record)
    if record.is_http and status is None:
        raise OSError("a response without an HTTP status")
    if record.record_type == WarcRecordType.response and status is None:
        return None  # the answer of a name server, an FTP transfer
    if record.record_date is None:
        raise OSError("a record without a valid WARC-Date")
    kind = _kind(record, url, status, headers)
    body, size, problem = _body(record, headers, kind, max_body)
    file_url = url is not None and url.startswith("file:")
    record_id = (record.record_id or "").removeprefix("<urn:uuid:").rstrip(">")
    return ArchivedPage(
        requested=record.headers.get("Backmatter-Requested") or url or "",
        request_id=record.headers.get("Backmatter-Request-Id") or record_id,
        url=None if file_url else url,
        status=status,
        headers=headers,
        body=body,
        fetched_at=record.record_date,
        warc_file=warc_file,
        warc_offset=offset,
        run_id=record.headers.get("Backmatter-Run"),
        kind=kind,
        size=size,
        attempt=_attempt(record),
        problem=problem or _truncation(record),
        first_url=record.headers.get("Backmatter-First-URL"),
    )


def _record(record_type: WarcRecordType, meta: RecordMeta) -> WarcRecord:
    record = WarcRecord()
    record.init_headers(record_type)
    record.headers["WARC-Date"] = _warc_date(meta.fetched_at)
    record.headers["WARC-Target-URI"] = _clean(meta.url)
    record.headers["Backmatter-Run"] = _clean(meta.run_id)
    record.headers["Backmatter-Requested"] = _clean(meta.requested)
    record.headers["Backmatter-Request-Id"] = _clean(meta.request_id)
    record.headers["Backmatter-Kind"] = meta.kind
    record.headers["Backmatter-Attempt"] = str(meta.attempt)
    if meta.first_url is not None:
        record.headers["Backmatter-First-URL"] = _clean(meta.first_url)
    return record


def _serialise(record: WarcRecord, payload: bytes) -> bytes:
    buffer = io.BytesIO()
    digest = hashlib.sha1(payload, usedforsecurity=False).digest() if payload else None
    record.write(buffer, checksum_data=True, payload_digest=digest)
    return buffer.getvalue()


def _http_head(record: WarcRecord) -> tuple[int | None, dict[str, str]]:
    if not record.is_http:
        content_type = record.headers.get("Content-Type")
        return None, {"content-type": content_type} if content_type else {}
    if not record.is_http_parsed:
        record.parse_http(auto_decode="none")
    if not record.is_http_parsed:
        return None, {}
    head = record.http_headers
    headers: dict[str, str] = {}
    for name_bytes, value_bytes in head.items_bytes():
        name, value = name_bytes.decode("latin-1").lower(), value_bytes.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return head.status_code, headers


def _kind(record: WarcRecord, url: str | None, status: int | None, headers: dict[str, str]) -> RecordKind:
    said = record.headers.get("Backmatter-Kind")
    if said in get_args(RecordKind):
        return cast("RecordKind", said)
    if url and url.endswith("/robots.txt"):
        return "robots"
    if status is not None and 300 <= status < 400:
        return "redirect"
    if status is not None and status >= 400:
        return "error"
    if _ASSET_TYPES.match(headers.get("content-type", "").lower()):
        return "asset"
    return "page"


def _body(
    record: WarcRecord, headers: dict[str, str], kind: RecordKind, max_body: int
) -> tuple[bytes, int, str | None]:
    size = record.content_length
    if kind == "asset" or record.reader is None:
        return b"", size, None
    try:
        raw = read_bounded(record.reader, max_body)
        if len(raw) < size:
            raise OSError(f"record ends after {len(raw):,} of {size:,} bytes")
        body, problem = decode_body(raw, headers, max_body) if record.is_http else (raw, None)
    except BodyTooLargeError as error:
        return b"", size, f"body is too large: {error}"
    return body, size, problem


def _attempt(record: WarcRecord) -> int:
    said = record.headers.get("Backmatter-Attempt") or ""
    return int(said) if said.isascii() and said.isdigit() else 1


def _truncation(record: WarcRecord) -> str | None:
    reason = record.headers.get("WARC-Truncated")
    return f"truncated when it was fetched: {reason}" if reason else None


def _warc_date(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _clean(text: str) -> str:
    return _CONTROL.sub(" ", text).strip()


def _one_line(text: bytes) -> bytes:
    return text.replace(b"\r", b" ").replace(b"\n", b" ").strip()
