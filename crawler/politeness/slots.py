"""Scrapy's downloader slots: the one place that touches them.

They are half private and about to be replaced by a throttler of Scrapy's own, so everything that sets the
pace of a host goes through here. A slot is a host with its port; requests to it leave one after the other,
``delay`` seconds apart.
"""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from twisted.python.failure import Failure

from crawler.urls import host_of

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.core.downloader import Downloader
    from scrapy.crawler import Crawler

#: Without any delay, the downloader sends everything that waits for a host at once, whatever the limit of
#: requests side by side, and overlooks a pause; see docs/decisions/scrapy-politeness.md.
_LEAST_DELAY = 0.001


class Slots:
    """The pace of each host.

    Args:
        crawler: The crawler whose downloader is meant; its engine must exist when a method is called.
    """

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    def assign(self, request: Request) -> None:
        """Put a request into the slot of its own host.

        Scrapy leaves a redirected request in the slot of the host that redirected it: all that doi.org sends
        on would go out at the pace of doi.org, and none at the pace of the journal.
        """
        request.meta["download_slot"] = host_of(request.url)

    def set_delay(self, host: str, seconds: float) -> None:
        """Set the time between two requests to a host, now and whenever its slot is made anew."""
        seconds = max(seconds, _LEAST_DELAY)
        downloader = self._downloader
        # Slots that idle for a minute are thrown away; the settings of a slot outlive it.
        downloader.per_slot_settings.setdefault(host, {})["delay"] = seconds
        slot = downloader.slots.get(host)
        if slot is not None:
            slot.delay = seconds

    def pause(self, host: str, seconds: float) -> None:
        """Send nothing to a host for some seconds."""
        slot = self._downloader.slots.get(host)
        if slot is not None and seconds > 0:
            slot.lastseen = max(slot.lastseen, monotonic() + seconds)

    def drop_waiting(self, host: str, error: Exception) -> int:
        """Fail all requests that wait for their turn at a host; return how many those were."""
        slot = self._downloader.slots.get(host)
        if slot is None:
            return 0
        waiting = list(slot.queue)
        slot.queue.clear()
        for _, answer in waiting:
            answer.errback(Failure(error))  # type: ignore[no-untyped-call]
        return len(waiting)

    @property
    def _downloader(self) -> Downloader:
        return self._crawler.engine.downloader
