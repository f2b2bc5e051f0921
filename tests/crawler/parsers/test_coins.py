"""OpenURLs in empty elements."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode


def _span(*pairs: tuple[str, str]) -> str:
    return f"<span class='Z3988' title='{escape(urlencode([('ctx_ver', 'Z39.88-2004'), *pairs]), quote=True)}'></span>"


OWN = _span(
    ("rft.atitle", "Beans & <i>peas</i>"),
    ("rft.jtitle", "Journal of Small Gardens"),
    ("rft.au", "Hoe, Ann"),
    ("rft.au", "Rake, Bo"),
    ("rft.date", "2009-04"),
    ("rft.volume", "2"),
    ("rft.spage", "17"),
    ("rft_id", "info:doi/10.5555/beans.1"),
)
OTHER = _span(("rft.atitle", "Carrots"), ("rft_id", "info:doi/10.5555/carrots.1"))


def _values(reading):
    return {c.field: c.value for c in reading.candidates if c.source.startswith("coins:")}


def _authors(reading):
    return [
        (author.name, author.family, author.given)
        for listing in reading.author_lists
        if listing.source.startswith("coins:")
        for author in listing.authors
    ]


def test_what_the_pages_own_openurl_says(read):
    reading = read(f"<h1>Beans</h1>{OWN}")
    assert _values(reading) == {
        "title": "Beans & <i>peas</i>",
        "journal": "Journal of Small Gardens",
        "published": "2009-04",
        "volume": "2",
        "first_page": "17",
        "doi": "10.5555/beans.1",
    }
    assert _authors(reading) == [("Hoe, Ann", None, None), ("Rake, Bo", None, None)]


def test_the_first_author_where_no_others_are_named(read):
    span = _span(("rft.atitle", "Beans"), ("rft.aulast", "Hoe"), ("rft.aufirst", "Ann"))
    assert _authors(read(span)) == [(None, "Hoe", "Ann")]


def test_openurls_in_lists_are_those_of_other_works(read):
    assert _values(read(f"<ol><li>{OTHER}</li></ol>")) == {}
    assert _values(read(f"{OWN}<ol><li>{OTHER}</li></ol>"))["doi"] == "10.5555/beans.1"


def test_several_outside_lists_belong_to_none(read):
    assert _values(read(f"<div>{OWN}</div><div>{OTHER}</div>")) == {}


def test_the_same_one_twice_is_one(read):
    assert _values(read(f"{OWN}<footer>{OWN}</footer>"))["doi"] == "10.5555/beans.1"


def test_a_span_that_says_nothing(read):
    assert _values(read("<span class='Z3988'></span><span class='Z3988' title=''></span>")) == {}
    assert _values(read("<span class='Z3988' title='%%%&&&==='></span>")) == {}
