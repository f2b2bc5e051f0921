"""schema.org in the markup of visible elements."""

from __future__ import annotations

import pytest

PERSON = "itemprop='author' itemscope itemtype='http://schema.org/Person'"


def _authors(reading):
    return next(
        (listing.authors for listing in reading.author_lists if listing.source == "microdata:author"), []
    )


def _values(reading):
    return {c.field: c.value for c in reading.candidates if c.source.startswith("microdata:")}


@pytest.mark.parametrize("attribute", ["itemprop", "property"])
def test_places_of_an_article(read, attribute):
    body = (
        f"<h1 {attribute}='headline'>On beans</h1><p>Vol <b {attribute}='volumeNumber'>3</b> issue <b {attribute}='issueNumber'>1</b>"
        f" pp. <b {attribute}='pageStart'>5</b>-<b {attribute}='pageEnd'>8</b>"
        f" <time {attribute}='datePublished' datetime='2022-03-14'>14 March</time></p>"
        f"<section {attribute}='description'><p>Beans grow.</p></section>"
    )
    assert _values(read(body)) == {
        "title": "On beans",
        "volume": "3",
        "issue": "1",
        "first_page": "5",
        "last_page": "8",
        "published": "2022-03-14",
        "abstract": "Beans grow.",
    }


def test_a_name_on_anything_but_the_main_heading_is_no_title(read):
    body = "<p itemprop='author'>A. Hoe</p><h3 itemprop='headline'>Another article</h3><span itemprop='name'>Home</span>"
    assert "title" not in _values(read(body))


def test_parts_of_a_name_and_what_hangs_on_it(read):
    body = (
        f"<div><span {PERSON}><span itemprop='givenName'>Zofia</span> <span itemprop='familyName'>Hoe</span>"
        "<span itemprop='affiliation'><span itemprop='name'>Slug Laboratory,</span> <span itemprop='address'>Gdynia</span></span>"
        "<a href='https://orcid.org/0000-0002-1825-0097'>iD</a><a href='mailto:z@hoe.example?subject=x'>Email</a>"
        "<a href='#cor1'>*</a></span></div>"
    )
    (author,) = _authors(read(body))
    assert (author.given, author.family) == ("Zofia", "Hoe")
    assert author.affiliations == ["Slug Laboratory, Gdynia"]
    assert author.orcid == "0000-0002-1825-0097"
    assert author.email == "z@hoe.example"
    assert author.is_corresponding is True


def test_a_whole_name_without_the_marks_beside_it(read):
    body = f"<p><span {PERSON}>Peter van Dam<sup>1</sup></span> <span {PERSON}><span itemprop='name'>Min Li</span></span></p>"
    assert [author.name for author in _authors(read(body))] == ["Peter van Dam", "Min Li"]


def test_an_organisation_is_a_collective(read):
    body = (
        "<p><span property='author' typeof='Organization'><span property='name'>The Rakes</span></span></p>"
    )
    (author,) = _authors(read(body))
    assert (author.name, author.is_collective) == ("The Rakes", True)


@pytest.mark.parametrize(
    "around",
    [
        "<div class='references'>{}</div>",
        "<ol id='reference-list'><li>{}</li></ol>",
        "<ul><li itemprop='citation'>{}</li></ul>",
        "<section class='related'>{}</section>",
        "<div class='recommended-articles'>{}</div>",
        "<div class='comments'>{}</div>",
    ],
)
def test_authors_of_other_works_and_of_comments_are_none(read, around):
    assert _authors(read(around.format(f"<span {PERSON}>Somebody Else</span>"))) == []


def test_metas_in_the_head_are_no_visible_authors(read):
    assert _authors(read("<p>Text</p>", "<meta itemprop='author' content='Garden Press'>")) == []
