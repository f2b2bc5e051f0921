"""Before anything else: is this a request that may be made at all, and who do we say is asking?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self
from urllib.parse import urlsplit

from crawler.failures import NotFetchedError
from crawler.politeness.addresses import is_public, literal_address
from crawler.politeness.contact import contact_problem, needs_contact, user_agent
from crawler.politeness.guarded_handler import refusal

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler


class GuardMiddleware:
    """Downloader middleware: refuses what must not be asked for, redirects included, and signs the rest."""

    def __init__(self, crawler: Crawler) -> None:
        settings = crawler.settings
        self._allow_private = settings.getbool("ALLOW_PRIVATE")
        self._problem = contact_problem(settings.get("CONTACT"))
        self._user_agent = user_agent(settings["USER_AGENT"], settings.get("CONTACT"))

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from the settings ALLOW_PRIVATE, CONTACT and USER_AGENT."""
        return cls(crawler)

    def process_request(self, request: Request) -> None:
        """Sign a request with who we are.

        Raises:
            NotFetchedError: The request may not be made.
        """
        parts = urlsplit(request.url)
        if parts.scheme not in {"http", "https"}:
            raise NotFetchedError("bad_target", f"only http and https are fetched, not {parts.scheme}")
        host = parts.hostname or ""
        address = literal_address(host)
        if not self._allow_private and address is not None and not is_public(address):
            raise refusal(host, address)
        if self._problem and needs_contact(request.url):
            raise NotFetchedError("no_contact", f"{host} is on the public web, and {self._problem}")
        request.headers["User-Agent"] = self._user_agent
