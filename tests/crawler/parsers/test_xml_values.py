"""Dates, identifiers, names and pieces of references as XML files hold them."""

import calendar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.items import ReferenceSaid
from crawler.parsers.xml_reading.dates import date_of, partial_date, publication_date, written_date
from crawler.parsers.xml_reading.document import parse_xml
from crawler.parsers.xml_reading.identifiers import (
    award_numbers,
    find_arxiv,
    find_doi,
    find_funder_id,
    find_orcid,
    find_pmcid,
)
from crawler.parsers.xml_reading.names import person_name
from crawler.parsers.xml_reading.references import (
    Parts,
    bare_containers,
    bare_number,
    bare_title,
    read_identifier,
    read_link,
    read_text,
    tidied,
)


def _root(markup):
    return parse_xml(markup.encode()).root


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<date><day>5</day><month>3</month><year>2020</year></date>", "2020-03-05"),
        ("<date><month>March</month><year>2020</year></date>", "2020-03"),
        ("<date><month>Mar.–Apr.</month><year>2020</year></date>", "2020-03"),
        ("<date><month>13</month><year>2020</year></date>", "2020"),
        ("<date><day>31</day><month>2</month><year>2020</year></date>", "2020-02"),
        ("<date iso-8601-date='2020-03-01'><month>3</month><year>2020</year></date>", "2020-03"),
        ("<date iso-8601-date='2020-03-05'/>", "2020-03-05"),
        ("<date><string-date>26 May 1988</string-date></date>", "1988-05-26"),
        ("<date><string-date><month>May</month> <year>1988</year></string-date></date>", "1988-05"),
        ("<ce:date-received day='7' month='11' year='2019'/>", "2019-11-07"),
        ("<date><season>Winter</season><year>2001</year></date>", "2001"),
        ("<date><year>n.d.</year></date>", None),
        ("<date/>", None),
    ],
)
def test_a_date_is_as_precise_as_the_file(markup, expected):
    assert date_of(_root(markup)) == expected


@given(st.integers(1600, 2099), st.integers(0, 14), st.integers(0, 40))
def test_a_date_is_never_invented(year, month, day):
    found = partial_date(str(year), str(month), str(day))
    assert found is not None
    parts = [int(part) for part in found.split("-")]
    assert parts == [year, month, day][: len(parts)]
    if len(parts) == 1:
        assert not 1 <= month <= 12
    elif len(parts) == 2:
        assert not 1 <= day <= calendar.monthrange(year, month)[1]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("26 May 1988", "1988-05-26"),
        ("May 26th, 1988", "1988-05-26"),
        ("August 2024", "2024-08"),
        ("16 de marzo de 2017", "2017-03-16"),
        ("3. März 2019", "2019-03-03"),
        ("Available online 2 June 2003", "2003-06-02"),
        ("1999", "1999"),
        ("soon", None),
    ],
)
def test_dates_in_words(text, expected):
    assert written_date(text) == expected


def test_an_article_that_was_digitised_later_is_as_old_as_its_issue():
    assert publication_date("2007-10-02", "1996-04") == "1996-04"
    assert publication_date("2019-12-20", "2020-03") == "2019-12-20"
    assert publication_date(None, "1996") == "1996"
    assert publication_date("2007", None) == "2007"


@pytest.mark.parametrize(
    ("read", "text", "expected"),
    [
        (find_doi, "https://doi.org/10.1234%2Fa%28b%29", "10.1234/a(b)"),
        (find_doi, "(doi: 10.1234/a.b).", "10.1234/a.b"),
        (find_doi, "10.1002/(SICI)1097(1996)9:1<1::AID-X>3.0.CO;2-A", "10.1002/(SICI)1097(1996)9:1<1::AID-X>3.0.CO;2-A"),
        (find_doi, "no 10.5 here", None),
        (find_orcid, "http://orcid.org/0000-0002-1825-009x", "0000-0002-1825-009X"),
        (find_orcid, "0000000218250097", "0000-0002-1825-0097"),
        (find_orcid, "000-0002-1825-0097", None),
        (find_arxiv, "https://arxiv.org/abs/hep-th/9901001v2", "hep-th/9901001v2"),
        (find_arxiv, "2101.00001", "2101.00001"),
        (find_funder_id, "http://dx.doi.org/10.13039/501100000780", "10.13039/501100000780"),
        (find_funder_id, "https://ror.org/00k4n6c32", "https://ror.org/00k4n6c32"),
        (find_funder_id, "10.1234/501100000780", None),
        (find_pmcid, "pmc 123456", "PMC123456"),
    ],
)  # fmt: skip
def test_identifiers(read, text, expected):
    assert read(text) == expected
    assert read(None) is None
    assert read("") is None


@pytest.mark.parametrize(
    ("markup", "printed", "inverted"),
    [
        ("<name><surname>Ng</surname><given-names>A. B.</given-names><suffix>Jr.</suffix></name>", "A. B. Ng Jr.", "Ng, A. B. Jr."),
        ("<name name-style='eastern'><surname>山田</surname><given-names>太郎</given-names></name>", "山田太郎", "山田, 太郎"),
        ("<name name-style='eastern'><surname>Yamada</surname><given-names>Taro</given-names></name>", "Yamada Taro", "Yamada, Taro"),
        ("<string-name><given-names>Ann</given-names> <surname>Lee</surname>, <xref>1</xref></string-name>", "Ann Lee", "Lee, Ann"),
        ("<string-name>Ann Lee,</string-name>", "Ann Lee", "Ann Lee"),
        ("<ce:author><ce:given-name>Ann</ce:given-name><ce:surname>Lee<ce:cross-ref/></ce:surname></ce:author>", "Ann Lee", "Lee, Ann"),
        ("<name><given-names>Plato</given-names></name>", "Plato", "Plato"),
    ],
)  # fmt: skip
def test_names(markup, printed, inverted):
    name = person_name(_root(markup))
    assert name is not None
    assert (name.printed, name.inverted()) == (printed, inverted)


@pytest.mark.parametrize(
    "markup", ["<name/>", "<string-name>et al.</string-name>", "<name><surname>et al</surname></name>"]
)
def test_no_names(markup):
    assert person_name(_root(markup)) is None


@pytest.mark.parametrize(
    ("address", "field", "expected"),
    [
        ("https://doi.org/10.1234/x", "doi", "10.1234/x"),
        ("http://arxiv.org/abs/2101.00001", "arxiv_id", "2101.00001"),
        ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC55555/", "pmcid", "PMC55555"),
        ("https://www.ncbi.nlm.nih.gov/pubmed/12345678", "pmid", "12345678"),
        ("https://ice.example/sounds", "url", "https://ice.example/sounds"),
        ("https://scholar.google.com/scholar?q=x", "url", None),
        ("mailto:a@b.c", "url", None),
    ],
)
def test_links_of_references(address, field, expected):
    said = ReferenceSaid()
    read_link(said, address)
    assert getattr(said, field) == expected


def test_identifiers_that_only_the_text_names():
    said = ReferenceSaid(raw="A. Lee, J. Fog 1, 2 (2001), arXiv:hep-th/0101001, doi: 10.1234/fog.1.")
    read_text(said)
    assert (said.doi, said.arxiv_id) == ("10.1234/fog.1", "hep-th/0101001")


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("Lee A , Ng B .  Fog ( ) 2001 ; 5 : 1 – 9 .", "Lee A, Ng B. Fog 2001; 5: 1–9."),
        (". Lee A,, Fog", "Lee A, Fog"),
        ("( a ) b", "(a) b"),
    ],
)
def test_printed_references_are_tidied(raw, expected):
    assert tidied(raw) == expected


@given(st.text(st.sampled_from("a1 ,.;:()[]–-“”"), max_size=60))
def test_tidying_keeps_the_letters_and_is_done_once(raw):
    once = tidied(raw)
    assert [char for char in once if char.isalnum()] == [char for char in raw if char.isalnum()]
    assert once == " ".join(once.split())


def test_small_values_of_references():
    assert [bare_number(text) for text in ("Vol. 90", "No. 3", "vol.12", "12A", " ", "Novel 3")] == [
        "90", "3", "12", "12A", None, "Novel 3"
    ]  # fmt: skip
    assert bare_title("“On fog.”,") == "On fog"
    assert Parts(
        ["Lee, A", "Ng, B"],
        et_al=True,
        title="Fog",
        container="J Fog",
        year="2001",
        volume="5",
        issue="2",
        pages="1–9",
    ).line() == ("Lee A, Ng B, et al. Fog. J Fog. 2001;5(2):1–9.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AB-12 and CD-34", ["AB-12", "CD-34"]),
        ("42201095, 41271125; 51109195", ["42201095", "41271125", "51109195"]),
        ("Research and Travel 2016", ["Research and Travel 2016"]),
        ("R01 DA046081", ["R01 DA046081"]),
        ("2017/1,2", ["2017/1,2"]),
        ("", []),
    ],
)
def test_several_numbers_in_one_element(text, expected):
    assert award_numbers(text) == expected


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["Nature.", "J Am Chem Soc.", "Science"], ["Nature", "J Am Chem Soc", "Science"]),
        (["Solar Phys.", "Astrophys. J.", "Nature."], ["Solar Phys.", "Astrophys. J.", "Nature."]),
        (["Cell Metab.", "Cell", "Nature"], ["Cell Metab.", "Cell", "Nature"]),
        ([None, "Nature."], [None, "Nature"]),
    ],
)
def test_full_stops_behind_journals_names(names, expected):
    references = [ReferenceSaid(container_title=name) for name in names]
    bare_containers(references)
    assert [said.container_title for said in references] == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("10.1029/2018 gl081131", "10.1029/2018gl081131"),
        ("10.1234/N5W66. Date accessed 02-20-2024", "10.1234/N5W66"),
        ("doi: 10.1234/abc", "doi: 10.1234/abc"),
        ("10.1234/abc", "10.1234/abc"),
    ],
)
def test_a_doi_that_its_element_breaks(value, expected):
    said = ReferenceSaid()
    read_identifier(said, "doi", value)
    assert said.doi == expected


def test_a_volume_and_et_al_as_printed():
    assert bare_number("V. 22") == "22"
    assert bare_number("V") == "V"
    assert tidied("Inci, I, et al.. Blockade. J Lung 2016.") == "Inci, I, et al. Blockade. J Lung 2016."
