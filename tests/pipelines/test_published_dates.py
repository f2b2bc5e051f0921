"""A date of publication that its label alone tells, beside the other dates of a page."""

from __future__ import annotations

import pytest

from crawler.items import Candidate, PageReading
from pipelines.scalars import choose


def published(*candidates: tuple[str, str, str]) -> object:
    reading = PageReading("article", "html", "generic@1")
    reading.candidates = [Candidate(column, value, source) for column, value, source in candidates]
    return choose(reading).values.get("published")


ACCEPTED = ("accepted", "8 January 2015", "dom:label")


@pytest.mark.parametrize(
    ("label", "meta", "expected"),
    [
        ("30 September 2014", "2015/01/29", "2015-01-29"),
        ("20 January 2015", "2015/01/29", "2015-01-20"),
        ("2015", "2015/01/29", "2015-01-29"),
    ],
)
def test_a_date_before_acceptance_is_not_that_of_the_article(label, meta, expected):
    candidates = (("published", label, "dom:label"), ("published", meta, "highwire:citation_online_date"))
    assert published(*candidates, ACCEPTED) == expected


def test_the_only_date_stays():
    assert published(("published", "30 September 2014", "dom:label"), ACCEPTED) == "2014-09-30"
