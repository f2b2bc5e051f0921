"""The names of all pages that a dataset holds, so that a crawl does not ask for them again."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

import numpy as np

from crawler.targets import DOI_RESOLVER, TargetError, read_target
from output.layout import counting_parts
from output.versions import accepted_versions, stored_pages


class StoredNames:
    """The DOI and the URLs of every stored page, held back versions included.

    Takes 8 bytes a name: names are kept as digests of 64 bits, so that of a billion questions about a dataset
    with a million articles less than one is answered wrongly.

    Args:
        dataset: The dataset folder.
        resolver: URL that DOIs are appended to.

    Raises:
        BrokenFileError: If a file of the dataset cannot be read.
    """

    def __init__(self, dataset: Path, resolver: str = DOI_RESOLVER) -> None:
        digests = array("Q")
        if counting_parts(dataset):
            digests.extend(_digest(name) for name in _names(dataset, resolver))
        self._digests = np.unique(np.frombuffer(digests, dtype=np.uint64)) if digests else None

    def __contains__(self, name: str) -> bool:
        """Tell whether the dataset holds the page of a name (``doi:…`` or a canonical URL)."""
        if self._digests is None:
            return False
        digest = np.uint64(_digest(name))
        place = int(np.searchsorted(self._digests, digest))
        return place < len(self._digests) and bool(self._digests[place] == digest)

    def __len__(self) -> int:
        """How many names there are."""
        return 0 if self._digests is None else len(self._digests)


def _names(dataset: Path, resolver: str) -> Iterator[str]:
    for row in stored_pages(dataset):
        yield from _targets(resolver, row["requested"], row["url"], row["final_url"])
        if row["article_id"] and row["article_id"].startswith("doi:"):
            yield row["article_id"]
    for row in accepted_versions(dataset):
        yield from _targets(resolver, row["url"])


def _targets(resolver: str, *texts: str | None) -> Iterator[str]:
    for text in filter(None, texts):
        try:
            yield read_target(text, resolver).name
        except TargetError:
            continue  # a local file


def _digest(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")
