"""Licences that only a sentence tells."""

import pytest

from crawler.parsers import read_page


def _licences(sentence: str) -> list[object]:
    page = (
        f'<html><head><meta name="citation_title" content="Dew"></head><body><p>{sentence}</p></body></html>'
    )
    return [c.value for c in read_page(page.encode()).candidates if c.field == "license"]


@pytest.mark.parametrize(
    "sentence",
    [
        "© Author(s) 2015. This work is distributed<br>under the Creative Commons Attribution 3.0 License.",
        "This is an open access article published under the terms of the Creative Commons Attribution 3.0 licence",
        "The paper is licensed under a Creative Commons Attribution 3.0 Unported License",
    ],
)
def test_a_sentence_about_the_work_tells_its_licence(sentence: str):
    (said,) = _licences(sentence)
    assert str(said).startswith("Creative Commons Attribution 3.0")


@pytest.mark.parametrize("sentence", ["Creative Commons is a foundation.", "All rights reserved."])
def test_other_sentences_tell_none(sentence: str):
    assert _licences(sentence) == []


def test_links_go_before_words():
    sentence = (
        "This work is distributed under the Creative Commons Attribution License. "
        '<a rel="license" href="https://creativecommons.org/licenses/by-nc/4.0/">CC</a>'
    )
    assert _licences(sentence) == ["https://creativecommons.org/licenses/by-nc/4.0/"]
