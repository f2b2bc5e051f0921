from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.gate import Summary, judge, summarise

GOOD = Summary("10.5555/1", "On sorting", 4, 30, 2, 1200, 300)


def test_the_first_version_is_accepted_unless_it_was_cut_off():
    assert judge(None, Summary()).decision == "accepted"
    verdict = judge(None, replace(GOOD, cut_off=True))
    assert verdict.decision == "held"
    assert [(reason.kind, reason.field) for reason in verdict.reasons] == [("held", None)]


@pytest.mark.parametrize(
    ("change", "field", "detail"),
    [
        ({"doi": None}, "doi", "'10.5555/1' is gone"),
        ({"title": ""}, "title", "'On sorting' is gone"),
        ({"n_authors": 3}, "authors", "4 before, 3 now"),
        ({"n_references": 0}, "references", "30 before, 0 now"),
        ({"n_funding": 1}, "funding", "2 before, 1 now"),
        ({"abstract_length": 155}, "abstract", "1200 characters before, 155 now"),
        ({"abstract_length": 0}, "abstract", "1200 characters before, 0 now"),
        ({"funding_length": 0}, "funding_text", "300 characters before, 0 now"),
    ],
)
def test_a_loss_is_held_and_told(change, field, detail):
    verdict = judge(GOOD, replace(GOOD, **change))
    assert verdict.decision == "held"
    assert [(reason.kind, reason.field, reason.detail) for reason in verdict.reasons] == [
        ("regressed", field, detail)
    ]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"title": "On sorting, corrected", "abstract_length": 1100},
        {"n_authors": 5, "n_references": 31, "n_funding": 3, "abstract_length": 5000},
    ],
)
def test_a_version_that_lost_nothing_is_accepted(change):
    assert judge(GOOD, replace(GOOD, **change)).decision == "accepted"


counts = st.integers(0, 50)
summaries = st.builds(Summary, st.none(), st.none(), counts, counts, counts, counts, counts)


@given(summaries, summaries)
def test_of_two_different_versions_at_most_one_can_replace_the_other_in_counts(one, other):
    there, back = judge(one, other), judge(other, one)
    if there.decision == back.decision == "accepted":
        assert (one.n_authors, one.n_references, one.n_funding) == (
            other.n_authors,
            other.n_references,
            other.n_funding,
        )


@given(summaries)
def test_a_version_never_regresses_from_itself(summary):
    assert judge(summary, summary).decision == "accepted"


def test_a_summary_counts_what_the_tables_hold():
    tables = {
        "articles": [{"doi": "10.5555/1", "title": "T", "abstract": "abc", "funding_text": None}],
        "authors": [{}, {}],
        "references": [{}],
        "funding": [{"kind": "research"}, {"kind": "open_access_fee"}],
        "issues": [{"kind": "truncated"}],
    }
    assert summarise(tables) == Summary("10.5555/1", "T", 2, 1, 1, 3, 0, cut_off=True)
