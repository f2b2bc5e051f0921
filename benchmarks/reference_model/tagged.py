"""Tagged reference strings: the words of each, with the label that the tags give them.

Reads JSON lines ``{"raw": …, "fields": {field: [text, …]}, "src": …}`` made from GROBID's citation training data
(Apache-2.0). Fields are texts without offsets, in the order of the string; here they find their places again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pipelines.references.features import features
from pipelines.references.identifiers import MASK, identify
from pipelines.references.tokens import Tokens, tokenize

LABELS = {
    "authors": "author", "orgName": "org", "editor": "editor", "title": "title", "journal": "journal",
    "book": "book", "series": "series", "date": "date", "volume": "volume", "vol": "volume", "issue": "issue",
    "page": "pages", "pp": "pages", "pages": "pages", "publisher": "publisher", "pubPlace": "place", "note": "note",
}  # fmt: skip

Row = dict[str, Any]


def read_rows(files: Iterable[Path]) -> list[Row]:
    """Read the rows of JSON lines files."""
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def word_labels(text: str, characters: Sequence[str]) -> tuple[Tokens, list[str]]:
    """Return the words of ``text`` and their labels, given the label of each character."""
    tokens = tokenize(identify(text).masked)
    labels = []
    for word, start in zip(tokens.words, tokens.starts, strict=True):
        label = "id" if word[0] == MASK else characters[start]
        labels.append("O" if label == "id" and word[0] != MASK else label)
    return tokens, labels


def example(text: str, characters: Sequence[str]) -> tuple[list[list[str]], list[str]]:
    """Return attributes and labels of each word: one training example."""
    tokens, labels = word_labels(text, characters)
    return features(tokens), labels


def character_labels(row: Row) -> list[str]:
    """Return a label for each character of ``row["raw"]``.

    Long values are placed first; a short one ("2", "12") goes where the order of the fields wants it, and not
    into the middle of a number or word.
    """
    raw: str = row["raw"]
    labels = ["O"] * len(raw)
    placed: dict[int, tuple[int, int]] = {}
    for order, label, value in sorted(_values(row), key=lambda item: -len(item[2])):
        free = [at for at in _occurrences(raw, value) if set(labels[at : at + len(value)]) == {"O"}]
        if not free:
            continue
        after = max((span[1] for place, span in placed.items() if place < order), default=0)
        before = min((span[0] for place, span in placed.items() if place > order), default=len(raw))
        keyed = [
            (
                _cuts_number(raw, at, value),
                not (order < 0 or after <= at <= before - len(value)),
                _cuts_word(raw, at, value),
                at,
            )
            for at in free
        ]
        start = min(keyed)[-1]
        labels[start : start + len(value)] = [label] * len(value)
        if order >= 0:
            placed[order] = (start, start + len(value))
    return labels


def _values(row: Row) -> list[tuple[int, str, str]]:
    """Return (place in the order of fields or -1, label, text) of every value."""
    found = []
    for order, (name, values) in enumerate(row["fields"].items()):
        label = LABELS.get(name, "id" if name.startswith("idno") or name == "ptr" else None)
        for at, value in enumerate(values):
            if label and value.strip():
                found.append((order if at == 0 else -1, label, value.strip()))
    return found


def _occurrences(text: str, value: str) -> list[int]:
    found, at = [], text.find(value)
    while at >= 0:
        found.append(at)
        at = text.find(value, at + 1)
    return found


def _cuts_number(text: str, at: int, value: str) -> bool:
    end = at + len(value)
    return (value[0].isdigit() and text[at - 1 : at].isdigit() and at > 0) or (
        value[-1].isdigit() and text[end : end + 1].isdigit()
    )


def _cuts_word(text: str, at: int, value: str) -> int:
    end = at + len(value)
    return int(value[0].isalpha() and at > 0 and text[at - 1].isalpha()) + int(
        value[-1].isalpha() and text[end : end + 1].isalpha()
    )
