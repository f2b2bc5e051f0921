"""bmj.com and its sub-domains: The BMJ and the journals of its group, on HighWire Press."""

from __future__ import annotations

from crawler.parsers.sites._highwire_press import HighWirePress


class Bmj1(HighWirePress):
    """Pages that list authors, addresses and correspondence."""

    site = "bmj"
    version = 1
    seen = (2008, 2020)
    hosts = ("bmj.com",)
