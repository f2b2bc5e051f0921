"""The line in which a page cites its own article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import PageReading
from crawler.parsers.citation_line import CitationLine, add_citation_line, read_citation_line

LINES = {
    "Vol. 10, No. 30, pp. 1–9 (2024)": ("10", "30", "1", "9"),
    "Volume 7, Issue 2, March 2018, Pages 33-41": ("7", "2", "33", "41"),
    "Journal of Gardens Volume 12 : 104–112": ("12", None, "104", "112"),
    "2024, 9, 33, 35676–35685": ("9", "33", "35676", "35685"),
    "J. Gard. 2014, 79 (3), pp 880–887": ("79", "3", "880", "887"),
    "Proc. Gard. 119 (42) e2208095119": ("119", "42", "e2208095119", None),
    "Ann Gard. 2019;172(7):445-452": ("172", "7", "445", "452"),
    "Garden Review 2014 26:4, 811-826": ("26", "4", "811", "826"),
    "Gard. Lett. 392, 368-370 (2026)": ("392", None, "368", "370"),
    "Sci. Gard. 10, eadm9732 (2024)": ("10", None, "eadm9732", None),
}


@pytest.mark.parametrize(("line", "expected"), LINES.items())
def test_lines_of_several_houses(line, expected):
    assert read_citation_line(line) == CitationLine(*expected)


def test_a_button_beside_the_pages_is_none_of_them():
    assert read_citation_line("2024, 9, 33, 35676–35685Click to copy").last_page == "35685"


@pytest.mark.parametrize("line", ["", "Journal of Gardens", "Published 3 May 2024", "Open access"])
def test_lines_that_cite_nothing(line):
    assert read_citation_line(line) == CitationLine()


def test_only_what_a_line_says_becomes_a_candidate():
    reading = PageReading("other", "html", "test@1")
    add_citation_line("Volume 7, Issue 2", "dom:p", reading)
    assert [(c.field, c.value, c.source) for c in reading.candidates] == [
        ("volume", "7", "dom:p"),
        ("issue", "2", "dom:p"),
    ]


@given(st.text(max_size=300))
def test_any_line_is_read(line):
    found = read_citation_line(line)
    for value in (found.volume, found.issue, found.first_page, found.last_page):
        assert value is None or value in line
