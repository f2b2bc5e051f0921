"""Any number of made-up articles for crash and scale tests: the same number is always the same article."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

from backmatter.sample_journal import prose
from backmatter.sample_journal.journal import load_journal
from backmatter.sample_journal.model import Article, Author, Award, Work

PREFIX = "10.5555/bulk."

_THINGS = "spoons crumbs socks mugs queues leaves umbrellas doorbells biscuits buttons keys stairs".split()
_PLACES = "kitchens offices libraries trains gardens markets corridors lifts harbours classrooms".split()
_VERBS = "Counting Weighing Timing Sorting Sampling Measuring Comparing Recounting".split()
#: Funder and the shape of its award numbers, ``#`` being any digit.
_FUNDERS = (
    ("National Science Foundation", "DMS-2######"),
    ("National Institutes of Health", "R01 GM1#####"),
    ("Deutsche Forschungsgemeinschaft", "4########"),
    ("European Research Council", "8#####"),
    ("Wellcome Trust", "2#####/Z/21/Z"),
    ("National Natural Science Foundation of China", "6#######"),
)
_FIRST_DAY = date(2018, 1, 1)


def bulk_doi(number: int) -> str:
    """``10.5555/bulk.7``."""
    return f"{PREFIX}{number}"


@cache
def _stock() -> tuple[list[Author], list[Work]]:
    """The people who write and the real works that are cited, each once."""
    articles = load_journal().articles
    people = {author.name: author for article in articles for author in article.authors}
    works = {work.key: work for article in articles for work in article.references}
    return (
        [author for author in people.values() if not author.is_collective],
        [work for work in works.values() if work.doi and not work.doi.startswith("10.5555/")],
    )


def _title(choose: random.Random, number: int) -> str:
    verb, thing, place = choose.choice(_VERBS), choose.choice(_THINGS), choose.choice(_PLACES)
    return f"{verb} {thing} in {place}: sample {number}"


def _cited_bulk(number: int) -> Work:
    choose = random.Random(number)  # noqa: S311 - made-up data, not secrets
    people, _ = _stock()
    first = choose.choice(people)
    return Work(
        key=f"bulk-{number}",
        title=_title(choose, number),
        year=2018 + number % 7,
        authors=(f"{first.family}, {first.initials}",),
        container="Annals of Sample Studies",
        abbrev="Ann. Sample Stud.",
        volume=str(7 + number % 7),
        first_page=str(number + 1),
        doi=bulk_doi(number),
    )


def _awards(choose: random.Random) -> tuple[Award, ...]:
    picked = choose.sample(_FUNDERS, choose.randint(0, 2))
    return tuple(
        Award(name, "".join(str(choose.randrange(10)) if sign == "#" else sign for sign in shape))
        for name, shape in picked
    )


def bulk_article(number: int) -> Article:
    """Article ``number`` of the series, in the present layout: 2–6 authors, 10–30 references (none to itself), 0–2 awards.

    Args:
        number: 0 and up.
    """
    choose = random.Random(number + 10**9)  # noqa: S311 - made-up data, not secrets
    people, works = _stock()
    authors = choose.sample(people, choose.randint(2, 6))
    day = _FIRST_DAY + timedelta(days=number % 2500)
    awards = _awards(choose)
    names = [f"the {award.funder} ({award.award})" for award in awards]
    references = [
        *choose.sample(works, choose.randint(10, 22)),
        *(_cited_bulk(choose.randrange(number)) for _ in range(choose.randint(2, 8)) if number),
    ]
    return Article(
        slug=f"bulk-{number}",
        layout="current",
        doi=bulk_doi(number),
        title=_title(choose, number),
        type="Article",
        journal=load_journal().articles[0].journal,
        volume=str(7 + number % 7),
        article_number=str(number + 1),
        received=(day - timedelta(days=200)).isoformat(),
        accepted=(day - timedelta(days=30)).isoformat(),
        published=day.isoformat(),
        license="CC-BY-4.0",
        authors=(*authors[:-1], replace(authors[-1], is_corresponding=True)),
        abstract=(("", f"We sampled {choose.randint(10, 9999)} of them and report what was found."),),
        subjects=(choose.choice(_THINGS).capitalize(), "Statistics"),
        body=(("Introduction", "Much is known already [1,2,3]."), *prose.sections(f"bulk-{number}")),
        acknowledgements=f"This work was supported by {' and by '.join(names)}." if names else None,
        awards=awards,
        competing_interests="The authors declare no competing interests.",
        references=tuple(references),
    )
