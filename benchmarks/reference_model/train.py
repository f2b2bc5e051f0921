"""Train the model of ``pipelines/references``.

    python -m benchmarks.reference_model.train TAGGED.jsonl [...] [--made-up 6000] [--out MODEL]

The tagged strings are GROBID's citation training data (Apache-2.0) as JSON lines, see ``tagged.py``. They are joined
by made-up references: facts drawn from them at random and printed in the styles of ``styles.py``, because the tagged
ones know little of some styles.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

import pycrfsuite

from benchmarks.reference_model.made_up import made_up
from benchmarks.reference_model.tagged import Row, character_labels, example, read_rows
from pipelines.references.tagger import MODEL

PARAMETERS = {"c1": 0.3, "c2": 0.05, "max_iterations": 150, "feature.possible_transitions": True}
MADE_UP = 6000


def train(rows: Sequence[Row], out: Path, *, made_up_count: int = MADE_UP, seed: int = 1) -> None:
    """Train on ``rows`` and ``made_up_count`` made-up references drawn from them, and write the model to ``out``."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for row in rows:
        _append(trainer, row["raw"], character_labels(row))
    for text, labels in made_up(rows, made_up_count, seed):
        _append(trainer, text, labels)
    trainer.set_params(PARAMETERS)
    trainer.train(str(out))


def _append(trainer: pycrfsuite.Trainer, text: str, labels: Sequence[str]) -> None:
    attributes, words = example(text, labels)
    if words:
        trainer.append(attributes, words)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("tagged", type=Path, nargs="+", help="tagged strings, JSON lines")
    parser.add_argument("--made-up", type=int, default=MADE_UP, help="how many made-up references to add")
    parser.add_argument("--out", type=Path, default=MODEL, help="where to write the model")
    args = parser.parse_args()
    start = time.perf_counter()
    rows = read_rows(args.tagged)
    train(rows, args.out, made_up_count=args.made_up)
    size = args.out.stat().st_size / 1e6
    print(
        f"{len(rows)} tagged + {args.made_up} made up -> {args.out} ({size:.1f} MB) in {time.perf_counter() - start:.0f} s"
    )


if __name__ == "__main__":
    main()
