"""Backmatter turns journal article pages into clean Parquet tables.

``backmatter.parse(path_or_bytes)`` reads one page; ``backmatter.load("references")`` gives a table of a dataset
as a pandas frame, and ``backmatter.citations()`` which of its articles cite which. None of them needs the network or
imports Scrapy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from backmatter.reading import parse
    from output.citations import citations
    from output.load import load

__version__ = "0.1.0"
__all__ = ["__version__", "citations", "load", "parse"]

_HOMES = {"citations": "output.citations", "load": "output.load", "parse": "backmatter.reading"}


def __getattr__(name: str) -> object:
    """Import the public names on first use, so that ``import backmatter`` costs nothing."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
