"""What is research money, what is an open-access fee, what is none, and what has nothing to do with money."""

import pytest

from pipelines.funding import parse_funding


@pytest.mark.parametrize(
    "text",
    [
        "This research received no external funding.",
        "The authors received no specific funding for this work.",
        "No funding was received for conducting this study.",
        "No specific grant from any funding agency was received.",
        "The author(s) did not receive any financial support for the research.",
        "This work was not supported by any grant.",
        "This study was carried out without external funding.",
        "Funding: None.",
        "Funding: Not applicable",
        "Ce travail n'a reçu aucun financement.",
        "Este trabajo no recibió ninguna financiación.",
        "本研究未获得任何资助。",
    ],
)
def test_none_declared(text):
    (row,) = parse_funding(text)
    assert row.kind == "none_declared"
    assert (row.funder_name, row.funder_id, row.award_id, row.scheme, row.recipient) == (None,) * 5
    assert text[row.start : row.end] == row.text


def test_no_further_funding_is_not_no_funding():
    rows = parse_funding(
        "Supported by the Borea Trust. There was no additional external funding for this study."
    )
    assert [(row.kind, row.funder_name) for row in rows] == [("research", "Borea Trust")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Open access funding enabled and organized by Projekt DEAL.", ["Projekt DEAL"]),
        ("Open Access funding provided by University of Northtown.", ["University of Northtown"]),
        (
            "The article processing charge was funded by the Freedonian Ministry of Science and the Borea Trust.",
            ["Freedonian Ministry of Science", "Borea Trust"],
        ),
        ("Funding for open access charge: Borea Trust.", ["Borea Trust"]),
    ],
)
def test_open_access_fees(text, names):
    rows = parse_funding(text)
    assert {row.kind for row in rows} == {"open_access_fee"}
    assert [row.funder_name for row in rows] == names


def test_a_fee_in_the_sentence_of_a_grant_is_a_row_of_its_own():
    rows = parse_funding(
        "This work was funded by the Alba Foundation [AF-1200]; Funding for open access charge: Borea Trust."
    )
    assert [(row.kind, row.funder_name, row.award_id) for row in rows] == [
        ("research", "Alba Foundation", "AF-1200"),
        ("open_access_fee", "Borea Trust", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "We thank Ann Doe and the staff of the Northtown Herbarium for help in the field.",
        "We thank the Carta Institute for technical support and Delta Editing for language support.",
        "We are grateful to the Northtown Data Centre for providing the rainfall data.",
        "Ethics approval was granted by the Ethics Committee of Northtown University (No. 2031-0123).",
        "Collecting was done under permit 2031/77 of the Freedonian Ministry of Environment.",
        "The trial is registered at ClinicalTrials.gov (NCT09999999).",
        "Sequences were deposited in GenBank under accession numbers XX999990 and XX999991.",
        "A.B. received consulting fees from Delta Pharma and holds stock options.",
        "The funders had no role in study design, data collection and analysis, or the decision to publish.",
        "The views expressed are those of the authors and not necessarily those of the Borea Trust.",
        "Computing time was provided by the Northtown Supercomputing Centre (project abc1234).",
        "The author is at the Department of Physics, University of Northtown, Freedonia.",
        "Ann Doe is employed by Delta Pharma Inc.",
        "",
        "   ",
    ],
)
def test_what_is_not_funding_gives_no_rows(text):
    assert parse_funding(text) == []


def test_money_before_talk_about_the_funders_is_kept():
    text = (
        "This research was sponsored by the Army Research Office (W911NF-31-1-0001), and the content does not necessarily "
        "reflect the position of the Government."
    )
    assert [(row.funder_name, row.award_id) for row in parse_funding(text)] == [
        ("Army Research Office", "W911NF-31-1-0001")
    ]


@pytest.mark.parametrize(
    ("text", "awards"),
    [
        ("Supported by the Borea Trust (grant 12-345) in 2031 and 2032.", ["12-345"]),
        ("Supported by the European Union (FP7/2007-2013) under grant agreement n. 299999.", ["299999"]),
        ("Supported by the Borea Trust (trial ISRCTN 99999999; grant no. BT-1234).", ["BT-1234"]),
        ("Supported by the Borea Trust, grant No.BT-1234 and #5678.", ["BT-1234", "5678"]),
        ("Supported by DFG grants SFB 1099 and MU 9999/1-2.", ["SFB 1099", "MU 9999/1-2"]),
        ("Supported by NIH R01 GM999901-02 and 5P30CA999902.", ["R01 GM999901-02", "5P30CA999902"]),
        ("Supported by the Borea Trust (£12,500 from 3/2/2031).", [None]),
    ],
)
def test_award_numbers(text, awards):
    assert [row.award_id for row in parse_funding(text)] == awards
