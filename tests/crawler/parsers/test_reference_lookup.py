"""Links that look a cited work up by its fields."""

import pytest

from crawler.items import ReferenceSaid
from crawler.parsers.references.lookup import is_lookup, read_lookup

FIELDS = "title=Roofs+as+islands&author=A%20Kalk&author=B%20Berg&publication_year=2009&journal=J%20Roof%20Ecol&volume=12&pages=101-110"


@pytest.mark.parametrize(
    "address",
    [
        f"https://scholar.google.com/scholar_lookup?{FIELDS}",
        f"http://scholar.google.com/scholar_lookup?&{FIELDS}",
        (
            "/lookup/google-scholar?link_type=googlescholar&gs_type=article&author%5B0%5D=A%20Kalk&author%5B1%5D=B%20Berg"
            "&title=Roofs+as+islands&publication_year=2009&journal=J+Roof+Ecol&volume=12&pages=101-110"
        ),
        (
            "/action/getFTRLinkout?url=http%3A%2F%2Fscholar.google.com%2Fscholar_lookup%3Fhl%3Den%26volume%3D12"
            "%26publication_year%3D2009%26pages%3D101-110%26journal%3DJ%2BRoof%2BEcol%26author%3DA%2BKalk%26author%3DB%2BBerg"
            "%26title%3DRoofs%2Bas%2Bislands&doi=10.9999%2Fown&linkType=gs"
        ),
    ],
)
def test_fields_of_the_work(address: str):
    said = ReferenceSaid(raw="Kalk A, Berg B. Roofs as islands. J Roof Ecol. 2009;12:101–10.")
    assert is_lookup(address)
    read_lookup(address, said)
    assert (said.title, said.container_title, said.year) == ("Roofs as islands", "J Roof Ecol", "2009")
    assert (said.volume, said.first_page, said.last_page) == ("12", "101", "110")
    assert said.authors == ["A Kalk", "B Berg"]
    assert said.doi is None


def test_another_work_is_not_read():
    said = ReferenceSaid(raw="Stein D. The moss atlas. 1988.")
    read_lookup(f"https://scholar.google.com/scholar_lookup?{FIELDS}", said)
    assert said == ReferenceSaid(raw="Stein D. The moss atlas. 1988.")


@pytest.mark.parametrize("names", ["author=A.+B.+C.+Kalk+Berg+Holm", "author=A+Kalkauthor=B+Berg"])
def test_names_run_together_are_not_taken(names: str):
    said = ReferenceSaid()
    read_lookup(f"https://scholar.google.com/scholar_lookup?title=Roofs&{names}", said)
    assert (said.title, said.authors) == ("Roofs", [])


def test_search_by_words_is_no_lookup():
    assert not is_lookup("http://scholar.google.com/scholar?q=Roofs+as+islands+Kalk+2009")
