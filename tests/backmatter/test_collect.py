"""What a crawl fetches comes to rest in the dataset, to the unit."""

import asyncio

import pytest

import backmatter
from backmatter.crawling import crawl_settings
from backmatter.sample_journal import serve
from output.lock import writing

BLOCKED, INCOMPLETE = 4, 3


@pytest.fixture
def crawl(reactor_loop, tmp_path):
    """Crawls names of a sample journal into a dataset within this process, and returns the report."""
    from scrapy.crawler import AsyncCrawlerRunner

    from backmatter.collect import CollectPipeline
    from crawler.spiders.articles import ArticlesSpider

    def run(names, site, **overrides):
        said = {"DOWNLOAD_DELAY": "0", "DOI_RESOLVER": site.doi_resolver, "MEMUSAGE_ENABLED": "0"}
        settings = crawl_settings(tmp_path / "data", allow_private=True, overrides=said | overrides)

        async def job():
            runner = AsyncCrawlerRunner(settings)
            crawler = runner.create_crawler(ArticlesSpider)
            await runner.crawl(crawler, targets=list(names))
            return crawler.get_item_pipeline(CollectPipeline).report

        return asyncio.run_coroutine_threadsafe(job(), reactor_loop).result(60)

    return run


def load(table, tmp_path):
    return backmatter.load(table, dataset=tmp_path / "data")


def test_the_sample_journal_from_dois_to_tables(crawl, tmp_path):
    with serve(bulk=3) as site:
        names = [*site.dois, *site.bulk_dois]
        said = crawl([*names, f"https://doi.org/{site.bulk_dois[0]}", "nonsense"], site).as_json()
        assert said["requested"] == len(names) + 1 == said["stored"] + said["skipped"] + said["failed"]
        assert said["duplicates"] == 1
        assert said["not_reached"] == 0
        assert said["exit_status"] == INCOMPLETE
        assert said["reasons"]["bad_target"] == said["reasons"]["doi_not_found"] == 1
        assert all(failure["host"] or failure["reason"] == "bad_target" for failure in said["failures"])

        articles = load("articles", tmp_path)
        assert len(articles) == said["tables"]["articles"] == said["stored"] - said["held"]
        fetches = load("fetches", tmp_path)
        assert len(fetches) == said["requested"]
        states = fetches["state"].value_counts().to_dict()
        assert states == {state: said[state] for state in ("stored", "skipped", "failed") if said[state]}

        again = crawl(names, site).as_json()
        assert again["stored"] == 0
        assert again["reasons"]["already_stored"] == said["stored"]
        assert again["tables"]["articles"] == said["tables"]["articles"]
        assert {site.counts[f"/bulk/{number}"] for number in range(3)} == {1}


def test_a_dataset_in_use_is_left_alone(crawl, tmp_path):
    with serve(bulk=1) as site, writing(tmp_path / "data", "backmatter ingest"):
        report = crawl(site.bulk_dois, site)
        assert site.counts.total() == 0
    assert report.exit_status == INCOMPLETE
    assert "is being written to by `backmatter ingest`" in str(report.error)
    assert report.not_reached == 1


def test_pages_that_we_are_kept_from_give_a_status_of_their_own(crawl):
    with serve(robots="User-agent: *\nDisallow: /\n", bulk=1) as site:
        report = crawl([site.url("/bulk/0")], site)
        assert site.counts.total() == site.counts["/robots.txt"] == 1
    assert report.exit_status == BLOCKED
    assert report.tally.reasons == {"robots": 1}


def test_a_commit_that_cannot_be_written_ends_the_crawl_and_loses_nothing(crawl, tmp_path, monkeypatch):
    def full(*args):
        raise OSError(28, "No space left on device")

    with serve(bulk=5) as site:
        with monkeypatch.context() as broken:
            broken.setattr("backmatter.intake.commit", full)
            report = crawl(site.bulk_dois, site)
        assert report.exit_status == INCOMPLETE
        assert "No space left on device" in str(report.error)
        assert not (tmp_path / "data" / "current").exists()
        report = crawl(site.bulk_dois, site)
        assert report.exit_status == 0
        assert {times for path, times in site.counts.items() if path.startswith("/bulk/")} == {1}
    assert report.recovered + report.tally.states["stored"] == 5
    assert len(load("articles", tmp_path)) == 5


def test_a_second_name_for_a_stored_article_is_known_when_it_leads_to_its_address(crawl, tmp_path):
    with serve(bulk=1) as site:
        crawl([site.url("/bulk/0")], site)
        report = crawl([*site.bulk_dois, f"{site.url('/bulk/0')}?utm_source=mail"], site)
    assert report.tally.reasons == {"already_stored": 2}
    assert len(load("fetches", tmp_path)) == 3
