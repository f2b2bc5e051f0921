"""By-lines in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from crawler.parsers.bylines.author_block import affiliation_lines
from crawler.parsers.bylines.byline import read_byline

TABLE = {"1": "Institute of Coasts", "2": "Lakeside College", "3": "Bureau of Maps"}


def _authors(markup: str, table: dict[str, str] | None = None):
    return read_byline(html.fromstring(f"<div>{markup}</div>"), TABLE if table is None else table)


@pytest.mark.parametrize(
    ("markup", "names"),
    [
        ("Ada Finch, Bo Lind, and Cy Moor", ["Ada Finch", "Bo Lind", "Cy Moor"]),
        ("Ada Finch; Bo Lind &amp; Cy Moor", ["Ada Finch", "Bo Lind", "Cy Moor"]),
        ("Ada Finch<br>Bo Lind", ["Ada Finch", "Bo Lind"]),
        ("Ada Finch, M.D., Ph.D., and Bo Lind, MSc", ["Ada Finch", "Bo Lind"]),
        ("William Gust, Jr., Bo Lind", ["William Gust, Jr.", "Bo Lind"]),
        ("Andy Land and Sandra Holland", ["Andy Land", "Sandra Holland"]),
        ("Ada Finch*, Bo Lind†", ["Ada Finch", "Bo Lind"]),
        ("", []),
    ],
)
def test_names_stand_between_commas(markup: str, names: list[str]):
    assert [author.name for author in _authors(markup)] == names


def test_labels_tie_names_to_affiliations():
    found = _authors("Ada Finch<sup>1</sup>, Bo Lind<sup>2,</sup><sup>3</sup>, and Cy Moor")
    assert [author.affiliations for author in found] == [
        ["Institute of Coasts"],
        ["Lakeside College", "Bureau of Maps"],
        [],
    ]


def test_the_only_affiliation_needs_no_label():
    assert [a.affiliations for a in _authors("Ada Finch, Bo Lind", {"": "Lakeside College"})] == [
        ["Lakeside College"],
        ["Lakeside College"],
    ]


def test_a_raised_star_marks_who_corresponds():
    assert [a.is_corresponding for a in _authors("Ada Finch<sup>1,*</sup>, Bo Lind<sup>2</sup>")] == [
        True,
        None,
    ]


def test_a_block_ends_the_by_line():
    assert len(_authors("Ada Finch<p>Institute of Coasts, Bergen, Norway</p>")) == 1


def test_an_orcid_link_belongs_to_the_name_before_it():
    found = _authors('Ada Finch <a href="https://orcid.org/0000-0002-1825-0097">iD</a>, Bo Lind')
    assert [author.orcid for author in found] == ["0000-0002-1825-0097", None]


def test_lines_are_affiliations_up_to_an_empty_one():
    element = html.fromstring(
        "<span><b>School of Fog</b><b>, </b><city>Linz</city><br>Fog Institute<br><br>Search for papers<br></span>"
    )
    assert affiliation_lines(element) == ["School of Fog, Linz", "Fog Institute"]


@given(st.lists(st.from_regex(r"[A-Z][a-z]{2,8} [A-Z][a-z]{2,8}", fullmatch=True), max_size=8))
def test_every_name_is_read_once_and_in_order(names: list[str]):
    assert [author.name for author in _authors(", ".join(names))] == names
