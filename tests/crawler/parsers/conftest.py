"""What the tests of the readers share: small pages, read as any page is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from crawler.items import PageReading
from crawler.parsers import read_page
from crawler.parsers.document import Document
from crawler.parsers.formats import html_root

#: More prose than any paywall's teaser has.
PROSE = "<h2>Beans of one summer</h2>" + "".join(
    f"<p>Paragraph {number} says at some length what the gardeners did on the {number}th day, which was to wait, and what"
    " they thought of it, which was little; the beans, who had not been asked, went on growing meanwhile.</p>"
    for number in range(1, 41)
)


@pytest.fixture(scope="session")
def prose() -> str:
    """A section of forty paragraphs: an article's text."""
    return PROSE


@pytest.fixture(scope="session")
def read() -> Callable[..., PageReading]:
    """Reads a page given by what its head and its body hold."""

    def reading(body: str, head: str = "", url: str | None = None) -> PageReading:
        page = f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>"
        return read_page(page.encode(), url)

    return reading


@pytest.fixture(scope="session")
def document() -> Callable[[str], Document]:
    """Makes a document of a page's markup."""

    def parsed(markup: str) -> Document:
        body = markup.encode()
        root = html_root(body)
        assert root is not None
        return Document(root, None, body)

    return parsed
