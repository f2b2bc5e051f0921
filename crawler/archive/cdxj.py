"""The index beside an archive file: one line a page, sorted, so that replay tools find pages quickly."""

from __future__ import annotations

import hashlib
import json
import os
from base64 import b32encode
from pathlib import Path
from urllib.parse import urlsplit

from crawler.archive.records import PAGE_KINDS, ArchivedPage

_SUFFIXES = (".warc.zst", ".warc.gz", ".warc")


def index_path(warc: Path) -> Path:
    """Return the path of the index of an archive file."""
    for suffix in _SUFFIXES:
        if warc.name.endswith(suffix):
            return warc.with_name(warc.name.removesuffix(suffix) + ".cdxj")
    return warc.with_name(warc.name + ".cdxj")


def index_line(page: ArchivedPage, length: int | None = None) -> str | None:
    """Return the line of one record, without its newline; None for a record that is no page.

    Args:
        page: The record.
        length: Bytes that the record takes in the file, where they are known.
    """
    if page.kind not in PAGE_KINDS or page.url is None:
        return None
    entry = {
        "url": page.url,
        "mime": page.headers.get("content-type", "").partition(";")[0].strip() or None,
        "status": None if page.status is None else str(page.status),
        "digest": "sha1:" + b32encode(hashlib.sha1(page.body, usedforsecurity=False).digest()).decode(),
        "length": None if length is None else str(length),
        "offset": str(page.warc_offset),
        "filename": page.warc_file,
    }
    said = {name: value for name, value in entry.items() if value is not None}
    return f"{surt(page.url)} {page.fetched_at:%Y%m%d%H%M%S} {json.dumps(said, ensure_ascii=True)}"


def surt(url: str) -> str:
    """Return the sort-friendly form of a URL: ``https://www.nature.com/x?B=1`` → ``com,nature)/x?b=1``."""
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    is_name = not host.replace(".", "").isdigit() and ":" not in host
    reversed_host = ",".join(reversed(host.split("."))) if is_name else host
    try:
        port = f":{parts.port}" if parts.port not in (None, 80, 443) else ""
    except ValueError:
        port = ""
    query = "&".join(sorted(parts.query.split("&")))
    tail = (parts.path or "/") + (f"?{query}" if query else "")
    return f"{reversed_host}{port}){tail}".lower().replace(" ", "%20")


def write_index(warc: Path, lines: list[str]) -> Path:
    """Write the index of an archive file anew, sorted, and replace the old one in one step."""
    target = index_path(warc)
    draft = target.with_name(target.name + ".draft")
    draft.write_text("".join(f"{line}\n" for line in sorted(lines)), encoding="ascii")
    os.replace(draft, target)  # noqa: PTH105 - says that it replaces
    return target
