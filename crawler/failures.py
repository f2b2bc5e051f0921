"""From what went wrong, as Scrapy and Twisted tell it, to a word of the closed vocabulary and a sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast, get_args

from OpenSSL import SSL
from scrapy.exceptions import (
    CannotResolveHostError,
    DownloadCancelledError,
    DownloadConnectionRefusedError,
    DownloadFailedError,
    DownloadTimeoutError,
    IgnoreRequest,
    NotSupported,
    ResponseDataLossError,
    UnsupportedURLSchemeError,
)
from service_identity import VerificationError
from twisted.internet.error import ConnectError, ConnectionClosed
from twisted.internet.error import TimeoutError as ConnectTimeoutError

from crawler.fetch_items import Reason


class NotFetchedError(IgnoreRequest):
    """A request that one of our own rules stopped; carries its reason through Scrapy."""

    def __init__(self, reason: Reason, detail: str) -> None:
        self.reason: Reason = reason
        self.detail = detail
        super().__init__(f"{reason}: {detail}")


class StoppedError(IgnoreRequest):
    """The crawl is being stopped and has not come to this request; nothing became of it."""


_KINDS: tuple[tuple[tuple[type[BaseException], ...], Reason, str], ...] = (
    ((CannotResolveHostError,), "dns", "the host name cannot be resolved"),
    ((DownloadConnectionRefusedError,), "refused", "the host refuses the connection"),
    ((DownloadTimeoutError, ConnectTimeoutError), "timeout", "no complete answer in time"),
    ((ResponseDataLossError,), "truncated", "the answer ended before all announced bytes had come"),
    ((DownloadCancelledError,), "too_large", "the answer is larger than DOWNLOAD_MAXSIZE"),
    ((UnsupportedURLSchemeError, NotSupported), "bad_target", "only http and https are fetched"),
    (
        (DownloadFailedError, ConnectError, ConnectionClosed, OSError),
        "connection",
        "the connection broke off",
    ),
)


def explain(error: BaseException) -> tuple[Reason, str]:
    """Return why a request failed: one word of the vocabulary, and a sentence for a person."""
    if isinstance(error, NotFetchedError):
        return error.reason, error.detail
    if isinstance(error, IgnoreRequest):
        return _ignored(str(error))
    if any(isinstance(cause, SSL.Error | VerificationError) for cause in _causes(error)):
        return "tls", "the server's certificate cannot be verified, or it speaks no TLS we trust"
    for types, reason, sentence in _KINDS:
        if isinstance(error, types):
            return reason, sentence
    return "internal", f"{type(error).__name__}: {error}"


def is_connection_failure(error: BaseException) -> bool:
    """Tell whether the host did not answer as a working web server would."""
    return explain(error)[0] in {"dns", "refused", "tls", "timeout", "connection", "truncated"}


def _ignored(message: str) -> tuple[Reason, str]:
    reason, _, detail = message.partition(": ")
    if reason in get_args(Reason):
        return cast("Reason", reason), detail
    if "redirections" in message:
        return "redirects", "too many redirects, one after the other"
    return "internal", message


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Yield an error and everything that it wraps, in the ways in which Python and Twisted wrap."""
    waiting: list[BaseException] = [error]
    seen: set[int] = set()
    while waiting:
        cause = waiting.pop()
        if id(cause) in seen:
            continue
        seen.add(id(cause))
        yield cause
        waiting += [inner for inner in (cause.__cause__, cause.__context__) if inner is not None]
        for failure in getattr(cause, "reasons", ()):
            waiting.append(getattr(failure, "value", failure))
