"""How well the reference parser reads strings that its model has not seen.

    python -m benchmarks.reference_model.crossvalidate TAGGED.jsonl [...] [--folds 5] [--by source|string]

Trains one model per fold on the other folds (made-up references drawn from those only), parses the fold with it and
counts, over all folds, precision, recall and F1 of each field. "--by source" keeps all strings of one document in one
fold: strings of one reference list share style and journals, and a random split would let the model see them.
"""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path

from rapidfuzz import fuzz

from benchmarks.reference_model.tagged import Row, read_rows
from benchmarks.reference_model.train import MADE_UP, train
from pipelines.references import Reference, parse_reference
from pipelines.references.tagger import use_model

Pair = tuple[str | None, str | None]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tagged", type=Path, nargs="+")
    parser.add_argument("--folds", type=int, default=5)
    parser.add_argument("--by", choices=["source", "string"], default="source")
    parser.add_argument("--made-up", type=int, default=MADE_UP)
    args = parser.parse_args()
    rows = read_rows(args.tagged)
    fold_of = _folds(rows, args.folds, by_source=args.by == "source")
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    with tempfile.TemporaryDirectory() as folder:
        for fold in range(args.folds):
            model = Path(folder) / f"{fold}.crfsuite"
            train(
                [row for row, f in zip(rows, fold_of, strict=True) if f != fold],
                model,
                made_up_count=args.made_up,
            )
            use_model(model)
            for row, f in zip(rows, fold_of, strict=True):
                if f == fold:
                    _count(counts, parse_reference(row["raw"]), row["fields"])
    for name, count in counts.items():
        precision = count["hit"] / max(1, count["found"])
        recall = count["hit"] / max(1, count["wanted"])
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{name:16} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({count['wanted']})")


def _folds(rows: Sequence[Row], folds: int, *, by_source: bool) -> list[int]:
    rng = random.Random(7)
    if not by_source:
        return [rng.randrange(folds) for _ in rows]
    sizes = Counter(row["src"] for row in rows)
    load = [0] * folds
    fold: dict[str, int] = {}
    for source, size in sorted(sizes.items(), key=lambda item: (-item[1], item[0])):
        fold[source] = load.index(min(load))
        load[fold[source]] += size
    return [fold[row["src"]] for row in rows]


def _count(counts: dict[str, Counter[str]], found: Reference, wanted: dict[str, list[str]]) -> None:
    for name, (value, gold, same) in _pairs(found, wanted).items():
        counts[name]["found"] += value is not None
        counts[name]["wanted"] += gold is not None
        counts[name]["hit"] += value is not None and gold is not None and same(value, gold)


def _pairs(
    found: Reference, wanted: dict[str, list[str]]
) -> dict[str, tuple[str | None, str | None, Callable[[str, str], bool]]]:
    journal, book, title = (_first(wanted, name) for name in ("journal", "book", "title"))
    container = journal or (book if title else None)
    years = [m[0] for value in wanted.get("date", []) if (m := re.search(r"(1[5-9]|20)\d\d", value))]
    pages = _first(wanted, "page", "pp")
    pairs: dict[str, tuple[str | None, str | None, Callable[[str, str], bool]]] = {
        "title": (found.title, title or (None if container else book), _alike),
        "container_title": (found.container_title, container, _alike),
        "year": (str(found.year) if found.year else None, years[0] if years else None, _same),
        "volume": (found.volume, _first(wanted, "volume", "vol"), _same),
        "issue": (found.issue, _first(wanted, "issue"), _same),
        "first_page": (found.first_page, re.split(r"[-–—\s]+", pages)[0] if pages else None, _same),
        "publisher": (found.publisher, _first(wanted, "publisher"), _alike),
    }
    if "authors" in wanted:
        first = found.authors[0].split(",")[0] if found.authors else None
        pairs["first_author"] = (first, wanted["authors"][0], lambda a, b: _folded(a) in _folded(b)[:80])
    return pairs


def _first(wanted: dict[str, list[str]], *names: str) -> str | None:
    return next((wanted[name][0] for name in names if wanted.get(name)), None)


def _folded(text: str) -> str:
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return " ".join(re.findall(r"\w+", text))


def _same(a: str, b: str) -> bool:
    return _folded(a).replace(" ", "") == _folded(b).replace(" ", "")


def _alike(a: str, b: str) -> bool:
    x, y = _folded(a), _folded(b)
    return max(fuzz.ratio(x, y), fuzz.token_set_ratio(x, y) if min(len(x), len(y)) > 4 else 0) >= 85


if __name__ == "__main__":
    main()
