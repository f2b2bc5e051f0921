"""The table of funders, and when a printed name is worth an identifier."""

import re
from importlib.resources import files

import pytest

from pipelines.funding import parse_funding, table

NSF = "https://ror.org/021nxhr62"
ROWS = [
    line.split("\t")
    for line in files("pipelines").joinpath("data", "funders.tsv").read_text("utf-8").splitlines()
]


def checksum_of(ror):
    """The last two digits of a ROR id: ISO 7064, as ror.org defines it over Crockford's base 32."""
    value = 0
    for character in ror[:7]:
        value = value * 32 + "0123456789abcdefghjkmnpqrstvwxyz".index(character)
    return f"{98 - (value * 100) % 97:02d}"


def test_the_file_has_a_heading_and_seven_columns():
    assert ROWS[0] == ["ror", "country", "name", "other_names", "acronyms", "part_of", "crossref"]
    assert {len(row) for row in ROWS} == {7}
    assert len(ROWS) > 500


def test_every_ror_id_is_well_formed_and_stands_once():
    rors = [row[0] for row in ROWS[1:] if row[0]]
    assert all(re.fullmatch(r"0[a-z0-9]{6}\d\d", ror) and ror[7:] == checksum_of(ror) for ror in rors)
    assert len(set(rors)) == len(rors)


def test_every_funder_number_is_well_formed_and_stands_once_beside_a_ror_id():
    numbers = [row[6] for row in ROWS[1:] if row[6]]
    assert all(re.fullmatch(r"(?:501)?100\d{6}", number) for number in numbers)
    assert len(set(numbers)) == len(numbers) > 100
    assert all(row[0] for row in ROWS[1:] if row[6])
    assert table.find_number("100000001").ror == NSF


def test_no_name_and_no_acronym_stands_for_two_funders():
    names = [name for row in ROWS[1:] for name in {table.key(n) for n in (row[2], *row[3].split("|")) if n}]
    acronyms = [a.lstrip("?") for row in ROWS[1:] for a in row[4].split("|") if a]
    assert sorted(n for n in set(names) if names.count(n) > 1) == []
    assert sorted(a for a in set(acronyms) if acronyms.count(a) > 1) == []


@pytest.mark.parametrize(
    ("printed", "ror"),
    [
        ("National Science Foundation", NSF),
        ("the US National Science Foundation", NSF),
        ("U.S. National Science Foundation (NSF)", NSF),
        ("National Science Foundation, USA", NSF),
        ("NSF", NSF),
        ("National Science Foundation of Freedonia", None),  # a namesake
        ("Medical Research Council, Zambia", None),  # a namesake, told by the country
        ("National Research Foundation", None),  # several bodies have this name
        ("NRF", None),
        ("Borea Trust", None),
    ],
)
def test_identifiers_only_where_the_name_means_one_body(printed, ror):
    assert parse_funding(f"This work was supported by {printed}.")[0].funder_id == ror


def test_acronyms_count_only_as_they_are_usually_printed():
    assert table.find("CNPq") is not None
    assert table.find("nsf") is None


def test_a_nationality_is_passed_over_where_it_is_the_funders_own():
    assert table.find("French Agence Nationale de la Recherche") == table.find("ANR")
    assert table.find("Italian Agence Nationale de la Recherche") is None
