"""The files that the arguments of ``backmatter ingest`` name: files, folders and globs."""

from __future__ import annotations

import glob
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from backmatter.raw_files import WARC_SUFFIXES

#: What lies beside saved pages in a folder and is no page: left out unless named.
_BESIDE_PAGES = frozenset(
    ".css .js .mjs .map .json .jsonl .csv .tsv .md .yml .yaml .toml .bib .ris .cdxj .parquet .py .sh .log .png .jpg"
    " .jpeg .gif .svg .webp .ico .bmp .tif .tiff .woff .woff2 .ttf .otf .eot .mp3 .mp4 .webm .zip .tar .tgz".split()
)


@dataclass(frozen=True, slots=True)
class InputFile:
    """One file to take in.

    Attributes:
        path: The file.
        problem: Why there is none; None for a file that is there.
    """

    path: Path
    problem: str | None = None

    @property
    def is_warc(self) -> bool:
        """Whether its name says that it is an archive of many pages."""
        return self.path.name.endswith(WARC_SUFFIXES)


def input_files(arguments: Iterable[str | Path], dataset: Path) -> list[InputFile]:
    """Expand arguments, in their order; a file that is named twice is there once.

    A folder stands for all files under it but hidden ones, those that are no pages by their names, and those of
    the dataset itself; a text with ``*``, ``?`` or ``[`` that is no file for what it matches, ``**`` across
    folders.

    Args:
        arguments: Files, folders and globs.
        dataset: The dataset folder that they are taken into.
    """
    own = dataset.resolve()
    files: dict[Path, InputFile] = {}
    for argument in arguments:
        for file in _expand(Path(argument), own):
            files.setdefault(file.path.resolve(), file)
    return list(files.values())


def _expand(path: Path, own: Path) -> Iterator[InputFile]:
    if path.is_dir():
        found = [file for file in sorted(path.rglob("*")) if _is_wanted(file, path, own)]
        yield from map(InputFile, found)
        if not found:
            yield InputFile(path, "no page in this folder")
    elif path.exists():
        yield InputFile(path)
    elif glob.has_magic(str(path)):
        matches = sorted(glob.glob(str(path), recursive=True))  # noqa: PTH207 - takes absolute patterns
        for match in matches:
            yield from _expand(Path(match), own)
        if not matches:
            yield InputFile(path, "matches no file")
    else:
        yield InputFile(path, "no such file")


def _is_wanted(file: Path, folder: Path, own: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    name = file.name.lower().removesuffix(".gz")
    if hidden or Path(name).suffix in _BESIDE_PAGES or not file.is_file():
        return False
    return not file.resolve().is_relative_to(own)
