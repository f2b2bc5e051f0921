"""PubFactory on hosts without a site file of their own."""

from __future__ import annotations

from crawler.parsers.sites._pubfactory import PubFactory


class PubFactory1(PubFactory):
    """Pages since about 2018."""

    site = "pubfactory"
    version = 1
    seen = (2018, None)
