import subprocess
import sys

import pandas as pd
import pytest

from output.commit import commit
from output.errors import BrokenFileError, NoDatasetError, UnknownNameError
from output.load import load
from output.publish import publish
from output.schema import TABLES, arrow_schema


def ids(frame):
    return [article_id.removeprefix("doi:10.5555/") for article_id in frame["article_id"]]


def test_what_is_committed_is_seen_before_it_is_published(dataset, version):
    commit(dataset, "run1", version(2))
    assert ids(load("articles", dataset)) == ["2"]
    publish(dataset)
    assert ids(load("articles", dataset)) == ["2"]
    commit(dataset, "run1", version(1))
    assert ids(load("articles", dataset)) == ["1", "2"]
    assert ids(load("references", dataset)) == ["1", "1", "2", "2"]


def test_a_new_version_replaces_the_published_one_with_all_its_rows(dataset, version):
    commit(dataset, "run1", version(1, references=3))
    commit(dataset, "run1", version(2))
    publish(dataset)
    commit(dataset, "run2", version(1, run="run2", minute=1, title="New", references=1))
    assert load("references", dataset)["raw"].tolist()[0] == "Work 1 of New"
    assert ids(load("references", dataset)) == ["1", "2", "2"]
    assert load("articles", dataset)["run_id"].tolist() == ["run2", "run1"]


def test_held_and_older_versions_do_not_replace_the_published_one(dataset, version):
    commit(dataset, "run1", version(1, minute=5))
    publish(dataset)
    commit(dataset, "run2", version(1, run="run2", minute=9, title="Stub", decision="held"))
    commit(dataset, "run2", version(1, run="run2", minute=1, title="Old", request="2"))
    assert load("articles", dataset)["title"].tolist() == ["On sorting"]
    assert len(load("fetches", dataset)) == 3


def test_loading_gives_what_publishing_writes(dataset, version):
    commit(dataset, "run1", version(1))
    publish(dataset)
    commit(dataset, "run1", version(1, minute=3, title="b", request="2"))
    commit(dataset, "run2", version(2, run="run2"))
    loaded = {table: load(table, dataset) for table in TABLES}
    publish(dataset)
    for table, frame in loaded.items():
        file = dataset / "current" / f"{table}.parquet"
        published = pd.read_parquet(file, dtype_backend="pyarrow")
        pd.testing.assert_frame_equal(frame, published)
        pd.testing.assert_frame_equal(load(table, dataset), published)


def test_types_are_those_of_the_dictionary(dataset, version):
    commit(dataset, "run1", version(1))
    frame = load("articles", dataset)
    assert [dtype.pyarrow_dtype for dtype in frame.dtypes] == arrow_schema("articles").types
    assert frame["keywords"][0] == ["sorting", "order"]
    assert frame["abstract"].isna().all()


def test_a_run_pins_the_state_at_its_end(dataset, version):
    commit(dataset, "run1", version(1, references=3))
    commit(dataset, "run2", version(1, run="run2", minute=1, references=1))
    commit(dataset, "run3", version(2, run="run3"))
    publish(dataset)
    assert len(load("references", dataset, run="run1")) == 3
    assert ids(load("references", dataset, run="run2")) == ["1"]
    assert ids(load("articles", dataset, run="run3")) == ["1", "2"]
    with pytest.raises(UnknownNameError, match=r"no run 'run9'.*run1, run2, run3"):
        load("articles", dataset, run="run9")


def test_columns_and_conditions(dataset, version):
    commit(dataset, "run1", version(1))
    commit(dataset, "run1", version(2, title="Über Ordnung"))
    frame = load("articles", dataset, columns=["title", "doi"], where="year = 2020 AND title LIKE 'Ü%'")
    assert frame.columns.tolist() == ["title", "doi"]
    assert frame["doi"].tolist() == ["10.5555/2"]
    assert load("articles", dataset, where="title = 'none' -- of them").empty


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ({"table": "refs"}, r"no table 'refs'; the tables are articles"),
        ({"table": "authors", "columns": ["doi", "name"]}, r"authors has no column 'doi'; its columns are"),
        ({"table": "authors", "columns": []}, "needs a column"),
        (
            {"table": "authors", "where": "doi IS NULL"},
            r"where='doi IS NULL' cannot be understood for authors",
        ),
        ({"table": "authors", "where": "position ="}, "cannot be understood"),
        ({"table": "articles", "where": "title::INT = 1"}, "cannot be understood"),
    ],
)
def test_a_wrong_name_is_told_with_the_right_ones(dataset, version, arguments, problem):
    commit(dataset, "run1", version(1))
    with pytest.raises(UnknownNameError, match=problem):
        load(dataset=dataset, **arguments)


def test_no_dataset(tmp_path, monkeypatch):
    with pytest.raises(NoDatasetError, match=r"nowhere does not exist.*--dataset"):
        load("articles", tmp_path / "nowhere")
    with pytest.raises(NoDatasetError, match="is no dataset"):
        load("articles", tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BACKMATTER_DATASET", raising=False)
    with pytest.raises(NoDatasetError, match="articles-data"):
        load("articles")


def test_the_environment_names_the_dataset(dataset, version, monkeypatch):
    commit(dataset, "run1", version(1))
    monkeypatch.setenv("BACKMATTER_DATASET", str(dataset))
    assert ids(load("articles")) == ["1"]


def test_a_dataset_without_commits_gives_an_empty_frame(dataset):
    (dataset / "raw").mkdir(parents=True)
    frame = load("references", dataset)
    assert frame.empty
    assert frame.columns.tolist() == list(TABLES["references"].column_names)


def test_damage_is_named(dataset, version):
    commit(dataset, "run1", version(1))
    publish(dataset)
    file = dataset / "current" / "references.parquet"
    file.resolve().write_bytes(b"PAR1")
    with pytest.raises(BrokenFileError, match=r"references\.parquet"):
        load("references", dataset)
    (dataset / "current" / ".state.json").write_text("{")
    with pytest.raises(BrokenFileError, match=r"\.state\.json"):
        load("articles", dataset)
    publish(dataset)
    assert ids(load("articles", dataset)) == ["1"]


def test_loading_knows_neither_scrapy_nor_html():
    script = "import sys, output.load, output.publish; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert not {"scrapy", "twisted", "lxml", "bs4", "crawler", "pipelines"} & set(done.stdout.split())
