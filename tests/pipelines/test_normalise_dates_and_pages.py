from __future__ import annotations

import pytest

from pipelines import normalise


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("2020", "2020"),
        ("2020-03", "2020-03"),
        ("2020-3", "2020-03"),
        ("2020/03/16", "2020-03-16"),
        ("2020-03-16T10:11:12+02:00", "2020-03-16"),
        ("20200316", "2020-03-16"),
        ("16 March 2020", "2020-03-16"),
        ("Volume 9, Numbers 1-2 / February, 1996", "1996-02"),
        ("Vol. 12 No 3 March 2014", "2014-03"),
        ("Volume 2011, 5 May 2011", "2011-05-05"),
        ("No. 2011", "2011"),
        ("March 16, 2020", "2020-03-16"),
        ("Aug 21st, 2011", "2011-08-21"),
        ("2020 Mar 16", "2020-03-16"),
        ("Mar 2020", "2020-03"),
        ("Published: 03 January 2020", "2020-01-03"),
        ("Received 5 June 2019; accepted 1 July 2019", "2019-06-05"),
        ("16.03.2020", "2020-03-16"),
        ("3. März 2019", "2019-03-03"),
        ("1er août 2018", "2018-08-01"),
        ("15 de marzo de 2017", "2017-03-15"),
        ("12 set 2015", "2015-09-12"),
        ("Out. 2015", "2015-10"),
        ("Jan-Feb 2010", "2010-01"),
        ("2020年3月16日", "2020-03-16"),
        ("Spring 2020", "2020"),
        ("2019–20", "2019"),
        ("1998–1999", "1998"),
        ("a data set 2015", "2015"),
        ("12/01/2015", "2015"),
        ("25/01/2015", "2015-01-25"),
        ("05/05/2015", "2015-05-05"),
        ("30 February 2020", None),
        ("2020-13-01", None),
        ("in press", None),
        (None, None),
    ],
)
def test_partial_date(printed: str | None, expected: str | None) -> None:
    assert normalise.partial_date(printed) == expected


def test_a_told_order_settles_an_ambiguous_date() -> None:
    assert normalise.partial_date("12/01/2015", day_first=True) == "2015-01-12"
    assert normalise.partial_date("12/01/2015", day_first=False) == "2015-12-01"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("1985b", 1985), ("(2007, May)", 2007), ("16.03.2020", 2020), ("12345", None), ("1066", None)],
)
def test_year(printed: str, expected: int | None) -> None:
    assert normalise.year(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1469–72", ("1469", "1472")),
        ("pp. 12-15", ("12", "15")),
        ("S. 12-15", ("12", "15")),
        ("E16-E18", ("E16", "E18")),
        ("S12-8", ("S12", "S18")),
        ("xii–xv", ("xii", "xv")),
        ("1163.e1-1163.e5", ("1163.e1", "1163.e5")),
        ("e123", ("e123", None)),
        ("Article number: 103511", ("103511", None)),
        ("123-5, 140-2", ("123", "125")),
        ("593–60", ("593", None)),
        ("350 pp.", (None, None)),
        ("viii+134pp", (None, None)),
        ("in press", (None, None)),
    ],
)
def test_page_range(printed: str, expected: tuple[str | None, str | None]) -> None:
    assert normalise.page_range(printed) == expected


def test_pages_writes_the_last_page_out() -> None:
    assert normalise.pages("1469", "72") == ("1469", "1472")
    assert normalise.pages("E16", "18") == ("E16", "E18")
    assert normalise.pages("12-15", None) == ("12", "15")
    assert normalise.pages(None, "15") == ("15", None)
    assert normalise.pages("20", "11") == ("20", None)


@pytest.mark.parametrize("number", ["e0123456", "013608", "P08013", "103511", "32.1"])
def test_article_numbers_are_told_from_pages(number: str) -> None:
    assert normalise.looks_like_article_number(number)
    assert not normalise.looks_like_article_number("123", "129")
    assert not normalise.looks_like_article_number("E16")


def test_article_number_loses_its_label() -> None:
    assert normalise.article_number("Article number: 103511") == "103511"
    assert normalise.article_number("Art. no. e123") == "e123"
    assert normalise.article_number("an article") is None
