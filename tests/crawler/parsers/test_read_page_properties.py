"""Whatever the bytes: a reading, the same each time, of texts that are texts and sources that are on the page."""

from __future__ import annotations

import html
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.items import PAGE_STATES, SOURCE_KINDS, PageReading
from crawler.parsers import read_page
from crawler.parsers.formats import decode
from pipelines.clean import clean

PAGES = Path(__file__).resolve().parents[2] / "pages"
#: Pages small enough to be read hundreds of times, one of each folder and all of the general ones.
SAVED = [
    path.read_bytes()
    for folder in sorted(PAGES.iterdir())
    for path in sorted(folder.glob("*.html"), key=lambda path: path.stat().st_size)[: 30 if folder.name == "general" else 1]
    if path.stat().st_size < 40_000
]  # fmt: skip
#: What breaks markup, encodings, JSON, metas and addresses.
NOISE = st.sampled_from(
    [
        b"", b"<", b">", b"\x00", b"\xff\xfe", b"\x80\x81", b"<!--", b"-->", b"<![CDATA[", b"]]>", b"</p>", b"</div></div>",
        b"<table><tr>", b"<li>", b"<h2>References</h2>", b"&#0;", b"&#x1b;", b"&#xd800;", b"&nbsp;", b'"', b"'", b"\x1b[31m",
        b"\xe2\x80\x8b", b"\xef\xbf\xbf", b"</script>", b"<script>", b"{", b"}", b"<title>", b"10.5555/", b"http://[", b"%zz",
        b"<meta name=citation_author content=>", b"<base href='http://[::'>", b"\r\n\r\n", b"<svg>", b"<template>", b"\x85",
    ]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """A saved page with a few pieces cut out, doubled, or replaced."""
    page = draw(st.sampled_from(SAVED))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(page)))
        end = draw(
            st.integers(start, min(len(page), start + draw(st.sampled_from([0, 1, 30, 2000, len(page)]))))
        )
        middle = draw(NOISE | st.just(page[start:end] * 2) | st.binary(max_size=6))
        page = page[:start] + middle + page[end:]
    return page


def _texts(reading: PageReading) -> list[str]:
    """What authors and references are said to be called: texts that readers collapse."""
    names = [
        text
        for listing in reading.author_lists
        for author in listing.authors
        for text in (author.name, author.family, author.given, *author.affiliations)
    ]
    raws = [said.raw for listing in reading.reference_lists for said in listing.references]
    return [text for text in (*names, *raws) if text is not None]


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


def _check(body: bytes) -> PageReading:
    reading = read_page(body)
    assert reading == read_page(body)
    assert reading.page_state in PAGE_STATES
    sources = [
        *(candidate.source for candidate in reading.candidates),
        *(listing.source for listing in reading.author_lists),
        *(listing.source for listing in reading.reference_lists),
        *(notice.source for notice in reading.notices),
        *(award.source for award in reading.awards),
    ]
    for source in sources:
        kind, _, place = source.partition(":")
        assert kind in SOURCE_KINDS, source
        assert place, source
    for text in _texts(reading):
        assert text == " ".join(text.split()), ascii(text)
    return reading


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.binary(max_size=400))
def test_any_bytes(body: bytes) -> None:
    _check(body)


@settings(max_examples=40, deadline=None, derandomize=True)
@given(
    st.binary(max_size=200),
    st.sampled_from(
        [b"<html><body>", b"<?xml version='1.0'?><article>", b"\xff\xfe", b"%PDF-", b"Abstract\n"]
    ),
)
def test_any_bytes_behind_a_beginning(body: bytes, beginning: bytes) -> None:
    _check(beginning + body)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(damaged())
def test_damaged_pages(page: bytes) -> None:
    reading = _check(page)
    names = html.unescape(decode(page)[0]).casefold()
    for candidate in reading.candidates:
        kind, _, place = candidate.source.partition(":")
        if kind in {"highwire", "prism", "dc"}:
            # Where a value stood: a meta of this name is on the page.
            assert place.casefold() in names, candidate


@settings(max_examples=40, deadline=None, derandomize=True)
@given(st.sampled_from(SAVED), st.floats(0, 1))
def test_a_cut_page_says_nothing_that_the_whole_page_does_not(page: bytes, share: float) -> None:
    whole, cut = read_page(page), read_page(page[: int(len(page) * share)])
    said = {c.source for c in whole.candidates if c.source.startswith("highwire:")}
    assert {c.source for c in cut.candidates if c.source.startswith("highwire:")} <= said


@settings(max_examples=80, deadline=None, derandomize=True)
@given(damaged())
def test_records_of_damaged_pages(page: bytes) -> None:
    record = clean(read_page(page))
    assert record == clean(read_page(page))
    tables = record.tables()
    for text in _strings(tables):
        assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in text), ascii(text)
    if "articles" not in tables:
        assert set(tables) == {"issues"}
        return
    article_id = record.article["article_id"]
    for table, rows in tables.items():
        assert all(row["article_id"] == article_id for row in rows), table
    for table in ("authors", "references", "funding"):
        assert [row["position"] for row in tables[table]] == list(range(1, len(tables[table]) + 1)), table
    assert record.article["n_authors"] == len(record.authors)
    assert record.article["n_references"] == len(record.references)
    assert all(row["author_position"] <= len(record.authors) for row in record.affiliations)


@pytest.mark.parametrize(
    "body", [b"", b" \n", b"%PDF-1.7", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x00" * 100]
)
def test_what_is_no_page_gives_a_doubt_that_says_so(body: bytes) -> None:
    reading = read_page(body)
    assert (reading.page_state, reading.source_format) == ("other", "unreadable")
    assert [doubt.kind.startswith("unreadable_") and bool(doubt.detail) for doubt in reading.doubts] == [True]
