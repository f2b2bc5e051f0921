"""Printed names of organisations, made comparable and taken apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipelines.identity.names import acronym_key, is_common, name_key, read_name

WORDS = st.lists(st.text("abcdefghijklmnopqrstuvwxyzàéïöüñç", min_size=2, max_size=9), min_size=1, max_size=6)


@given(st.text(max_size=200))
def test_a_key_is_its_own_key(text):
    assert name_key(name_key(text)) == name_key(text)


@given(
    WORDS, st.sampled_from([" ", "  ", " - ", ", ", "-"]), st.sampled_from([str.upper, str.title, str.lower])
)
def test_case_punctuation_and_space_make_no_other_name(words, between, spelled):
    assert name_key(between.join(spelled(word) for word in words)) == name_key(" ".join(words))


@given(WORDS, WORDS)
def test_an_ampersand_is_an_and(left, right):
    before, behind = " ".join(left), " ".join(right)
    assert name_key(f"{before} & {behind}") == name_key(f"{before} and {behind}")


def test_accents_and_the_article_make_no_other_name():
    assert name_key("The Fundação Boréa") == name_key("fundacao borea")


@pytest.mark.parametrize("spelled", ["F.R.S.-FNRS", "FRS - FNRS", "F. R. S.-FNRS"])
def test_stops_and_spaces_make_no_other_acronym(spelled):
    assert acronym_key(spelled) == "FRS-FNRS"


@given(st.text(max_size=300))
def test_any_text_can_be_taken_apart(text):
    name = read_name(text)
    assert all(reading.key for reading in name.readings)


@pytest.mark.parametrize(
    ("printed", "key", "country"),
    [
        ("Borea Council (BC), UK", "borea council", "GB"),
        ("Borea Council (Hungary)", "borea council", "HU"),
        ("Borea Council, U.S.A.", "borea council", "US"),
        ("Singapore Ministry of Tides", "ministry of tides", "SG"),
        ("New Zealand Ministry of Tides", "ministry of tides", "NZ"),
        ("Ministry of Tides of the Republic of Korea", "ministry of tides", "KR"),
        ("Ministry of Tides of Norway", "ministry of tides", "NO"),
    ],
)
def test_the_country_beside_a_name_is_told(printed, key, country):
    assert (key, country) in {(reading.key, reading.country) for reading in read_name(printed).readings}


@pytest.mark.parametrize("printed", ["Bank of Borea", "Jordan Foundation", "Georgia Council for Tides"])
def test_what_may_be_part_of_the_name_is_no_country(printed):
    assert all(reading.country is None for reading in read_name(printed).readings)


def test_names_of_common_words_only_are_nobodys_own():
    assert is_common(name_key("Ministry of Science & Technology"))
    assert not is_common(name_key("Ministry of Tides"))
