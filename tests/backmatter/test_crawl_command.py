"""``backmatter crawl`` and ``scrapy crawl articles``, as processes of their own against the sample journal."""

import json
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from typer.testing import CliRunner

import backmatter
from backmatter.cli import app
from backmatter.errors import UserError
from backmatter.sample_journal import serve

INCOMPLETE, USAGE = 3, 2


def start(arguments, dataset, site):
    command = [sys.executable, "-m", "backmatter", "crawl", *arguments, "--dataset", str(dataset)]
    command += ["--allow-private", "-s", "DOWNLOAD_DELAY=0", "-s", f"DOI_RESOLVER={site.doi_resolver}"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def crawl(arguments, dataset, site):
    process = start([*arguments, "--json"], dataset, site)
    out, problems = process.communicate(timeout=60)
    return process.returncode, json.loads(out), problems


def test_plain_output_says_what_happened_and_what_to_do_next(tmp_path):
    with serve(bulk=2) as site:
        process = start([*site.bulk_dois, "10.5555/never-registered"], tmp_path / "data", site)
        out, said = process.communicate(timeout=60)
    assert process.returncode == INCOMPLETE
    assert out == ""
    assert "3 asked for: 2 stored, 0 skipped, 1 failed" in said
    assert "10.5555/never-registered: doi_not_found" in said
    assert f"published in {tmp_path}" in said
    assert "next: the same command tries again what failed" in said
    assert "Traceback" not in said


class OnPage:
    """Does something the moment the site is asked for its so many-th bulk page."""

    def __init__(self, at, do):
        self._at = at
        self._do = do
        self._pages = 0
        self._lock = threading.Lock()

    def __call__(self, path, times):
        if path.startswith("/bulk/"):
            with self._lock:
                self._pages += 1
                if self._pages == self._at:
                    self._do()


def test_an_interrupt_stops_cleanly_and_the_same_command_goes_on(tmp_path):
    running = []
    asked_before = []

    def interrupt():
        asked_before.append(site.counts.total())
        running[0].send_signal(signal.SIGINT)

    stop = OnPage(5, interrupt)
    with serve(bulk=60, faults=stop) as site:
        names = tmp_path / "list.txt"
        names.write_text("\n".join(site.bulk_dois))
        arguments = ["--from", str(names), "-s", "DOWNLOAD_DELAY=0.02", "--json"]
        running.append(start(arguments, tmp_path / "data", site))
        out, problems = running[0].communicate(timeout=60)
        said = json.loads(out)
        assert running[0].returncode == INCOMPLETE
        # What waits for its turn at the host is not waited for.
        assert site.counts.total() <= asked_before[0] + 2
        assert "stopping when what is under way is done" in problems
        assert 4 <= said["stored"] < 60
        assert said["not_reached"] == 60 - said["requested"]
        assert said["tables"]["articles"] == said["stored"]
        status, said, _ = crawl(["--from", str(names)], tmp_path / "data", site)
        assert (status, said["tables"]["articles"], said["recovered"]) == (0, 60, 0)
        pages = {path: times for path, times in site.counts.items() if path.startswith("/bulk/")}
    assert set(pages.values()) == {1}


def test_scrapy_crawl_does_the_same(tmp_path):
    with serve(bulk=3) as site:
        names = tmp_path / "list.txt"
        names.write_text(site.bulk_dois[2])
        command = [sys.executable, "-m", "scrapy", "crawl", "articles"]
        command += [
            "-a",
            f"doi={site.bulk_dois[0]}",
            "-a",
            f"url={site.url('/bulk/1')}",
            "-a",
            f"file={names}",
        ]
        command += ["-a", f"dataset={tmp_path / 'data'}", "-s", "ALLOW_PRIVATE=1", "-s", "DOWNLOAD_DELAY=0"]
        command += ["-s", f"DOI_RESOLVER={site.doi_resolver}"]
        root = Path(backmatter.__file__).parent.parent
        result = subprocess.run(command, capture_output=True, text=True, cwd=root, timeout=60, check=False)
    assert result.returncode == 0, result.stderr
    articles = backmatter.load("articles", dataset=tmp_path / "data")
    assert sorted(articles["article_id"]) == sorted(f"doi:{doi}" for doi in site.bulk_dois)
    assert (tmp_path / "data" / "current" / "articles.parquet").is_file()


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ([], "nothing to crawl"),
        (["--from", "missing.txt"], "missing.txt: No such file"),
        (["10.5555/a", "-s", "DOWNLOAD_DELAY"], "NAME=VALUE"),
        (["10.5555/a"], "no contact is set"),
        (["10.5555/a", "--contact", "me"], "neither a mail address nor a web page"),
        (["http://127.0.0.1:9/", "https://journal.example/x"], "journal.example/x leads to the public web"),
    ],
)
def test_wrong_usage_is_said_before_anything_is_done(tmp_path, monkeypatch, arguments, word):
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("BACKMATTER_CONTACT", raising=False)
    result = CliRunner().invoke(app, ["crawl", *arguments])
    assert isinstance(result.exception, UserError)
    assert result.exception.exit_code == USAGE
    assert word in str(result.exception)
    assert list(tmp_path.iterdir()) == []
