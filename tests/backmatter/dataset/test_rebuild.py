import hashlib
import shutil

import pytest

from backmatter import page_rows as page_rows_module
from backmatter.errors import UserError
from backmatter.ingest import ingest
from backmatter.intake import Intake
from backmatter.rebuild import rebuild
from backmatter.status import status
from crawler.fetch_items import FetchOutcome
from output.errors import NoDatasetError
from output.layout import counting_parts
from output.load import load
from output.publish import publish


@pytest.fixture(scope="module")
def template(tmp_path_factory, open_web, article, challenge, listing):
    """A dataset with a bit of everything: two crawls, held and repeated pages, failures, files."""
    folder = tmp_path_factory.mktemp("template")
    dataset = folder / "data"
    runs = {
        "20260301T120000.000000Z": [article(1), article(2, references=5), challenge, article(1), listing],
        "20260302T120000.000000Z": [article(2, references=1), article(3), article(1, note="new"), article(3)],
    }
    for number, (run, bodies) in enumerate(runs.items()):
        opened = open_web(dataset, run, 100 * number)
        with Intake(dataset, run, commit_every=2) as intake:
            pages = [opened.fetch(body) for body in bodies]
            for page in pages:
                intake.add(page)
            down = FetchOutcome("https://down.example/", "down", "dns", "no such host", pages[0].fetched_at)
            intake.note(down)
        opened.close()
    (folder / "file.html").write_bytes(article(4))
    ingest(dataset, [folder / "file.html", folder / "gone.html"], publish_after=False)
    ingest(dataset, [folder / "file.html"])
    return dataset


@pytest.fixture
def crawled(dataset, template):
    """A copy of it."""
    shutil.copytree(template, dataset, symlinks=True)
    return dataset


def digests(dataset):
    files = sorted((dataset / "current").glob("*.parquet"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_a_rebuild_gives_the_same_tables_byte_for_byte(crawled):
    before = digests(crawled)
    assert len(before) == 7
    done = rebuild(crawled)
    assert digests(crawled) == before
    assert (done.carried_over, done.notes) == (4, ())
    assert {part.run for part in counting_parts(crawled)} == {done.run}
    rebuild(crawled)
    assert digests(crawled) == before


def test_a_rebuild_reads_with_the_parsers_of_today(crawled, monkeypatch):
    clean = page_rows_module.clean

    def better(reading, **options):
        record = clean(reading, **options)
        if record.article:
            record.article["title"] = record.article["title"].upper()
        return record

    monkeypatch.setattr(page_rows_module, "clean", better)
    rebuild(crawled)
    assert all(title.isupper() for title in load("articles", crawled)["title"])


def test_a_rebuild_that_fails_changes_nothing(crawled, monkeypatch):
    before, parts = digests(crawled), counting_parts(crawled)

    def full(*_args):
        raise OSError("disk full")

    monkeypatch.setattr("output.replace.write_part", full)
    with pytest.raises(OSError, match="disk full"):
        rebuild(crawled)
    assert counting_parts(crawled) == parts
    publish(crawled)
    assert digests(crawled) == before


def test_pages_that_would_get_lost_stop_a_rebuild(crawled):
    parts = counting_parts(crawled)
    missing = next((crawled / "raw").glob("20260301*.warc.zst"))
    content = missing.read_bytes()
    missing.unlink()
    with pytest.raises(UserError, match=rf"2 stored pages .*{missing.name} \(2\).*--allow-loss") as caught:
        rebuild(crawled)
    assert caught.value.exit_code == 3
    assert counting_parts(crawled) == parts
    assert rebuild(crawled, allow_loss=True).published.tables["articles"] == 4
    missing.write_bytes(content)
    rebuild(crawled)
    assert load("articles", crawled, where="doi = '10.5555/order.2'")["n_references"].tolist() == [5]


def test_a_rebuild_takes_in_what_a_kill_left(crawled, web, article):
    opened = web("20260303T120000.000000Z")
    opened.fetch(article(7))
    opened.close()
    rebuild(crawled)
    assert "10.5555/order.7" in load("articles", crawled)["doi"].tolist()
    assert status(crawled).waiting == 0


def test_damage_in_the_archive_is_a_note(crawled):
    (crawled / "raw" / "x.warc.gz").write_bytes(b"no archive")
    (note,) = rebuild(crawled).notes
    assert "x.warc.gz" in note


def test_progress_is_in_bytes_of_the_archive(crawled):
    steps = []
    rebuild(crawled, progress=lambda *step: steps.append(step))
    done = [step[1] for step in steps]
    assert done == sorted(done)
    assert {step[2] for step in steps} == {sum(f.stat().st_size for f in (crawled / "raw").glob("*.zst"))}
    assert len(steps) == 10


def test_no_dataset(tmp_path):
    with pytest.raises(NoDatasetError):
        rebuild(tmp_path / "nowhere")
    assert not (tmp_path / "nowhere").exists()


def test_status_counts(crawled):
    found = status(crawled)
    assert found.states == {"stored": 6, "skipped": 4, "failed": 4}
    assert found.requests == 14
    assert (found.runs, found.articles, found.held, found.waiting) == (4, 4, 1, 0)
    assert found.reasons == {"same_page": 3, "dns": 2, "blocked": 1, "missing": 1, "not_article": 1}
    assert found.page_states["article"] == 6
    assert (found.archive_files, found.unpublished_commits) == (3, 0)
    assert found.published_rows["articles"] == 4
    assert found.published_at is not None


def test_status_knows_what_is_not_published(crawled, web, article):
    opened = web("20260304T120000.000000Z")
    with Intake(crawled, opened.run) as intake:
        intake.add(opened.fetch(article(8)))
    assert status(crawled).unpublished_commits == 1
    rebuild(crawled, publish_after=False)
    assert status(crawled).unpublished_commits == status(crawled).commits


def test_status_of_nothing(tmp_path):
    with pytest.raises(NoDatasetError, match="does not exist"):
        status(tmp_path / "nowhere")
