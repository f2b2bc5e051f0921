"""Made-up training references: facts drawn at random from tagged ones, printed in many styles."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from typing import Any

from benchmarks.reference_model import facts as known
from benchmarks.reference_model import people, styles
from pipelines.references.authors import split_authors

MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec March June October".split()
GIVEN = "John Mary Wei Ana Pierre Hans Yuki Sergey Olga Maria Ahmed Fatima Carlos Ingrid Paul Lucía Peter Jun".split()
THESES = known.listed(
    "PhD thesis|Ph.D. thesis|Ph.D. dissertation|Doctoral dissertation|Master's thesis|MSc thesis|Dissertation"
    "|Unpublished doctoral dissertation|Tese (Doutorado)|Thèse de doctorat|Diploma thesis"
)
EDITIONS = known.listed(
    "2nd ed.|2nd edition|3rd ed.|4th edn|5th ed|rev. ed.|160 pp.|345 p|1382p (in Chinese)|2. ed.|vol. 2"
)
REPORTS = known.listed(
    "Tech. Rep. 12-79|Technical Report TR-2004-12|Report No. 34|NCAR/TN-556+STR|CERN-2012-007|Working Paper 1234"
    "|ISO 9001:2015|US Patent 4,683,195|NBER Working Paper No. 10192|ATLAS-CONF-2017-029"
)
SERIES = known.listed(
    "Lecture Notes in Computer Science|Statistics for Biology and Health|Graduate Texts in Mathematics|LNCS"
    "|NATO ASI Series"
)
TITLE_ENDS = known.listed(
    "?|!| (Aves)|, part II|: a review| in Drosophila| from 1990 to 2005| [in Chinese]| in vivo|, 2009–2010| (SCID)| 2010| 2024| (2nd report)"
)
KINDS = [
    (styles.ARTICLES, 0.56),
    (styles.CHAPTERS, 0.14),
    (styles.BOOKS, 0.12),
    (styles.THESES, 0.03),
    (styles.REPORTS, 0.04),
    (styles.PREPRINTS, 0.05),
    (styles.WEB, 0.06),
]


class Pools:
    """Values of each field, as tagged references have them."""

    def __init__(self, rows: Sequence[dict[str, Any]]) -> None:
        """Collect the values of ``rows``, and the names of `facts`."""
        self.titles = self._of(rows, "title", 12)
        self.books = self._of(rows, "book", 10)
        self.journals = self._of(rows, "journal", 2) + known.listed(known.JOURNALS) * 2
        self.publishers = self._of(rows, "publisher", 3) + known.listed(known.PUBLISHERS) * 3
        self.places = self._of(rows, "pubPlace", 3) + known.listed(known.PLACES) * 3
        self.persons = [
            (family, given)
            for row in rows
            for text in row["fields"].get("authors", [])
            for family, _, given in (name.partition(", ") for name in split_authors(text))
            if given and len(family) > 1 and len(given) < 25
        ]

    @staticmethod
    def _of(rows: Sequence[dict[str, Any]], name: str, least: int) -> list[str]:
        return [
            re.sub(r"\s+", " ", value).strip(" .,;")
            for row in rows
            for value in row["fields"].get(name, [])
            if len(value) >= least
        ]


def made_up(rows: Sequence[dict[str, Any]], count: int, seed: int = 1) -> Iterator[tuple[str, list[str]]]:
    """Yield ``count`` strings with the label of each character, from the values of ``rows``."""
    rng = random.Random(seed)
    pools = Pools(rows)
    kinds, weights = zip(*KINDS, strict=True)
    for _ in range(count):
        templates = rng.choices(kinds, weights)[0]
        style, template = rng.choice(templates)
        yield styles.filled(rng, template, _facts(rng, pools, style))


def _facts(rng: random.Random, pools: Pools, style: str) -> dict[str, str]:
    first, last, alone = _pages(rng)
    style_of_people = style if style in people.STYLES else "ieee"
    return {
        "A": people.printed(rng, style_of_people, _people(rng, pools)),
        "E": people.printed(rng, style_of_people, _people(rng, pools)[:3]),
        "O": _organisation(rng),
        "T": _title(rng, pools, style),
        "J": rng.choice(pools.journals),
        "B": rng.choice(pools.books + pools.titles),
        "V": _volume(rng),
        "I": rng.choice([str(rng.randint(1, 12)), str(rng.randint(1, 40)), "Suppl 1", "1-2"]),
        "P": first + rng.choice(["-", "–", "–", " - ", "- "]) + last if rng.random() < 0.85 else alone,
        "F": rng.choice([alone, first]),
        "Y": str(min(2025, int(rng.gauss(2006, 12)))) + (rng.choice("ab") if rng.random() < 0.05 else ""),
        "M": rng.choice(MONTHS) + rng.choice(["", "", f" {rng.randint(1, 28)}"]),
        "U": _publisher(rng, pools),
        "L": rng.choice(pools.places),
        "N": _note(rng, style),
        "D": _identifier(rng),
        "R": rng.choice(REPORTS),
        "S": rng.choice(SERIES),
    }


def _title(rng: random.Random, pools: Pools, style: str) -> str:
    if style == "none" or rng.random() < 0.07:
        return rng.choice(known.listed(known.WEB_TITLES))
    return rng.choice(pools.titles) + (rng.choice(TITLE_ENDS) if rng.random() < 0.1 else "")


def _people(rng: random.Random, pools: Pools) -> list[people.Person]:
    found = []
    for _ in range(min(12, 1 + int(rng.expovariate(0.4)))):
        family, given = rng.choice(pools.persons)
        kind = rng.random()
        if kind < 0.25:
            given = rng.choice(GIVEN)
        elif kind < 0.5:
            given = f"{rng.choice(GIVEN)} {rng.choice('ABCDEFGJKLMPRSTW')}."
        found.append((family, given))
    return found


def _organisation(rng: random.Random) -> str:
    name = rng.choice(known.listed(known.ORGANISATIONS))
    return name.upper() if rng.random() < 0.2 else name


def _publisher(rng: random.Random, pools: Pools) -> str:
    kind = rng.random()
    if kind < 0.04:
        return rng.choice(known.listed(known.REPOSITORIES))
    return rng.choice(known.listed(known.UNIVERSITIES) if kind < 0.14 else pools.publishers)


def _volume(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.03:
        return f"{rng.randint(2, 60)}A"
    return str(rng.randint(1, 60 if kind < 0.4 else 600))


def _pages(rng: random.Random) -> tuple[str, str, str]:
    """Return first page, last page (abbreviated now and then), and a page or article number that stands alone."""
    first = rng.randint(1, 3000)
    last = str(first + rng.randint(1, 30))
    if rng.random() < 0.3:
        last = last[-2:]
    prefix = rng.choice("eSLRAPE") if rng.random() < 0.1 else ""
    numbers = f"e{rng.randint(1000, 99999)}", f"0{rng.randint(10000, 99999)}", str(rng.randint(10000, 299999))
    alone = rng.choice(
        [
            *numbers,
            f"L{rng.randint(1, 99)}",
            f"eab{rng.choice('cdkpqz')}{rng.randint(1000, 9999)}",
            str(rng.randint(1, 2000)),
        ]
    )
    return prefix + str(first), (prefix if rng.random() < 0.6 else "") + last, alone


def _note(rng: random.Random, style: str) -> str:
    if style in ("org", "none"):
        return f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(2005, 2024)}"
    return rng.choice(THESES if rng.random() < 0.5 else EDITIONS)


def _identifier(rng: random.Random) -> str:
    doi = f"10.{rng.randint(1000, 9999)}/j.{rng.choice('abcdefgh')}.{rng.randint(1990, 2022)}.{rng.randint(10, 999)}"
    return rng.choice(
        [
            doi,
            f"https://doi.org/{doi}",
            f"arXiv:{rng.randint(10, 24):02}{rng.randint(1, 12):02}.{rng.randint(10000, 29999)}",
            f"hep-th/{rng.randint(91, 99)}{rng.randint(1, 12):02}{rng.randint(100, 999)}",
            f"http://www.example{rng.randint(1, 99)}.org/a/b-{rng.randint(1, 99)}.html",
        ]
    )
