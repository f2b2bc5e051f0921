"""journals.aps.org: the American Physical Society."""

from __future__ import annotations

from crawler.parsers.sites._base import Layout


class Aps2(Layout):
    """The current layout; figures and subject headings stand in the section of the abstract."""

    site = "aps"
    version = 2
    seen = (2024, None)
    hosts = ("journals.aps.org", "link.aps.org")
    marks = frozenset({"#abstract-section-content", "physh-concept"})
    values = {"abstract": "#abstract-section-content > p"}
    lists = {"keywords": "a.physh-concept"}
