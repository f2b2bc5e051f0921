import gzip
import os

import pytest

from backmatter.ingest import ingest
from backmatter.inputs import input_files
from backmatter.reading import MAX_BYTES
from crawler.archive import ArchiveWriter, read_archive
from output.errors import DatasetBusyError
from output.load import load
from output.lock import writing
from output.schema import TABLES, VERSIONED


@pytest.fixture
def pages(tmp_path, article):
    """A folder of saved pages, as a browser and a script leave it."""
    folder = tmp_path / "pages"
    (folder / "one_files").mkdir(parents=True)
    (folder / "one.html").write_bytes(article(1))
    (folder / "one_files" / "style.css").write_text("p {}")
    (folder / "two.html.gz").write_bytes(gzip.compress(article(2)))
    (folder / ".hidden.html").write_bytes(article(9))
    (folder / "10.5555-order.3").write_bytes(article(3))
    return folder


def test_a_folder_is_taken_in_and_published(dataset, pages):
    done = ingest(dataset, [pages])
    assert (done.files, done.tally.states["stored"], done.exit_status) == (3, 3, 0)
    assert done.published.tables["references"] == 9
    fetches = load("fetches", dataset)
    assert fetches["requested"].tolist() == [
        str(pages / "10.5555-order.3"),
        str(pages / "one.html"),
        str(pages / "two.html.gz"),
    ]
    assert set(fetches["run_id"]) == {done.run}
    (archive,) = (dataset / "raw").glob("*.warc.zst")
    assert [page.kind for page in read_archive(archive)] == ["file"] * 3


def test_a_second_ingest_changes_no_row_of_the_articles(dataset, pages):
    ingest(dataset, [pages])
    before = {name: (dataset / "current" / f"{name}.parquet").read_bytes() for name in VERSIONED}
    again = ingest(dataset, [pages / "*.html*", pages])
    assert again.tally.states == {"skipped": 3}
    assert again.exit_status == 0
    assert {name: (dataset / "current" / f"{name}.parquet").read_bytes() for name in VERSIONED} == before
    assert len(load("fetches", dataset)) == 6
    assert len(list((dataset / "raw").glob("*.warc.zst"))) == 1


def test_keys_are_unique_and_tables_join(dataset, pages):
    ingest(dataset, [pages])
    articles = set(load("articles", dataset)["article_id"])
    for name, table in TABLES.items():
        frame = load(name, dataset)
        assert not frame.duplicated(list(table.key)).any(), name
        if table.foreign_keys:
            assert set(frame["article_id"]) <= articles


def test_files_that_cannot_be_used_do_not_stop_the_others(dataset, tmp_path, article, no_article):
    files = {
        "a.pdf": b"%PDF-1.7\n%\xe2\xe3",
        "b.html": b"",
        "c.html": b" \n ",
        "d.html": bytes(range(256)) * 40,
        "e.html.gz": gzip.compress(article(1))[:100],
        "f.html": no_article,
        "g.warc.gz": gzip.compress(b"no archive"),
        "h.html": article(1),
    }
    for name, content in files.items():
        (tmp_path / name).write_bytes(content)
    seen = []
    done = ingest(
        dataset, [tmp_path / "missing.html", *(tmp_path / name for name in files)], on_outcome=seen.append
    )
    assert {outcome.requested.rpartition("/")[2]: outcome.reason for outcome in seen} == {
        "missing.html": "missing",
        "a.pdf": "unreadable",
        "b.html": "unreadable",
        "c.html": "unreadable",
        "d.html": "unreadable",
        "e.html.gz": "unreadable",
        "f.html": "not_article",
        "g.warc.gz": "unreadable",
        "h.html": None,
    }
    assert all(outcome.detail for outcome in seen if outcome.reason)
    assert (done.unusable, done.exit_status) == (8, 3)
    assert len(load("articles", dataset)) == 1
    fetches = load("fetches", dataset)
    assert fetches["state"].value_counts().to_dict() == {"failed": 7, "stored": 1, "skipped": 1}
    assert fetches["error"].str.startswith("missing: no such file").sum() == 1


def test_a_list_of_articles_is_told_but_is_no_fault(dataset, tmp_path, article, listing):
    (tmp_path / "toc.html").write_bytes(listing)
    (tmp_path / "one.html").write_bytes(article(1))
    done = ingest(dataset, [tmp_path / "toc.html", tmp_path / "one.html"])
    assert (done.tally.reasons, done.unusable, done.exit_status) == ({"not_article": 1}, 0, 0)


def test_a_huge_page_is_refused_and_not_archived(dataset, tmp_path):
    page = tmp_path / "huge.html.gz"
    with gzip.open(page, "wb", compresslevel=1) as file:
        file.write(b"<html>" + b" " * MAX_BYTES)
    done = ingest(dataset, [page])
    assert done.exit_status == 3
    assert load("fetches", dataset)["error"].tolist()[0].startswith("too_large: more than 32 MiB")
    assert not (dataset / "raw").exists()


def test_of_two_files_of_one_article_the_better_one_wins(dataset, tmp_path, article):
    (tmp_path / "a.html").write_bytes(article(1, references=5))
    (tmp_path / "b.html").write_bytes(article(1, references=1))
    done = ingest(dataset, [tmp_path / "a.html", tmp_path / "b.html"])
    assert done.exit_status == 5
    assert load("articles", dataset)["n_references"].tolist() == [5]
    assert ingest(dataset, [tmp_path / "b.html", tmp_path / "a.html"]).tally.states == {"skipped": 2}
    assert load("articles", dataset)["n_references"].tolist() == [5]


@pytest.fixture
def foreign_archive(tmp_path, web, article, listing):
    """An archive that somebody else made: fetched years ago, packed, with pages that are no articles."""
    from datetime import UTC, datetime

    named = {"url": "https://order.example/x", "fetched_at": datetime(2015, 5, 1, tzinfo=UTC), "status": 200}
    with ArchiveWriter(tmp_path / "theirs", "theirs", sync=False) as archive:
        for number, body in enumerate((article(1), listing, article(2))):
            archive.write(
                requested=f"https://order.example/{number}",
                request_id=str(number),
                headers=[(b"Content-Type", b"text/html"), (b"Content-Encoding", b"gzip"), (b"ETag", b'"7"')],
                body=gzip.compress(body),
                **named,
            )
    return next((tmp_path / "theirs").glob("*.warc.zst"))


def test_an_archive_keeps_what_it_says_of_its_pages(dataset, foreign_archive, article):
    done = ingest(dataset, [foreign_archive])
    assert done.tally.states == {"stored": 2, "skipped": 1}
    assert done.exit_status == 0
    articles = load("articles", dataset)
    assert articles["fetched_at"].dt.year.tolist() == [2015, 2015]
    fetch = load("fetches", dataset).to_dict("records")[0]
    assert (fetch["requested"], fetch["final_url"]) == ("https://order.example/0", "https://order.example/x")
    assert (fetch["etag"], fetch["bytes"], fetch["run_id"]) == ('"7"', len(article(1)), done.run)
    assert ingest(dataset, [foreign_archive]).tally.states == {"skipped": 3}
    assert len(load("articles", dataset)) == 2


def test_a_torn_archive_gives_what_it_has(dataset, foreign_archive):
    foreign_archive.write_bytes(foreign_archive.read_bytes()[:-200])
    done = ingest(dataset, [foreign_archive])
    assert done.tally.states == {"stored": 1, "skipped": 1, "failed": 1}
    assert done.exit_status == 3
    assert load("fetches", dataset)["error"].str.startswith("damaged: ").sum() == 1


def test_progress_names_each_file(dataset, pages):
    steps = []
    ingest(dataset, [pages / "one.html", pages / "two.html.gz"], progress=lambda *step: steps.append(step))
    assert steps == [(str(pages / "one.html"), 0, 2), (str(pages / "two.html.gz"), 1, 2)]


def test_a_dataset_in_use_is_left_alone(dataset, pages):
    from threading import Thread

    failed = []

    def other():
        try:
            ingest(dataset, [pages])
        except DatasetBusyError as error:
            failed.append(error)

    with writing(dataset, "backmatter crawl"):
        thread = Thread(target=other)
        thread.start()
        thread.join()
    assert len(failed) == 1
    assert not (dataset / "raw").exists()


def test_arguments_become_files(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for name in (
        "a/x.html",
        "a/b/y.xml",
        "a/b/z.png",
        "a/.git/w.html",
        "data/raw/r.warc.gz",
        "odd[1].html",
        "empty/note.css",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")

    def names(*arguments):
        return [
            f"{file.path}" + (f": {file.problem}" if file.problem else "")
            for file in input_files(arguments, tmp_path / "data")
        ]

    assert names("a") == ["a/b/y.xml", "a/x.html"]
    assert names(".") == ["a/b/y.xml", "a/x.html", "odd[1].html"]
    assert names("a/b/z.png", "a/x.html", tmp_path / "a" / "x.html") == ["a/b/z.png", "a/x.html"]
    assert names("a/**/*.xml", "odd[1].html") == ["a/b/y.xml", "odd[1].html"]
    assert names("*.htm", "gone", "empty") == [
        "*.htm: matches no file",
        "gone: no such file",
        "empty: no page in this folder",
    ]


def test_a_file_name_that_is_no_text_stops_nothing(dataset, tmp_path, article):
    folder = tmp_path / "odd"
    folder.mkdir()
    odd = os.fsencode(folder) + b"/p\xff"
    for name, body in ((odd + b".html", article(1)), (odd + b".html.gz", b"\x1f\x8b broken")):
        with open(name, "wb") as file:  # noqa: PTH123 - a Path cannot be made of bytes
            file.write(body)
    (folder / "z.html").write_bytes(article(2))
    done = ingest(dataset, [folder])
    assert done.tally.states == {"stored": 2, "failed": 1}
    assert sorted(name.rpartition("/")[2] for name in load("fetches", dataset)["requested"]) == [
        r"p\xff.html",
        r"p\xff.html.gz",
        "z.html",
    ]
