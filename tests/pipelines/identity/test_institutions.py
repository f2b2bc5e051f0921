"""Institutions of addresses: ROR ids where an address can mean no other body."""

import pytest

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from pipelines import normalise
from pipelines.clean import clean
from pipelines.identity import institution


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("Department of Rain, University of Westland, Norburg, USA", "a09"),  # the campus, not the system
        ("Department of Rain, University of Westland, Ostburg, USA", "b01"),
        ("University of Westland, Norburg, Canada", None),
        ("Institute of Physics, Brno, Czech Republic", "b02"),
        ("Institute of Physics, Prague, Czech Republic", None),  # a name that many have
        ("Institute of Physics", None),
        ("Sankt Olaf University, Lund, Sweden", "b03"),
        ("Sankt Olaf University, Umea, Sweden", "b04"),
        ("Sankt Olaf University, Sweden", None),
        ("Unknown University, Lund, Sweden", None),
    ],
)
def test_an_address_must_lead_to_one_body(registry, address, expected):
    named, city, country = normalise.affiliation(address)
    body = institution(address, named, city, country, registry)
    assert (body.id if body else None) == (f"https://ror.org/0aaaaa{expected}" if expected else None)
    assert institution(address, named, city, country, None) is None


def reading(*addresses):
    author = AuthorSaid(name="Ann Hoe", affiliations=list(addresses))
    return PageReading(
        page_state="article",
        source_format="html",
        parser="generic@1",
        candidates=[
            Candidate("doi", "10.5555/tides.1", "highwire:citation_doi"),
            Candidate("title", "On tides", "highwire:citation_title"),
            Candidate("funding_text", "Supported by the Borea Trust (grant 123/2020).", "dom:section"),
        ],
        author_lists=[AuthorList("highwire:citation_author", [author])],
    )


def test_records_have_the_ids_and_the_country_that_the_address_lacks(registry):
    record = clean(reading("University of Westland, Norburg", "Institute of Physics"), registry=registry)
    assert [(row["ror_id"], row["country"]) for row in record.affiliations] == [
        ("https://ror.org/0aaaaaa09", "US"),
        (None, None),
    ]
    assert [row["funder_id"] for row in record.funding] == ["https://ror.org/0aaaaaa01"]


def test_without_a_registry_no_institution_has_an_id():
    record = clean(reading("University of Westland, Norburg"))
    assert [(row["ror_id"], row["country"]) for row in record.affiliations] == [(None, None)]
    assert [row["funder_id"] for row in record.funding] == [None]
