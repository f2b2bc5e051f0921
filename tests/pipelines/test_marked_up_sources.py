"""What a source with markup says about authors and pages is not second-guessed as lines of a page are."""

import pytest

from crawler.items import AuthorList, AuthorSaid, PageReading
from pipelines import normalise
from pipelines.author_rows import author_rows


def _rows(source, *authors):
    reading = PageReading("article", "x", "x@1", None, [])
    reading.author_lists.append(AuthorList(source, list(authors)))
    return author_rows(reading, None)[0]


@pytest.mark.parametrize(
    ("source", "count"), [("jats:contrib", 2), ("elsevier:author", 2), ("xml:author", 2)]
)
def test_two_authors_of_one_name_are_two(source, count):
    people = [
        AuthorSaid(name="Wei Zhang", family="Zhang", given="Wei", affiliations=[where])
        for where in ("Lab", "Hut")
    ]
    rows = _rows(source, *people)
    assert len(rows) == count
    assert [row["affiliations"] for row in rows] == [["Lab"], ["Hut"]]


def test_a_marked_up_affiliation_has_no_label_to_take_off():
    (row,) = _rows(
        "jats:contrib", AuthorSaid(name="A. Lee", affiliations=["1 Wing, Fog Base", "b-Lab, Oslo"])
    )
    assert row["affiliations"] == ["1 Wing, Fog Base", "b-Lab, Oslo"]


def test_pages_of_one_paper_among_proceedings_are_kept():
    assert normalise.pages("125120E", "125120E-9") == ("125120E", "125120E-9")
    assert normalise.pages("12512", "12512-9") == ("12512", "12512-9")
