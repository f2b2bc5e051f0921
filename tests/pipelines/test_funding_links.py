"""Which funder an award belongs to. The statements are our own, in the ways articles word them."""

import pytest

from pipelines.funding import parse_funding


def pairs(text):
    return [(row.funder_name, row.award_id) for row in parse_funding(text) if row.kind == "research"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "This work was supported by grants from the Alba Research Foundation (1201, 1202) and the Borea Trust (B-77331).",
            [
                ("Alba Research Foundation", "1201"),
                ("Alba Research Foundation", "1202"),
                ("Borea Trust", "B-77331"),
            ],
            id="several awards to each of two funders",
        ),
        pytest.param(
            "This study was supported by the Alba Foundation and the Borea Trust (grants 55501 and BT/4410, respectively).",
            [("Alba Foundation", "55501"), ("Borea Trust", "BT/4410")],
            id="respectively",
        ),
        pytest.param(
            "Supported by Basic Science Programme through the National Research Foundation of Korea (NRF) funded by the "
            "Ministry of Education (NRF-2031R1D1A1B00000001).",
            [
                ("National Research Foundation of Korea (NRF)", "NRF-2031R1D1A1B00000001"),
                ("Ministry of Education", None),
            ],
            id="programme through A funded by B",
        ),
        pytest.param(
            "Part of this was funded by grant PGC2031-000111-B-I00 from the Agencia Estatal de Investigación.",
            [("Agencia Estatal de Investigación", "PGC2031-000111-B-I00")],
            id="award before its funder",
        ),
        pytest.param(
            "NIH grants R01 GM999901 to A.B. and R21 AI999902 to C.D.; contract W911NF-31-1-0001 awarded by the Army "
            "Research Office.",
            [("NIH", "R01 GM999901"), ("NIH", "R21 AI999902"), ("Army Research Office", "W911NF-31-1-0001")],
            id="funder before grants without a verb, then awarded by",
        ),
        pytest.param(
            "This project has received funding from the European Research Council (ERC) under the European Union's "
            "Horizon 2020 research and innovation programme (grant agreement No 999001).",
            [("European Research Council (ERC)", "999001")],
            id="ERC under the European Union",
        ),
        pytest.param(
            "We acknowledge funding from the Swiss National Science Foundation (SNSF). L.M. was supported by SNSF grant "
            "200021_999999.",
            [("Swiss National Science Foundation (SNSF)", "200021_999999")],
            id="an acronym defined one sentence earlier",
        ),
        pytest.param(
            "Funding: Alba Foundation (AF-1200), Ministry of Science, Culture and Sport of Freedonia (77-1234) and the "
            "University of Northtown.",
            [
                ("Alba Foundation", "AF-1200"),
                ("Ministry of Science, Culture and Sport of Freedonia", "77-1234"),
                ("University of Northtown", None),
            ],
            id="a list behind a heading, with a name that has commas",
        ),
        pytest.param(
            "The authors thank J. Smith for advice, the Borea Trust for financial support, and the Carta Institute for data.",
            [("Borea Trust", None)],
            id="thanks for money among thanks for other things",
        ),
        pytest.param(
            "The mass spectrometer was bought with support from the Alba Foundation, and the Northtown Imaging Facility is "
            "supported by the Borea Trust (BT-8812).",
            [("Alba Foundation", None), ("Borea Trust", "BT-8812")],
            id="the subject of a new clause is no funder",
        ),
        pytest.param(
            "The laboratory is operated by Carta Research Associates, LLC under Contract No. DE-AC02-99XX99999 with the "
            "U.S. Department of Energy.",
            [("U.S. Department of Energy", "DE-AC02-99XX99999")],
            id="who manages a contract does not fund it",
        ),
        pytest.param(
            "This research was supported by the Department of Physics, University of Northtown, and by Delta Pharma Inc.",
            [("Department of Physics, University of Northtown", None), ("Delta Pharma Inc.", None)],
            id="a part and its body are one funder",
        ),
        pytest.param(
            "The work was funded by the ANR project HELIOTROPE (ANR-31-CE40-9999).",
            [("ANR", "ANR-31-CE40-9999")],
            id="a project's own name is no funder",
        ),
        pytest.param(
            "National Natural Science Foundation of China: 49999901 Borea Trust: BT-4411",
            [("National Natural Science Foundation of China", "49999901"), ("Borea Trust", "BT-4411")],
            id="name and number as some publishers list them",
        ),
        pytest.param(
            "Wellcome Trust. Grant Number: 099999 BBSRC. Grant Number: BB/X99999/1",
            [("Wellcome Trust", "099999"), ("BBSRC", "BB/X99999/1")],
            id="funder, full stop, Grant Number",
        ),
        pytest.param(
            "National Eye Institute.", [("National Eye Institute", None)], id="nothing but a funder"
        ),
    ],
)
def test_awards_go_to_their_funders(text, expected):
    assert pairs(text) == expected


def test_an_award_without_a_funder_keeps_none():
    (row,) = parse_funding("This work was supported by grant 48-99120.")
    assert (row.funder_name, row.funder_id, row.award_id) == (None, None, "48-99120")


def test_a_number_of_the_nihs_shape_is_the_nihs_if_the_statement_names_it():
    text = "This work was supported by the National Institute of Mental Health (MH999901). J.F. was supported by R01 MH999902."
    assert pairs(text) == [
        ("National Institute of Mental Health", "MH999901"),
        ("National Institute of Mental Health", "R01 MH999902"),
    ]


def test_a_number_of_the_nihs_shape_alone_is_no_reason_to_name_the_nih():
    assert pairs("J.F. was supported by R01 MH999902.") == [(None, "R01 MH999902")]


@pytest.mark.parametrize(
    ("text", "scheme"),
    [
        ("Supported by a Borea Trust Early Career Fellowship (BT-100).", "Early Career Fellowship"),
        ("Supported by the ERC Starting Grant 999002.", "Starting Grant"),
        ("Supported by the Borea Trust under its Deep Water Programme (BT-101).", "Deep Water Programme"),
        (
            "Supported by the Strategic Research Program of the Chinese Academy of Sciences (XDA99999).",
            "Strategic Research Program",
        ),
    ],
)
def test_schemes(text, scheme):
    assert parse_funding(text)[0].scheme == scheme


def test_a_fellowship_without_a_funder_is_a_row_with_a_scheme():
    (row,) = parse_funding("Ann Doe was supported by the Greta Blau Fellowship.")
    assert (row.funder_name, row.scheme, row.recipient) == (None, "Greta Blau Fellowship", "Ann Doe")


@pytest.mark.parametrize(
    ("text", "recipients"),
    [
        ("Funded by the NIH (R01 GM999901 to A.B. and R21 AI999902 to C. Doe).", ["A.B.", "C. Doe"]),
        ("Supported by the Wellcome Trust [100999] (A.B.C. and D.E.).", ["A.B.C. and D.E."]),
        ("H.J. and K. Lee were supported by the NSFC (Grant No. 19999006).", ["H.J. and K. Lee"]),
        ("Jane Doe acknowledges support from the Royal Society.", ["Jane Doe"]),
        ("Supported by the Borea Trust.", [None]),
    ],
)
def test_recipients(text, recipients):
    assert [row.recipient for row in parse_funding(text)] == recipients


def test_rows_carry_the_sentence_and_its_place():
    text = "We thank the crew. Supported by the Borea Trust (BT-1020).  All data are open."
    (row,) = parse_funding(text)
    assert row.text == "Supported by the Borea Trust (BT-1020)."
    assert text[row.start : row.end] == row.text
    assert row.source == "text:statement"


def test_a_pair_that_is_said_twice_is_one_row():
    sentence = "Supported by the Borea Trust (BT-1020) and the Alba Foundation."
    assert pairs(f"{sentence} {sentence}") == [("Borea Trust", "BT-1020"), ("Alba Foundation", None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "National Institutes of Health [R01 GM999901]; Borea Trust [084931 to A.B.]. Funding for open access charge: Borea Trust.",
            [
                ("National Institutes of Health", "R01 GM999901"),
                ("Borea Trust", "084931"),
                ("Borea Trust", None),
            ],
        ),
        (
            "Ministry of Science of Borea (BFU2031-1234, BFU2032-77); Borea Research Council (RC-556).",
            [
                ("Ministry of Science of Borea", "BFU2031-1234"),
                ("Ministry of Science of Borea", "BFU2032-77"),
                ("Borea Research Council", "RC-556"),
            ],
        ),
        ("Department of Biology, University of Borea (room 123).", []),
        ("Okafor et al. (2031), Lindt (2032).", []),
        ("GenBank accession numbers [AB123456].", []),
    ],
    ids=["brackets", "parentheses", "an address", "citations", "deposits"],
)
def test_a_list_without_a_verb(text, expected):
    assert [(row.funder_name, row.award_id) for row in parse_funding(text)] == expected
