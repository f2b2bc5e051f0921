"""A registry's dump as people have it: which registry and form it is, and its organisations one by one."""

from __future__ import annotations

import csv
import gzip
import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from typing import IO, Any, cast

from lxml import etree

from backmatter.errors import UserError
from backmatter.progress import Progress
from backmatter.registry import crossref, ror
from backmatter.registry.entry import Entry, Kind, NotAnEntryError
from backmatter.registry.json_records import BrokenJsonError, json_records

_WANTED = "expected is a ROR data dump (its zip, or the JSON in it) or the Crossref Funder Registry (RDF, CSV or JSON)"
_VERSION = re.compile(r"v\d{1,3}(?:\.\d{1,4}){1,3}(?:-\d{4}-\d{2}-\d{2})?")
_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, BrokenJsonError, UnicodeDecodeError, etree.XMLSyntaxError,
            csv.Error, gzip.BadGzipFile)  # fmt: skip
_CHUNK = 1 << 18


@dataclass(slots=True)
class Dump:
    """A dump that is being read.

    Attributes:
        kind: Which registry it is of.
        entries: Its organisations; may be read once.
        version: The release as the file's name, or that of the file packed in it, tells it; else None.
        digest: Of the dump, unpacked; complete when `entries` has been read to its end.
    """

    kind: Kind
    entries: Iterator[Entry]
    version: str | None
    digest: Any = field(repr=False)


@contextmanager
def open_dump(path: Path, progress: Progress | None = None) -> Iterator[Dump]:
    """Open a dump; its entries are read within the block.

    Args:
        path: The file.
        progress: Told how many bytes of the file have been read.

    Raises:
        UserError: When the file cannot be read, is damaged, or is no such dump; also while the entries are read.
    """
    try:
        with path.open("rb") as file, _unpacked(path, file) as (stream, inner):
            counted = _Counted(stream, file, path)
            kind, entries = _entries(path, io.BufferedReader(counted, _CHUNK))
            counted.progress = progress
            version = _VERSION.search(path.name) or _VERSION.search(inner)
            yield Dump(kind, entries, version[0] if version else None, counted.digest)
    except FileNotFoundError as error:
        raise UserError(f"{path}: no such file") from error
    except IsADirectoryError as error:
        raise UserError(f"{path}: is a folder; name the dump in it") from error
    except _DAMAGES as error:
        raise UserError(f"{path}: damaged or cut off ({_line(error)}); download or copy it again") from error
    except NotAnEntryError as error:
        raise UserError(f"{path}: not in the registry's format: {error}") from error


@contextmanager
def _unpacked(path: Path, file: IO[bytes]) -> Iterator[tuple[IO[bytes], str]]:
    """The dump without its packing, and the name of the packed file."""
    head = file.read(4)
    file.seek(0)
    if head[:2] == b"PK":
        with zipfile.ZipFile(file) as packed:
            inner = _member(path, packed)
            with packed.open(inner) as stream:
                yield stream, Path(inner.filename).name
    elif head[:2] == b"\x1f\x8b":
        with closing(cast("IO[bytes]", gzip.open(file))) as stream:
            yield stream, ""
    else:
        yield file, ""


def _member(path: Path, packed: zipfile.ZipFile) -> zipfile.ZipInfo:
    """The file of the newest schema; ROR's zip holds the same records in several forms."""
    files = [info for info in packed.infolist() if "__MACOSX" not in info.filename]
    for ending in ("schema_v2.json", ".json", ".rdf", ".xml", ".csv"):
        fitting = [info for info in files if info.filename.lower().endswith(ending)]
        if fitting:
            return max(fitting, key=lambda info: info.file_size)
    raise UserError(f"{path}: a zip file with neither JSON nor RDF nor CSV in it; {_WANTED}")


def _entries(path: Path, stream: io.BufferedReader) -> tuple[Kind, Iterator[Entry]]:
    head = stream.peek(_CHUNK).removeprefix(b"\xef\xbb\xbf").lstrip()[:4000]
    if head[:1] in (b"[", b"{"):
        return _of_json(path, stream)
    if head[:1] == b"<" and b"rdf" in head.lower():
        return "crossref", _numbered(crossref.read_rdf(stream))
    first, line, _ = head.partition(b"\n")
    columns = [column.strip(b'\r" ').decode("utf-8", "replace") for column in first.split(b",")]
    if line and set(crossref.COLUMNS) <= set(columns):
        return "crossref", _numbered(crossref.read_csv(crossref.as_text(stream)))
    if line and "id" in columns and any(column.startswith("external_ids") for column in columns):
        raise UserError(
            f"{path}: ROR's CSV, which does not tell all names apart; load the JSON beside it, or the zip"
        )
    raise UserError(f"{path}: no registry's dump; {_WANTED}")


def _of_json(path: Path, stream: io.BufferedReader) -> tuple[Kind, Iterator[Entry]]:
    records = json_records(crossref.as_text(stream))
    first = next(records, None)
    if first is None:
        raise UserError(f"{path}: holds no organisation; {_WANTED}")
    every = chain([first], records)
    if ror.is_ror(first):
        return "ror", _numbered(_each(every, ror.read_ror))
    if crossref.is_funder(first):
        return "crossref", _numbered(_each(every, crossref.read_funder))
    raise UserError(
        f"{path}: JSON, but its first record is neither of ROR nor a funder of Crossref; {_WANTED}"
    )


def _each(records: Iterator[object], read: Callable[[object], Entry]) -> Iterator[Entry]:
    for record in records:
        yield read(record)


def _numbered(entries: Iterator[Entry]) -> Iterator[Entry]:
    """The entries; what is wrong with one is told with its number."""
    done = 0
    try:
        for done, entry in enumerate(entries, start=1):  # noqa: B007 - for the message
            yield entry
    except NotAnEntryError as error:
        raise NotAnEntryError(f"record {done + 1:,} {error}") from error
    except (AttributeError, TypeError) as error:
        # A member of another type than the schema's, somewhere within the record.
        raise NotAnEntryError(f"record {done + 1:,} does not fit the schema ({error})") from error


def _line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__


class _Counted(io.RawIOBase):
    """A stream that hashes what is read of it and tells how far its file has been read."""

    def __init__(self, stream: IO[bytes], file: IO[bytes], path: Path) -> None:
        self.digest = hashlib.sha256()
        self.progress: Progress | None = None
        self._stream, self._file = stream, file
        self._name, self._size = str(path), path.stat().st_size

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:  # noqa: ANN401 - any buffer, as io declares it
        """Read as `io.RawIOBase.readinto`."""
        chunk = self._stream.read(len(buffer))
        buffer[: len(chunk)] = chunk
        self.digest.update(chunk)
        if self.progress:
            self.progress(self._name, min(self._file.tell(), self._size), self._size)
        return len(chunk)
