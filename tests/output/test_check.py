from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from output.check import misfits, row_key, to_arrow
from output.errors import RowError
from output.schema import arrow_schema, table_named


@pytest.mark.parametrize(
    ("table", "column", "value", "problem"),
    [
        ("articles", "title", 3, "must be text"),
        ("articles", "title", b"x", "must be text"),
        ("articles", "title", "lone \ud800 surrogate", "UTF-8"),
        ("articles", "year", "2020", "whole number"),
        ("articles", "year", 2020.0, "whole number"),
        ("articles", "year", True, "whole number"),
        ("articles", "year", 20, "at least 1000"),
        ("articles", "n_authors", 2**63, "64 bits"),
        ("articles", "is_open_access", 1, "true or false"),
        ("articles", "keywords", "one, two", "must be a list"),
        ("articles", "keywords", [1], "list of texts"),
        ("articles", "sources", {"title": None}, "map text to text"),
        ("articles", "notices", [{"doi": "10.1/x"}], "list of notices"),
        ("articles", "notices", [{"kind": "correction", "when": "now"}], "list of notices"),
        ("articles", "published", "2020-13", "must look like"),
        ("articles", "published", "2020-03-16\n", "must look like"),
        ("articles", "published", "16 March 2020", "must look like"),
        ("articles", "access", "paywall", "one of open, free"),
        ("articles", "access", None, "must not be null"),
        ("articles", "fetched_at", datetime(2020, 1, 1), "time zone"),  # noqa: DTZ001
        ("articles", "article_id", "10.5555/1", "must look like"),
        ("articles", "mood", "good", "no such column"),
        ("references", "position", 0, "at least 1"),
        ("authors", "orcid", "https://orcid.org/0000-0002-1825-0097", "must look like"),
        ("funding", "kind", "prize", "one of research"),
        ("fetches", "state", "done", "one of stored, skipped, failed"),
    ],
)
def test_an_error_names_table_column_and_row(version, table, column, value, problem):
    row = {**version()[table][0], column: value}
    with pytest.raises(RowError) as caught:
        to_arrow(table, [row])
    assert (caught.value.table, caught.value.column) == (table, column)
    assert f"{table}.{column}: " in str(caught.value)
    assert problem in str(caught.value)
    assert f"(row {row_key(table_named(table), row)})" in str(caught.value)


def test_a_second_row_with_the_same_key_does_not_fit(version):
    rows = version()["authors"] * 2
    with pytest.raises(RowError, match=r"authors: a second row .*position=1"):
        to_arrow("authors", rows)


def test_doubts_may_share_a_key(version):
    assert to_arrow("issues", version()["issues"] * 2).num_rows == 2


def test_all_misfits_of_a_row_are_found(version):
    row = {**version()["articles"][0], "year": "2020", "title": 3}
    assert [(misfit.index, misfit.column) for misfit in misfits("articles", [row])] == [
        (0, "title"),
        (0, "year"),
    ]


def test_columns_left_out_are_null_and_lists_empty(version):
    row = {**version()["articles"][0], "keywords": None}
    del row["title"]
    del row["sources"]
    (found,) = to_arrow("articles", [row]).to_pylist()
    assert (found["title"], found["keywords"], found["sources"]) == (None, [], [])


def test_the_table_has_exactly_the_schema_of_the_dictionary(version):
    for name, rows in version().items():
        assert to_arrow(name, rows).schema.equals(arrow_schema(name), check_metadata=True)


@given(st.text(), st.lists(st.text(), max_size=3), st.dictionaries(st.text(), st.text(), max_size=3))
def test_whatever_fits_comes_back_as_it_was(title, keywords, sources):
    row = {
        "article_id": "doi:10.5555/1",
        "title": title,
        "keywords": keywords,
        "sources": sources,
        "access": "unknown",
        "source_format": "html",
        "parser": "generic@1",
        "page_sha256": "0",
        "run_id": "r",
        "fetched_at": datetime(2020, 1, 1, tzinfo=UTC),
    }
    (found,) = to_arrow("articles", [row]).to_pylist()
    assert (found["title"], found["keywords"], dict(found["sources"])) == (title, keywords, sources)
