"""Notices about an article."""

from __future__ import annotations

import pytest

DOI = "10.5555/beans.1"
HEAD = f"<meta name='citation_title' content='On beans'><meta name='citation_doi' content='{DOI}'>"


def _notices(reading):
    return [(notice.kind, notice.doi, notice.date) for notice in reading.notices]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("A Retraction to this article was published on 3 May 2020", "retraction"),
        ("This article has been withdrawn on 3 May 2020", "withdrawal"),
        ("An Expression of Concern to this article was published on 3 May 2020", "concern"),
        ("An Erratum to this article was published on 3 May 2020", "correction"),
        ("A Publisher Correction to this article was published on 3 May 2020", "correction"),
        ("An Addendum to this article was published on 3 May 2020", "addendum"),
    ],
)
def test_a_banner_with_a_link(read, prose, words, kind):
    banner = f"<div class='note'><p>{words}. <a href='https://doi.org/10.5555/beans.99'>Read it</a></p></div>"
    reading = read(f"<h1>On beans</h1>{banner}{prose}", HEAD)
    assert _notices(reading) == [(kind, "10.5555/beans.99", "3 May 2020")]


def test_a_history_prints_the_day_above_the_notice(read, prose):
    history = (
        "<h2>Change history</h2><ul><li><h3><time>06 May 2021</time></h3><p>This article has been retracted: "
        "<a href='https://doi.org/10.5555/beans.98'>notice</a></p></li>"
        "<li><h3><time>02 September 2019</time></h3><p>An Author Correction was published.</p></li></ul>"
    )
    reading = read(f"<h1>On beans</h1>{prose}{history}", HEAD)
    assert _notices(reading) == [
        ("retraction", "10.5555/beans.98", "06 May 2021"),
        ("correction", None, "02 September 2019"),
    ]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("RETRACTED ARTICLE: On beans", "retraction"),
        ("[Retracted] On beans", "retraction"),
        ("Withdrawn: On beans", "withdrawal"),
    ],
)
def test_a_title_that_says_so(read, prose, title, kind):
    reading = read(f"<h1>{title}</h1>{prose}", f"<meta name='citation_title' content='{title}'>")
    assert _notices(reading) == [(kind, None, None)]


@pytest.mark.parametrize(
    "title", ["Retracted consent in bean trials", "The retraction of glaciers", "Correction: On beans"]
)
def test_titles_that_only_use_the_word(read, prose, title):
    head = f"<meta name='citation_title' content='{title}'>"
    assert _notices(read(f"<h1>{title}</h1>{prose}", head)) == []


def test_notices_about_cited_works_are_none_of_this_article(read, prose):
    works = (
        "<li>Weed A. Peas. This article has been retracted. <a href='https://doi.org/10.5555/peas.1'>Retraction</a></li>"
        "<li>Hoe B. A Correction to this article was published in 2001. <a href='https://doi.org/10.5555/p.2'>x</a></li>"
    )
    reading = read(f"<h1>On beans</h1>{prose}<h2>References</h2><ol>{works}</ol>", HEAD)
    assert _notices(reading) == []


def test_an_article_about_retractions_has_none(read, prose):
    text = "<p>Retraction of articles was rare, and corrections were made by hand in the margin by librarians.</p>"
    assert _notices(read(f"<h1>On beans</h1>{text}{prose}", HEAD)) == []


def test_the_own_doi_is_no_notice(read, prose):
    banner = (
        f"<p>A Correction to this article was published. <a href='https://doi.org/{DOI}'>Correction</a></p>"
    )
    assert _notices(read(f"<h1>On beans</h1>{banner}{prose}", HEAD)) == [("correction", None, None)]


def test_the_same_notice_in_banner_and_history_is_one(read, prose):
    link = "<a href='https://doi.org/10.5555/beans.97'>Correction</a>"
    page = (
        f"<h1>On beans</h1><p>A {link} to this article was published on 3 May 2020</p>{prose}"
        f"<h2>Change history</h2><p>3 May 2020</p><p>A {link} to this article has been published.</p>"
    )
    assert _notices(read(page, HEAD)) == [("correction", "10.5555/beans.97", "3 May 2020")]
