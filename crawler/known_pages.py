"""Pages that need not be fetched: this run asks for them under another name, or the dataset has them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Self

from crawler.failures import NotFetchedError
from crawler.urls import canonical_url

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class KnownPages:
    """The names that are taken.

    Attributes:
        is_stored: Tells whether the dataset holds the page of a name (``doi:…`` or a canonical URL). Nothing
            is held until whoever collects the pages says otherwise.
    """

    def __init__(self) -> None:
        self.is_stored: Callable[[str], bool] = lambda name: False  # noqa: ARG005
        self._owners: dict[str, str] = {}

    def claim(self, name: str, request_id: str) -> bool:
        """Take a name for a request; False when another request has it."""
        return self._owners.setdefault(name, request_id) == request_id

    def is_claimed(self, name: str, request_id: str) -> bool:
        """Tell whether a request other than this one has the name."""
        return self._owners.get(name, request_id) != request_id


class KnownPagesMiddleware:
    """Downloader middleware: does not follow a redirect to a page that is known."""

    def __init__(self, crawler: Crawler) -> None:
        self._crawler = crawler

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build for a spider that has `KnownPages` as its attribute ``known``."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Let a request pass that leads to something new.

        Raises:
            NotFetchedError: With reason ``same_page`` or ``already_stored``.
        """
        request_id = request.meta.get("request_id")
        if request_id is None or not request.meta.get("redirect_times"):
            return
        known: KnownPages = self._crawler.spider.known  # type: ignore[union-attr]
        name = canonical_url(request.url)
        if known.is_claimed(name, request_id):
            raise NotFetchedError("same_page", f"leads to {request.url}, which this run has by another name")
        if known.is_stored(name):
            raise NotFetchedError("already_stored", f"leads to {request.url}, which the dataset holds")
