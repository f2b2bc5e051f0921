"""How each host takes our requests: a pause when it asks for one, longer ones when it refuses, then a stop."""

from __future__ import annotations

import logging
import math
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from scrapy import signals

from crawler.failures import NotFetchedError, StoppedError, explain, is_connection_failure
from crawler.politeness.retry_after import retry_after
from crawler.politeness.slots import Slots
from crawler.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response

_log = logging.getLogger(__name__)

#: Statuses by which a host as a whole says no. Other server errors may concern one page: they count half.
_REFUSALS = frozenset({403, 429, 503})
_HALF = 0.5


@dataclass(slots=True)
class _Host:
    """What is known of one host.

    Attributes:
        refusals: How often it refused since it last answered; troubles that may concern one page count half.
        delay: Seconds between two requests.
        stopped: Why nothing more is asked of it; None while it is asked.
    """

    delay: float
    refusals: float = 0.0
    stopped: str | None = None


class HostMiddleware:
    """Downloader middleware that keeps the pace of each host and stops asking hosts that do not want us.

    A host is paused for as long as its ``Retry-After`` says, and when it refuses without one, for a time that
    doubles with each refusal in a row. It is stopped for the rest of the run after HOST_STOP_AFTER refusals
    in a row, and at once when it asks for a longer pause than RETRY_AFTER_MAX or a longer ``Crawl-delay``
    than CRAWL_DELAY_MAX: coming back sooner than asked is not an option.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._delay = settings.getfloat("DOWNLOAD_DELAY")
        self._backoff_factor = settings.getfloat("BACKOFF_FACTOR")
        self._backoff_max = settings.getfloat("BACKOFF_MAX")
        self._retry_after_max = settings.getfloat("RETRY_AFTER_MAX")
        self._crawl_delay_max = settings.getfloat("CRAWL_DELAY_MAX")
        self._stop_after = settings.getfloat("HOST_STOP_AFTER")
        self._slots = Slots(crawler)
        self._stats = crawler.stats
        self._hosts: dict[str, _Host] = {}
        self._stopping = False

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from the settings named above, DOWNLOAD_DELAY and BACKOFF_*."""
        middleware = cls(crawler)
        # Not process_response: by then the next request to the host may have left.
        crawler.signals.connect(middleware.response_downloaded, signal=signals.response_downloaded)
        return middleware

    def process_request(self, request: Request) -> None:
        """Put a request into its host's slot.

        Raises:
            NotFetchedError: With reason ``host_stopped``.
            StoppedError: The crawl is being stopped.
        """
        if self._stopping:
            raise StoppedError
        host = host_of(request.url)
        stopped = self._host(host).stopped
        if stopped:
            raise NotFetchedError("host_stopped", f"{host} {stopped}")
        self._slots.assign(request)

    def response_downloaded(self, request: Request, response: Response) -> None:
        """Learn from an answer how the host takes us. What a page of status 200 says, `refused` learns."""
        host = host_of(request.url)
        if response.status >= 400:
            wait = retry_after(response.headers.get("Retry-After"), datetime.now(UTC))
            if response.status in _REFUSALS or wait is not None:
                self._refuse(
                    host, f"HTTP {response.status}", 1.0 if wait or response.status != 503 else _HALF, wait
                )
            elif response.status >= 500:
                self._refuse(host, f"HTTP {response.status}", _HALF)
            else:
                self.answered(response.url)
        elif response.status >= 300:
            self.answered(response.url)

    def process_exception(self, request: Request, exception: Exception) -> None:
        """Learn from a connection that failed."""
        if is_connection_failure(exception):
            self._refuse(host_of(request.url), explain(exception)[1], _HALF)

    def answered(self, url: str) -> None:
        """Note that a host gave what it was asked for, or said properly that it has no such thing."""
        self._host(host_of(url)).refusals = 0.0

    def refused(self, url: str, why: str) -> None:
        """Note that a host sent a challenge or a wall in place of a page."""
        self._refuse(host_of(url), why, 1.0)

    def crawl_delay(self, host: str, seconds: float) -> None:
        """Obey the pace that a host's robots.txt asks for; ours, if that is slower."""
        if math.isnan(seconds) or seconds <= 0:
            return
        if seconds > self._crawl_delay_max:
            self._stop(host, f"asks for {seconds:g} s between two requests, more than CRAWL_DELAY_MAX")
            return
        known = self._host(host)
        known.delay = max(self._delay, seconds)
        self._slots.set_delay(host, known.delay)

    def stop(self) -> None:
        """Send nothing more to any host, so that a crawl that is being stopped need not wait for its turn."""
        self._stopping = True
        for host in self._hosts:
            self._slots.drop_waiting(host, StoppedError())

    def stopped(self) -> dict[str, str]:
        """Return the hosts that are not asked any more, and why."""
        return {host: known.stopped for host, known in self._hosts.items() if known.stopped}

    def _refuse(self, host: str, why: str, weight: float, wait: float | None = None) -> None:
        known = self._host(host)
        known.refusals += weight
        self._stats.inc_value(f"politeness/refusals/{host}")
        if wait is not None and wait > self._retry_after_max:
            self._stop(host, f"asks to be left alone for {wait:,.0f} s, longer than RETRY_AFTER_MAX ({why})")
        elif known.refusals >= self._stop_after:
            self._stop(host, f"refused {known.refusals:g} times in a row, the last time with: {why}")
        else:
            doubled = known.delay * self._backoff_factor * 2 ** (math.ceil(known.refusals) - 1)
            self._slots.pause(host, max(wait or 0.0, min(doubled, self._backoff_max)))

    def _stop(self, host: str, why: str) -> None:
        known = self._host(host)
        if known.stopped:
            return
        known.stopped = why
        self._stats.inc_value("politeness/hosts_stopped")
        _log.warning("%s %s; it is not asked any more in this run", host, why)
        self._slots.drop_waiting(host, NotFetchedError("host_stopped", f"{host} {why}"))

    def _host(self, host: str) -> _Host:
        known = self._hosts.get(host)
        if known is None:
            known = self._hosts[host] = _Host(self._delay)
            self._slots.set_delay(host, known.delay)
        return known
