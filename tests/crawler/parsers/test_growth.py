"""Pages that repeat one thing: four times the page costs about four times the work, counted in calls."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from crawler.parsers import read_page

_HEAD = (
    '<title>T</title><meta name="citation_title" content="Rust on old bridges">'
    '<meta name="citation_author" content="Ana Silva"><h1>Rust on old bridges</h1>'
)
_FEW, _TIMES = 200, 4
#: Work in proportion gives 4, a comparison of each with each gives 16.
_MOST_GROWTH = 6.0

_REPEATED = {
    "sections": "<h2>Abstract</h2><p>We looked at the rust of bridges.</p>",
    "sections_apart": "<div><div><h2>Funding</h2></div></div><p>No money.</p>",
    "sections_without_text": "<h6>Funding</h6>",
    "named_paragraphs": "<p><b>Funding:</b> grant {n}</p>",
    "named_words": "<span>Funding</span> text ",
    "headings_in_cells": "<table><tr><td><span>Funding</span></td></tr></table>",
    "references": "<h2>References</h2><ol><li>Silva A. Bridges. J Rust 1999;{n}:2.</li></ol>",
    "items": "<ul><li>Silva A. Bridges. J Rust 1999;{n}:2.</li></ul>",
    "orcid_links": 'Ana Silva <a href="https://orcid.org/0000-0002-0000-{n:04d}">o</a>',
    "notices": '<p>This article has been corrected <a href="https://doi.org/10.5555/{n}">there</a></p>',
    "marked_authors": '<div itemprop="author"><span itemprop="name">Ana Silva {n}</span></div>',
    "author_names": "<p>Ana Silva {n}</p>",
    "links": '<a href="https://www.example.org/10.5555/{n}">correction</a>',
    "lines_that_name_no_column": "<p>Methods</p>",
    "terms": "<dl><dt>Notes</dt><dt>Supplementary material</dt></dl>",
    "headings_behind_pictures": '<div><img alt="" src="{n}.png"><h2>Funding</h2></div>',
    "pictures": '<img alt="" src="{n}.png">',
}
#: What stands around all of the parts.
_FRAMES = {"headings_in_row": ("<table><tr>", "<th>Funding</th>", "</tr></table>")}
_FRAMES |= {name: ("", part, "") for name, part in _REPEATED.items()}


def _calls(read: Callable[[], object]) -> int:
    """How often functions are called, and generators gone on with."""
    count = 0

    def profile(_frame: object, event: str, _argument: object) -> None:
        nonlocal count
        count += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(profile)
    try:
        read()
    finally:
        sys.setprofile(before)
    return count


@pytest.mark.parametrize("name", _FRAMES)
def test_work_grows_with_the_page(name: str) -> None:
    before, part, behind = _FRAMES[name]

    def page(times: int) -> bytes:
        parts = "".join(part.replace("{n:04d}", f"{n:04d}").replace("{n}", str(n)) for n in range(times))
        return f"<html><body>{_HEAD}{before}{parts}{behind}</body></html>".encode()

    few, many = page(_FEW), page(_FEW * _TIMES)
    read_page(many)  # what is compiled or remembered once
    assert _calls(lambda: read_page(many)) < _MOST_GROWTH * _calls(lambda: read_page(few))
