"""The dates that a page prints about its own article."""

from __future__ import annotations


def _dates(reading):
    return {
        candidate.field: candidate.value
        for candidate in reading.candidates
        if candidate.source.startswith("dom:label")
    }


HEAD = "<meta name='citation_title' content='On beans'>"


def test_dates_behind_labels_in_front_and_back_matter(read, prose):
    page = f"<h1>On beans</h1><p>Received: 3 May 2010</p>{prose}<h2>History</h2><p>Accepted: 9 June 2010</p>"
    assert _dates(read(page, HEAD)) == {"received": "3 May 2010", "accepted": "9 June 2010"}


def test_dates_of_cited_works_are_not_the_articles(read, prose):
    works = "".join(
        f"<li>Author {n}. A work about beans and the days on which they were sown. Published: {n} May 1999.</li>"
        for n in range(1, 9)
    )
    page = f"<h1>On beans</h1>{prose}<h2>References</h2><ol>{works}</ol><p>Received: 3 May 2010</p>"
    assert _dates(read(page, HEAD)) == {"received": "3 May 2010"}


def test_dates_of_articles_that_cite_this_one_are_not_its_own(read, prose):
    citing = "".join(
        f"<li>Another article on peas and what came of it. Published: {n} July 2021</li>" for n in range(1, 9)
    )
    page = f"<h1>On beans</h1><p>Published: 3 May 2010</p>{prose}<h2>Cited by</h2><ul>{citing}</ul>"
    assert _dates(read(page, HEAD)) == {"published": "3 May 2010"}


def test_labels_and_dates_in_cells_of_a_table(read, prose):
    rows = "<tr><td>Received:</td><td>18 December 2013</td></tr><tr><td>Accepted:</td><td>13 March 2014</td></tr>"
    assert _dates(read(f"<h1>On beans</h1><table>{rows}</table>{prose}", HEAD)) == {
        "received": "18 December 2013",
        "accepted": "13 March 2014",
    }


def test_a_date_without_a_label_is_none(read, prose):
    assert _dates(read(f"<h1>On beans</h1><p>3 May 2010</p>{prose}", HEAD)) == {}
