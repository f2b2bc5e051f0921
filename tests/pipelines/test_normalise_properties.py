"""What holds for every normaliser and any text: no exception, the stated form, its own output left alone."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines import normalise

PRINTED = """
10.1002/(SICI)1097-0258(19980815)17:15<1661::AID-SIM968>3.0.CO;2-2|https://doi.org/10.1000/ABC.1|doi:|%2F
&amp;lt;|<i>|</sub>|PMID: 123456|PMC123456|arXiv:1704.03878v2|math.GT/0309136|978-3-16-148410-0|0378-5955
0000-0002-1825-0097|http://www.x.org/a?utm_source=b|16 March 2020|2020-03-16T10:00:00Z|12/01/2015|30 February
2019–20|Spring|1469–72|E16-E18|xii–xv|pp.|350 pp.|van der|Berg|J. A.|JA|Jr.|SMITH|O'NEIL|PhD|MD|et al.|and|*|¹
17|a,b|,|;|(|)|[|.|ATLAS Collaboration|山田 太郎|CC BY-NC-ND 4.0|creativecommons.org/licenses/by/3.0/igo/
University of Georgia|Boston, MA 02115|P. R. China|Georgia|a@b.org|Ã©|â€™|en-GB|\u0661\u0662|½|ﬁ
"""
PIECES = [*PRINTED.strip().replace("\n", "|").split("|"), "\u200b", "\ud800", "\x00", " ", "\n"]
TEXTS = st.one_of(
    st.text(max_size=40),
    st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=8).map("".join),
    st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join),
)

FORMS = {
    "doi": r"10\.\d{4,9}(\.\d+)*/\S+",
    "find_doi": r"10\.\d{4,9}(\.\d+)*/\S+",
    "pmid": r"[1-9]\d{0,7}",
    "pmcid": r"PMC[1-9]\d*",
    "arxiv_id": r"\d{4}\.\d{4,5}|[a-z-]+/\d{7}",
    "isbn": r"97[89]\d{10}",
    "issn": r"\d{4}-\d{3}[\dX]",
    "orcid": r"\d{4}-\d{4}-\d{4}-\d{3}[\dX]",
    "url": r"(https?|ftp)://\S+",
    "partial_date": r"\d{4}(-\d{2}(-\d{2})?)?",
    "language": r"[a-z]{2}",
    "country": r"[A-Z]{2}",
    "article_number": r"\S*[\dA-Za-z]",
    "text": r"(?s)\S(.*\S)?",
    "plain_title": r"(?s)\S(.*\S)?",
    "strip_name_noise": r"(?s)\S(.*\S)?",
    "strip_affiliation_label": r"(?s)\S(.*\S)?",
}
LICENCE = (
    r"CC-BY(-NC)?(-ND|-SA){0,2}(-\d\.\d(-[A-Z]{2,4})?)?|CC(-(NC|ND|SA)){1,3}(-\d\.\d(-[A-Z]{2,4})?)?"
    r"|CC0-1\.0|PDM-1\.0|MIT|Apache-2\.0|OGL-UK-3\.0"
)
NOT_STABLE = {"country"}  # a code is not an address: "DE" names no country at the end of one


@pytest.mark.parametrize("name", sorted(FORMS))
@given(value=st.one_of(st.none(), TEXTS))
def test_scalars_have_their_form_and_are_stable(name: str, value: str | None) -> None:
    function = getattr(normalise, name)
    result = function(value)
    if result is None:
        return
    assert value
    assert re.fullmatch(FORMS[name], result)
    result.encode("utf-8")
    if name not in NOT_STABLE:
        assert function(result) == result


@given(value=TEXTS)
def test_dates_are_real_and_never_more_precise_than_the_calendar(value: str) -> None:
    found = normalise.partial_date(value)
    if found is not None:
        padded = found + "-01-01"[len(found) - 4 :] if len(found) < 10 else found
        assert dt.date.fromisoformat(padded)
        assert normalise.year(found) == int(found[:4])


@given(value=TEXTS)
def test_years_are_years(value: str) -> None:
    found = normalise.year(value)
    assert found is None or 1400 <= found <= 2099


@given(first=TEXTS, last=st.one_of(st.none(), TEXTS))
def test_pages_are_single_and_in_order(first: str, last: str | None) -> None:
    start, end = normalise.pages(first, last)
    if start is None:
        return
    assert normalise.pages(start, end) == (start, end)
    assert " " not in start
    if end is not None and start.isdigit() and end.isdigit():
        assert int(start) <= int(end)


@given(value=TEXTS)
def test_names_keep_every_letter_and_are_stable_in_comma_form(value: str) -> None:
    name = normalise.person_name(value)
    if name is None:
        return
    assert name.family or name.given
    letters = sorted(c for c in (normalise.strip_name_noise(value) or "").casefold() if c.isalpha())
    assert sorted(c for c in str(name).casefold() if c.isalpha()) == letters


@given(value=TEXTS)
def test_licences_name_what_they_link(value: str) -> None:
    name, link = normalise.licence(value)
    if name is None:
        assert link is None
        return
    assert re.fullmatch(LICENCE, name)
    assert normalise.licence(link) == (name, link) if link else True
    assert normalise.licence(name)[0] == name or name.startswith(("PDM", "OGL", "CC-NC", "CC-ND", "CC-SA"))


@given(value=TEXTS)
def test_affiliations_take_their_parts_from_the_text(value: str) -> None:
    institution, city, code = normalise.affiliation(value)
    shown = normalise.text(value) or ""
    assert institution is None or institution in shown
    assert city is None or (city in shown and code is not None)


@given(value=TEXTS)
def test_whether_a_name_is_collective_is_always_answered(value: str) -> None:
    assert normalise.is_collective_name(value) in (True, False)
    assert normalise.looks_like_article_number(value) in (True, False)
