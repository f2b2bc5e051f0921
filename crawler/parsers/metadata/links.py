"""What ``<link>`` and ``<a rel=…>`` state: the page's own address, its DOI and its licence."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document

_DOI_IN_ADDRESS = re.compile(r"/(10\.\d{4,9}/[^?#]+)")
_ASSET = re.compile(
    r"/(?:full|abs|abstract|pdf|epdf|epub|html|fulltext|meta|tables|figures)(?:\.html?)?/?$", re.IGNORECASE
)


def read_links(document: Document, reading: PageReading) -> None:
    """Add canonical address, the DOI inside it, and licence links."""
    if document.canonical:
        reading.candidates.append(Candidate("url", document.canonical, "link:canonical"))
    for kind, address in (("link", document.canonical), ("url", document.url)):
        found = _DOI_IN_ADDRESS.search(address or "")
        if found:
            reading.candidates.append(Candidate("doi", _ASSET.sub("", found.group(1)), f"{kind}:address"))
    licences = [link.get("href") for link in document.elements("link") if link.get("rel") == "license"]
    licences += [href for href, link in document.links if "license" in (link.get("rel") or "")]
    place = "rel=license"
    if not any(licences):
        licences = [href for href, _ in document.links if "creativecommons.org/" in href]
        place = "a[href*=creativecommons.org]"
    for address in dict.fromkeys(licences):
        if address:
            reading.candidates.append(Candidate("license", address, f"link:{place}"))
