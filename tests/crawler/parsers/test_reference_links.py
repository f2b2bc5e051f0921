"""What the links of one reference say about the cited work."""

from __future__ import annotations

import pytest
from lxml import html

from crawler.items import ReferenceSaid
from crawler.parsers.references.links import is_link_label, read_links
from pipelines import normalise

OWN = "10.5555/own.1"
DOI = "10.5555/cited.2"


def _said(markup: str) -> ReferenceSaid:
    said = ReferenceSaid()
    read_links(html.fragment_fromstring(f"<li>{markup}</li>"), OWN, said)
    return said


@pytest.mark.parametrize(
    "text",
    ["Article", "CAS", "PubMed", "[CrossRef]", "Google Scholar", "Google Scholar ↗", "View in article", "Full text (opens in new tab)", " ", "·"],
)  # fmt: skip
def test_labels_of_links(text):
    assert is_link_label(text)


@pytest.mark.parametrize(
    "text", ["Article on beans", "CASEY", "PubMed and its users", "10.5555/cited.2", "x" * 100]
)
def test_texts_that_are_no_labels(text):
    assert not is_link_label(text)


@pytest.mark.parametrize(
    "href",
    [
        f"https://doi.org/{DOI}",
        f"http://dx.doi.org/{DOI}",
        "https://doi.org/10.5555%2Fcited.2",
        f"/servlet/linkout?suffix=1&doi={OWN}&key={DOI}",
        "https://x.example/linkout?doi=10.5555%2Fown.1&key=10.5555%2Fcited.2",
        f"https://x.example/openurl?refdoi={DOI}",
        f"/doi/{DOI}",
        f"https://x.example/?rft_id=info:doi/{DOI}",
    ],
)  # fmt: skip
def test_the_cited_doi_in_a_link(href):
    assert normalise.doi(_said(f"A work. <a href='{href}'>Article</a>").doi) == DOI


def test_the_attribute_that_states_the_doi():
    assert _said(f"<a data-doi='{DOI}' href='/articles/cas-redirect/1'>Article</a>").doi == DOI


@pytest.mark.parametrize(
    "href", [f"https://doi.org/{OWN}", f"/doi/full/{OWN}", f"https://x.example/cite?refdoi={OWN}"]
)
def test_the_citing_doi_is_no_target(href):
    assert _said(f"<a href='{href}'>Article</a>").doi is None


@pytest.mark.parametrize(
    ("href", "column", "value"),
    [
        ("https://pubmed.ncbi.nlm.nih.gov/13054692/", "pmid", "13054692"),
        ("http://www.ncbi.nlm.nih.gov/pubmed/13054692", "pmid", "13054692"),
        ("http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?cmd=Retrieve&db=PubMed&dopt=Abstract&list_uids=13054692", "pmid", "13054692"),
        ("http://www.biomedcentral.com/pubmed/13054692", "pmid", "13054692"),
        ("http://www.ncbi.nlm.nih.gov/pmc/articles/PMC1182327", "pmcid", "1182327"),
        ("https://pmc.ncbi.nlm.nih.gov/articles/PMC1182327/", "pmcid", "1182327"),
        ("https://arxiv.org/abs/1706.03762v5", "arxiv_id", "1706.03762v5"),
        ("https://arxiv.org/pdf/hep-th/9711200", "arxiv_id", "hep-th/9711200"),
    ],
)  # fmt: skip
def test_numbers_of_registries(href, column, value):
    assert getattr(_said(f"A work. <a href='{href}'>x</a>"), column) == value


def test_the_address_of_a_work_on_the_web():
    assert _said("<a href='https://www.r-project.example/'>https://www.r-project.example/</a>").url == (
        "https://www.r-project.example/"
    )


@pytest.mark.parametrize(
    "href",
    [
        "#ref-link-1",
        "javascript:returnToText();",
        "http://scholar.google.com/scholar_lookup?title=x",
        "/articles/cas-redirect/1:CAS:528:x",
        "http://adsabs.harvard.edu/abs/1967Sci",
        "https://link.example/openurl?x=1",
        "http://www.biomedcentral.com/sfx_links?ui=1471&bibl=B1",
    ],
)
def test_links_that_lead_nowhere_or_look_up(href):
    said = _said(f"A work. <a href='{href}'>x</a>")
    assert (said.doi, said.pmid, said.pmcid) == (None, None, None)


def test_what_is_known_is_kept():
    said = ReferenceSaid(doi="10.5555/known.1", pmid="1234567")
    links = f"<li><a href='https://doi.org/{DOI}'>a</a><a href='https://pubmed.ncbi.nlm.nih.gov/13054692'>b</a></li>"
    read_links(html.fragment_fromstring(links), OWN, said)
    assert said.pmid == "1234567"
