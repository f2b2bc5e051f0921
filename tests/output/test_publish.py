import hashlib
import itertools
import json
import shutil
from pathlib import Path

import pandas as pd
import pyarrow.parquet as pq
import pytest

from output import publish as publish_module
from output import published as published_module
from output.commit import commit
from output.errors import BrokenFileError
from output.publish import publish
from output.published import publications_dir
from output.schema import TABLES


def digests(dataset):
    return {
        file.name: hashlib.sha256(file.read_bytes()).hexdigest()
        for file in (dataset / "current").glob("*.parquet")
    }


def test_published_tables_are_plain_parquet_of_exactly_the_dictionary(dataset, version, together, has_schema):
    commit(dataset, "run1", together(version(2), version(1)))
    published = publish(dataset)
    assert published.tables == {name: 4 if name == "references" else 2 for name in TABLES}
    for name in TABLES:
        file = dataset / "current" / f"{name}.parquet"
        assert has_schema(file, name)
        assert pq.ParquetFile(file).metadata.row_group(0).column(0).compression == "ZSTD"
    frame = pd.read_parquet(dataset / "current" / "references.parquet")
    assert list(zip(frame["article_id"], frame["position"], strict=True)) == [
        ("doi:10.5555/1", 1),
        ("doi:10.5555/1", 2),
        ("doi:10.5555/2", 1),
        ("doi:10.5555/2", 2),
    ]


def test_a_dataset_without_commits_publishes_empty_tables(dataset):
    assert set(publish(dataset).tables.values()) == {0}
    assert pq.read_table(dataset / "current" / "articles.parquet").num_rows == 0


def test_the_newest_accepted_version_wins_with_all_its_rows(dataset, version):
    commit(dataset, "run1", version(1, minute=0, references=2))
    commit(dataset, "run2", version(1, run="run2", minute=5, title="On sorting again", references=3))
    commit(dataset, "run3", version(1, run="run3", minute=9, title="Stub", references=0, decision="held"))
    publish(dataset)
    articles = pq.read_table(dataset / "current" / "articles.parquet").to_pylist()
    assert [(row["title"], row["run_id"]) for row in articles] == [("On sorting again", "run2")]
    references = pq.read_table(dataset / "current" / "references.parquet").to_pylist()
    assert [row["raw"] for row in references] == [f"Work {n} of On sorting again" for n in (1, 2, 3)]
    assert pq.read_table(dataset / "current" / "fetches.parquet").num_rows == 3
    assert pq.read_table(dataset / "current" / "issues.parquet").num_rows == 3


def test_an_article_of_which_every_version_is_held_is_not_published(dataset, version):
    commit(dataset, "run1", version(1, decision="held"))
    assert publish(dataset).tables["articles"] == 0


def test_equal_content_is_byte_identical_whatever_the_order_of_commits(tmp_path, version):
    versions = [
        version(1, request="1"),
        version(1, request="2", minute=3, references=4),
        version(2, request="3", minute=3),
    ]
    found = set()
    for number, order in enumerate(itertools.permutations(versions)):
        dataset = tmp_path / str(number)
        for rows in order:
            commit(dataset, "run1", rows)
        publish(dataset)
        found.add(tuple(sorted(digests(dataset).items())))
    assert len(found) == 1


def test_versions_fetched_at_one_moment_are_ordered_by_their_place_in_the_archive(dataset, version):
    later = version(1, title="Later", request="2")
    later["fetches"][0]["warc_offset"] += 1
    commit(dataset, "run1", later)
    commit(dataset, "run1", version(1, title="Earlier", request="1"))
    publish(dataset)
    assert pd.read_parquet(dataset / "current" / "articles.parquet")["title"].tolist() == ["Later"]


def test_row_groups_do_not_depend_on_how_rows_arrive(dataset, version, together, monkeypatch):
    monkeypatch.setattr(publish_module, "_OTHER_GROUP_ROWS", 7)
    commit(dataset, "run1", together(*(version(number, references=5) for number in range(1, 5))))
    publish(dataset)
    metadata = pq.ParquetFile(dataset / "current" / "references.parquet").metadata
    assert [metadata.row_group(n).num_rows for n in range(metadata.num_row_groups)] == [7, 7, 6]


def test_a_request_noted_twice_has_one_row(dataset, version):
    first = version(1)["fetches"][0] | {"state": "failed", "decision": None, "error": "no answer"}
    commit(dataset, "run1", {"fetches": [first]})
    commit(dataset, "run1", version(1, minute=2))
    publish(dataset)
    fetches = pq.read_table(dataset / "current" / "fetches.parquet").to_pylist()
    assert [row["state"] for row in fetches] == ["stored"]


def test_doubts_of_one_kind_are_joined(dataset, version):
    for request, title in enumerate(("b", "a", "b")):
        commit(dataset, "run1", version(1, request=str(request), minute=request, title=title))
    publish(dataset)
    issues = pq.read_table(dataset / "current" / "issues.parquet").to_pylist()
    assert [(row["field"], row["detail"]) for row in issues] == [("title", "a; b")]


def test_the_data_package_describes_the_tables(dataset, version):
    commit(dataset, "run7", version(1, run="run7"))
    publish(dataset)
    package = json.loads((dataset / "current" / "datapackage.json").read_text("utf-8"))
    assert package["run"] == "run7"
    assert package["licenses"][0]["name"] == "notspecified"
    by_name = {resource["name"]: resource for resource in package["resources"]}
    assert list(by_name) == list(TABLES)
    references = by_name["references"]
    assert references["rows"] == 2
    assert references["bytes"] == (dataset / "current" / references["path"]).stat().st_size
    assert references["schema"]["primaryKey"] == ["article_id", "position"]
    assert references["schema"]["foreignKeys"] == [
        {"fields": [column], "reference": {"resource": "articles", "fields": ["article_id"]}}
        for column in ("article_id", "cited_article_id")
    ]
    published = {field["name"]: field for field in by_name["articles"]["schema"]["fields"]}
    assert published["access"]["constraints"] == {
        "required": True,
        "enum": ["open", "free", "preview", "login", "unknown"],
    }


def test_the_tables_change_as_a_set(dataset, version):
    commit(dataset, "run1", version(1))
    publish(dataset)
    reading = (dataset / "current").resolve()
    commit(dataset, "run1", version(2))
    publish(dataset)
    assert pq.read_table(reading / "articles.parquet").num_rows == 1
    assert pq.read_table(reading / "references.parquet").num_rows == 2
    assert pq.read_table(dataset / "current" / "references.parquet").num_rows == 4
    publish(dataset)
    assert not reading.exists()


def test_a_publication_that_fails_changes_nothing(dataset, version, monkeypatch):
    commit(dataset, "run1", version(1))
    publish(dataset)
    before = digests(dataset)
    commit(dataset, "run1", version(2))
    monkeypatch.setattr(publish_module, "data_package", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        publish(dataset)
    assert digests(dataset) == before
    assert [entry.name for entry in publications_dir(dataset).iterdir()] == ["000001"]


def test_what_a_killed_publication_left_is_removed(dataset, version):
    commit(dataset, "run1", version(1))
    left = publications_dir(dataset) / ".unfinished-1"
    left.mkdir(parents=True)
    (left / "articles.parquet").write_bytes(b"PAR1")
    (dataset / ".current-draft").symlink_to("nowhere")
    publish(dataset)
    assert not left.exists()
    assert digests(dataset)


@pytest.fixture
def without_links(monkeypatch):
    def refuse(*_args, **_named):
        raise OSError("no links here")

    monkeypatch.setattr(Path, "symlink_to", refuse)


def test_without_links_current_is_a_folder(dataset, version, without_links):
    for number in (1, 2, 3):
        commit(dataset, "run1", version(number))
        publish(dataset)
        assert not (dataset / "current").is_symlink()
        assert pq.read_table(dataset / "current" / "articles.parquet").num_rows == number
    assert list(publications_dir(dataset).iterdir()) == []


def test_killed_between_two_renames_the_old_tables_come_back(dataset, version, without_links):
    commit(dataset, "run1", version(1))
    publish(dataset)
    (dataset / "current").rename(dataset / ".current-replaced")
    published_module.sweep_publications(dataset)
    assert pq.read_table(dataset / "current" / "articles.parquet").num_rows == 1


def test_a_copied_dataset_publishes_too(dataset, version, tmp_path):
    commit(dataset, "run1", version(1))
    publish(dataset)
    copy = tmp_path / "copy"
    shutil.copytree(dataset, copy)
    assert not (copy / "current").is_symlink()
    commit(copy, "run1", version(2))
    publish(copy)
    assert (copy / "current").is_symlink()
    assert pq.read_table(copy / "current" / "articles.parquet").num_rows == 2
    assert pq.read_table(dataset / "current" / "articles.parquet").num_rows == 1


@pytest.mark.parametrize("keep", [0, 6, 700])
def test_a_damaged_file_is_named(dataset, version, keep):
    part = commit(dataset, "run1", version(1))
    commit(dataset, "run1", version(2))
    file = part / "references.parquet"
    file.write_bytes(file.read_bytes()[:keep])
    with pytest.raises(BrokenFileError, match="rebuild") as caught:
        publish(dataset)
    assert caught.value.path == file


def test_a_file_damaged_in_the_middle_is_named(dataset, version, together):
    part = commit(dataset, "run1", together(*(version(number) for number in range(1, 200))))
    file = part / "articles.parquet"
    content = bytearray(file.read_bytes())
    content[20:400] = bytes(380)
    file.write_bytes(content)
    with pytest.raises(BrokenFileError) as caught:
        publish(dataset)
    assert caught.value.path == file


def test_progress_names_each_table(dataset, version):
    commit(dataset, "run1", version(1))
    seen = []
    publish(dataset, progress=lambda *step: seen.append(step))
    assert seen == [(name, done, len(TABLES)) for done, name in enumerate(TABLES)]


def test_columns_that_older_commits_lack_are_null(dataset, version):
    part = commit(dataset, "run1", version(1))
    file = part / "articles.parquet"
    older = pq.read_table(file).drop_columns(["abstract", "keywords"]).append_column("mood", [["good"]])
    pq.write_table(older, file)
    commit(dataset, "run1", version(2))
    publish(dataset)
    rows = pq.read_table(dataset / "current" / "articles.parquet").to_pylist()
    assert [row["keywords"] for row in rows] == [[], ["sorting", "order"]]
    assert "mood" not in rows[0]
