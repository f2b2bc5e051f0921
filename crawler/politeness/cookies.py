"""Cookies, for those who switch them on, without a request of their own for the list of public suffixes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import tldextract
from scrapy.downloadermiddlewares import cookies

if TYPE_CHECKING:
    from scrapy.crawler import Crawler


class OfflineCookiesMiddleware(cookies.CookiesMiddleware):
    """Scrapy's cookie handling with the suffix list that tldextract brings along."""

    @classmethod
    def from_crawler(cls, crawler: Crawler) -> Self:
        """Build from the setting COOKIES_ENABLED.

        Raises:
            NotConfigured: Cookies are off.
        """
        middleware: Self = super().from_crawler(crawler)
        # At its first use the extractor would download the list, blocking everything until that is done.
        cookies._split_domain = tldextract.TLDExtract(  # noqa: SLF001 - there is no other way to it
            suffix_list_urls=(), include_psl_private_domains=True, cache_dir=None
        )
        return middleware
