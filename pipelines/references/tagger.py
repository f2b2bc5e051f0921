"""The sequence model that tells title from journal from publisher.

A linear-chain conditional random field, trained by ``benchmarks/reference_model`` on public tagged references.
"""

from __future__ import annotations

import threading
from pathlib import Path

import pycrfsuite

from pipelines.references.features import features
from pipelines.references.tokens import Tokens

MODEL = Path(__file__).with_name("model.crfsuite")

_local = threading.local()


def tag(tokens: Tokens) -> list[str]:
    """Return a label for each word: author, org, editor, title, journal, book, series, date, volume, … or O."""
    if not tokens.words:
        return []
    labels: list[str] = _tagger().tag(features(tokens))
    return labels


def use_model(path: Path) -> None:
    """Tag with another model in this thread (for cross-validation)."""
    _local.tagger = _opened(path)


def _tagger() -> pycrfsuite.Tagger:
    """Return this thread's tagger: a tagger keeps the sequence it works on, so threads cannot share one."""
    tagger = getattr(_local, "tagger", None)
    if tagger is None:
        tagger = _local.tagger = _opened(MODEL)
    return tagger


def _opened(path: Path) -> pycrfsuite.Tagger:
    tagger = pycrfsuite.Tagger()
    tagger.open(str(path))
    return tagger
