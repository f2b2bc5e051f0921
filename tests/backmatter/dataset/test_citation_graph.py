"""From saved pages that cite one another to the edges between them."""

import pytest

import backmatter
from backmatter.ingest import ingest
from backmatter.rebuild import rebuild
from output.schema import VERSIONED

TALL = "How tall the tide grows in a narrow harbour"
SLOW = "Slow water and the gauges that miss it"


def page(doi, title, author, references):
    """An article of a small publisher: Highwire metadata, and a plain list of references."""
    metas = {
        "citation_title": title,
        "citation_journal_title": "Harbour Notes",
        "citation_doi": doi,
        "citation_author": author,
        "citation_publication_date": "2021/04/06",
    }
    head = "".join(f'<meta name="{name}" content="{value}">' for name, value in metas.items())
    items = "".join(f"<li>{reference}</li>" for reference in references)
    text = "<p>We went to the harbour, read the gauges, and wrote down what they said.</p>" * 30
    return (
        f"<!DOCTYPE html><html lang='en'><head><title>{title}</title>{head}</head><body><h1>{title}</h1>"
        f"<section><h2>Abstract</h2>{text[:300]}</p></section><section><h2>Results</h2>{text}</section>"
        f"<section><h2>References</h2><ol>{items}</ol></section></body></html>"
    )


@pytest.fixture
def saved(tmp_path):
    """Two saved pages: the one cites the other by DOI, the other cites it by what is printed."""
    by_doi = f"Okafor, C. {SLOW}. Harb. Notes 4, 17–29 (2021). https://doi.org/10.5555/hn.slow"
    by_text = f"Lindqvist B. {TALL.replace('tall', 'Tall')}. Harb Notes. 2021;4:1-16."
    elsewhere = "Moreau, D. On buoys. J. Float. 2, 3–9 (2015). https://doi.org/10.5555/jf.buoys"
    pages = {
        "tall.html": page("10.5555/hn.tall", TALL, "Lindqvist, Bo", [by_doi, elsewhere]),
        "slow.html": page("10.5555/hn.slow", SLOW, "Okafor, Chi", [elsewhere, by_text, by_text]),
    }
    for name, text in pages.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def published(dataset):
    return {name: (dataset / "current" / f"{name}.parquet").read_bytes() for name in VERSIONED}


def test_pages_that_cite_one_another_are_joined(dataset, saved):
    ingest(dataset, [saved / "tall.html"])
    assert backmatter.citations(dataset).empty
    ingest(dataset, [saved / "slow.html"])
    edges = backmatter.citations(dataset)
    assert list(zip(edges["citing_article_id"], edges["cited_article_id"], strict=True)) == [
        ("doi:10.5555/hn.slow", "doi:10.5555/hn.tall"),
        ("doi:10.5555/hn.tall", "doi:10.5555/hn.slow"),
    ]
    beyond = backmatter.citations(dataset, outside=True)
    outside = beyond[beyond["cited_article_id"].isna()]
    assert outside["cited_doi"].tolist() == ["10.5555/jf.buoys"] * 2

    references = backmatter.load("references", dataset)
    titles = backmatter.load("articles", dataset, columns=["article_id", "title"])
    joined = references.merge(titles, left_on="cited_article_id", right_on="article_id")
    assert sorted(joined["title_y"]) == [TALL, TALL, SLOW]


def test_a_rebuild_and_a_second_ingest_leave_the_links_as_they_are(dataset, saved):
    ingest(dataset, [saved / "slow.html", saved / "tall.html"])
    before = published(dataset)
    ingest(dataset, [saved])
    assert published(dataset) == before
    rebuild(dataset)
    assert published(dataset) == before
    assert len(backmatter.citations(dataset)) == 2
