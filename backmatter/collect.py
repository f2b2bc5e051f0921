"""The item pipeline of Scrapy: hands what the spider fetched to the intake, and publishes at the end."""

from __future__ import annotations

import asyncio
import logging
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.exceptions import CloseSpider

from backmatter.crawl_report import CrawlReport
from backmatter.intake import Intake, Outcome
from backmatter.known import Known
from backmatter.recovery import recover
from backmatter.stored_names import StoredNames
from crawler.fetch_items import FetchedPage, FetchOutcome
from crawler.politeness.hosts import HostMiddleware
from crawler.spiders.articles import ArticlesSpider
from crawler.urls import host_of
from output.errors import DatasetError
from output.lock import writing
from output.publish import publish

if TYPE_CHECKING:
    from scrapy.crawler import Crawler

_log = logging.getLogger(__name__)


class CollectPipeline:
    """Collects what one crawl fetches into its dataset.

    On opening it takes the dataset's lock, takes in what a killed command left in the archive, and tells the
    spider what the dataset holds. On closing it commits what is pending and publishes. What became of a request
    goes on as a `backmatter.intake.Outcome`, so that it is what ``item_scraped`` tells.

    Attributes:
        report: What the crawl did; complete once it has closed.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self.report = CrawlReport(settings["DATASET"], settings["RUN_ID"])
        self._crawler = crawler
        self._dataset = Path(settings["DATASET"])
        self._publishes = settings.getbool("PUBLISH")
        self._open = ExitStack()
        self._intake: Intake | None = None
        self._closing: asyncio.Task[None] | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from the settings DATASET, RUN_ID and PUBLISH."""
        pipeline = cls(crawler)
        crawler.signals.connect(pipeline.spider_idle, signal=signals.spider_idle)
        return pipeline

    def open_spider(self) -> None:
        """Take the dataset.

        Raises:
            CloseSpider: It is in use, cannot be read or cannot be written to.
        """
        try:
            self._open.enter_context(writing(self._dataset, "backmatter crawl"))
            recovered = recover(self._dataset)
            self.report.recovered = recovered.pages
            for note in recovered.notes:
                _log.info("%s", note)
            stored = StoredNames(self._dataset, self._crawler.settings["DOI_RESOLVER"])
            self._intake = Intake(self._dataset, self.report.run_id, known=Known.of(self._dataset))
        except (DatasetError, OSError) as error:
            self._fail(error)
            raise CloseSpider("dataset_unusable") from error
        self.report.tally = self._intake.tally
        self._spider.known.is_stored = stored.__contains__

    def process_item(self, item: FetchedPage | FetchOutcome) -> Outcome:
        """Take in one page, or the reason why there is none.

        Raises:
            OSError: A commit could not be written. The crawl ends; the archive has what is not committed.
        """
        assert self._intake is not None  # noqa: S101 - else the spider was closed when it opened
        try:
            if isinstance(item, FetchedPage):
                outcome = self._intake.add(item.page, item.reading)
                url = item.page.url
            else:
                outcome = self._intake.note(item)
                url = item.final_url or item.url
        except (DatasetError, OSError) as error:
            self._fail(error)
            self._end("commit_failed")
            raise
        self.report.note(outcome, host_of(url) if url else "")
        return outcome

    def spider_idle(self) -> None:
        """Account for requests that got lost on the way; there should be none."""
        if self._intake is not None:
            for lost in self._spider.abandoned():
                self.process_item(lost)

    def close_spider(self) -> None:
        """Commit what is pending, publish, and let go of the dataset."""
        spider = self._spider
        self.report.duplicates = spider.duplicates
        self.report.not_reached = len(spider.asked) - spider.duplicates - self.report.tally.requested
        hosts = self._crawler.get_downloader_middleware(HostMiddleware)
        self.report.stopped_hosts = hosts.stopped() if hosts is not None else {}
        with self._open:
            if self._intake is None:
                return
            try:
                self._intake.close()
                if self._publishes:
                    self.report.published = publish(self._dataset)
            except (DatasetError, OSError) as error:
                self._fail(error)

    @property
    def _spider(self) -> ArticlesSpider:
        spider = self._crawler.spider
        assert isinstance(spider, ArticlesSpider)  # noqa: S101 - this pipeline serves no other
        return spider

    def _fail(self, error: Exception) -> None:
        if self.report.error is None:
            self.report.error = error
            _log.error("%s", error)

    def _end(self, reason: str) -> None:
        if self._closing is None:
            self._closing = asyncio.ensure_future(self._crawler.engine.close_spider_async(reason=reason))
