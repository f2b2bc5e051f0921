"""The citation graph: its edges, and that they are the same however the dataset came about."""

import tempfile
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from output.citations import citations
from output.commit import commit
from output.errors import NoDatasetError, UnknownNameError
from output.load import load
from output.publish import publish
from output.schema import TABLES

COLUMNS = ["citing_article_id", "cited_article_id", "cited_doi"]


@pytest.fixture
def citing(version):
    """Make the rows of a version of an article that cites these works."""

    def make(number, *works, **named):
        rows = version(number, references=0, **named)
        article = rows["articles"][0]["article_id"]
        rows["references"] = [
            {"article_id": article, "position": place, **facts} for place, facts in enumerate(works, 1)
        ]
        return rows

    return make


def edges(frame):
    bare = frame.astype(object).where(frame.notna(), None)
    return [tuple(one and one.removeprefix("doi:10.5555/") for one in row) for row in bare.to_numpy()]


def test_edges_are_those_between_articles_of_the_dataset(dataset, citing):
    commit(dataset, "run1", citing(1, {"doi": "10.5555/2"}, {"doi": "10.5555/x"}, {"doi": "10.5555/2"}))
    commit(dataset, "run1", citing(2, {"doi": "10.5555/1"}, {"raw": "A letter"}))
    found = citations(dataset)
    assert found.columns.tolist() == COLUMNS
    assert {str(kind) for kind in found.dtypes} <= {"string[pyarrow]", "large_string[pyarrow]"}
    assert edges(found) == [("1", "2", "10.5555/2"), ("2", "1", "10.5555/1")]


def test_works_outside_are_added_when_asked_for(dataset, citing):
    works = [{"doi": "10.5555/x"}, {"doi": "10.5555/2"}, {"raw": "A letter"}, {"doi": "10.5555/x"}]
    commit(dataset, "run1", citing(1, *works, {"doi": "10.5555/1"}))
    commit(dataset, "run1", citing(2))
    assert edges(citations(dataset, outside=True)) == [("1", "2", "10.5555/2"), ("1", None, "10.5555/x")]


def test_a_work_that_is_found_without_its_doi_has_the_articles(dataset, citing):
    commit(dataset, "run1", citing(1, {"doi": "10.5555/2", "pmid": "42"}))
    commit(dataset, "run1", citing(2))
    commit(dataset, "run1", citing(3, {"pmid": "42"}))
    assert edges(citations(dataset)) == [("1", "2", "10.5555/2"), ("3", "2", "10.5555/2")]


def test_an_article_that_comes_later_is_found_in_earlier_lists(dataset, citing):
    commit(dataset, "run1", citing(1, {"doi": "10.5555/2"}))
    publish(dataset)
    assert citations(dataset).empty
    commit(dataset, "run2", citing(2, run="run2"))
    assert edges(citations(dataset)) == [("1", "2", "10.5555/2")]
    assert load("references", dataset)["cited_article_id"].tolist() == ["doi:10.5555/2"]
    assert len(load("references", dataset, where="cited_article_id = 'doi:10.5555/2'", columns=["doi"])) == 1
    assert load("references", dataset, columns=["doi"])["doi"].tolist() == ["10.5555/2"]
    assert citations(dataset, run="run1").empty


def test_a_new_version_of_an_article_takes_its_old_citations_with_it(dataset, citing):
    title = "A slow but honest way of sorting"
    cited = {"title": title, "year": 2020, "authors": ["Byron, A."]}
    commit(dataset, "run1", citing(1, cited, {"doi": "10.5555/2"}))
    commit(dataset, "run1", citing(2, title=title))
    publish(dataset)
    assert load("references", dataset)["cited_article_id"].tolist() == ["doi:10.5555/2"] * 2
    commit(dataset, "run2", citing(2, title="Withdrawn: " + title, run="run2", minute=5))
    assert load("references", dataset)["cited_article_id"].fillna("").tolist() == ["", "doi:10.5555/2"]
    commit(dataset, "run3", citing(1, cited, run="run3", minute=6))
    assert citations(dataset).empty


def test_what_is_held_back_is_not_cited(dataset, citing):
    commit(dataset, "run1", citing(1, {"doi": "10.5555/2"}))
    commit(dataset, "run1", citing(2, decision="held"))
    assert citations(dataset).empty
    assert edges(citations(dataset, outside=True)) == [("1", None, "10.5555/2")]


def test_the_article_a_part_names_as_cited_is_not_believed(dataset, citing):
    part = commit(dataset, "run1", citing(1, {"doi": "10.5555/x", "cited_article_id": "doi:10.5555/x"}))
    publish(dataset)
    assert load("references", dataset)["cited_article_id"].isna().all()
    assert pd.read_parquet(part / "references.parquet")["cited_article_id"].tolist() == ["doi:10.5555/x"]


def test_a_dataset_without_citations_gives_an_empty_frame(dataset, tmp_path, version):
    commit(dataset, "run1", version(1))
    assert citations(dataset).columns.tolist() == COLUMNS
    assert citations(dataset).empty
    with pytest.raises(UnknownNameError, match="run9"):
        citations(dataset, run="run9")
    with pytest.raises(NoDatasetError):
        citations(tmp_path / "nowhere")


_TITLES = ("A slow but honest way of sorting", "Sorting, and what comes out of it", "Editorial")
_WORKS = st.fixed_dictionaries(
    {},
    optional={
        "doi": st.sampled_from(["10.5555/1", "10.5555/2", "10.5555/3", "10.5555/x"]),
        "pmid": st.sampled_from(["41", "42", "43"]),
        "arxiv_id": st.sampled_from(["1706.03762", "1706.03763"]),
        "title": st.sampled_from(_TITLES),
        "year": st.sampled_from([2019, 2020]),
        "authors": st.sampled_from([["Byron, A."], ["Hopper, G."]]),
    },
)
_ARTICLE = st.tuples(st.sampled_from(_TITLES), st.lists(_WORKS, max_size=4), st.sampled_from([1, 1, 1, 2]))


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(_ARTICLE, min_size=1, max_size=3), st.data())
def test_links_depend_on_what_is_committed_and_on_nothing_else(citing, articles, data):
    versions = [
        citing(number, *works, title=title, minute=minute, request=f"{number}-{minute}")
        for number, (title, works, count) in enumerate(articles, 1)
        for minute in range(count)
    ]
    with tempfile.TemporaryDirectory() as folder:
        one, other = Path(folder, "one"), Path(folder, "other")
        for rows in versions:
            commit(one, "run1", rows)
        for rows in data.draw(st.permutations(versions)):
            commit(other, "run1", rows)
        found = load("references", one)
        pd.testing.assert_frame_equal(load("references", other), found)

        ids = set(load("articles", one)["article_id"])
        assert set(found["cited_article_id"].dropna()) <= ids
        assert not (found["cited_article_id"] == found["article_id"]).fillna(value=False).any()
        cited = "doi:" + found["doi"]
        known = found[cited.isin(ids) & (cited != found["article_id"])]
        assert (known["cited_article_id"] == "doi:" + known["doi"]).all()
        linked = found.dropna(subset="cited_article_id")
        pairs = set(zip(linked["article_id"], linked["cited_article_id"], strict=True))
        frame = citations(one)
        assert list(zip(frame["citing_article_id"], frame["cited_article_id"], strict=True)) == sorted(pairs)


def _tables(dataset):
    return {name: (dataset / "current" / f"{name}.parquet").read_bytes() for name in TABLES}


def test_published_links_are_the_same_bytes_whenever_and_however_often(tmp_path, citing):
    title = "A slow but honest way of sorting"
    versions = [
        citing(1, {"doi": "10.5555/2", "pmid": "42"}, {"doi": "10.5555/3"}),
        citing(2, {"title": title, "year": 2020, "authors": ["Byron, A."]}, request="2"),
        citing(3, {"pmid": "42"}, {"doi": "10.5555/1"}, title=title, request="3"),
        citing(2, {"title": title, "year": 2020, "authors": ["Byron, A."]}, request="4", minute=3),
    ]
    found = []
    for number, order in enumerate([(0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1)]):
        dataset = tmp_path / str(number)
        for place in order:
            commit(dataset, "run1", versions[place])
            if number == 2:
                publish(dataset)
        publish(dataset)
        found.append(_tables(dataset))
        publish(dataset)
        found.append(_tables(dataset))
    assert len(edges(citations(dataset))) == 5
    assert all(tables == found[0] for tables in found)
