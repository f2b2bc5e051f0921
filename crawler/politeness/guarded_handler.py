"""The download handler that never connects to private, loopback, link-local and other such addresses.

A link, a redirect or the answer of a name server may point into the network that the crawler runs in. What
counts is the address that is connected to: it is checked after the name is resolved, and once more on the
connection itself, before anything is sent, because a name may resolve differently the second time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from scrapy.core.downloader.handlers.http11 import HTTP11DownloadHandler
from scrapy.utils.defer import maybe_deferred_to_future
from scrapy.utils.url import add_http_if_no_scheme
from twisted.internet.defer import Deferred
from twisted.internet.interfaces import IResolutionReceiver
from zope.interface import implementer  # type: ignore[import-untyped]

from crawler.failures import NotFetchedError
from crawler.politeness.addresses import Address, is_public, literal_address

if TYPE_CHECKING:
    from scrapy import Request
    from scrapy.crawler import Crawler
    from scrapy.http import Response


def refusal(host: str, address: Address | None) -> NotFetchedError:
    """Return the error for a host that leads to an address that is not public."""
    where = f"{host} is" if str(address) == host else f"{host} leads to {address},"
    return NotFetchedError(
        "private_address", f"{where} not a public address; --allow-private (ALLOW_PRIVATE) allows such hosts"
    )


class GuardedDownloadHandler(HTTP11DownloadHandler):
    """Scrapy's HTTP download handler, which connects to public addresses only unless ALLOW_PRIVATE is set.

    A proxy of the user's own choice may stand at a private address. It then resolves the names itself, so
    only addresses that are written out in a URL can be checked.
    """

    def __init__(self, crawler: Crawler) -> None:
        super().__init__(crawler)
        self._allow_private = crawler.settings.getbool("ALLOW_PRIVATE")
        self._proxies: set[str] = set()
        if not self._allow_private:
            self._pool._factory = self._factory(self._pool._factory)  # noqa: SLF001 - the only hook

    async def download_request(self, request: Request) -> Response:
        """Download, unless the host's address is not public.

        Raises:
            NotFetchedError: With reason ``private_address``.
        """
        if not self._allow_private:
            await self._check(request)
        return await super().download_request(request)

    async def _check(self, request: Request) -> None:
        host = urlsplit(request.url).hostname or ""
        proxy = request.meta.get("proxy")
        if proxy:
            proxy_host = urlsplit(add_http_if_no_scheme(proxy)).hostname or ""
            self._proxies.update(str(address) for address in await _resolve(proxy_host))
            addresses = [literal_address(host)]
        else:
            addresses = list(await _resolve(host))
        for address in addresses:
            if address is not None and not is_public(address):
                raise refusal(host, address)

    def _factory(self, base: Any) -> Any:  # noqa: ANN401 - Twisted's factories have no common type
        handler = self

        class GuardedFactory(base):  # type: ignore[misc]
            """Refuses a connection whose other end is not public, before a byte is sent."""

            def buildProtocol(self, addr: Any) -> Any:  # noqa: ANN401, N802 - named by Twisted
                peer = literal_address(getattr(addr, "host", ""))
                if str(peer) not in handler._proxies and (peer is None or not is_public(peer)):
                    raise refusal(str(peer), peer)
                return super().buildProtocol(addr)

        return GuardedFactory


async def _resolve(host: str) -> list[Address]:
    """Return the addresses of a name, found by the resolver that the connection will use."""
    literal = literal_address(host)
    if literal is not None:
        return [literal]
    from twisted.internet import reactor

    receiver = _Receiver()
    reactor.nameResolver.resolveHostName(receiver, host)
    addresses: list[Address] = await maybe_deferred_to_future(receiver.done)
    return addresses


@implementer(IResolutionReceiver)
class _Receiver:
    """Collects what a resolver finds."""

    def __init__(self) -> None:
        self.done: Deferred[list[Address]] = Deferred()
        self._found: list[Address] = []

    def resolutionBegan(self, resolution: object) -> None:  # noqa: N802 - named by Twisted
        """Take no notice: a resolution is never cancelled."""

    def addressResolved(self, address: Any) -> None:  # noqa: ANN401, N802 - named by Twisted
        """Note one address."""
        found = literal_address(address.host)
        if found is not None:
            self._found.append(found)

    def resolutionComplete(self) -> None:  # noqa: N802 - named by Twisted
        """Hand over all addresses."""
        self.done.callback(self._found)
