"""robots.txt, obeyed under concurrency and when it cannot be had.

Replaces Scrapy's own middleware. That one lets requests through when several come to a new host at once,
takes a server error on robots.txt for a permission, and reads ``Crawl-delay`` without keeping it.
"""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from protego import Protego
from scrapy import Request
from scrapy.exceptions import NotConfigured
from scrapy.http.request import NO_CALLBACK

from crawler.failures import NotFetchedError, StoppedError, explain
from crawler.politeness.hosts import HostMiddleware
from crawler.urls import host_of

if TYPE_CHECKING:
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_log = logging.getLogger(__name__)

#: Bytes of a robots.txt that count; what RFC 9309 asks of a crawler at least.
_MAX_BYTES = 500 * 1024
_PRIORITY = 1000


class RobotsMiddleware:
    """Downloader middleware: nothing is asked of a host before its robots.txt is known and allows it."""

    def __init__(self, crawler: Crawler) -> None:
        if not crawler.settings.getbool("ROBOTSTXT_OBEY"):
            raise NotConfigured
        self._crawler = crawler
        self._agent: str = crawler.settings["ROBOTSTXT_USER_AGENT"]
        self._rules: dict[str, Protego | NotFetchedError] = {}
        self._locks: dict[str, asyncio.Lock] = {}

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from the settings ROBOTSTXT_OBEY and ROBOTSTXT_USER_AGENT."""
        return cls(crawler)

    async def process_request(self, request: Request) -> None:
        """Let a request pass that robots.txt allows.

        Raises:
            NotFetchedError: robots.txt forbids it, or cannot be had.
            StoppedError: The crawl is being stopped.
        """
        if request.meta.get("is_robots_txt"):
            return
        parts = urlsplit(request.url)
        origin = f"{parts.scheme}://{host_of(request.url)}"
        # All requests to a host wait for the one that fetches its rules.
        async with self._locks.setdefault(origin, asyncio.Lock()):
            if origin not in self._rules:
                self._rules[origin] = await self._fetch(origin)
        rules = self._rules[origin]
        if isinstance(rules, NotFetchedError):
            raise NotFetchedError(rules.reason, rules.detail)
        if not rules.can_fetch(request.url, self._agent):
            self._crawler.stats.inc_value("politeness/robots_forbidden")
            raise NotFetchedError("robots", f"{origin}/robots.txt does not allow it")

    async def _fetch(self, origin: str) -> Protego | NotFetchedError:
        request = Request(
            f"{origin}/robots.txt",
            priority=_PRIORITY,
            meta={"is_robots_txt": True},
            callback=NO_CALLBACK,
            dont_filter=True,
        )
        try:
            response = await self._crawler.engine.download_async(request)
        except StoppedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it was, the rules are not known: keep out
            reason, detail = explain(error)
            if reason == "internal":
                _log.error("%s/robots.txt: %s", origin, detail, exc_info=error)
                reason = "robots_unreachable"
            return NotFetchedError(reason, f"{origin}/robots.txt cannot be had: {detail}")
        return self._read(origin, response)

    def _read(self, origin: str, response: Response) -> Protego | NotFetchedError:
        if response.status >= 500 or response.status == 429:
            return NotFetchedError(
                "robots_unreachable",
                f"{origin}/robots.txt answers HTTP {response.status}, which means: keep out for now",
            )
        # Any other status but success means that there are no rules (RFC 9309, 2.3.1.3).
        text = response.body[:_MAX_BYTES].decode("utf-8", "replace") if response.status < 300 else ""
        rules = Protego.parse(text)
        delay = rules.crawl_delay(self._agent) or 0.0
        rate = rules.request_rate(self._agent)
        if rate is not None and rate.requests:
            delay = max(delay, rate.seconds / rate.requests)
        hosts = self._crawler.get_downloader_middleware(HostMiddleware)
        if hosts is not None:
            hosts.crawl_delay(host_of(origin), float(delay))
        return rules
