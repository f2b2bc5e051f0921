"""The archive files of a dataset: in which order they were written, and what in them has not been taken in."""

from __future__ import annotations

import json
import logging
import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from crawler.archive import ArchivedPage, ArchiveError, Damage, read_archive, read_at
from crawler.archive.cdxj import index_path
from output.layout import raw_dir
from output.versions import archived_places

_log = logging.getLogger(__name__)

WARC_SUFFIXES = (".warc", ".warc.gz", ".warc.zst")
#: ``<run>-<pid>``, and a number from the second file of a process on.
_OURS = re.compile(r"(?P<run>[^-]{1,100})-(?P<process>\d{1,10})(?:-(?P<number>\d{1,6}))?\.warc")


def archive_files(dataset: Path) -> list[Path]:
    """The archive files in the order in which they were written, as far as their names tell."""
    files = [file for file in raw_dir(dataset).glob("*") if file.name.endswith(WARC_SUFFIXES)]
    return sorted(files, key=_order)


def run_of(page: ArchivedPage) -> str:
    """The run that a page belongs to; the name of the file for archives that somebody else made."""
    return page.run_id or page.warc_file.partition(".warc")[0]


def pages_not_taken_in(
    dataset: Path, on_damage: Callable[[Damage], None]
) -> Iterator[tuple[Path, Iterator[ArchivedPage]]]:
    """The pages that are in the archive but have no row in ``fetches``.

    Only the tail of each file is read, from the last page that its index or ``fetches`` names; what the index
    names besides is read page by page.

    Args:
        dataset: The dataset folder.
        on_damage: Told of stretches that cannot be read, such as the torn record of a killed process.

    Yields:
        Each file with pages that were not taken in, and those pages in order.
    """
    places: dict[str, set[int]] = defaultdict(set)
    for name, offset in archived_places(dataset):
        places[name].add(offset)
    for file in archive_files(dataset):
        yield file, _missing(file, places[file.name], on_damage)


def _missing(file: Path, taken_in: set[int], on_damage: Callable[[Damage], None]) -> Iterator[ArchivedPage]:
    indexed = _indexed(file)
    last = max(indexed | taken_in, default=0)
    for offset in sorted(indexed - taken_in - {last}):
        try:
            yield read_at(file, offset)
        except ArchiveError as error:
            on_damage(Damage(file, offset, offset, str(error)))
    try:
        for page in read_archive(file, first=last, on_damage=on_damage):
            if page.warc_offset not in taken_in:
                yield page
    except ArchiveError as error:
        on_damage(Damage(file, 0, None, str(error)))


def _indexed(file: Path) -> set[int]:
    """Offsets of the pages that the index beside an archive file names; a torn last line does not count."""
    try:
        lines = index_path(file).read_text("ascii", errors="replace").splitlines()
    except FileNotFoundError:
        return set()
    offsets = set()
    for line in lines:
        try:
            offsets.add(int(json.loads(line.split(" ", 2)[2])["offset"]))
        except (IndexError, KeyError, ValueError):
            _log.debug("%s: a line that is no index line", index_path(file))
    return offsets


def _order(file: Path) -> tuple[str, int, int, str]:
    ours = _OURS.match(file.name)
    if ours is None:
        return file.name, 0, 0, file.name
    return ours["run"], int(ours["process"]), int(ours["number"] or 1), file.name
