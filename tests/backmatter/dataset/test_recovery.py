import os
import subprocess
import sys

import pytest

from backmatter.ingest import ingest
from backmatter.intake import Intake
from backmatter.recovery import recover
from backmatter.status import status
from crawler.archive.cdxj import index_path
from output.layout import counting_parts
from output.load import load


def archive_only(opened, bodies):
    return [opened.fetch(body) for body in bodies]


def test_nothing_to_recover_is_nothing_done(dataset, web, article):
    opened = web()
    with Intake(dataset, "run1") as intake:
        intake.add(opened.fetch(article(1)))
    opened.close()
    parts = counting_parts(dataset)
    assert recover(dataset).pages == 0
    assert counting_parts(dataset) == parts
    assert recover(dataset / "not there").pages == 0


def test_pages_beyond_the_last_commit_are_taken_in_under_their_run(dataset, web, article, challenge):
    opened = web("run1")
    intake = Intake(dataset, "run1", commit_every=2)
    for page in archive_only(opened, [article(1), article(2), article(3)]):
        intake.add(page)
    archive_only(opened, [challenge, article(4)])
    assert status(dataset).waiting == 3
    found = recover(dataset)
    assert (found.pages, found.runs, found.notes) == (3, ("run1",), ())
    assert found.tally.states == {"stored": 2, "failed": 1}
    fetches = load("fetches", dataset)
    assert set(fetches["run_id"]) == {"run1"}
    assert len(load("articles", dataset)) == 4
    assert recover(dataset).pages == 0
    assert status(dataset).waiting == 0


def test_a_page_in_the_middle_that_was_not_committed_is_found(dataset, web, article):
    opened = web()
    first, _, third = archive_only(opened, [article(1), article(2), article(3)])
    with Intake(dataset, "run1") as intake:
        intake.add(first)
        intake.add(third)
    assert recover(dataset).pages == 1
    assert len(load("articles", dataset)) == 3


@pytest.mark.parametrize("index", ["whole", "torn", "short", "none"])
def test_the_index_may_be_as_a_kill_left_it(dataset, web, article, index):
    opened = web()
    archive_only(opened, [article(number) for number in range(4)])
    opened.close()
    (file,) = (dataset / "raw").glob("*.warc.zst")
    lines = index_path(file).read_text().splitlines(keepends=True)
    content = {"whole": lines, "torn": [*lines[:2], lines[2][:50]], "short": lines[:1], "none": None}[index]
    if content is None:
        index_path(file).unlink()
    else:
        index_path(file).write_text("".join(content))
    assert recover(dataset).pages == 4
    assert len(index_path(file).read_text().splitlines()) == 4


def test_a_torn_record_is_a_note(dataset, web, article):
    opened = web()
    archive_only(opened, [article(1), article(2)])
    opened.close()
    (file,) = (dataset / "raw").glob("*.warc.zst")
    file.write_bytes(file.read_bytes()[:-30])
    found = recover(dataset)
    assert found.pages == 1
    assert len(found.notes) == 1
    assert file.name in found.notes[0]
    assert recover(dataset).pages == 0


def test_an_archive_that_somebody_put_into_raw_is_taken_in(dataset, web, article, tmp_path):
    opened = web("theirs")
    archive_only(opened, [article(1)])
    opened.close()
    (dataset / "raw" / "note.warc.gz").write_bytes(b"no archive")
    found = recover(dataset)
    assert (found.pages, found.runs) == (1, ("theirs",))
    assert "note.warc.gz" in found.notes[0]


def test_half_written_parts_are_removed(dataset, web, article):
    opened = web()
    with Intake(dataset, "run1") as intake:
        intake.add(opened.fetch(article(1)))
    left = [dataset / "runs" / ".unfinished-a", dataset / "runs" / "run1" / ".unfinished-b"]
    for folder in left:
        folder.mkdir()
    recover(dataset)
    assert not any(folder.exists() for folder in left)


def test_ingest_takes_in_first_what_a_crawl_left(dataset, web, article, tmp_path):
    opened = web("run1")
    archive_only(opened, [article(1)])
    opened.close()
    (tmp_path / "b.html").write_bytes(article(1, references=1))
    done = ingest(dataset, [tmp_path / "b.html"])
    assert done.recovered.pages == 1
    assert done.tally.held == 1
    assert load("articles", dataset)["run_id"].tolist() == ["run1"]


def test_a_crawl_killed_again_and_again_loses_and_repeats_nothing(dataset, article, tmp_path):
    """Each process archives and takes in pages that the dataset does not hold, and kills itself half-way."""
    (tmp_path / "site.html").write_bytes(article(0))
    script = tmp_path / "crawl.py"
    script.write_text(
        """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from backmatter.intake import Intake
from backmatter.recovery import recover
from backmatter.stored_names import StoredNames
from crawler.archive import ArchiveWriter

dataset, page, run, budget = Path(sys.argv[1]), Path(sys.argv[2]).read_bytes(), sys.argv[3], int(sys.argv[4])
recover(dataset)
stored = StoredNames(dataset)
with ArchiveWriter(dataset / "raw", run, sync=False) as archive, \\
        Intake(dataset, run, commit_every=4) as intake:
    for number in range(30):
        url = f"https://order.example/{number}"
        if url in stored:
            continue
        if budget == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        budget -= 1
        entry = archive.write(requested=url, request_id=str(number), url=url, status=200, headers=[],
            body=page.replace(b"order.0", b"order.%d" % number), fetched_at=datetime.now(UTC))
        intake.add(entry.page)
"""
    )
    for run, budget in (("run1", 7), ("run2", 9), ("run3", 100)):
        done = subprocess.run(
            [sys.executable, str(script), str(dataset), str(tmp_path / "site.html"), run, str(budget)],
            env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
            check=False,
        )
        assert done.returncode == (0 if run == "run3" else -9)
    fetches = load("fetches", dataset)
    assert sorted(fetches["requested"]) == sorted(f"https://order.example/{number}" for number in range(30))
    assert set(fetches["state"]) == {"stored"}
    assert fetches["run_id"].value_counts().to_dict() == {"run1": 7, "run2": 9, "run3": 14}
    assert len(load("articles", dataset)) == 30
