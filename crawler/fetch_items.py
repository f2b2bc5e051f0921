"""What became of one request: a page that was fetched, or the reason why there is none."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from crawler.archive import ArchivedPage
from crawler.items import PageReading, PageState

#: Why a request gave no page. Closed, so that counts by reason and host can be compared from run to run.
Reason = Literal[
    "already_stored",  # the dataset has the article; nothing was asked for
    "same_page",  # led to a page that this run asks for, or has, under another name
    "bad_target",  # neither a DOI nor a URL
    "no_contact",  # a host of the public web, and nobody to be reached by its operator
    "private_address",  # a private, loopback or link-local address
    "robots",  # robots.txt says no
    "robots_unreachable",  # robots.txt cannot be had, which means: keep out
    "host_stopped",  # the host refused too often, or asked to be left alone
    "dns",  # no such host name
    "refused",  # nobody listens there
    "tls",  # no connection that can be trusted
    "timeout",
    "connection",  # broken off
    "truncated",  # fewer bytes than announced
    "too_large",
    "redirects",  # too many, or in a circle
    "blocked",  # a challenge or refusal in place of the page
    "doi_not_found",
    "not_found",  # HTTP 404 or 410
    "http_error",  # any other status of 400 or more
    "archive",  # the archive could not be written
    "internal",  # a fault of this program
]

#: Reasons for which a request counts as skipped; all others are failures.
SKIPPING: frozenset[Reason] = frozenset({"already_stored", "same_page"})


@dataclass(frozen=True, slots=True)
class FetchedPage:
    """A page that is in the archive, and what it says.

    Attributes:
        page: The page as the archive gives it back.
        reading: What its parser read; None where reading it failed, which is a fault of the parser.
    """

    page: ArchivedPage
    reading: PageReading | None


@dataclass(frozen=True, slots=True)
class FetchOutcome:
    """A request that gave no page.

    Attributes:
        requested: The DOI or URL as it was asked for.
        request_id: Key of the request within its run.
        reason: Why, in one word of the closed vocabulary.
        detail: Why, for a person.
        at: When that was known, UTC.
        url: First URL asked for; None when nothing could be asked for.
        final_url: The URL that answered last, if any did.
        status: HTTP status of the last answer.
        attempts: How often the last URL was asked for; 0 when never.
        page_state: What kind of page came in place of the one asked for.
        answer: The last answer as archived, None where there was none.
    """

    requested: str
    request_id: str
    reason: Reason
    detail: str
    at: datetime
    url: str | None = None
    final_url: str | None = None
    status: int | None = None
    attempts: int = 0
    page_state: PageState | None = None
    answer: ArchivedPage | None = None

    @property
    def state(self) -> Literal["skipped", "failed"]:
        """What the ``fetches`` table calls it."""
        return "skipped" if self.reason in SKIPPING else "failed"

    @property
    def error(self) -> str:
        """Reason and detail in one line, the reason first so that it can be grouped by."""
        return f"{self.reason}: {self.detail}"
