"""The saved XML articles of sixty publishers: each is read, and what becomes of it agrees with NASA ADS's records.

The kinds of disagreement that are left are in docs/decisions/xml-articles.md. Floors only ever go up.
"""

import gzip
from collections import Counter

import pytest

from benchmarks.xml_agreement import FIELDS, Compared, compare, key, single_authors
from crawler.parsers.xml_page import read_xml

#: Not articles: a name authority's answer and two lists of a data set's files.
UNREAD = 3
#: Of 208 articles, how many give at least one of each.
FOUND = {"title": 208, "doi": 207, "authors": 205, "abstract": 186, "references": 174, "awards": 94}
#: Of 82 records, in how many a field disagrees; none for the fields that are not named.
APART = {
    "authors": 5,
    "orcid": 2,
    "affiliations": 4,
    "title": 3,
    "doi": 1,
    "abstract": 6,
    "issue": 3,
    "pages": 4,
    "funding": 3,
    "references": 2,
}


@pytest.fixture(scope="module")
def compared(corpus):
    """Every field of every file with an expected record."""
    return list(compare(corpus))


def test_every_article_is_read(corpus):
    files = sorted((corpus / "pages").glob("*/*.xml.gz"))
    readings = [read_xml(gzip.decompress(path.read_bytes())) for path in files]
    read = [reading for reading in readings if reading is not None]
    assert len(readings) - len(read) == UNREAD
    found: Counter[str] = Counter()
    for reading in read:
        said = {candidate.field for candidate in reading.candidates if candidate.value}
        found.update({"title", "doi", "abstract"} & said)
        found.update({"authors": bool(reading.author_lists and reading.author_lists[0].authors)})
        found.update({"references": bool(reading.reference_lists and reading.reference_lists[0].references)})
        found.update({"awards": bool(reading.awards)})
    short = {field: (found[field], floor) for field, floor in FOUND.items() if found[field] < floor}
    assert not short, "found in fewer articles than before (now, floor)"


@pytest.mark.parametrize("field", FIELDS)
def test_records_agree_with_what_is_expected_of_their_files(compared, field):
    apart = [pair for pair in compared if pair.field == field and not pair.agrees]
    assert len(apart) <= APART.get(field, 0), [(pair.file, *pair.difference()) for pair in apart]


def test_nearly_every_single_author_agrees(compared):
    """A list of a thousand counts once above, so the authors are counted here, each with his affiliations."""
    agreed, total = single_authors(compared)
    assert agreed / total >= 0.996, (agreed, total)


def test_markup_case_and_punctuation_are_no_disagreement():
    assert key("<i>Gr&uuml;n</i>, and  Co.") == key("grün and co")
    assert key("Grün") != key("Green")


def test_awards_may_be_more_and_dates_may_be_missing():
    assert Compared("a", "funding", {"one", "two"}, {"one"}).agrees
    assert not Compared("a", "funding", {"one"}, {"one", "two"}).agrees
    assert Compared("a", "received", "2020-01-02", None).agrees
    assert not Compared("a", "received", None, "2020-01-02").agrees
    assert not Compared("a", "volume", "", "7").agrees


def test_the_difference_of_lists_is_what_differs():
    pair = Compared("a", "authors", [("lee", "a"), ("kim", "b")], [("lee", "a"), ("kim", ""), ("ono", "c")])
    assert pair.difference() == ("[('kim', 'b'), None]", "[('kim', ''), ('ono', 'c')]")
