"""One page in every style that browsers and corpora write; and which texts are no captures of an article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from crawler.items import PageReading
from crawler.parsers.plain_text import looks_like_capture, read_plain_text

PAGES = Path(__file__).resolve().parents[2] / "pages" / "plain_text"
CAPTURES = sorted(path.stem for path in PAGES.glob("*.txt"))


def as_record(reading: PageReading) -> dict[str, Any]:
    return {
        "page_state": reading.page_state,
        "values": {said.field: said.value for said in reading.candidates},
        "authors": [
            {
                "source": listed.source,
                "complete": listed.complete,
                "names": [
                    [a.name or f"{a.family}, {a.given}", a.orcid, a.is_corresponding] for a in listed.authors
                ],
            }
            for listed in reading.author_lists
        ],
        "references": [
            [said.number, said.raw, said.doi, said.pmid]
            for listed in reading.reference_lists
            for said in listed.references
        ],
        "doubts": [[doubt.kind, doubt.field] for doubt in reading.doubts],
    }


@pytest.mark.parametrize("name", CAPTURES)
def test_every_value_says_where_it_stood(name: str) -> None:
    reading = read_plain_text((PAGES / f"{name}.txt").read_text(encoding="utf-8"), None)
    sources = [said.source for said in reading.candidates]
    sources += [listed.source for listed in [*reading.author_lists, *reading.reference_lists]]
    assert all(source.startswith("text:") and len(source) > 5 for source in sources)
    assert reading.source_format == "text"
    assert reading.parser == "plain_text@1"


@pytest.mark.parametrize(
    "name", ["w3m_wrapped", "lynx_numbered_links", "markdown_wrapped", "corpus_lines", "broken_lines"]
)
def test_one_page_says_the_same_in_every_style(name: str) -> None:
    def essence(stem: str) -> tuple[object, ...]:
        record = as_record(read_plain_text((PAGES / f"{stem}.txt").read_text(encoding="utf-8"), None))
        values = record["values"]
        columns = (
            "title",
            "doi",
            "abstract",
            "acknowledgements",
            "volume",
            "received",
            "accepted",
            "license",
        )
        return (
            record["page_state"],
            *(values[column] for column in columns),
            [raw for _, raw, _, _ in record["references"]],
            [names[0] for names in record["authors"][0]["names"]],
        )

    assert essence(name) == essence("w3m_wrapped")


def test_only_captures_of_articles_look_like_captures() -> None:
    found = {
        name for name in CAPTURES if looks_like_capture((PAGES / f"{name}.txt").read_text(encoding="utf-8"))
    }
    assert set(CAPTURES) - found == {"challenge", "login", "not_found", "listing", "other"}


def test_the_address_gives_the_doi_that_the_text_lacks() -> None:
    text = (
        (PAGES / "corpus_run_in_headings.txt")
        .read_text(encoding="utf-8")
        .replace("10.1371/journal.pone.9990001", "")
    )
    url = "https://journals.plos.org/plosone/article?id=10.1371/journal.pone.9990001"
    reading = read_plain_text(text, url)
    assert [said.value for said in reading.candidates if said.field == "doi"] == [
        "10.1371/journal.pone.9990001"
    ]
    assert reading.url == url


def test_an_article_that_speaks_of_robots_and_logins_is_an_article() -> None:
    text = (PAGES / "w3m_wrapped.txt").read_text(encoding="utf-8")
    text = text.replace(
        "Discussion\n", "Discussion\n\nJust a moment... Are you a robot? Page not found. Sign in.\n"
    )
    assert read_plain_text(text, None).page_state == "article"
