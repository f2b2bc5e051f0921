"""Real pages whose values a careful reader has written down: agreement with them only ever rises.

The pages belong to their publishers, so they, the labels and the scorer lie outside the repository; without them the
tests are skipped.
"""

from __future__ import annotations

import gzip
import importlib.util
import json
from collections import defaultdict
from pathlib import Path
from statistics import fmean
from types import ModuleType
from typing import Any

import pytest

import backmatter

#: Publisher → least mean agreement over all fields. Raise a floor when the parsers have become better.
FLOORS = {
    "nature": 0.963,
    "springer": 0.967,
    "bmc": 0.98,
}
#: Readers agree too little about these.
NOT_COUNTED = frozenset({"keywords"})


@pytest.fixture(scope="module")
def scorer(corpus: Path) -> ModuleType:
    path = corpus.parent / "score" / "score_pages.py"
    if not path.is_file():
        pytest.skip(f"no scorer of labelled pages at {path}")
    spec = importlib.util.spec_from_file_location("score_pages", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _labels(corpus: Path, publisher: str) -> list[dict[str, Any]]:
    found = [
        json.loads(path.read_text("utf-8"))
        for path in sorted((corpus / "labels").glob(f"{publisher}__*.json"))
    ]
    if not found:
        pytest.skip(f"no labelled pages of {publisher} in {corpus / 'labels'}")
    return found


def _page(corpus: Path, name: str) -> bytes:
    packed = corpus / "pages" / f"{name}.gz"
    return (
        gzip.decompress(packed.read_bytes()) if packed.is_file() else (corpus / "pages" / name).read_bytes()
    )


@pytest.mark.parametrize("publisher", FLOORS)
def test_agreement_does_not_fall(corpus: Path, scorer: ModuleType, publisher: str) -> None:
    fields: dict[str, list[float]] = defaultdict(list)
    for label in _labels(corpus, publisher):
        record = backmatter.parse(_page(corpus, label["file"]))
        for field, score in scorer.page_scores(record, label).items():
            if score is not None and field not in NOT_COUNTED:
                fields[field].append(score)
    means = {field: fmean(scores) for field, scores in fields.items()}
    worst = sorted(means.items(), key=lambda pair: pair[1])[:5]
    assert fmean(means.values()) >= FLOORS[publisher], f"lowest fields: {worst}"
