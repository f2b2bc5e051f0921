"""What reading a page costs, beside lxml's bare parse of the same bytes, in CPU time.

python benchmarks/parse_speed.py [FOLDER OR FILE …] [--repeat 5] [--profile]

Without a folder, the saved pages of the tests are read. Each page is parsed and read several times in turn and the
shortest time of each counts, so that other work on the machine weighs on both alike.
"""

from __future__ import annotations

import argparse
import cProfile
import gzip
import pstats
import time
from collections.abc import Callable
from pathlib import Path

import lxml.html

from crawler.parsers import read_page
from crawler.parsers.formats import sniff
from crawler.parsers.sites import layouts
from pipelines.clean import clean

_OWN = Path(__file__).parents[1] / "tests" / "pages"


def pages(paths: list[Path]) -> list[bytes]:
    """The bytes of every HTML page below the paths; ``.gz`` files are opened."""
    files = [file for path in paths for file in (sorted(path.rglob("*")) if path.is_dir() else [path])]
    bodies = [
        gzip.decompress(file.read_bytes()) if file.suffix == ".gz" else file.read_bytes()
        for file in files
        if file.is_file() and file.name.removesuffix(".gz").endswith((".html", ".htm"))
    ]
    return [body for body in bodies if sniff(body) == "html"]


def shortest(work: Callable[[], object], repeat: int) -> float:
    """CPU seconds of the quickest of several runs."""
    times = []
    for _ in range(repeat):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Measure, and print one line for each step."""
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("paths", nargs="*", type=Path, default=[_OWN])
    arguments.add_argument("--repeat", type=int, default=5)
    arguments.add_argument("--profile", action="store_true", help="print where the time of reading goes")
    options = arguments.parse_args()
    bodies = pages(options.paths)
    if not bodies:
        arguments.error("no HTML page there; name a folder with .html or .html.gz files")
    layouts()
    bare = read = cleaned = 0.0
    for body in bodies:
        reading = read_page(body)
        clean(reading)
        bare += shortest(lambda body=body: lxml.html.document_fromstring(body), options.repeat)
        read += shortest(lambda body=body: read_page(body), options.repeat)
        cleaned += shortest(lambda reading=reading: clean(reading), options.repeat)
    megabytes = sum(map(len, bodies)) / 2**20
    print(f"{len(bodies)} pages, {megabytes:.1f} MB")
    for name, seconds in (("lxml's bare parse", bare), ("read_page", read), ("clean", cleaned)):
        each = seconds / len(bodies)
        print(
            f"{name:<20}{each * 1000:8.2f} ms a page {seconds / bare:7.2f} × bare {1 / each:8.0f} pages a second"
        )
    print(f"{'read and clean':<20}{len(bodies) / (read + cleaned):8.0f} pages a second")
    if options.profile:
        profile = cProfile.Profile()
        profile.runcall(lambda: [read_page(body) for body in bodies])
        pstats.Stats(profile).sort_stats("tottime").print_stats(40)


if __name__ == "__main__":
    main()
