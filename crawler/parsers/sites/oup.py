"""academic.oup.com, and oxfordjournals.org before it: Oxford University Press."""

from __future__ import annotations

from crawler.parsers.sites._highwire_press import HighWirePress
from crawler.parsers.sites._silverchair import SilverchairCards


class Oup2(SilverchairCards):
    """Oxford Academic."""

    site = "oup"
    version = 2
    seen = (2016, None)
    hosts = ("academic.oup.com",)


class Oup1(HighWirePress):
    """Oxford Journals on HighWire Press."""

    site = "oup"
    version = 1
    seen = (2008, 2016)
    hosts = ("oxfordjournals.org", "oup.com")
