"""What ``<link>`` and ``<a rel=…>`` state: the page's own address, its DOI and its licence."""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document

_LICENCE = etree.XPath(
    "//link[@rel='license']/@href | //a[contains(@rel, 'license')]/@href", smart_strings=False
)
_CC_LINK = etree.XPath("//a[contains(@href, 'creativecommons.org/')]/@href")
_DOI_IN_ADDRESS = re.compile(r"/(10\.\d{4,9}/[^?#]+)")
_ASSET = re.compile(
    r"/(?:full|abs|abstract|pdf|epdf|epub|html|fulltext|meta|tables|figures)/?$", re.IGNORECASE
)


def read_links(document: Document, reading: PageReading) -> None:
    """Add canonical address, the DOI inside it, and licence links."""
    if document.canonical:
        reading.candidates.append(Candidate("url", document.canonical, "link:canonical"))
    for kind, address in (("link", document.canonical), ("url", document.url)):
        found = _DOI_IN_ADDRESS.search(address or "")
        if found:
            reading.candidates.append(Candidate("doi", _ASSET.sub("", found.group(1)), f"{kind}:address"))
    licences = cast("list[str]", _LICENCE(document.root)) if b"license" in document.body else []
    place = "rel=license"
    if not licences and b"creativecommons.org" in document.body:
        licences = cast("list[str]", _CC_LINK(document.root))
        place = "a[href*=creativecommons.org]"
    for address in dict.fromkeys(licences):
        reading.candidates.append(Candidate("license", address, f"link:{place}"))
