import os
import subprocess
import sys

import pytest

from output import commit as commit_module
from output.commit import commit
from output.errors import DatasetError, RowError
from output.layout import counting_parts, new_run_id, runs_dir
from output.schema import TABLES


def test_a_commit_is_one_folder_with_all_tables(dataset, version, has_schema):
    part = commit(dataset, "run1", version())
    assert part == dataset / "runs" / "run1" / "000001"
    assert {file.name for file in part.iterdir()} == {f"{name}.parquet" for name in TABLES}
    assert has_schema(part / "articles.parquet", "articles")


def test_parts_are_numbered_within_their_run(dataset, version):
    commit(dataset, "run1", version(1))
    assert commit(dataset, "run1", version(2)).name == "000002"
    assert commit(dataset, "run2", version(3)).name == "000001"
    assert [part.label for part in counting_parts(dataset)] == ["run1/000001", "run1/000002", "run2/000001"]


def test_tables_without_rows_have_no_file(dataset, version):
    rows = {**version(), "references": [], "issues": []}
    part = commit(dataset, "run1", rows)
    assert not (part / "references.parquet").exists()


def test_nothing_is_left_of_a_commit_that_fails(dataset, version, monkeypatch):
    commit(dataset, "run1", version(1))

    def full(table, path):
        path.write_bytes(b"PAR1")
        raise OSError("disk full")

    monkeypatch.setattr(commit_module, "_write", full)
    with pytest.raises(OSError, match="disk full"):
        commit(dataset, "run1", version(2))
    assert [entry.name for entry in (runs_dir(dataset) / "run1").iterdir()] == ["000001"]


def test_a_process_killed_while_committing_leaves_nothing_visible(dataset, version, tmp_path):
    commit(dataset, "run1", version(1))
    script = tmp_path / "killed.py"
    script.write_text(
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "import output.atomic, output.commit\n"
        "output.commit.publish_folder = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "row = dict(run_id='run1', request_id='9', requested='x', state='failed', error='e',\n"
        "    fetched_at=__import__('datetime').datetime.now(__import__('datetime').UTC))\n"
        "output.commit.commit(Path(sys.argv[1]), 'run1', {'fetches': [row]})\n"
    )
    done = subprocess.run(
        [sys.executable, str(script), str(dataset)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        check=False,
    )
    assert done.returncode < 0
    assert len(counting_parts(dataset)) == 1
    assert commit(dataset, "run1", version(2)).name == "000002"


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda rows: rows.pop("fetches"), "without its stored page in `fetches`"),
        (lambda rows: rows.pop("articles"), "without its row in `articles`"),
        (
            lambda rows: rows["authors"][0].update(article_id="doi:10.5555/2"),
            "authors: an article without its row",
        ),
        (lambda rows: rows["fetches"][0].update(decision=None), "a decision belongs to a stored page"),
        (lambda rows: rows["fetches"][0].update(state="failed"), "a decision belongs to a stored page"),
        (
            lambda rows: rows["fetches"].append({**rows["fetches"][0], "request_id": "000002"}),
            "second version of an article",
        ),
    ],
)
def test_a_part_holds_whole_versions(dataset, version, change, problem):
    rows = version()
    change(rows)
    with pytest.raises(RowError, match=problem):
        commit(dataset, "run1", rows)
    assert counting_parts(dataset) == []


def test_a_commit_without_rows_is_refused(dataset):
    with pytest.raises(DatasetError, match="no rows"):
        commit(dataset, "run1", {"articles": []})


def test_run_ids_sort_by_time(frozen_moments):
    ids = [new_run_id(moment) for moment in frozen_moments]
    assert ids == sorted(ids)
    assert ids[0] == "20260301T120000.000000Z"
