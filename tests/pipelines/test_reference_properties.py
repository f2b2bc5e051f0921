"""What holds for any string: an answer of the stated form, and no surprise in time or exceptions."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.references import Reference, parse_reference
from pipelines.references.authors import split_authors
from pipelines.references.identifiers import identify
from pipelines.references.tokens import MAX_TOKENS, tokenize

PRINTED = """
Smith J|, |. |; |: |(2001)|2001|;5(2):|1-9|–|pp. |vol. 3|no. |In: |eds. |(Eds.), |Proc. |J. Test Sci.|Nature|Springer|Berlin
arXiv:1704.03878|hep-th/9711200|doi:10.1000/abc|10.1000/(x)<1::y>3.0.CO;2-z|http://|www.x.org/a|PMID: 12345|ISBN 978
[12]|(a) |(b) |ibid.|et al.|“|”|Übersee|Москва|김태진|浅本晋吾|ATLAS Collaboration|a title of small words|PhD thesis|preprint
"""
PIECES = [
    *PRINTED.strip().replace("\n", "|").split("|"),
    "\ud800",
    "\x00",
    "\x1a",
    "\u200b",
    "\u0661",
    "²",
    "ﬁ",
]
TEXTS = st.one_of(
    st.text(max_size=60),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=20).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=20).map(" ".join),
)
FORMS = {
    "doi": r"10\.\d{4,9}(\.\d+)*/\S+",
    "pmid": r"[1-9]\d{0,7}",
    "pmcid": r"PMC[1-9]\d*",
    "arxiv_id": r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}",
    "isbn": r"97[89]\d{10}",
    "url": r"(https?|ftp)://\S+",
    "first_page": r"\S+",
    "last_page": r"\S+",
}


@given(raw=TEXTS)
def test_every_string_gives_a_reference_of_the_stated_form(raw: str) -> None:
    found = parse_reference(raw)
    assert found.raw == raw
    for name, form in FORMS.items():
        value = getattr(found, name)
        assert value is None or re.fullmatch(form, value)
    assert found.year is None or 1500 <= found.year <= 2049
    for value in (
        found.title,
        found.container_title,
        found.publisher,
        found.volume,
        found.issue,
        *found.authors,
    ):
        assert value is None or value == value.strip() != ""
        (value or "").encode("utf-8")
    assert parse_reference(raw) == found


@given(raw=TEXTS)
def test_words_and_gaps_lie_where_they_say(raw: str) -> None:
    masked = identify(raw).masked
    assert len(masked) == len(raw)
    tokens = tokenize(masked)
    assert len(tokens.gaps) == len(tokens.words) + 1
    at = 0
    for word, start, end in zip(tokens.words, tokens.starts, tokens.ends, strict=True):
        assert at <= start < end
        assert masked[start:end] == word
        at = end


@given(text=TEXTS)
def test_authors_are_never_empty_names(text: str) -> None:
    for name in split_authors(text):
        assert name.strip(" ,.;")


@pytest.mark.parametrize(
    "piece",
    [
        "(", "a ", "A. ", "A, ", "1-", "10.1000/", "10.1000/(", "http://", "arXiv", "and ", "2001 ", ";1:", " .", "\t", "' ", "ISBN 9",
        "et al. ", "\u200b", "Smith J, ", "a, b; ", "[1", "- ", "a- b", "doi: ", "(a) (b) ", "PM", "abs/", "Kim A and",
    ],
)  # fmt: skip
def test_long_and_senseless_strings_are_read_too(piece: str) -> None:
    raw = piece * 200_000
    assert isinstance(parse_reference(raw), Reference)
    assert len(tokenize(raw).words) <= MAX_TOKENS
