"""Ingenta's pub2web platform on hosts without a site file of their own."""

from __future__ import annotations

from crawler.parsers.sites._pub2web import Pub2web


class Pub2web1(Pub2web):
    """Pages since about 2016."""

    site = "pub2web"
    version = 1
    seen = (2016, None)
