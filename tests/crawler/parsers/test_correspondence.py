"""Whom a page names as the corresponding author: what stands on the line, beside the words, or behind a label."""

from __future__ import annotations

import lxml.html
import pytest

from crawler.items import AuthorList, AuthorSaid, PageReading
from crawler.parsers.bylines.correspondence import read_correspondence
from crawler.parsers.bylines.mail_links import read_mail_links
from crawler.parsers.document import Document

NAMES = ("Ann Lee", "Bo Friis", "Cai Wenjun")


def page(body: str) -> tuple[Document, PageReading]:
    html = f"<html><body>{body}</body></html>"
    authors = [AuthorSaid(name=name) for name in NAMES]
    reading = PageReading("article", "html", "generic@1", author_lists=[AuthorList("highwire:x", authors)])
    return Document(lxml.html.document_fromstring(html), None, html.encode()), reading


def said(body: str) -> str:
    document, reading = page(body)
    read_correspondence(document, reading)
    return " ".join(str(c.value) for c in reading.candidates if c.field == "correspondence")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>Correspondence to: Bo Friis.</p><p>Ann Lee wrote it.</p>", "Bo Friis"),
        ("<h4>Corresponding author</h4><p>Bo Friis</p><p>Ann Lee wrote it.</p>", "Bo Friis"),
        ("<ul><li>Ann Lee</li><li>Bo Friis <i>Corresponding author</i></li><li>Cai Wenjun</li></ul>", "Bo Friis"),
        ("<span>Ann Lee<b>Correspondence</b><a>a@b.example</a></span>, <span>Bo Friis</span>", "Ann Lee"),
        ("<p>Ann Lee<sup>1</sup>, Bo Friis<sup>1,*</sup>, Cai Wenjun<sup>1</sup></p><p><sup>*</sup>Corresponding author</p>", "Bo Friis"),
        ("<p>Ann Lee<sup>1,2</sup>, Bo Friis<sup>1</sup>, Cai Wenjun<sup>2</sup></p><p><sup>2</sup> Author to whom any correspondence should be addressed.</p>", "Ann Lee Cai Wenjun"),
    ],
)  # fmt: skip
def test_who_is_named(body, expected):
    assert " ".join(name for name in NAMES if name in said(body)) == expected


@pytest.mark.parametrize(
    "body",
    [
        "<p>The corresponding values of Ann Lee are high.</p>",
        "<p>Data are available from the corresponding author on request.</p><p>Ann Lee, Bo Friis</p>",
        "<p>Ann Lee, Bo Friis, Cai Wenjun</p>",
    ],
)
def test_nobody_is_named(body):
    assert not any(name in said(body) for name in NAMES)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<li>Ann Lee</li><li>Bo Friis <a href='mailto:bf@x.example'>mail</a></li>", {"Bo Friis": "bf@x.example"}),
        ("<p>Ann Lee, Bo Friis <a href='mailto:bf@x.example'>mail</a></p>", {}),
        ("<p><a href='mailto:help@x.example'>Help</a></p><li>Ann Lee <a href='mailto:al@x.example'>m</a></li>", {"Ann Lee": "al@x.example"}),
        ("<p><a href='mailto:al@x.example'>m</a></p><li>Ann Lee <a href='mailto:al@x.example'>m</a></li>", {}),
    ],
)  # fmt: skip
def test_addresses_beside_a_name(body, expected):
    document, reading = page(body)
    read_mail_links(document, reading)
    assert {a.name: a.email for a in reading.author_lists[-1].authors if a.email} == expected
