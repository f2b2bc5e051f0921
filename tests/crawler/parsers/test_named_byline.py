"""By-lines known by what their elements are called."""

from __future__ import annotations

import lxml.html
import pytest

from crawler.items import AuthorList, AuthorSaid, PageReading
from crawler.parsers.bylines.named_byline import read_named_byline
from crawler.parsers.document import Document


def names(body: str, *known: AuthorList) -> list[str | None]:
    reading = PageReading("article", "html", "generic@1", author_lists=list(known))
    page = f"<html><body>{body}</body></html>"
    read_named_byline(Document(lxml.html.document_fromstring(page), None, page.encode()), reading)
    return [author.name for author in reading.author_lists[-1].authors] if reading.author_lists else []


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p class=authors>Ann Lee, Bo Friis and C. D. Ek</p>", ["Ann Lee", "Bo Friis", "C. D. Ek"]),
        ("<p class=pb_authors>A.&nbsp;Lee<sup>1</sup>, B.&nbsp;Friis<sup>2</sup></p>", ["A. Lee", "B. Friis"]),
        ("<p class=byline>By Richard Beer<br>University of Wick, United Kingdom</p>", ["Richard Beer"]),
        ("<div class=AuthorNames><span class=AuthorName>Ann Lee</span>, <span class=AuthorName>Bo Ek</span></div>", ["Ann Lee", "Bo Ek"]),
        ("<p class=authors>王小明，李雷</p>".replace("，", ", "), ["王小明"]),
        ("<p class=author>Ludwig van der Berg</p>", ["Ludwig van der Berg"]),
    ],
)  # fmt: skip
def test_names(body, expected):
    assert names(body)[: len(expected)] == expected


@pytest.mark.parametrize(
    "body",
    [
        "<p class=authors>For Authors</p>",
        "<p class=author>Author guidelines</p>",
        "<nav><p class=authors>Ann Lee, Bo Friis</p></nav>",
        "<div class=related-articles><p class=authors>Ann Lee, Bo Friis</p></div>",
        "<ol class=references><li><span class=author>Lee, Ann</span></li></ol>",
        "<p class=author>The sea rose by 4 metres</p>",
    ],
)
def test_no_names(body):
    assert names(body) == []


def test_what_a_source_has_given_stays():
    given = AuthorList("highwire:citation_author", [AuthorSaid(name="Zoe Day")])
    assert names("<p class=authors>Ann Lee</p>", given) == ["Zoe Day"]
