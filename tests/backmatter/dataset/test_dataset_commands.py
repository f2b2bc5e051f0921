import json
import re
import sys

import pytest

from backmatter import cli
from backmatter.commands import common
from output.lock import writing


@pytest.fixture
def backmatter(monkeypatch, capsys, dataset):
    """Run the command line on the dataset: exit status, standard output, standard error."""

    def run(command, *arguments):
        words = [command, *map(str, arguments), "--dataset", str(dataset)]
        monkeypatch.setattr(sys, "argv", ["backmatter", *words])
        with pytest.raises(SystemExit) as left:
            cli.main()
        captured = capsys.readouterr()
        return left.value.code or 0, captured.out, captured.err

    return run


@pytest.fixture
def pages(tmp_path, article):
    for number in range(3):
        (tmp_path / f"page{number}.html").write_bytes(article(number))
    return tmp_path


def test_ingest_says_what_it_did(backmatter, pages, dataset):
    status, out, err = backmatter("ingest", pages / "page*.html")
    assert status == 0
    assert out.startswith("3 pages: 3 stored, 0 skipped, 0 failed\n")
    assert f"Published in {dataset / 'current'}:" in out
    assert re.search(r"^  references +9 rows$", out, re.MULTILINE)
    assert "Taking in: 0% (" in err
    assert backmatter("ingest", pages)[1].startswith("3 pages: 0 stored, 3 skipped, 0 failed (same_page 3)\n")


def test_ingest_names_each_input_that_gave_nothing(backmatter, pages, no_article):
    (pages / "garden.html").write_bytes(no_article)
    (pages / "paper.pdf").write_bytes(b"%PDF-1.7")
    status, out, err = backmatter("ingest", pages, pages / "gone.html")
    assert status == 3
    assert out.startswith("6 pages: 3 stored, 1 skipped, 2 failed (")
    assert f"{pages / 'gone.html'}: missing: no such file" in err
    assert f"{pages / 'garden.html'}: not_article: " in err
    assert "PDF" in err


def test_ingest_for_machines(backmatter, pages):
    status, out, _ = backmatter("ingest", pages, "--json")
    found = json.loads(out)
    assert status == 0
    assert found["requested"] == found["stored"] + found["skipped"] + found["failed"] == 3
    assert found["tables"]["articles"] == 3


def test_versions_held_back_are_told(backmatter, tmp_path, article):
    (tmp_path / "a.html").write_bytes(article(1, references=5))
    (tmp_path / "b.html").write_bytes(article(1, references=1))
    status, out, err = backmatter("ingest", tmp_path / "a.html", tmp_path / "b.html")
    assert status == 5
    assert "2 stored (1 of them held back)" in out
    assert "b.html: held back: references: 5 before, 1 now" in err


def test_publish_and_status(backmatter, pages, web, article):
    backmatter("ingest", pages, "--no-publish")
    status, out, _ = backmatter("status")
    assert status == 0
    assert "requests    3 (stored 3)\n" in out
    assert "published   never; `backmatter publish` writes current/\n" in out
    opened = web()
    opened.fetch(article(9))
    opened.close()
    assert "waiting     1 fetched pages are not committed" in backmatter("status")[1]
    status, out, err = backmatter("publish")
    assert status == 0
    assert re.search(r"^  articles +4 rows$", out, re.MULTILINE)
    assert "Taken in first, fetched but not committed by run1: 1 pages: 1 stored" in err
    assert "; up to date\n" in backmatter("status")[1]
    found = json.loads(backmatter("status", "--json")[1])
    assert (found["articles"], found["waiting"], found["unpublished_commits"]) == (4, 0, 0)
    assert json.loads(backmatter("publish", "--json")[1])["tables"]["articles"] == 4


def test_rebuild(backmatter, pages, dataset):
    backmatter("ingest", pages, pages / "gone.html")
    status, out, _ = backmatter("rebuild")
    assert status == 0
    assert out.startswith("3 pages: 3 stored, 0 skipped, 0 failed\n1 requests without a page")
    assert json.loads(backmatter("rebuild", "--json")[1])["carried_over"] == 1
    next((dataset / "raw").glob("*.zst")).unlink()
    status, _, err = backmatter("rebuild")
    assert status == 3
    assert "3 stored pages are no longer in the archive" in err
    assert "Traceback" not in err
    assert backmatter("rebuild", "--allow-loss")[0] == 0


@pytest.mark.parametrize("command", ["status", "publish", "rebuild"])
def test_no_dataset_is_a_usage_error(backmatter, command, dataset):
    status, out, err = backmatter(command)
    assert (status, out) == (2, "")
    assert err.startswith(f"backmatter: {dataset} does not exist.")
    assert not dataset.exists()


def test_a_damaged_file_is_named(backmatter, pages, dataset):
    backmatter("ingest", pages)
    file = next((dataset / "runs").glob("*/*/references.parquet"))
    file.write_bytes(b"PAR1")
    status, _, err = backmatter("publish")
    assert status == 3
    assert str(file) in err
    assert "backmatter rebuild" in err
    assert backmatter("rebuild")[0] == 0


def test_errors_are_one_line(dataset):
    for error in (PermissionError(13, "Permission denied", "/x"), KeyboardInterrupt()):
        with pytest.raises(common.UserError) as caught, common.told():
            raise error
        assert caught.value.exit_code == 3
        assert "\n" not in str(caught.value)


def test_a_dataset_in_use(backmatter, pages, dataset):
    from threading import Thread

    found = []
    backmatter("ingest", pages)
    with writing(dataset, "backmatter crawl"):
        thread = Thread(target=lambda: found.append(backmatter("publish")))
        thread.start()
        thread.join()
    status, _, err = found[0]
    assert status == 3
    assert "is being written to by `backmatter crawl` (process " in err
