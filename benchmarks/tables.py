"""What the tables cost: committing, publishing, loading and looking versions up, in CPU seconds and memory.

python benchmarks/tables.py [--articles 10000] [--references 40] [--commit-every 100]
"""

from __future__ import annotations

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from backmatter.known import Known
from output.citations import citations
from output.commit import commit
from output.load import load
from output.publish import publish

_WORDS = [f"word{number}" for number in range(4000)]
_START = datetime(2026, 1, 1, tzinfo=UTC)


@contextmanager
def measured(what: str, per: float = 1, unit: str = "") -> Iterator[None]:
    """Print the CPU and wall time of the block, and the most memory that the process has had so far."""
    cpu, wall = time.process_time(), time.perf_counter()
    yield
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    share = f"   {cpu / per:.3f} CPU s {unit}" if unit else ""
    print(f"{what:<44}{cpu:8.2f} CPU s {wall:8.2f} s   peak {peak:6.0f} MB{share}")


def text(random_source: random.Random, words: int) -> str:
    """Text that compresses about as well as prose."""
    return " ".join(random_source.choices(_WORDS, k=words))


def work(number: int) -> dict[str, Any]:
    """What identifies an article, the same whenever it is asked for; every third reference has no DOI."""
    source = random.Random(number)
    return {
        "doi": f"10.5555/{source.getrandbits(40):010x}.{number}",
        "title": text(source, 12),
        "year": 2000 + number % 20,
        "family": source.choice(_WORDS),
    }


def cited(number: int, references: int, source: random.Random) -> Iterator[dict[str, Any]]:
    """The works that an article cites: one in five an earlier article, one in three without a DOI."""
    for position in range(1, references + 1):
        known = number > 0 and position % 5 == 0
        one = work(source.randrange(number)) if known else work(source.getrandbits(40) + 2**32)
        yield {"doi": one["doi"] if position % 3 else None, "title": one["title"], "year": one["year"],
               "pmid": str(source.getrandbits(25) + 1), "authors": [f"{one['family']}, A.", *(text(source, 2) for _ in range(3))]}  # fmt: skip


def version(number: int, references: int, source: random.Random) -> dict[str, list[dict[str, Any]]]:
    """The rows of one article."""
    own = work(number)
    article = f"doi:{own['doi']}"
    fetched = _START + timedelta(seconds=number)
    return {
        "articles": [
            {
                "article_id": article, "doi": own["doi"], "title": own["title"], "year": own["year"], "abstract": text(source, 200),
                "acknowledgements": text(source, 60), "keywords": text(source, 5).split(), "access": "open",
                "sources": dict.fromkeys(("title", "doi", "abstract", "journal"), "highwire:citation_title"),
                "source_format": "html", "parser": "nature@2", "page_sha256": f"{number:064x}", "run_id": "run1",
                "fetched_at": fetched, "n_authors": 6, "n_references": references, "published": "2026-01-03",
            }
        ],
        "authors": [
            {"article_id": article, "position": n, "name": text(source, 2), "family": own["family"], "is_collective": False,
             "affiliations": [text(source, 8)]}
            for n in range(1, 7)
        ],
        "affiliations": [
            {"article_id": article, "author_position": n, "position": 1, "name": text(source, 8)} for n in range(1, 7)
        ],
        "funding": [{"article_id": article, "position": n, "kind": "research", "funder_name": text(source, 3)} for n in (1, 2)],
        "references": [
            {"article_id": article, "position": n, "key": f"CR{n}", "raw": text(source, 22),
             "container_title": text(source, 3), "volume": str(n), "first_page": str(n), **facts}
            for n, facts in enumerate(cited(number, references, source), 1)
        ],
        "fetches": [
            {"run_id": "run1", "request_id": f"{number:08d}", "requested": article, "state": "stored",
             "decision": "accepted", "article_id": article, "fetched_at": fetched, "page_sha256": f"{number:064x}",
             "warc_file": "run1-1.warc.zst", "warc_offset": number * 100_000, "final_url": f"https://order.example/{number}"}
        ],
    }  # fmt: skip


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--references", type=int, default=40)
    parser.add_argument("--commit-every", type=int, default=100)
    options = parser.parse_args()
    source = random.Random(1)
    with tempfile.TemporaryDirectory() as folder:
        dataset = Path(folder)
        batches = range(0, options.articles, options.commit_every)
        spent = wall = 0.0
        for begin in batches:
            rows: dict[str, list[dict[str, Any]]] = {}
            for number in range(begin, min(begin + options.commit_every, options.articles)):
                for name, some in version(number, options.references, source).items():
                    rows.setdefault(name, []).extend(some)
            cpu, clock = time.process_time(), time.perf_counter()
            commit(dataset, "run1", rows)
            spent, wall = spent + time.process_time() - cpu, wall + time.perf_counter() - clock
        thousands = options.articles / 1000
        print(
            f"{options.articles:,} articles, {options.articles * options.references:,} references, {len(batches)} commits"
        )
        print(
            f"{'commit':<44}{spent:8.2f} CPU s {wall:8.2f} s   {spent / thousands:.3f} CPU s per 1,000 articles"
        )
        with measured("load references, nothing published yet"):
            load("references", dataset, columns=["article_id", "doi"])
        with measured("publish", thousands, "per 1,000 articles"):
            publish(dataset)
        with measured("load references (two columns)"):
            load("references", dataset, columns=["article_id", "doi"])
        with measured("load references (all columns)"):
            load("references", dataset)
        with measured("citations"):
            citations(dataset)
        commit(dataset, "run2", version(options.articles, options.references, source))
        with measured("load references (two columns), one commit more"):
            load("references", dataset, columns=["article_id", "doi"])
        with measured("citations, one commit more"):
            citations(dataset)
        with measured("look up what is known (start of a command)"):
            known = Known.of(dataset)
        with measured("1,000 questions to it", 1, "per 1,000 pages"):
            for number in range(1000):
                known.page(f"{number:064x}")
                known.accepted(f"doi:10.5555/{number}")
        size = sum(file.stat().st_size for file in (dataset / "current").glob("*.parquet"))
        print(f"current/ {size / 1e6:.0f} MB")


if __name__ == "__main__":
    main()
