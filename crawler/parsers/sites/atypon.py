"""Atypon's platform on hosts without a site file of their own."""

from __future__ import annotations

from crawler.parsers.sites._atypon import AtyponCore
from crawler.parsers.sites._atypon_accordion import AtyponAccordion
from crawler.parsers.sites._atypon_tables import AtyponTables


class Atypon3(AtyponCore):
    """Pages since about 2021."""

    site = "atypon"
    version = 3
    seen = (2021, None)


class Atypon2(AtyponAccordion):
    """Pages from about 2017 to 2022."""

    site = "atypon"
    version = 2
    seen = (2017, 2022)


class Atypon1(AtyponTables):
    """Pages until about 2015."""

    site = "atypon"
    version = 1
    seen = (None, 2015)
