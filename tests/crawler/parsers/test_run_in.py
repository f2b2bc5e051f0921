"""Statements whose name opens their own paragraph."""

import pytest
from lxml import html

from crawler.items import PageReading
from crawler.parsers.document import Document
from crawler.parsers.sections.run_in import read_run_in, run_in_statements


def _read(*paragraphs: str) -> dict[str, object]:
    reading = PageReading("other", "html", "generic@1")
    root = html.document_fromstring(f"<html><body><h1>T</h1>{''.join(paragraphs)}</body></html>")
    read_run_in(Document(root), reading)
    return {candidate.field: candidate.value for candidate in reading.candidates}


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p><strong>Funding: </strong>Paid by the <em>Moss</em> Fund.</p>",
        "<p><b>Funding</b>: Paid by the <em>Moss</em> Fund.</p>",
        "<p><i>Funding</i>. Paid by the Moss Fund.</p>",
        "<p>Funding: Paid by the <a href='https://moss.example'>Moss</a> Fund.</p>",
        "<p><strong>Received:</strong> May 2, 2019</p><p><strong>Funding</strong> Paid by the Moss Fund.</p>",
    ],
)
def test_name_and_statement_share_a_line(paragraph: str):
    assert _read(paragraph) == {"funding_text": "Paid by the Moss Fund."}


def test_several_names_in_one_paragraph():
    said = _read("<p><b>Funding:</b> Paid by the Moss Fund. <b>Conflict of interest:</b> None declared.</p>")
    assert said == {"funding_text": "Paid by the Moss Fund.", "competing_interests": "None declared."}


@pytest.mark.parametrize(
    "paragraph",
    [
        "<p>Funding of museums is hard: few have any.</p>",
        "<p><em>Funding</em> of museums is hard.</p>",
        "<p><strong>Funding of museums</strong> is hard.</p>",
        "<p><strong>Funding:</strong></p>",
    ],
)
def test_prose_is_no_statement(paragraph: str):
    assert _read(paragraph) == {}


def test_a_bold_name_that_is_not_in_the_text():
    assert run_in_statements(html.fragment_fromstring("<p>Thanks. <b></b><b>So <i>it</i></b> is.</p>")) == []
