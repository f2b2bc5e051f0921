"""What layouts do with lists that a page prints more than once."""

from __future__ import annotations

from crawler.parsers import read_page

_WORK = '<li class="ltx_bibitem"><span class="ltx_bib_title">Rust on bridges</span>, 1999.</li>'


def test_a_bibliography_printed_twice_is_read_once() -> None:
    page = (
        '<html><body><div class="ltx_document"><h1 class="ltx_title ltx_title_document">Rust</h1>'
        f"<ul>{_WORK}</ul><ul>{_WORK}</ul></div></body></html>"
    )
    (listing,) = [each for each in read_page(page.encode()).reference_lists if each.source.startswith("dom:")]
    assert [said.title for said in listing.references] == ["Rust on bridges"]
