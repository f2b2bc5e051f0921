from __future__ import annotations

import pytest

from pipelines import normalise


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("10.1000/ABC", "10.1000/abc"),
        ("https://doi.org/10.1000/Abc-1.2", "10.1000/abc-1.2"),
        ("http://dx.doi.org/10.1000%2Fabc", "10.1000/abc"),
        ("https://example.org/ref?doi=10.1000/abc&title=x", "10.1000/abc"),
        ("https://onlinelibrary.wiley.com/doi/full/10.1002/abc.123", "10.1002/abc.123"),
        ("https://www.frontiersin.org/articles/10.3389/fx.2014.01582/full", "10.3389/fx.2014.01582"),
        ("info:doi/10.1000/abc", "10.1000/abc"),
        ("DOI: 10.1000/abc.", "10.1000/abc"),
        ("(doi:10.1016/S0140-6736(05)12345-0).", "10.1016/s0140-6736(05)12345-0"),
        ("doi 10.1000/ abc.1", "10.1000/abc.1"),
        ("10.1000/abc.PMID:1234", "10.1000/abc"),
        ("10.1000/abchttps://doi.org/10.1000/abc", "10.1000/abc"),
        ("10.1000/abc</a> and more", "10.1000/abc"),
        ("10.1016/j.x.2010–01.002", "10.1016/j.x.2010-01.002"),
        ("10.1000/\u200babc", "10.1000/abc"),
        (
            "10.1002/(SICI)1097-0258(19980815)17:15&lt;1661::AID-SIM968&gt;3.0.CO;2-2",
            "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        ),
        (
            "10.1175/1520-0493(1988)116&amp;lt;2417:XYZ&amp;gt;2.0.CO;2.",
            "10.1175/1520-0493(1988)116<2417:xyz>2.0.co;2",
        ),
        ("10.1061/(ASCE)0733-9399(1984)110:5(794)", "10.1061/(asce)0733-9399(1984)110:5(794)"),
        ("10.1000/abc，见", "10.1000/abc"),
        ("version 10.5/3", None),
        ("10.1000/", None),
        ("", None),
        (None, None),
    ],
)
def test_doi(printed: str | None, expected: str | None) -> None:
    assert normalise.doi(printed) == expected


def test_find_doi_takes_the_first_of_a_sentence() -> None:
    assert normalise.find_doi("See 10.1000/one, and 10.1000/two.") == "10.1000/one"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("PMID: 8861111", "8861111"),
        ("https://pubmed.ncbi.nlm.nih.gov/8861111/", "8861111"),
        (
            "http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?db=PubMed&list_uids=8861111&dopt=Abstract",
            "8861111",
        ),
        ("http://www.ncbi.nlm.nih.gov/pubmed/8861111?dopt=Abstract", "8861111"),
        ("PMC8861111", None),
        ("123456789", None),
        ("0", None),
    ],
)
def test_pmid(printed: str, expected: str | None) -> None:
    assert normalise.pmid(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/", "PMC3531190"),
        ("3531190", "PMC3531190"),
        ("PMCID: PMC3531190", "PMC3531190"),
        ("PMC000", None),
        ("see 3531190", None),
    ],
)
def test_pmcid(printed: str, expected: str | None) -> None:
    assert normalise.pmcid(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("arXiv:1704.03878v2 [hep-ph]", "1704.03878"),
        ("1704.03878", "1704.03878"),
        ("https://arxiv.org/pdf/hep-th%2F9711200.pdf", "hep-th/9711200"),
        ("math.GT/0309136", "math/0309136"),
        ("10.48550/arXiv.1910.03089", "1910.03089"),
        ("ArXiv, abs/1910.03089", "1910.03089"),
        ("pages 1704.03878", None),
        ("arXiv:1713.03878", None),
    ],
)
def test_arxiv_id(printed: str, expected: str | None) -> None:
    assert normalise.arxiv_id(printed) == expected


def test_arxiv_version_is_kept_on_request() -> None:
    assert normalise.arxiv_id("arXiv:1704.03878v2", keep_version=True) == "1704.03878v2"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("ISBN 0-19-852663-6 (hbk)", "9780198526636"),
        ("978-3-16-148410-0", "9783161484100"),
        ("978-3-16-148410-1", None),
        ("ISBN 080442957X", "9780804429573"),
    ],
)
def test_isbn(printed: str, expected: str | None) -> None:
    assert normalise.isbn(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [("ISSN 0378-5955", "0378-5955"), ("2434561x", "2434-561X"), ("0378-5956", None), ("1999-2000", None)],
)
def test_issn(printed: str, expected: str | None) -> None:
    assert normalise.issn(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("http://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"),
        ("000000021694233x", "0000-0002-1694-233X"),
        ("0000-0002-1825-0098", None),
    ],
)
def test_orcid(printed: str, expected: str | None) -> None:
    assert normalise.orcid(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("See http://Example.ORG:80/A?utm_source=x&id=1).", "http://example.org/A?id=1"),
        ("https://link.example.com/a?error=cookies_not_supported&code=0c0b4c7a-0000-4000-8000-000000000000",
         "https://link.example.com/a"),
        ("www.example.org", "http://www.example.org/"),
        ("https://en.example.org/wiki/Mean_(statistics)", "https://en.example.org/wiki/Mean_(statistics)"),
        ("http://[broken", None),
        ("no address", None),
    ],
)  # fmt: skip
def test_url(printed: str, expected: str | None) -> None:
    assert normalise.url(printed) == expected
