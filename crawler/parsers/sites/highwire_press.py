"""HighWire Press on hosts without a site file of their own."""

from __future__ import annotations

from crawler.parsers.sites._highwire_press import HighWirePopups, HighWirePress


class HighWirePress2(HighWirePopups):
    """Pages since about 2013."""

    site = "highwire_press"
    version = 2
    seen = (2013, None)


class HighWirePress1(HighWirePress):
    """Pages from about 2008 to 2016."""

    site = "highwire_press"
    version = 1
    seen = (2008, 2016)
