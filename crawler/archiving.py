"""Everything that comes from the network goes into the archive first, before anybody looks at it."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Self

from scrapy import signals
from scrapy.http import HtmlResponse, Response
from w3lib.html import get_meta_refresh

from crawler.archive import ArchivedPage, ArchiveWriter, BodyTooLargeError, RecordKind, decode_body
from crawler.failures import NotFetchedError
from crawler.targets import request_id
from crawler.urls import canonical_url

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler

_log = logging.getLogger(__name__)

#: Bytes of a page in which a refresh is looked for; as many as Scrapy looks at.
_HEAD = 4096
_MOST_TO_DECODE = 2**20


class ArchiveMiddleware:
    """Downloader middleware next to the network: writes each response to the WARC archive, then hands it on.

    What it hands on is what reading the archive gives back, content encoding undone, so that a page reads the
    same on the day of the crawl and whenever the tables are rebuilt. The archived page is in
    ``request.meta["archived"]``.

    Needs the settings DATASET (folder; the archive is its folder ``raw``) and RUN_ID.
    """

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._writer = ArchiveWriter(f"{settings['DATASET']}/raw", settings["RUN_ID"])
        self._refresh_max = settings.getfloat("METAREFRESH_MAXDELAY")
        self._broken: str | None = None

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from the settings DATASET and RUN_ID."""
        middleware = cls(crawler)
        crawler.signals.connect(middleware.spider_closed, signal=signals.spider_closed)
        return middleware

    def process_request(self, request: Request) -> None:
        """Forget what an earlier attempt of this request brought.

        Raises:
            NotFetchedError: The archive cannot be written any more, so nothing more is asked for.
        """
        request.meta.pop("archived", None)
        if self._broken:
            raise NotFetchedError("archive", self._broken)

    def process_response(self, request: Request, response: Response) -> Response:
        """Archive a response.

        Raises:
            NotFetchedError: The body is larger than allowed once decoded, or the archive cannot be written.
        """
        page = self._archive(request, response)
        request.meta["archived"] = page
        if page.problem and page.problem.startswith("body is too large"):
            raise NotFetchedError("too_large", page.problem)
        headers = response.headers.copy()
        headers.pop("Content-Encoding", None)
        # Only what sends its reader on is looked at by Scrapy; to guess the encoding of all others costs time.
        kind = HtmlResponse if page.kind == "redirect" and response.status < 300 else Response
        return kind(
            response.url,
            status=response.status,
            headers=headers,
            body=page.body,
            flags=response.flags,
            certificate=response.certificate,
            ip_address=response.ip_address,
            protocol=response.protocol,
        )

    def spider_closed(self) -> None:
        """Close the archive file and its index."""
        self._writer.close()

    def _archive(self, request: Request, response: Response) -> ArchivedPage:
        asked = request.meta.get("requested", request.url)
        try:
            return self._writer.write(
                requested=asked,
                request_id=request.meta.get("request_id") or request_id(asked),
                url=response.url,
                status=response.status,
                headers=[
                    (name, value) for name in response.headers for value in response.headers.getlist(name)
                ],
                body=response.body,
                fetched_at=datetime.now(UTC),
                kind=self._kind(request, response),
                attempt=request.meta.get("retry_times", 0) + 1,
                first_url=request.meta.get("first_url"),
            ).page
        except OSError as error:
            self._broken = f"the archive cannot be written: {error}"
            _log.critical("%s; the crawl stops here", self._broken)
            raise NotFetchedError("archive", self._broken) from error

    def _kind(self, request: Request, response: Response) -> RecordKind:
        if request.meta.get("is_robots_txt"):
            return "robots"
        if 300 <= response.status < 400:
            return "redirect"
        if response.status >= 400:
            return "error"
        return "redirect" if self._sends_on(response) else "page"

    def _sends_on(self, response: Response) -> bool:
        """Tell whether a page only sends its reader on to another one, as ``<meta http-equiv="refresh">``."""
        said = {
            name.decode("latin-1").lower(): values[-1].decode("latin-1")
            for name, values in response.headers.items()
        }
        try:
            body, _ = decode_body(response.body, said, _MOST_TO_DECODE)
        except BodyTooLargeError:
            return False
        delay, url = get_meta_refresh(body[:_HEAD].decode("latin-1"), response.url, ignore_tags=("noscript",))
        if url is None or delay is None or delay >= self._refresh_max:
            return False
        try:
            return canonical_url(url) != canonical_url(response.url)
        except ValueError:
            return False
