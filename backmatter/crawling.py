"""Runs one crawl in this process: settings, signals of the user, and the report."""

from __future__ import annotations

import asyncio
import logging
import os
import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import FrameType

from scrapy import signals
from scrapy.crawler import AsyncCrawlerProcess, Crawler
from scrapy.settings import Settings, default_settings

from backmatter.collect import CollectPipeline
from backmatter.console import say
from backmatter.crawl_report import CrawlReport
from backmatter.errors import UserError
from backmatter.intake import Outcome
from backmatter.tally import INCOMPLETE
from crawler import settings as crawler_settings
from crawler.politeness.contact import contact_problem, needs_contact
from crawler.politeness.hosts import HostMiddleware
from crawler.spiders.articles import ArticlesSpider
from crawler.targets import TargetError, read_target

_USAGE = 2


def crawl_settings(
    dataset: Path,
    *,
    contact: str | None = None,
    allow_private: bool = False,
    overrides: Mapping[str, str] | None = None,
) -> Settings:
    """The settings of a crawl: the project's, then what the user says.

    Args:
        dataset: The dataset folder.
        contact: Mail address or web page of whoever runs the crawl.
        allow_private: Whether private and loopback addresses may be connected to.
        overrides: Scrapy settings by name.
    """
    settings = Settings()
    settings.setmodule(crawler_settings, priority="project")
    said: dict[str, object] = {"DATASET": str(dataset), "LOG_LEVEL": "WARNING", "STATS_DUMP": False}
    if contact:
        said["CONTACT"] = contact
    if allow_private:
        said["ALLOW_PRIVATE"] = True
    for name, value in (said | dict(overrides or {})).items():
        if not hasattr(default_settings, name) and not hasattr(crawler_settings, name):
            say(f"-s {name}: no setting of this name is known; it is passed on")
        settings.set(name, value, priority="cmdline")
    settings.set("LOG_INSTALL_ROOT_HANDLER", bool(settings.get("LOG_FILE")), priority="cmdline")
    return settings


def check_contact(targets: Sequence[str], settings: Settings) -> None:
    """Refuse to begin when hosts of the public web are to be asked and nobody could be reached about it.

    Raises:
        UserError: With exit status 2.
    """
    problem = contact_problem(settings.get("CONTACT"))
    if problem is None:
        return
    for text in targets:
        try:
            target = read_target(text, settings["DOI_RESOLVER"])
        except TargetError:
            continue
        if needs_contact(target.url):
            raise UserError(
                f"{target.requested} leads to the public web, and {problem}. "
                "The hosts that are asked see it, so that they can write to you instead of blocking you.",
                _USAGE,
            )


def run_crawl(
    targets: Sequence[str],
    settings: Settings,
    on_outcome: Callable[[Outcome], None] | None = None,
) -> CrawlReport:
    """Crawl, and stop cleanly on SIGINT or SIGTERM; a second one ends the process at once.

    Can be called once in a process, as Twisted's reactor can.

    Args:
        targets: DOIs and URLs.
        settings: See `crawl_settings`.
        on_outcome: Called with what became of each request, as it is known.

    Raises:
        UserError: The settings leave out what collects the pages.
    """
    process = AsyncCrawlerProcess(settings)
    if not settings.get("LOG_FILE"):
        _log_to_console(settings["LOG_LEVEL"])
    crawler = process.create_crawler(ArticlesSpider)

    def scraped(item: Outcome) -> None:
        if on_outcome is not None:
            on_outcome(item)

    crawler.signals.connect(scraped, signal=signals.item_scraped)
    task = process.crawl(crawler, targets=list(targets))
    stopping = _Stop(process, crawler, task.get_loop())
    process.start(install_signal_handlers=False)
    failure = task.exception() if task.done() and not task.cancelled() else None
    if failure is not None:
        raise failure
    pipeline = crawler.get_item_pipeline(CollectPipeline)
    if pipeline is None:
        raise UserError("ITEM_PIPELINES leaves out backmatter.collect.CollectPipeline", _USAGE)
    report: CrawlReport = pipeline.report
    report.interrupted = stopping.asked
    return report


class _Stop:
    """Turns the first signal into a clean stop and the second into the end of the process."""

    def __init__(
        self, process: AsyncCrawlerProcess, crawler: Crawler, loop: asyncio.AbstractEventLoop
    ) -> None:
        self._process = process
        self._crawler = crawler
        self._loop = loop
        self._task: asyncio.Future[None] | None = None
        self.asked = False
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._handle)

    def _handle(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002 - as signal calls it
        # No printing through buffers in here: the interrupted code may be in the middle of one.
        if self.asked:
            show_cursor = b"\x1b[?25h" if sys.stderr.isatty() else b""
            os.write(2, show_cursor + b"\nstopped at once; the next command goes on from what is on disk\n")
            os._exit(INCOMPLETE)
        self.asked = True
        os.write(2, b"\nstopping when what is under way is done; once more stops at once\n")
        self._loop.call_soon_threadsafe(self._stop)

    def _stop(self) -> None:
        if self._crawler.crawling:
            hosts = self._crawler.get_downloader_middleware(HostMiddleware)
            if hosts is not None:
                hosts.stop()
        self._task = asyncio.ensure_future(self._process.stop())


class _ConsoleHandler(logging.Handler):
    """Prints log records as lines, without the control characters that pages may smuggle in."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one record."""
        say(self.format(record))


def _log_to_console(level: str) -> None:
    handler = _ConsoleHandler()
    handler.setFormatter(logging.Formatter("%(levelname)s %(name)s: %(message)s"))
    handler.setLevel(level)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
