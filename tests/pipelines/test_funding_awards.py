"""What an award number is as printed, and which numbers are none. The statements are our own."""

import pytest

from pipelines.funding import parse_funding


def awards(text):
    return [row.award_id for row in parse_funding(text)]


def pairs(text):
    return [(row.funder_name, row.award_id) for row in parse_funding(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Supported by the National Science Foundation of Freedonia (NSFF 71473999, NSFF 71474000).",
            ["NSFF 71473999", "NSFF 71474000"],
            id="the funder's acronym in the brackets behind its name",
        ),
        pytest.param(
            "Supported by the Grant Agency of the Northern Republic (GAŇR 31-15999S).",
            ["GAŇR 31-15999S"],
            id="an acronym with an accent",
        ),
        pytest.param(
            "Funded by the Borea Trust (CUP B53C99001779996).", ["CUP B53C99001779996"], id="a code"
        ),
        pytest.param(
            "Funded by a Partnership Grant (CSR 31-02) from the Borea Trust.",
            ["CSR 31-02"],
            id="a code in the brackets behind a grant",
        ),
        pytest.param(
            "Supported by the National Eye Institute under award number NIH K01EY999901 to Doe and NIH R01EY999902 to Roe.",
            ["NIH K01EY999901", "NIH R01EY999902"],
            id="behind a word for a number, and again",
        ),
        pytest.param(
            "Supported by the Alba Fund (OTKA T 934307).", ["OTKA T 934307"], id="acronym, letter, number"
        ),
        pytest.param(
            "Supported by the Borea Trust grant DAIP #66/2031.", ["DAIP #66/2031"], id="a # between"
        ),
        pytest.param(
            "Supported by the Ministry of Science (104-9913-B-002 -014 -MY3).",
            ["104-9913-B-002 -014 -MY3"],
            id="hyphens parted by a line break",
        ),
        pytest.param("Supported by NSF grant AST17- 99205.", ["AST17- 99205"], id="a hyphen at a line's end"),
        pytest.param("Supported by the NSF (ASC{9999041).", ["ASC{9999041"], id="a brace for a hyphen"),
        pytest.param(
            "Supported by the ONR (Contract No. NO0014-99-K-0182).", ["NO0014-99-K-0182"], id="O for 0"
        ),
        pytest.param("Supported by the Borea Trust (No.9167246).", ["9167246"], id="No. is no part of it"),
        pytest.param(
            "Supported by the Borea Council grant (Reg.No. 340-2031-5342).",
            ["340-2031-5342"],
            id="Reg.No. ends no sentence",
        ),
        pytest.param(
            "Supported by the Junta de Borea (Research GrantsGR99131).",
            ["GR99131"],
            id="a space lost behind Grants",
        ),
        pytest.param(
            "Supported by the Alba Council (PIP 99920210100343CO).",
            ["PIP 99920210100343CO"],
            id="two letters at the end",
        ),
        pytest.param(
            "Supported by institutional research funding BUT34-5 of the Borea Council.",
            ["BUT34-5"],
            id="institutional",
        ),
    ],
)
def test_numbers_as_printed(text, expected):
    assert awards(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("This work was supported by NSF DMS-9907813.", [("NSF", "DMS-9907813")]),
        ("This work was supported by grants NSF DMS-9907813 and ONR N99914-18-1-2729.", [("NSF", "DMS-9907813"), ("ONR", "N99914-18-1-2729")]),
        ("Supported by the Borea Trust (NIH R01GM999901).", [("Borea Trust", None), ("NIH", "R01GM999901")]),
        ("Supported by the Borea Trust (NIH grant T32GM992714).", [("Borea Trust", None), ("NIH", "T32GM992714")]),
    ],
)  # fmt: skip
def test_an_acronym_that_names_another_funder_is_no_part_of_the_number(text, expected):
    assert pairs(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Supported by the Borea Trust, Northtown, Ohio, 45433-6999.",
        "Supported by the Borea Trust and the 1999 study team.",
        "Supported by the Borea Trust (p < .001).",
        "The CIGRE 500 flash counters were bought with funds of the Borea Trust.",
        "Supported by the Borea Trust within the Priority Program SPP 9999.",
        "Supported by the Borea Trust and the 111 Project.",
        "Supported by the Borea Trust (protocol 2031-77, institutional review board 9912).",
    ],
)
def test_numbers_of_other_things(text):
    assert set(awards(text)) == {None}


def test_words_that_a_line_broke_are_read_whole():
    assert pairs(
        "The first author acknowl- edges finan- cial sup- port from the Borea Trust, grant BT-1200."
    ) == [("Borea Trust", "BT-1200")]
