"""ORCID links of a by-line that no layout reads."""

from __future__ import annotations

import pytest

import backmatter

ORCID = "0000-0002-1825-0097"


def _page(metas: str, byline: str) -> bytes:
    return (
        f"<html><head><meta name='citation_title' content='On bread'>{metas}</head>"
        f"<body><h1>On bread</h1><p>{byline}</p></body></html>"
    ).encode()


def _link() -> str:
    return f"<a href='https://orcid.org/{ORCID}'>iD</a>"


@pytest.mark.parametrize("order", [("Min Li", "Min Lin"), ("Min Lin", "Min Li")])
def test_a_name_within_a_longer_name(order: tuple[str, str]) -> None:
    metas = "".join(f"<meta name='citation_author' content='{name}'>" for name in order)
    page = _page(metas, f"<span>Min Li</span>, <span>Min Lin</span> {_link()}")
    found = {author["name"]: author["orcid"] for author in backmatter.parse(page)["authors"]}
    assert found == {"Min Li": None, "Min Lin": ORCID}


def test_links_without_any_name() -> None:
    metas = (
        '<script type="application/ld+json">{"@type": "ScholarlyArticle", "headline": "On bread",'
        f' "author": [{{"@type": "Person", "@id": "https://orcid.org/{ORCID}"}}]}}</script>'
    )
    assert backmatter.parse(_page(metas, _link()))["authors"] == []
