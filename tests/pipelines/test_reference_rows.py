"""References of several sources as rows."""

from __future__ import annotations

import pytest

from crawler.items import PageReading, ReferenceList, ReferenceSaid
from pipelines.reference_rows import reference_rows


def _authors(*names: str) -> list[str]:
    said = ReferenceSaid(title="The quiet forest", authors=list(names), year="2031")
    reading = PageReading(
        "article", "html", "x@1", reference_lists=[ReferenceList("highwire:citation_reference", [said])]
    )
    rows, _, _ = reference_rows(reading, None)
    return list(rows[0]["authors"])


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Y N Li", "Li, Y N"),
        ("E D’Andrea", "D’Andrea, E"),
        ("MR Munafò", "Munafò, MR"),
        ("SR Eddy", "Eddy, SR"),
        ("J-P Sartre", "Sartre, J-P"),
        ("Eddy, SR", "Eddy, SR"),
        ("King, Martin, Jr.", "King, Martin, Jr."),
        ("WANG Li", "Wang, Li"),
    ],
)
def test_initials_that_are_also_words(printed: str, expected: str) -> None:
    assert _authors(printed) == [expected]
