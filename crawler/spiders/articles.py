"""Spider ``articles``: fetches articles by DOI or URL and says of each request what became of it."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Iterable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, Self

import scrapy
from scrapy import Request, signals
from scrapy.exceptions import CloseSpider

from crawler.archive import ArchivedPage
from crawler.failures import StoppedError, explain
from crawler.fetch_items import FetchedPage, FetchOutcome, Reason
from crawler.items import ARTICLE_STATES, PageReading
from crawler.known_pages import KnownPages
from crawler.parsers import read_page
from crawler.politeness.hosts import HostMiddleware
from crawler.targets import Target, TargetError, read_list, read_target, request_id
from crawler.urls import canonical_url, host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response
    from twisted.python.failure import Failure

#: Reasons that are known before anything was sent.
_UNSENT: frozenset[Reason] = frozenset(
    {
        "already_stored",
        "same_page",
        "bad_target",
        "no_contact",
        "private_address",
        "robots",
        "robots_unreachable",
        "host_stopped",
    }
)


class ArticlesSpider(scrapy.Spider):
    """Fetch articles by DOI or URL.

    Args:
        doi: DOIs, separated by white space.
        url: URLs, separated by white space.
        file: Files of DOIs and URLs, one a line, separated by white space.
        dataset: Dataset folder; else the setting DATASET, BACKMATTER_DATASET, ``./articles-data``.
        targets: DOIs and URLs as a list, for callers in Python.

    Attributes:
        known: The names that are taken; whoever collects the pages says what the dataset holds.
        waiting: What was asked for and has no outcome yet, by request id.
        duplicates: How many entries named something that was asked for before.

    Raises:
        TargetError: A list file cannot be used.
        OSError: A list file cannot be opened.
    """

    name = "articles"

    def __init__(
        self,
        *,
        doi: str = "",
        url: str = "",
        file: str = "",
        targets: Iterable[str] = (),
        **others: Any,  # noqa: ANN401 - Scrapy passes what the user gives
    ) -> None:
        super().__init__(**others)
        self.asked = [*targets, *doi.split(), *url.split()]
        for path in file.split():
            self.asked += read_list(path)
        self.known = KnownPages()
        self.waiting: dict[str, Target] = {}
        self.duplicates = 0
        self._seen: set[str] = set()

    @classmethod
    def from_crawler(cls, crawler: Crawler, *args: Any, **arguments: Any) -> Self:  # noqa: ANN401
        """Build the spider, and settle which dataset and run the crawl belongs to."""
        settings = crawler.settings
        dataset = arguments.pop("dataset", None) or settings.get("DATASET")
        dataset = dataset or os.environ.get("BACKMATTER_DATASET") or "articles-data"
        settings.set("DATASET", str(dataset), priority="cmdline")
        if not settings.get("RUN_ID"):
            run_id = datetime.now(UTC).strftime("%Y%m%dT%H%M%S.%fZ")
            settings.set("RUN_ID", run_id, priority="cmdline")
        spider: Self = super().from_crawler(crawler, *args, **arguments)
        return spider

    async def start(self) -> AsyncIterator[Request | FetchOutcome]:
        """Yield a request for each thing asked for, no faster than they can be sent."""
        for text in self.asked:
            started = self._begin(text)
            if isinstance(started, Request) and self.crawler.engine.needs_backout():
                await self.crawler.signals.wait_for(signals.scheduler_empty)
            if started is not None:
                yield started

    def parse(self, response: Response) -> Iterator[FetchedPage | FetchOutcome]:
        """Read a page out of the archive and hand it on; tell apart what only looks like one."""
        request = response.request
        assert request is not None  # noqa: S101 - Scrapy sets it before it calls
        page: ArchivedPage = request.meta["archived"]
        reading = self._read(page)
        if response.status >= 300:
            reason, detail = self._refusal(response, reading)
            yield self._outcome(request, reason, detail, reading)
            return
        if reading is not None:
            self._judge_host(response, reading)
            if reading.page_state in ARTICLE_STATES:
                self.known.claim(canonical_url(response.url), page.request_id)
        self.waiting.pop(page.request_id, None)
        yield FetchedPage(page, reading)

    def failed(self, failure: Failure) -> Iterator[FetchOutcome]:
        """Say why a request gave no page.

        Raises:
            CloseSpider: Nothing can be archived any more.
        """
        request: Request = failure.request  # type: ignore[attr-defined] # set by Scrapy
        error = failure.value
        if isinstance(error, StoppedError):
            return
        assert error is not None  # noqa: S101 - a failure is the failure of something
        reason, detail = explain(error)
        if reason == "internal":
            self.logger.error("%s: %s", request.url, detail, exc_info=error)
        yield self._outcome(request, reason, detail)
        if reason == "archive":
            raise CloseSpider("archive_failed")

    def abandoned(self) -> Iterator[FetchOutcome]:
        """Yield an outcome for each request that never got one; after a crawl that ran to its end."""
        for key, target in list(self.waiting.items()):
            del self.waiting[key]
            yield _unsent(target.requested, key, "internal", "it got lost; the log says more", target.url)

    def _read(self, page: ArchivedPage) -> PageReading | None:
        try:
            return read_page(page.body, page.url, page.headers)
        except Exception:
            # A page is in the archive and has to be accounted for, whatever a parser makes of it.
            self.logger.exception("%s (%s, byte %s)", page.requested, page.warc_file, page.warc_offset)
            return None

    def _begin(self, text: str) -> Request | FetchOutcome | None:
        """Return what an entry begins with; None for one that repeats another."""
        try:
            target = read_target(text, self.settings["DOI_RESOLVER"])
        except TargetError as error:
            key = request_id(text)
            return _unsent(text, key, "bad_target", str(error)) if self._is_new(key) else None
        key = target.request_id
        if not self._is_new(key):
            return None
        self.known.claim(target.name, key)
        if self.known.is_stored(target.name):
            return _unsent(target.requested, key, "already_stored", "the dataset holds it", target.url)
        self.waiting[key] = target
        facts = {"requested": target.requested, "request_id": key, "first_url": target.url}
        return Request(target.url, callback=self.parse, errback=self.failed, meta=facts, dont_filter=True)

    def _is_new(self, key: str) -> bool:
        if key in self._seen:
            self.duplicates += 1
            return False
        self._seen.add(key)
        return True

    def _judge_host(self, response: Response, reading: PageReading) -> None:
        """Let the host's pace follow from what kind of page it sent."""
        hosts = self.crawler.get_downloader_middleware(HostMiddleware)
        if hosts is None:
            return
        if reading.page_state == "blocked":
            hosts.refused(response.url, "a challenge in place of the page")
        elif reading.page_state == "login":
            hosts.refused(response.url, "a login page in place of the page")
        else:
            hosts.answered(response.url)

    def _refusal(self, response: Response, reading: PageReading | None) -> tuple[Reason, str]:
        """Say what an answer with an error status means."""
        said = f"HTTP {response.status} from {host_of(response.url)}"
        if reading is not None and reading.page_state == "blocked":
            return "blocked", f"{said}, with a challenge or refusal as its page"
        if response.status in {404, 410}:
            if response.url.startswith(self.settings["DOI_RESOLVER"]):
                return "doi_not_found", f"{said}: no such DOI is registered; look for a slip of the pen"
            return "not_found", said
        return "http_error", said

    def _outcome(
        self, request: Request, reason: Reason, detail: str, reading: PageReading | None = None
    ) -> FetchOutcome:
        key: str = request.meta["request_id"]
        self.waiting.pop(key, None)
        answer: ArchivedPage | None = request.meta.get("archived")
        tries: int = request.meta.get("retry_times", 0)
        return FetchOutcome(
            requested=request.meta["requested"],
            request_id=key,
            reason=reason,
            detail=detail,
            at=answer.fetched_at if answer else datetime.now(UTC),
            url=request.meta["first_url"],
            final_url=answer.url if answer else None,
            status=answer.status if answer else None,
            attempts=tries if reason in _UNSENT else tries + 1,
            page_state=reading.page_state if reading else None,
            answer=answer,
        )


def _unsent(requested: str, key: str, reason: Reason, detail: str, url: str | None = None) -> FetchOutcome:
    return FetchOutcome(requested, key, reason, detail, datetime.now(UTC), url=url)
