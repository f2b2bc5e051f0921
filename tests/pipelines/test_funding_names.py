"""Where a funder's name begins and ends, and what is only a grant's title. The statements are our own."""

import pytest

from pipelines.funding import parse_funding


def pairs(text):
    return [(row.funder_name, row.award_id) for row in parse_funding(text) if row.kind == "research"]


def names(text):
    return list(dict.fromkeys(name for name, _ in pairs(text) if name))


@pytest.mark.parametrize(
    "name",
    [
        "Northern Institute on Child Health and Human Welfare",
        "Freedonian Oceanic and Atmospheric Administration",
        "VA Marine Science Research and Development Service",
        "King Ottokar IX 80 Years Foundation",
        "Freedonian Association against Rheumatism",
        "Freedonian Department of Energy, Office of Science, Basic Energy Sciences",
        "Freedonian Research Council, Natural Sciences and Engineering Sciences",
        "Freedonian Ministries of Education, Culture and Sport, and of Health, Labor and Welfare",
        "Borea Research Programme on Roots, Tubers, and Bananas",
        "Freedonian S & T Major Project",
        "Ministerio de Econom ´ıa y Competitividad",
        "Fundac\u0327a\u0303o Borealis",
    ],
)
def test_one_name(name):
    assert pairs(f"This work was supported by the {name} (2031-1234) and the Alba Trust (AT-1200).") == [
        (name, "2031-1234"),
        ("Alba Trust", "AT-1200"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Supported by the University of Borea Capital and the Alba Trust.", ["University of Borea Capital", "Alba Trust"]),
        ("Supported by the Université de Montréal and the Alba Trust.", ["Université de Montréal", "Alba Trust"]),
        ("Supported by the Borea Trust, Alba Research Fund and Carta Institute.", ["Borea Trust", "Alba Research Fund", "Carta Institute"]),
    ],
)  # fmt: skip
def test_several_names(text, expected):
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A.B. was supported by a Greenfield Partnership Grant (GP 11-02) from the Borea Trust.",
            [("Borea Trust", "GP 11-02", "Greenfield Partnership Grant")],
            id="grant with its number from",
        ),
        pytest.param(
            "Partially supported by START project Y9937 of the Borea Science Fund.",
            [("Borea Science Fund", "Y9937", "START project")],
            id="project of",
        ),
        pytest.param(
            "Supported by NPRX grant #09-999-3-082 from the Borea National Research Fund.",
            [("Borea National Research Fund", "09-999-3-082", "NPRX grant")],
            id="an acronym",
        ),
        pytest.param(
            "A.B. was supported by a National Research Service Award from the National Eye Institute.",
            [("National Eye Institute", None, "National Research Service Award")],
            id="a service that is no body",
        ),
        pytest.param(
            "Supported by Policy Impact Acceleration funding from the University of Northtown.",
            [("University of Northtown", None, "Policy Impact Acceleration funding")],
            id="funding from",
        ),
        pytest.param(
            "Supported by a Borea Trust grant from the Alba Foundation.",
            [("Borea Trust", None, None), ("Alba Foundation", None, None)],
            id="a body is no title",
        ),
    ],
)
def test_titles_of_grants(text, expected):
    assert [(row.funder_name, row.award_id, row.scheme) for row in parse_funding(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Funded by the Northtown Quantum Institute, an Energy Frontier Research Center funded by the Borea Council (BC-7755).",
            [("Northtown Quantum Institute", None), ("Borea Council", "BC-7755")],
            id="what the funder before is called",
        ),
        pytest.param(
            "Supported by grant No. 2031R1 from the Alba Research Foundation, funded by the Freedonian government "
            "(Ministry of Science, Trade & Planning).",
            [("Alba Research Foundation", "2031R1"), ("Freedonian government", None), ("Ministry of Science, Trade & Planning", None)],
            id="a government's ministry",
        ),
        pytest.param(
            "We thank the Borea Research Foundation for the C4T project under SAILS (R-279-999), and the Alba Trust (AT-1200) "
            "for financial support.",
            [("Borea Research Foundation", "R-279-999"), ("Alba Trust", "AT-1200")],
            id="under a frame",
        ),
        pytest.param(
            "This study was supported by a grant-in-aid for scientific research from the Ministry of Education of Freedonia.",
            [("Ministry of Education of Freedonia", None)],
            id="a grant for research from",
        ),
        pytest.param(
            "A.B. would like to acknowledge the Borea Science Programme No. 2031YFA0405501, and the Alba Trust.",
            [("Borea Science Programme", "2031YFA0405501"), ("Alba Trust", None)],
            id="an acknowledged name with its number",
        ),
        pytest.param(
            "Supported by the National Institutes of Health (R01GM999901) and by XTSA grants UL1TR999902 and UL1TR999903.",
            [
                ("National Institutes of Health", "R01GM999901"),
                ("National Institutes of Health", "UL1TR999902"),
                ("National Institutes of Health", "UL1TR999903"),
            ],
            id="numbers of the NIH under a programme's acronym",
        ),
        pytest.param(
            "We thank the Borea World Charity Foundation for financial support. A.B. was supported by BWCF grant 9159.",
            [("Borea World Charity Foundation", "9159")],
            id="an acronym made of a funder's initials",
        ),
        pytest.param(
            "We thank the Judith and Jean Borea Foundation for supporting and funding our research.",
            [("Judith and Jean Borea Foundation", None)],
            id="for supporting and funding",
        ),
        pytest.param(
            "Funded by center grant AA99761-03, from the National Eye Institute, and a grant from the Alba Trust.",
            [("National Eye Institute", "AA99761-03"), ("Alba Trust", None)],
            id="a comma between a grant and from",
        ),
        pytest.param(
            "Supported by the Borea Research Office (BRO), grant 12345, and the Borea Research Office, grant 54321.",
            [("Borea Research Office (BRO)", "12345"), ("Borea Research Office (BRO)", "54321")],
            id="one funder with and without its acronym",
        ),
        pytest.param(
            "A.B. acknowledges the Borea Research Foundation (BRF), grant 2014-001. C.D. acknowledges Alba Tier 2 grants "
            "2016-T2-1-170 and BRF2018-07.",
            [("Borea Research Foundation (BRF)", "2014-001"), ("Alba Tier 2", "2016-T2-1-170"), ("Borea Research Foundation (BRF)", "BRF2018-07")],
            id="a number that begins with the acronym of another funder",
        ),
        pytest.param(
            "We acknowledge support under the LUMENS Project and from the Borea Trust.", [("Borea Trust", None)],
            id="a project's own name",
        ),
        pytest.param(
            "We thank many private sponsors including Carta Canin for financial support.", [("Carta Canin", None)],
            id="sponsors including",
        ),
        pytest.param(
            "This work was funded by a joint French/Canadian call by the Borea Trust.", [("Borea Trust", None)], id="nations"
        ),
    ],
)  # fmt: skip
def test_who_gives(text, expected):
    found = pairs(text)
    assert [pair for pair in expected if pair not in found] == []
    assert {name for name, _ in found} == {name for name, _ in expected}
