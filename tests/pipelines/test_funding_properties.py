"""What holds for any text at all."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.funding import funding_sentences, parse_funding

SOFT = re.compile("[\u00ad\u200b]")
WORDS = st.sampled_from(
    """supported by from of the and , ; ( ) [ ] . : grant Grant No. # No grants fellowship project National Science Foundation
    NSF NIH Ministry University Department Trust Inc. A.B. Smith to for thank acknowledge under through which is was respectively
    R01 GM123456 12345 2019 ABC-123/45 EP/X 1/2 « » “ ” ' - – — funding funded financial support no not received respectively
    Horizon 2020 Tier 2 l'Agence dell' Università für de la 国家自然科学基金 （ ） JSPS科研費 \u00ad \u200b \n | & @ http://a.b x@y.z { - sup- port an under award number Reg.No. against Projects 80 e\u0301 ´ı et la le von
    gefördert danken pour pelo agradecem Agence nationale des sciences including sponsors NRF-2019-1 （JST）CREST（JPMJCR9999）""".split()
)
STATEMENTS = st.one_of(
    st.text(max_size=300),
    st.lists(WORDS, max_size=60).map(" ".join),
    st.lists(WORDS, max_size=60).map("".join),
)


@given(STATEMENTS)
def test_any_text_gives_rows_that_lie_in_it(text):
    for row in parse_funding(text):
        assert 0 <= row.start < row.end <= len(text)
        assert text[row.start : row.end] == row.text
        assert row.kind in ("research", "open_access_fee", "none_declared")
        if row.kind == "none_declared":
            assert row.funder_name is row.award_id is row.scheme is None
        else:
            assert row.funder_name or row.award_id or row.scheme
        assert row.funder_id is None or row.funder_name is not None
        for value in (row.award_id, row.scheme, row.recipient):
            assert value is None or (value.strip() and value in row.text)
        # an acronym's full name may stand in another sentence, and hyphens that only break lines are dropped
        assert row.funder_name is None or row.funder_name in SOFT.sub("", text)


@given(STATEMENTS)
def test_the_same_text_gives_the_same_rows(text):
    assert parse_funding(text) == parse_funding(text)


@given(STATEMENTS)
def test_no_pair_stands_twice(text):
    rows = [
        (row.kind, row.funder_name, row.award_id, row.scheme if row.award_id is None else None)
        for row in parse_funding(text)
    ]
    assert len(set(rows)) == len(rows)


@given(STATEMENTS)
def test_the_sentences_about_money_are_printed_in_the_text(text):
    found = funding_sentences(text)
    assert found is None or all(piece in text for piece in found.split(" "))


@pytest.mark.parametrize(
    "piece",
    [
        "(", ")", "1", "12345 ", "grant ", "thank ", "thank Ann Doe, ", "and ", "the Ministry of Science, ", "NSF, ", "NSF (1234567), ",
        "Aaa ", "of Aaa ", "A.", "a-", "\n", "technical support ", "Department of Physics, University of X, ", "under its Program ",
        "{1", "- ", "acknowl- edges ", "e\u0301", " \u0301a", " ´a", "(NRF 12345 ", "NRF-2019-1, ", "support ", "technical and ",
        "Programme on Roots, ", ", Basic Sciences", ", a Center funded by ", "Oceanic and ", "project from ", "grant 12345 of ",
        "Agence nationale de la ", "et la Fondation ", "pour le soutien ", "National Trust (NT), ", "（JST）", "基盤研究(C)、", "“",
        "R01 GM123456, ", "国家自然科学基金", "基金（", ". ", "; ", "http://a", "a.b@",
    ],
)  # fmt: skip
def test_work_grows_with_length_alone(piece, calls_of):
    def calls(count):
        return calls_of(parse_funding, "Supported by grant " + piece * count)

    calls(100)
    assert calls(2400) < 2000 + 8 * 2 * calls(
        300
    )  # eight times the text; quadratic would be sixty-four times
