"""Authors as the page prints them, and the affiliations that they point to."""

from __future__ import annotations

import pytest
from lxml import html

from crawler.parsers.bylines.author_block import affiliation_table, printed_affiliations, read_author
from crawler.parsers.select import Select


def _element(markup: str):
    return html.fragment_fromstring(markup)


def _table(*markups: str, inner: str | None = None) -> dict[str, str]:
    return affiliation_table([_element(markup) for markup in markups], Select(inner) if inner else None)


@pytest.mark.parametrize(
    "markup",
    [
        "<li><sup>a</sup>Garden School, Leeds, UK</li>",
        "<li>a Garden School, Leeds, UK</li>",
        "<li>aGarden School, Leeds, UK;</li>",
        "<p><span class='label'>a</span> Garden School, Leeds, UK</p>",
        "<div id='a'>Garden School, Leeds, UK</div>",
        "<div><span class='affiliation__count'>a.</span><span>Garden School, Leeds, UK</span></div>",
    ],
)
def test_labels_of_affiliations(markup):
    assert _table(markup)["a"] == "Garden School, Leeds, UK"


def test_an_affiliation_is_found_by_its_place_too():
    table = _table("<li id='Aff7'>One, Leeds</li>", "<li id='Aff9'>Two, York</li>")
    assert (table["1"], table["2"], table["Aff9"]) == ("One, Leeds", "Two, York", "Two, York")


def test_only_the_inner_element_is_the_address():
    markup = "<li id='Aff1'><p class='address'>One, Leeds</p><p>Ann Hoe &amp; Bo Rake</p></li>"
    assert _table(markup, inner="p.address")["Aff1"] == "One, Leeds"


def test_parts_that_only_style_keeps_apart_get_commas():
    markup = "<li id='Aff1'><span>Garden School</span><span>Leeds</span><span>UK</span></li>"
    assert _table(markup)["Aff1"] == "Garden School, Leeds, UK"


def test_words_that_begin_like_a_label_are_no_label():
    assert _table("<li id='x'>Institute of Beans, Ulm</li>")["x"] == "Institute of Beans, Ulm"


TABLE = {"1": "One, Leeds", "7": "Seven, York", "a": "Ay, Bonn", "b": "Bee, Ulm", "Aff3": "Three, Rome"}


@pytest.mark.parametrize(
    ("marks", "affiliations"),
    [
        ("<sup>1</sup>", ["One, Leeds"]),
        ("<sup>1,7</sup>", ["One, Leeds", "Seven, York"]),
        ("<sup>1</sup><sup>,</sup><sup>7</sup>", ["One, Leeds", "Seven, York"]),
        ("<sup>a,b,*</sup>", ["Ay, Bonn", "Bee, Ulm"]),
        ("<sup>1b</sup>", ["One, Leeds", "Bee, Ulm"]),
        ("<sup><a href='#Aff3'>3</a></sup>", ["Three, Rome"]),
        ("<sup>9</sup>", []),
        ("", []),
    ],
)
def test_marks_behind_a_name(marks, affiliations):
    author = read_author(_element(f"<li><span class='name'>Ann Hoe</span>{marks}</li>"), None, TABLE)
    assert (author.name, author.affiliations) == ("Ann Hoe", affiliations)


def test_links_say_more_surely_than_marks():
    markup = "<li>Ann Hoe<sup>1</sup><a href='#Aff3'></a></li>"
    assert read_author(_element(markup), None, TABLE).affiliations == ["Three, Rome"]


@pytest.mark.parametrize(
    "markup",
    [
        "<li>Ann Hoe<sup>1,*</sup></li>",
        "<li data-corresp-id='c1'>Ann Hoe</li>",
        "<li>Ann Hoe <sup>✉</sup></li>",
        "<li class='author corresponding'>Ann Hoe</li>",
        "<li><a data-corresp-id='c1'>Ann Hoe</a></li>",
    ],
)
def test_marks_of_the_corresponding_author(markup):
    author = read_author(_element(markup), None, {})
    assert (author.name, author.is_corresponding) == ("Ann Hoe", True)


def test_an_author_without_such_a_mark_may_still_correspond():
    assert read_author(_element("<li>Ann Hoe<sup>1</sup></li>"), None, TABLE).is_corresponding is None


def test_orcid_and_mail():
    markup = (
        "<li>Ann Hoe <a href='https://orcid.org/0000-0002-1825-0097'>https://orcid.org/0000-0002-1825-0097</a>"
        "<a href='mailto:ann@hoe.example?subject=Beans'>Email</a></li>"
    )
    author = read_author(_element(markup), None, {})
    assert (author.name, author.orcid, author.email) == ("Ann Hoe", "0000-0002-1825-0097", "ann@hoe.example")


def test_the_element_of_the_name_is_read_alone():
    item = _element("<li><b>Ann Hoe</b>, Professor of Beans</li>")
    assert read_author(item, item.find("b"), {}).name == "Ann Hoe"


def test_one_affiliation_without_label_is_that_of_authors_without_label():
    table = _table("<p>Garden School, Leeds</p>")
    assert read_author(_element("<li>Ann Hoe</li>"), None, table).affiliations == ["Garden School, Leeds"]


def test_affiliations_printed_inside_the_authors_element():
    elements = [
        _element("<p>Garden School, Leeds <a href='mailto:a@b.example'>a@b.example</a></p>"),
        _element("<p>Garden School, Leeds</p>"),
        _element("<p>a First College, Ulm;b Second College, Rome</p>"),
    ]
    assert printed_affiliations(elements) == [
        "Garden School, Leeds",
        "First College, Ulm",
        "Second College, Rome",
    ]
