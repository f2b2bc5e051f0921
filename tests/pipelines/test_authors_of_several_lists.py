"""Authors aligned between lists of different length, and told apart from their namesakes."""

from __future__ import annotations

import pytest

from crawler.items import AuthorList, AuthorSaid, PageReading
from pipelines.author_rows import author_rows

ONE, TWO = "0000-0002-1825-0097", "0000-0001-5109-3700"


def _page(*lists: tuple[str, list[AuthorSaid]]) -> PageReading:
    return PageReading(
        "article", "html", "x@1", author_lists=[AuthorList(source, people) for source, people in lists]
    )


def _orcids(printed: list[str], deposited: list[tuple[str, str | None]]) -> dict[str, str | None]:
    reading = _page(
        ("dom:byline", [AuthorSaid(name=name) for name in printed]),
        ("jsonld:author", [AuthorSaid(name=name, orcid=orcid) for name, orcid in deposited]),
    )
    rows, _, _ = author_rows(reading, None)
    return {row["name"]: row["orcid"] for row in rows}


@pytest.mark.parametrize(
    ("printed", "deposited"),
    [
        (["Jie Wang", "Ana Ruiz", "Bo Ek"], [("Jun Wang", ONE), ("Ana Ruiz", None)]),
        (["Min Li", "Ana Ruiz", "Bo Ek"], [("Mo Ali", ONE), ("Ana Ruiz", None)]),
        (["Wei Wang", "Wen Wang", "Bo Ek"], [("W. Wang", ONE), ("Bo Ek", None)]),
    ],
)
def test_no_orcid_of_a_namesake(printed: list[str], deposited: list[tuple[str, str | None]]) -> None:
    assert ONE not in _orcids(printed, deposited).values()


def test_the_right_one_of_two_of_a_family_name() -> None:
    found = _orcids(["Jie Wang", "Jun Wang", "Bo Ek"], [("Wang, Jun", ONE), ("Wang, J.", None)])
    assert found == {"Jie Wang": None, "Jun Wang": ONE, "Bo Ek": None}


@pytest.mark.parametrize(
    "deposited", ["van Walraven, Carl", "Walraven, C.", "C. van Walraven", "Carl P. van Walraven"]
)
def test_spellings_of_one_name(deposited: str) -> None:
    assert _orcids(["Bo Ek", "Carl van Walraven", "Ana Ruiz"], [(deposited, TWO)])["Carl van Walraven"] == TWO


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("Correspondence to Seok Lee.", {"Seok Lee"}),
        ("Correspondence: Lee S, Department of Bread", {"Seok Lee"}),
        ("Corresponding author: Dr. C. Lee", {"Chul Lee"}),
        ("Correspondence to Chul Lee or Seok Lee.", {"Chul Lee", "Seok Lee"}),
        ("Address correspondence to Prof. Kim, Seoul", {"Bo Kim"}),
        ("Correspondence to B. Kim and S. Lee", {"Bo Kim", "Seok Lee"}),
    ],
)
def test_who_is_corresponding(sentence: str, named: set[str]) -> None:
    people = [AuthorSaid(name=name) for name in ("Chul Lee", "Seok Lee", "Bo Kim")]
    rows, _, _ = author_rows(_page(("dom:byline", people)), sentence)
    assert {row["name"] for row in rows if row["is_corresponding"]} == named
    assert all(row["is_corresponding"] is not None for row in rows)


@pytest.mark.parametrize(
    ("longer", "count"),
    [(["A. Ruiz", "Bo Ek", "Mo Ali"], 3), (["Carlos Ruiz", "Bo Ek", "Mo Ali"], 2)],
    ids=["the same people and one more", "a namesake of one"],
)
def test_a_longer_list_replaces_one_of_the_same_people_only(longer: list[str], count: int) -> None:
    reading = _page(
        ("dom:byline", [AuthorSaid(name="Ana Ruiz"), AuthorSaid(name="Bo Ek")]),
        ("highwire:citation_author", [AuthorSaid(name=name) for name in longer]),
    )
    rows, _, doubts = author_rows(reading, None)
    assert len(rows) == count
    assert [doubt.kind for doubt in doubts] == ["count_mismatch"]
