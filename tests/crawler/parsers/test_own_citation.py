"""Lines in which a page cites its own article, told from those that cite others."""

from __future__ import annotations

import lxml.html
import pytest

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.own_citation import read_own_citation


def places(body: str, **known: str) -> dict[str, object]:
    reading = PageReading("article", "html", "generic@1")
    reading.candidates = [Candidate(column, value, "highwire:x") for column, value in known.items()]
    page = f"<html><body>{body}</body></html>"
    read_own_citation(Document(lxml.html.document_fromstring(page), None, page.encode()), reading)
    return {c.field: c.value for c in reading.candidates if c.source.startswith("dom:")}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Volume 14, Issue 2, Pages 77-90", {"volume": "14", "issue": "2", "first_page": "77", "last_page": "90"}),
        ("Widget Science 2019, 14(2), 77-90", {"volume": "14", "issue": "2", "first_page": "77", "last_page": "90"}),
        ("14 (2) e2110", {"volume": "14", "issue": "2", "first_page": "e2110"}),
        ("Volume 2019, Article ID 247835, 8 pages", {"volume": "2019", "article_number": "247835"}),
        ("Volume 14, 2019 - Issue 2", {"volume": "14", "issue": "2"}),
    ],
)  # fmt: skip
def test_lines_about_the_article(line, expected):
    assert places(f"<p>{line}</p>", journal="Widget Science", published="2019-03-04") == expected


@pytest.mark.parametrize(
    "line",
    [
        "Current issue: Volume 15, Issue 1",
        "Vol. 13, No. 2 (2018)",
        "Gear Letters 2019, 9(1), 5-8",
        "Previous article in Volume 14, Issue 2",
        "We saw 14 (2) of them in volume 3 and more in others",
    ],
)
def test_lines_about_something_else(line):
    assert places(f"<p>{line}</p>", journal="Widget Science", published="2019-03-04") == {}


def test_a_line_with_another_volume_is_another_articles():
    assert places("<p>Vol. 13, No. 2, pp. 5-8</p>", volume="14") == {}


def test_nothing_behind_the_references_is_read():
    works = f"<h2>References</h2><p>{'A work of somebody else, of some length. ' * 4}</p><p>Vol. 3, No. 2, pp. 5-8</p>"
    assert places(works) == {}


def test_a_title_keeps_its_figures():
    body = "<h1>Volume 7 of the tower</h1><p>Volume 7 of the tower. Widget Science, Vol. 14, pp. 7-9</p>"
    assert places(body, title="Volume 7 of the tower", journal="Widget Science") == {
        "volume": "14",
        "first_page": "7",
        "last_page": "9",
    }
