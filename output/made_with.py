"""With what a commit was made, other than its pages: the registries that its names were looked up in."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from output.errors import BrokenFileError
from output.layout import Part

_FILE = "made-with.json"

#: For each registry (``ror``, ``crossref``) its ``version`` and the ``sha256`` of its dump.
Registries = Mapping[str, Mapping[str, str]]


def note_registries(folder: Path, registries: Registries | None) -> None:
    """Write beside the tables of a part which registries its rows were made with; nothing where there were none."""
    if registries:
        said = {"registries": {name: dict(facts) for name, facts in registries.items()}}
        (folder / _FILE).write_text(json.dumps(said, indent=2, sort_keys=True) + "\n", "utf-8")


def registries_of(part: Path) -> dict[str, dict[str, str]]:
    """The registries that the rows of a part were made with.

    Raises:
        BrokenFileError: If the note of them is damaged.
    """
    path = part / _FILE
    try:
        found: dict[str, dict[str, str]] = json.loads(path.read_text("utf-8"))["registries"]
    except FileNotFoundError:
        return {}
    except (ValueError, KeyError, TypeError) as error:
        raise BrokenFileError(path, f"{type(error).__name__}: {error}") from error
    return found


def registries_used(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """The registries that the articles of some parts were made with.

    Returns:
        For each registry and version, sorted: ``name``, ``version``, ``sha256``, and ``covers``: ``all`` where every
        part with articles was made with it, else ``some``. The same for the same parts in any order.
    """
    noted = [registries_of(part.path) for part in parts if (part.path / "articles.parquet").is_file()]
    distinct = {
        (name, facts["version"], facts["sha256"])
        for registries in noted
        for name, facts in registries.items()
    }
    return [
        {
            "name": name,
            "version": version,
            "sha256": digest,
            "covers": "all" if all(made.get(name, {}).get("sha256") == digest for made in noted) else "some",
        }
        for name, version, digest in sorted(distinct)
    ]
