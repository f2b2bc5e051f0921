"""Funders by what the page gives and by name; several possible bodies are none."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.identity import named_funder, stated_funder

NSF = "https://ror.org/021nxhr62"


def ror(tail):
    return f"https://ror.org/0aaaaa{tail}"


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Borea Trust", ror("a01")),
        ("the BOREA TRUST", ror("a01")),
        ("Fundacion Borea (BT)", ror("a01")),
        ("Borea Trust, Spain", ror("a01")),
        ("Borea Trust, Madrid", ror("a01")),
        ("Borea Trust, Zambia", None),  # a namesake
        ("Borea Trust for Tides", None),  # another body
        ("Ministry of Tides", None),  # two countries have one
        ("Ministry of Tides, Norway", ror("a02")),
        ("Norwegian Ministry of Tides", ror("a02")),
        ("Ministry of Tides of Singapore", ror("a03")),
        ("Ministry of Tides (MoT)", ror("a02")),  # the acronym is one's only
        ("Ministry of Tides, Japan", None),
        ("Department of Health", None),  # one in the registry, but many in the world
        ("Department of Health, Ireland", ror("a04")),
        ("Alba Research Council", None),
        ("Alba Research Council, Portugal", None),
        ("Alba Research Council (ALRC)", ror("a06")),
        ("MERIDIA", ror("a07")),  # a name in capitals
        ("NOMS", None),  # an acronym of one body in the registry may be of others elsewhere
        ("NOMS, Hungary", ror("a08")),
        ("NOMS (Hungary)", ror("a08")),
        ("BT", None),
        ("Society for Sundials", "10.13039/100099902"),  # ROR does not have it
        ("Nobody in Particular", None),
        ("", None),
    ],
)
def test_a_name_that_the_table_lacks_must_lead_to_one_body(registry, printed, expected):
    assert named_funder(printed, None, registry) == expected
    assert named_funder(printed, None, None) is None


def test_the_table_goes_on_where_the_registry_lacks_its_funder(registry):
    assert named_funder("National Science Foundation", NSF, registry) == NSF
    assert named_funder("National Science Foundation", NSF, None) == NSF


def test_the_table_decides_between_namesakes(registry):
    registry.add("021nxhr62", ["National Science Foundation"], "US")
    registry.add("0bbbbbb01", ["National Science Foundation"], "LK")
    assert named_funder("National Science Foundation", NSF, registry) == NSF
    assert (
        named_funder("National Science Foundation, Sri Lanka", None, registry) == "https://ror.org/0bbbbbb01"
    )


def test_the_registry_has_the_last_word_on_an_id_of_the_table(registry):
    registry.add("0bbbbbb02", ["National Science Foundation"], "US")
    assert named_funder("NSF", NSF, registry) == "https://ror.org/0bbbbbb02"


def test_the_registry_completes_a_funder_of_the_table_that_has_no_id(registry):
    registry.add("0bbbbbb03", ["Australian Academy of Science"], "AU")
    registry.add("0bbbbbb04", ["Australian Academy of Science"], "NZ")
    assert named_funder("Australian Academy of Science", None, registry) == "https://ror.org/0bbbbbb03"


def test_a_name_that_the_table_knows_to_be_shared_needs_its_country(registry):
    registry.add("0bbbbbb05", ["National Research Foundation"], "UA", acronyms=["NRF"])
    assert named_funder("National Research Foundation", None, registry) is None
    assert named_funder("National Research Foundation (NRF)", None, registry) is None
    assert (
        named_funder("National Research Foundation, Ukraine", None, registry) == "https://ror.org/0bbbbbb05"
    )


@pytest.mark.parametrize(
    "form", ["{}", "10.13039/{}", "https://doi.org/10.13039/{}", "http://dx.doi.org/10.13039/{}"]
)
def test_a_funder_number_in_any_form_becomes_a_ror_id(registry, form):
    assert stated_funder("whatever", form.format("501100099901"), registry) == ror("a01")
    assert stated_funder("whatever", form.format("100000001"), None) == NSF  # the built-in table
    assert stated_funder("whatever", form.format("501100099999"), registry) == "10.13039/501100099999"


@pytest.mark.parametrize(
    "form", ["https://ror.org/0aaaaaa05", "http://ror.org/0aaaaaa05", "ror.org/0AAAAAA05"]
)
def test_a_ror_id_of_the_page_stands(form):
    assert stated_funder("Borea Trust", form, None) == ror("a05")


def test_other_identifiers_stay_as_the_page_gives_them(registry):
    assert stated_funder("Borea Trust", "grid.1234.5", registry) == "grid.1234.5"


def test_a_funder_given_as_data_without_an_identifier_is_known_by_its_name(registry):
    assert stated_funder("Borea Trust", None, registry) == ror("a01")
    assert stated_funder("National Science Foundation", None, None) == NSF
    assert stated_funder("Medical Research Council, Zambia", None, None) is None
    assert stated_funder(None, None, registry) is None


class Everywhere:
    """A registry in which every name is borne by two bodies of a country."""

    def __init__(self, bodies):
        self.named = self.abbreviated = lambda _: bodies
        self.numbered = lambda _: None


@given(st.text(max_size=80))
def test_no_name_is_worth_an_id_where_two_bodies_always_share_it(printed):
    from pipelines.identity import Body

    twins = [Body(f"https://ror.org/0ccccc{n}01", "X", "XX", None) for n in (1, 2)]
    assert stated_funder(printed, None, Everywhere(twins)) in (None, stated_funder(printed, None, None))
