"""``backmatter demo`` as a newcomer runs it, and a second time."""

import json
import subprocess
import sys

import pandas as pd
import pytest

WAIT = 120


def demo(folder, *arguments):
    return run("demo", "--dataset", str(folder), *arguments)


def run(*arguments):
    command = [sys.executable, "-m", "backmatter", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, timeout=WAIT, check=False, encoding="utf-8"
    )


@pytest.fixture(scope="module")
def two_runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "data"
    return folder, demo(folder), demo(folder, "--json")


def test_first_run_shows_the_tables_and_what_is_missing(two_runs, journal):
    _, first, _ = two_runs
    assert first.returncode == 0, first.stderr
    there = sum(article.served in {"page", "cut"} for article in journal.articles)
    failed = len(journal.dois) - there
    assert f"{len(journal.dois)} asked for = {there} stored + 0 skipped + {failed} failed" in first.stdout
    for word in ("references", "Deutsche Forschungsgemeinschaft", "Horvitz", "backmatter.load("):
        assert word in first.stdout
    for reason in ("blocked", "doi_not_found", "robots", "held back"):
        assert reason in first.stdout


def test_second_run_asks_for_nothing_that_is_stored(two_runs, journal):
    _, _, second = two_runs
    assert second.returncode == 0, second.stderr
    report = json.loads(second.stdout)
    there = sum(article.served in {"page", "cut"} for article in journal.articles)
    assert (report["stored"], report["skipped"]) == (0, there)
    assert report["missed"] == []


def test_published_tables_are_plain_parquet_and_join(two_runs, journal):
    folder, _, _ = two_runs
    articles = pd.read_parquet(folder / "current" / "articles.parquet")
    references = pd.read_parquet(folder / "current" / "references.parquet")
    whole = {article.article_id for article in journal.articles if article.served == "page"}
    assert set(articles["article_id"]) == whole
    assert set(references["article_id"]) <= whole


def test_real_articles_are_left_alone(tmp_path, sample_server, journal):
    article = next(article for article in journal.articles if article.layout == "current")
    page = sample_server.site.answer(article.path).body.replace(article.doi.encode(), b"10.1234/real")
    saved, folder = tmp_path / "page.html", tmp_path / "data"
    saved.write_bytes(page)
    run("ingest", str(saved), "--dataset", str(folder))
    done = demo(folder)
    assert done.returncode == 2
    assert f"{folder} holds real articles" in done.stderr
