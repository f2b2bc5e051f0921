"""Silverchair's platform on hosts without a site file of their own."""

from __future__ import annotations

from crawler.parsers.sites._silverchair import SilverchairCards


class Silverchair1(SilverchairCards):
    """Pages since about 2016."""

    site = "silverchair"
    version = 1
    seen = (2016, None)
