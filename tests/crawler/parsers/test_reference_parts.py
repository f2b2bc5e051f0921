"""Parts of references that class names tell."""

import pytest
from lxml import html

from crawler.items import ReferenceSaid
from crawler.parsers.references.parts import read_parts

JATS = """<div class="mixed-citation citation"><span class="name"><span class="surname">Kalk</span> <span class="given-names">A</span></span>,
<span class="name"><span class="surname">Berg</span> <span class="given-names">B</span></span>. <b class="year">2009a</b>.
<span class="article-title">Roofs as islands.</span> <span class="source">J Roof Ecol</span> <b class="volume">12</b>(<span class="issue">4</span>):
<span class="fpage">101</span>–<span class="lpage">110</span></div>"""
HIGHWIRE = """<div class="cit ref-cit ref-journal" id="cit-9.1"><div class="cit-metadata"><ol class="cit-auth-list"><li><span class="cit-auth">
<span class="cit-name-surname">Kalk</span> <span class="cit-name-given-names">A</span></span>, </li><li><span class="cit-auth">
<span class="cit-name-surname">Berg</span> <span class="cit-name-given-names">B</span></span></li></ol><cite>.
<span class="cit-article-title">Roofs as islands</span>. <abbr class="cit-jnl-abbrev">J Roof Ecol</abbr> <span class="cit-pub-date">2009</span>;
<span class="cit-vol">12</span>(<span class="cit-issue">4</span>):<span class="cit-fpage">101</span>-<span class="cit-lpage">110</span>.</cite></div></div>"""
GIVEN_FIRST = """<li><span class="nlm-given-names">A</span> <span class="nlm-surname">Kalk</span>, <span class="nlm-given-names">B</span>
<span class="nlm-surname">Berg</span> <span class="nlm-article-title">Roofs as islands</span> <span class="nlm-source">J Roof Ecol</span> <span class="nlm-year">2009</span>
<span class="nlm-volume">12</span> <span class="nlm-issue">4</span> <span class="nlm-fpage">101</span> <span class="nlm-lpage">110</span></li>"""


def _read(markup: str) -> ReferenceSaid:
    said = ReferenceSaid()
    read_parts(html.fragment_fromstring(markup), said)
    return said


@pytest.mark.parametrize("markup", [JATS, HIGHWIRE, GIVEN_FIRST])
def test_all_parts(markup: str):
    said = _read(markup)
    assert said.authors == ["Kalk, A", "Berg, B"]
    assert (said.title, said.container_title) == ("Roofs as islands", "J Roof Ecol")
    assert (said.volume, said.issue, said.first_page, said.last_page) == ("12", "4", "101", "110")
    assert (said.year or "").startswith("2009")


def test_editors_behind_the_title_are_no_authors():
    said = _read(
        '<p><span class="surname">Kalk</span> <span class="given-names">A</span>. <span class="chapter-title">Roofs</span>. In: '
        '<span class="surname">Moss</span> <span class="given-names">T</span>, editor. <span class="source">The Village</span>.</p>'
    )
    assert said.authors == ["Kalk, A"]
    assert (said.title, said.container_title) == ("Roofs", "The Village")


def test_a_source_alone_says_not_what_it_is():
    said = _read(
        '<p><span class="source">The moss atlas</span>. Fjell Press; <span class="year">1988</span>.</p>'
    )
    assert (said.title, said.container_title, said.year) == (None, None, "1988")


def test_classes_of_other_use_are_no_parts():
    said = _read(
        '<li class="issue"><span class="volume">All volumes of this journal</span> <span class="year">This year</span></li>'
    )
    assert said == ReferenceSaid()


def test_family_names_alone_leave_the_authors_to_the_text():
    said = _read(
        '<p><span class="surname">Kalk</span>, A. (<span class="year">2009</span>). Roofs as islands.</p>'
    )
    assert (said.authors, said.year) == ([], "2009")
