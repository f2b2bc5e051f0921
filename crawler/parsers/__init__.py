"""Parsers: pure functions from bytes, headers and URL to what the page said."""

from __future__ import annotations

from collections.abc import Mapping

from crawler.items import Doubt, PageReading, SourceFormat
from crawler.parsers import formats
from crawler.parsers.html_page import read_html
from crawler.parsers.plain_text import read_plain_text
from crawler.parsers.xml_page import read_xml

__all__ = ["read_page"]

_UNREADABLE = {
    "empty": "the input is empty",
    "pdf": "this is a PDF file; give the article's web page or its XML",
    "binary": "this is not text: an image, an archive or another binary file",
    "too_large": f"more than {formats.MAX_BYTES // 2**20} MiB; an article page is far smaller",
}


def read_page(body: bytes, url: str | None = None, headers: Mapping[str, str] | None = None) -> PageReading:
    """Read one page of any supported format.

    Args:
        body: The page's bytes, content encoding removed.
        url: Where it was fetched from, if known.
        headers: Its HTTP headers; only ``Content-Type`` is looked at.

    Returns:
        What the page said. Bytes that hold no page give ``page_state`` "other", ``source_format`` "unreadable"
        and a doubt that says what was found instead.
    """
    kind = formats.sniff(body)
    if kind in _UNREADABLE:
        return _unreadable(kind, _UNREADABLE[kind], url)
    if kind == "xml":
        reading = read_xml(body, url)
        if reading is not None:
            return reading
    if kind == "text":
        text, _ = formats.decode(body, headers)
        return read_plain_text(text, url)
    root = formats.html_root(body, headers)
    if root is None:
        return _unreadable("markup", "no element could be read from the markup", url)
    reading = read_html(root, url, body)
    if formats.is_cut(body):
        reading.doubts.append(Doubt("truncated", detail="the page ends before </html>"))
    return reading


def _unreadable(kind: str, detail: str, url: str | None) -> PageReading:
    source: SourceFormat = "unreadable"
    return PageReading(
        "other", source, "none@0", url=url, doubts=[Doubt(f"unreadable_{kind}", detail=detail)]
    )
