"""Abstracts, keywords and funders in elements that no heading announces."""

import pytest
from lxml import html

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document
from crawler.parsers.metadata.publishing_context import read_publishing_context
from crawler.parsers.sections.abstract_block import read_abstract_block
from crawler.parsers.sections.funding_list import read_funding_list
from crawler.parsers.sections.keyword_block import read_keyword_block, split_keywords
from crawler.parsers.sections.sections import sections

PROSE = (
    "Fog settles in the evening and is gone by noon, and nobody has counted how much of it there was. " * 3
)


def _page(body: str, head: str = "") -> Document:
    markup = f"<html><head>{head}</head><body>{body}</body></html>"
    return Document(html.document_fromstring(markup), None, markup.encode())


def _said(read, document: Document, *known: Candidate) -> dict[str, object]:
    reading = PageReading("article", "html", "generic@1", candidates=list(known))
    read(document, reading)
    return {c.field: c.value for c in reading.candidates[len(known) :]}


def test_an_abstract_stands_in_the_element_named_for_it_without_its_figure():
    body = f'<div class="hlFld-Abstract"><figure><p>A picture of it all.</p></figure><h3>Results:</h3><p>{PROSE}</p></div>'
    assert _said(read_abstract_block, _page(body)) == {"abstract": f"Results: {PROSE.strip()}"}


@pytest.mark.parametrize("body", ['<div class="abstract">Show</div>', f"<div><p>{PROSE}</p></div>"])
def test_short_and_unnamed_elements_are_no_abstracts(body: str):
    assert _said(read_abstract_block, _page(body)) == {}


def test_an_abstract_that_a_section_gave_stays():
    known = Candidate("abstract", "Known.", "dom:section[abstract]")
    assert _said(read_abstract_block, _page(f'<div class="abstract"><p>{PROSE}</p></div>'), known) == {}


@pytest.mark.parametrize(
    "body",
    [
        '<ul><li class="kwd">fog</li><li class="kwd">valleys</li></ul>',
        '<ul class="flat keywords"><li><a href="#">fog</a>, </li><li><a href="#">valleys</a></li></ul>',
        '<div class="keywords mb-3"><b>Keywords: </b><a>fog</a>; <a>valleys</a></div>',
        '<b>Keywords:</b> <span class="kwd-text">fog, valleys</span>',
        '<p class="keywords">Key words — fog; valleys.</p>',
    ],
)
def test_keywords_stand_in_elements_named_for_them(body: str):
    assert _said(read_keyword_block, _page(body)) == {"keywords": ("fog", "valleys")}


@pytest.mark.parametrize(
    "body",
    ['<div class="keywords">Biological Sciences</div>', f'<p class="keywords">Keywords: {"x" * 130}</p>'],
)
def test_what_has_no_label_or_runs_on_is_no_keyword(body: str):
    assert _said(read_keyword_block, _page(body)) == {}


def test_semicolons_part_keywords_before_commas():
    assert list(split_keywords("ice, sea; fog.")) == ["ice, sea", "fog"]
    assert list(split_keywords("ice, fog")) == ["ice", "fog"]


def test_items_of_a_funding_list_are_pairs():
    document = _page(
        "<h4>Funding information</h4><ul><li>Coast Agency. Grant Numbers: CA-1, CA-2</li><li>Wind Fund. Grant Number: 2021/07 W</li>"
        "<li>Sand Archive</li></ul>"
    )
    reading = PageReading("article", "html", "generic@1")
    read_funding_list(sections(document.root), reading)
    assert [(award.funder_name, award.award_id) for award in reading.awards] == [
        ("Coast Agency", "CA-1"),
        ("Coast Agency", "CA-2"),
        ("Wind Fund", "2021/07 W"),
        ("Sand Archive", None),
    ]


def test_a_list_without_grant_numbers_is_prose():
    document = _page("<h4>Funding</h4><ul><li>We thank the Coast Agency.</li></ul>")
    reading = PageReading("article", "html", "generic@1")
    read_funding_list(sections(document.root), reading)
    assert reading.awards == []


@pytest.mark.parametrize(
    ("context", "said"),
    [
        (
            ";article:article:doi\\:10.5555/dmr.10417;issue:issue:doi\\:10.5555/dmr.v19.4;x:y:z",
            {"doi": "10.5555/dmr.10417", "volume": "19", "issue": "4"},
        ),
        (
            ";issue:issue:10.5555/hmed.2021.48.issue-2;article:article:10.5555/HM20-1147",
            {"doi": "10.5555/HM20-1147", "volume": "48", "issue": "2"},
        ),
        (";issue:issue:doi\\:10.5555/tide.0.ahead-of-print;ctype:string:Journal Content", {}),
    ],
)
def test_the_platform_tells_its_templates_what_it_shows(context: str, said: dict[str, str]):
    head = f'<meta name="pbContext" content="{context}">'
    assert _said(read_publishing_context, _page("", head)) == said
