"""One page, file or bytes, as a record: the whole path without a dataset."""

from __future__ import annotations

import gzip
import logging
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from backmatter.errors import UserError
from crawler.items import Doubt, PageReading
from crawler.parsers import read_page
from crawler.parsers.formats import MAX_BYTES
from pipelines.clean import clean

_log = logging.getLogger(__name__)
_GZIP = b"\x1f\x8b"
_WARC_NAMES = (".warc", ".warc.gz", ".warc.zst")


def parse(page: str | Path | bytes, url: str | None = None, *, emails: bool = False) -> dict[str, Any]:
    """Read one page and give its record.

    Args:
        page: Path of a saved page (``.gz`` is unpacked), or the page's bytes.
        url: Where the page came from, if known.
        emails: Whether to keep authors' e-mail addresses, which are personal data.

    Returns:
        ``{"file", "page_state", "article", "authors", "affiliations", "funding", "references", "issues"}``.
        Bytes that hold no page give ``page_state`` "other" and an issue that says why.

    Raises:
        UserError: When the file is missing or cannot be opened.
    """
    name = "<bytes>" if isinstance(page, bytes) else str(page)
    body = page if isinstance(page, bytes) else read_file(Path(page))
    return clean(read_page(body, url), emails=emails).as_json(name)


def read_file(path: Path) -> bytes:
    """A file's bytes, gzip removed; at most a little more than `MAX_BYTES`, so that a bomb stays small.

    Raises:
        UserError: When the file is missing, a folder, unreadable, or a broken gzip file.
    """
    try:
        with path.open("rb") as file:
            head = file.read(2)
        opener = gzip.open if head == _GZIP else open
        with opener(path, "rb") as file:
            return bytes(file.read(MAX_BYTES + 1))
    except FileNotFoundError as error:
        raise UserError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise UserError(f"{path}: is a folder; name the files in it, or use `backmatter ingest`") from error
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise UserError(f"{path}: broken gzip file ({error}); fetch or copy it again") from error
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror})") from error


def parse_each(path: str, *, emails: bool = False) -> Iterator[dict[str, Any]]:
    """The records of one argument of ``backmatter parse``: one for a page, one for each page of a WARC file."""
    try:
        if path.endswith(_WARC_NAMES):
            yield from _parse_archive(path, emails=emails)
        else:
            yield parse(path, emails=emails)
    except UserError as error:
        yield _unreadable(path, str(error))
    except Exception as error:  # noqa: BLE001 - named and logged; one page must not stop the others
        _log.debug("%s cannot be read", path, exc_info=True)
        yield _unreadable(
            path, f"{path}: a fault of Backmatter's own ({type(error).__name__}: {error}); please report it"
        )


def _parse_archive(path: str, *, emails: bool) -> Iterator[dict[str, Any]]:
    from crawler.archive import ArchiveError, Damage, read_archive

    damages: list[Damage] = []
    found = False
    try:
        for archived in read_archive(Path(path), on_damage=damages.append):
            found = True
            reading = read_page(archived.body, archived.url, archived.headers)
            yield clean(reading, emails=emails).as_json(f"{path}#{archived.warc_offset}")
    except FileNotFoundError as error:
        raise UserError(f"{path}: no such file") from error
    except ArchiveError as error:
        raise UserError(str(error)) from error
    except OSError as error:
        raise UserError(f"{path}: cannot be read ({error.strerror or error})") from error
    for damage in damages:
        yield _unreadable(path, f"{damage}; fetch or copy the file again")
    if not found and not damages:
        yield _unreadable(path, f"{path}: no page in this archive")


def _unreadable(path: str, why: str) -> dict[str, Any]:
    reading = PageReading("other", "unreadable", "none@0", doubts=[Doubt("unreadable_file", detail=why)])
    return clean(reading).as_json(path)
