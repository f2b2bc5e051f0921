"""HighWire Press on hosts without a site file of their own."""

from __future__ import annotations

from crawler.parsers.sites._highwire_press import HighWirePress


class HighWirePress1(HighWirePress):
    """Pages from about 2008 to 2016."""

    site = "highwire_press"
    version = 1
    seen = (2008, 2016)
