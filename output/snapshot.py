"""A dataset as it is at one moment: what is published, and what has been committed since."""

from __future__ import annotations

from pathlib import Path

from output.layout import Part, counting_parts
from output.merge import Merge
from output.published import current_publication


def snapshot(dataset: Path, run: str | None = None, *, from_published: bool = True) -> Merge:
    """The tables of the dataset as they are now, or as they were at the end of a run.

    Args:
        dataset: The dataset folder.
        run: As of the end of this run; None for now.
        from_published: Whether to start from the published tables, which is much quicker but cannot give the
            tables whose rows are folded.

    Returns:
        A `Merge`, to be used as a context manager.

    Raises:
        UnknownNameError: If there is no such run.
        BrokenFileError: If the note of what is published is damaged.
    """
    # What is published is looked up first: a part that comes in between is then seen, not missed.
    current = current_publication(dataset) if run is None and from_published else None
    parts = counting_parts(dataset, run)
    if current is None:
        return Merge(parts)
    folder, publication = current
    published = frozenset(publication.parts)
    if not published <= {part.label for part in parts}:
        return Merge(parts)  # A rebuild has replaced parts of what is published.
    return Merge(_unpublished(parts, published), base=folder)


def unpublished_parts(dataset: Path) -> list[Part]:
    """The parts that the published tables lack."""
    current = current_publication(dataset)
    published = frozenset(current[1].parts) if current else frozenset()
    return _unpublished(counting_parts(dataset), published)


def _unpublished(parts: list[Part], published: frozenset[str]) -> list[Part]:
    return [part for part in parts if part.label not in published]
