"""Whatever a page is said to have said: one record, the same each time, whose rows fit the data dictionary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.items import (
    PAGE_STATES,
    SOURCE_KINDS,
    AuthorList,
    AuthorSaid,
    AwardSaid,
    Candidate,
    Doubt,
    NoticeSaid,
    PageReading,
    ReferenceList,
    ReferenceSaid,
)
from output.check import misfits
from pipelines.clean import clean

TEXT_COLUMNS = (
    "doi title article_type journal journal_abbrev publisher volume issue first_page last_page article_number language"
    " abstract received revised accepted published issue_date year license url funding_text acknowledgements"
    " competing_interests data_availability code_availability ethics notes correspondence unheard_of"
).split()
LIST_COLUMNS = ("issn", "keywords", "subjects")
#: What pages really hold, in the wrong places as well.
BITS = st.sampled_from(
    [
        "", " ", "10.5555/beans.1", "doi:10.5555%2Fbeans.1", "https://doi.org/10.1038/171737a0", "2020", "2020-03", "2020/03/16",
        "16 March 2020", "31.02.2020", "99", "e124", "1469–1472", "1469-72", "S1", "CC BY 4.0", "http://creativecommons.org/licenses/by/4.0/",
        "1573-000X", "0304-0001", "en", "deutsch", "Ann Hoe", "Hoe, Ann", "Hoe A.", "et al.", "The Rakes", "山田 花子", "0000-0002-1825-0097",
        "https://orcid.org/0000-0002-1825-0098", "a@b.example", "Correspondence to Ann Hoe.", "Garden School, Leeds, UK", "1,2", "*",
        "This work was supported by the Bean Fund (grant 12).", "No funding.", "<i>E. coli</i> &amp;amp; peas", "Ã¼ber", "\u200b", "\x00\x1b",
        "\ud800", "http://[", "ftp://x", "…", "null", "open", "Shannon CE. A mathematical theory of communication. Bell Syst Tech J. 1948;27:379–423.",
    ]
)  # fmt: skip
WORDS = BITS | st.text(max_size=30) | st.lists(BITS, max_size=4).map(" ".join)
MAYBE = st.none() | WORDS
SOURCES = st.builds(
    "{}:{}".format,
    st.sampled_from(SOURCE_KINDS),
    st.sampled_from(["a", "citation_doi", "label", "section[x]"]),
)
CANDIDATES = (
    st.builds(Candidate, st.sampled_from(TEXT_COLUMNS), WORDS, SOURCES)
    | st.builds(Candidate, st.sampled_from(LIST_COLUMNS), st.lists(WORDS, max_size=4).map(tuple), SOURCES)
    | st.builds(Candidate, st.just("access"), st.sampled_from(["free", "preview"]), SOURCES)
    | st.builds(Candidate, st.just("is_open_access"), st.booleans(), SOURCES)
)
AUTHORS = st.builds(
    AuthorSaid,
    name=MAYBE,
    family=MAYBE,
    given=MAYBE,
    suffix=MAYBE,
    is_collective=st.booleans(),
    orcid=MAYBE,
    is_corresponding=st.none() | st.booleans(),
    email=MAYBE,
    affiliations=st.lists(WORDS, max_size=3),
)
REFERENCES = st.builds(
    ReferenceSaid,
    number=st.none() | st.integers(-1, 2000),
    authors=st.lists(WORDS, max_size=3),
    **dict.fromkeys(
        "key raw doi pmid pmcid arxiv_id isbn url type title container_title year volume issue first_page last_page publisher".split(),
        MAYBE,
    ),
)
AWARDS = st.builds(
    AwardSaid,
    source=SOURCES,
    **dict.fromkeys(["funder_name", "funder_id", "award_id", "scheme", "recipient", "text"], MAYBE),
)
KINDS = st.sampled_from(["retraction", "withdrawal", "concern", "correction", "addendum"])
READINGS = st.builds(
    PageReading,
    page_state=st.sampled_from(PAGE_STATES),
    source_format=st.sampled_from(["html", "jats", "elsevier", "xml", "text"]),
    parser=st.just("test@1"),
    url=st.none() | st.sampled_from(["https://garden.example/1", "http://[", "not an address", ""]),
    candidates=st.lists(CANDIDATES, max_size=15),
    author_lists=st.lists(
        st.builds(AuthorList, SOURCES, st.lists(AUTHORS, max_size=4), st.booleans()), max_size=3
    ),
    reference_lists=st.lists(st.builds(ReferenceList, SOURCES, st.lists(REFERENCES, max_size=4)), max_size=3),
    awards=st.lists(AWARDS, max_size=3),
    notices=st.lists(st.builds(NoticeSaid, SOURCES, KINDS, MAYBE, MAYBE), max_size=2),
    doubts=st.lists(st.just(Doubt("truncated", detail="the page ends before it is over")), max_size=2),
)
#: What a dataset adds to the rows of a fetch.
FETCHED = {
    "run_id": "20200101T000000Z",
    "fetched_at": datetime(2020, 1, 1, tzinfo=UTC),
    "page_sha256": "0" * 64,
}


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _strings(inner)
    elif isinstance(value, list | tuple):
        for inner in value:
            yield from _strings(inner)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(READINGS, st.booleans())
def test_any_reading_gives_rows_that_fit_the_dictionary(reading: PageReading, emails: bool) -> None:
    record = clean(reading, emails=emails)
    tables = record.tables()
    for table, rows in tables.items():
        if table != "issues":
            assert misfits(table, [{**row, **FETCHED} if table == "articles" else row for row in rows]) == []
        for text in _strings(rows):
            assert text == text.strip(), ascii(text)
            assert not any(unicodedata.category(char) in {"Cc", "Cs"} for char in text), ascii(text)
    if not emails:
        assert all(author["email"] is None for author in record.authors)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(READINGS)
def test_the_same_reading_gives_the_same_record(reading: PageReading) -> None:
    assert clean(reading) == clean(reading)


@settings(max_examples=50, deadline=None, derandomize=True)
@given(READINGS)
def test_positions_and_counts_agree(reading: PageReading) -> None:
    record = clean(reading)
    if not record.article:
        assert (record.authors, record.references, record.funding, record.affiliations) == ([], [], [], [])
        return
    for rows in (record.authors, record.references, record.funding):
        assert [row["position"] for row in rows] == list(range(1, len(rows) + 1))
    assert record.article["n_authors"] == len(record.authors)
    assert record.article["n_references"] == len(record.references)
    printed = {(row["author_position"], row["name"]) for row in record.affiliations}
    assert printed == {(a["position"], name) for a in record.authors for name in a["affiliations"]}
    assert all(row["doi"] != record.article["doi"] or row["doi"] is None for row in record.references)
