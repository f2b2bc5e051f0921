from __future__ import annotations

import pytest

from pipelines.references.identifiers import MASK, identify


@pytest.mark.parametrize(
    ("raw", "field", "expected"),
    [
        ("Title. J Test. 2001;5:1. doi:10.1000/ABC.1", "doi", "10.1000/abc.1"),
        ("Title. https://doi.org/10.1000/abc(2001)5", "doi", "10.1000/abc(2001)5"),
        ("Title, 2001. http ://dx.doi. org/10 .1000 /abc.", "doi", "10.1000/abc"),
        ("Title. doi.10.1000/abc. PMID: 1234567", "doi", "10.1000/abc"),
        ("Title. doi:10.1000/abc.PMID: 1234567", "doi", "10.1000/abc"),
        ("Title 7, 3, doi:10.1000/abc(2018.", "doi", "10.1000/abc"),
        (
            "Title. 10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2 and more",
            "doi",
            "10.1002/(sici)1097-0258(19980815)17:15<1661::aid-sim968>3.0.co;2-2",
        ),
        ("Title. doi:10.1000/abc.PMID: 1234567", "pmid", "1234567"),
        ("Title. [PubMed: 1234567]", "pmid", "1234567"),
        ("Title. PMCID: PMC3531190", "pmcid", "PMC3531190"),
        ("A. Author, arXiv:1704.03878 [hep-ph]", "arxiv_id", "1704.03878"),
        ("A. Author, arXiv :1704 .03878v2", "arxiv_id", "1704.03878"),
        ("A. Author, hep -th/9711200", "arxiv_id", "hep-th/9711200"),
        ("A. Author, arXiv.org: astro-ph/0505220 (2005)", "arxiv_id", "astro-ph/0505220"),
        ("A. Author. CoRR, abs/1909.00512, 2019", "arxiv_id", "1909.00512"),
        ("A. Author, https://arxiv.org/abs/1504.07627", "arxiv_id", "1504.07627"),
        ("A. Author, doi:10.48550/arXiv.1504.07627", "arxiv_id", "1504.07627"),
        ("A. Author, Test, ISBN 978-3-16-148410-0", "isbn", "9783161484100"),
        ("A. Author, Test, ISBN 978-3-16-148410-1", "isbn", None),
        ("Test report, http://www.example.org/a.pdf, accessed 2001", "url", "http://www.example.org/a.pdf"),
        ("Test report, https://doi.org/10.1000/abc", "url", None),
        ("pages 1704.03878 of nothing", "arxiv_id", None),
    ],
)
def test_identifiers_are_found_in_running_text(raw: str, field: str, expected: str | None) -> None:
    assert getattr(identify(raw), field) == expected


def test_identifiers_are_masked_in_place() -> None:
    raw = "Author A. Title. 2001;5:1-9. doi:10.1000/abc.2016 PMID: 1234567 http://example.org/1999"
    masked = identify(raw).masked
    assert len(masked) == len(raw)
    assert masked.startswith("Author A. Title. 2001;5:1-9. ")
    assert not any(year in masked for year in ("2016", "1999", "1234567"))
    assert masked.count(MASK) > 40


def test_the_number_of_the_item_is_no_part_of_it() -> None:
    assert identify("[12] Author A. Title").masked == "     Author A. Title"
    assert identify("12. Author A. Title").masked == "    Author A. Title"
    assert identify("2012 Author A. Title").masked == "2012 Author A. Title"
