"""Whose affiliation is whose, who corresponds, and what an affiliation's text is."""

import pytest

from crawler.parsers.jats.affiliations import affiliation_text
from crawler.parsers.jats.authors import read_authors
from crawler.parsers.xml_reading.document import parse_xml


def _meta(inner):
    return parse_xml(f"<article-meta>{inner}</article-meta>".encode()).root


def _author(surname, inner="", attributes=""):
    name = f"<name><surname>{surname}</surname><given-names>{surname}nna</given-names></name>"
    return f'<contrib contrib-type="author" {attributes}>{name}{inner}</contrib>'


def _affiliations(inner):
    authors, _ = read_authors(_meta(inner))
    return {author.family or author.name: author.affiliations for author in authors}


def _group(*parts):
    return f"<contrib-group>{''.join(parts)}</contrib-group>"


A, B, C = (_author(letter) for letter in "ABC")


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        pytest.param(
            _group(_author("A", '<xref rid="a2 a1"/>'), _author("B", '<xref rid="a1"/><xref rid="fn9"/>'))
            + '<aff id="a1"><label>1</label>X</aff><aff id="a2"><label>2</label>Y</aff>',
            {"A": ["Y", "X"], "B": ["X"]}, id="by id, in the author's order"),
        pytest.param(
            _group(_author("A", '<xref ref-type="aff">b</xref>')) + "<aff><label>a</label>X</aff><aff><label>b</label>Y</aff>",
            {"A": ["Y"]}, id="by label"),
        pytest.param(_group(_author("A", "<aff>X</aff>"), _author("B", "<aff>Y</aff>")), {"A": ["X"], "B": ["Y"]}, id="inside"),
        pytest.param(_group(A, B, "<aff>X</aff>", C, "<aff>Y</aff>"), {"A": ["X"], "B": ["X"], "C": ["Y"]}, id="interleaved"),
        pytest.param(_group(A, "<aff>X</aff>") + _group(B, "<aff>Y</aff>"), {"A": ["X"], "B": ["Y"]}, id="groups"),
        pytest.param(_group(A, B) + "<aff>X</aff>", {"A": ["X"], "B": ["X"]}, id="one for all"),
        pytest.param(_group(A) + "<aff>X</aff><aff>Y</aff>", {"A": ["X", "Y"]}, id="all of one"),
        pytest.param(_group(A, B) + "<aff>X</aff><aff>Y</aff>", {"A": [], "B": []}, id="nobody can say"),
        pytest.param(_group(A, B, "<aff>X</aff><aff>Y</aff>"), {"A": [], "B": []}, id="nobody can say within a group"),
        pytest.param(
            _group(_author("A", '<xref rid="a1"/>'), B) + '<aff id="a1"><label>1</label>X</aff>',
            {"A": ["X"], "B": []}, id="who refers to none beside one who does has none"),
        pytest.param(
            _group(A, '<contrib contrib-type="author"><collab>The Group</collab></contrib>', "<aff>X</aff>"),
            {"A": ["X"], "The Group": ["X"]}, id="a collaboration in a group without references"),
        pytest.param(
            _group(_author("A", '<xref rid="a1"/>'), '<contrib contrib-type="author"><collab>The Group'
            + _group(_author("M", "<aff>Z</aff>")) + "</collab></contrib>") + '<aff id="a1">X</aff>',
            {"A": ["X"], "The Group": []}, id="members inside a collaboration are no authors beside people"),
        pytest.param(
            _group('<contrib contrib-type="author"><collab>The Group' + _group(_author("M", "<aff>Z</aff>")) + "</collab></contrib>"),
            {"The Group": [], "M": ["Z"]}, id="a collaboration alone is followed by its members"),
        pytest.param(
            _group(A, '<contrib contrib-type="editor"><name><surname>E</surname></name><aff>X</aff></contrib>'),
            {"A": []}, id="editors are no authors"),
    ],
)  # fmt: skip
def test_affiliations_are_those_that_the_file_says(inner, expected):
    assert _affiliations(inner) == expected


def test_affiliations_that_nobody_refers_to_are_doubtful():
    _, doubts = read_authors(_meta(_group(A, B) + "<aff>X</aff><aff>Y</aff>"))
    assert [(doubt.kind, doubt.field) for doubt in doubts] == [("unlinked", "affiliations")]


def test_two_authors_of_one_name_stay_two():
    authors, _ = read_authors(_meta(_group(A, A)))
    assert [author.name for author in authors] == ["Anna A", "Anna A"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<aff><label>1</label><institution>Fog Lab</institution>, <city>Oslo</city>, <country>Norway</country></aff>",
         "Fog Lab, Oslo, Norway"),
        ("<aff>\n <institution>Fog Lab</institution>\n <addr-line>Oslo</addr-line>\n <country>Norway</country></aff>",
         "Fog Lab, Oslo, Norway"),
        ("<aff><sup>a</sup>Fog Lab, Oslo. E-mail: <email>a@b.no</email> (A.B.)</aff>", "Fog Lab, Oslo"),
        ("<aff>Fog Lab, <email>a@b.no</email>, Oslo, Norway</aff>", "Fog Lab, Oslo, Norway"),
        ("<aff>Fog Lab (e-mail: x.y@b.no)</aff>", "Fog Lab"),
        ("<aff><institution-wrap><institution-id>x</institution-id><institution>Fog</institution></institution-wrap></aff>", "Fog"),
        ("<aff><institution content-type='original'>Fog Lab, Oslo</institution><institution>Lab</institution></aff>",
         "Fog Lab, Oslo"),
        ("<aff>Fog Inc.</aff>", "Fog Inc."),
        ("<aff>Fog Lab, Oslo.</aff>", "Fog Lab, Oslo"),
        ("<aff>D<italic>é</italic>pt of Fog, and</aff>", "Dépt of Fog"),
        ("<aff/>", ""),
    ],
)  # fmt: skip
def test_the_text_of_an_affiliation(markup, expected):
    assert affiliation_text(parse_xml(markup.encode()).root) == expected


def _corresponding(inner):
    authors, _ = read_authors(_meta(inner))
    return [author.is_corresponding for author in authors], [author.email for author in authors]


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (_group(_author("A", attributes='corresp="yes"'), B), [True, False]),
        (_group(A, _author("B", '<xref rid="c1"/>')) + '<author-notes><corresp id="c1">x</corresp></author-notes>', [False, True]),
        (_group(A, _author("B", '<xref rid="f1"/>'))
         + '<author-notes><fn id="f1"><p>Corresponding author.</p></fn></author-notes>', [False, True]),
        (_group(A, B) + "<author-notes><corresp>Correspondence to Bnna B.</corresp></author-notes>", [False, True]),
        (_group(A, B) + "<author-notes><corresp>a@b.no (A.A.)</corresp></author-notes>", [True, False]),
        (_group(A) + "<author-notes><corresp>a@b.no</corresp></author-notes>", [True]),
        (_group(A, B) + "<author-notes><corresp>a@b.no</corresp></author-notes>", [None, None]),
        (_group(A, B), [None, None]),
    ],
)  # fmt: skip
def test_who_corresponds(inner, expected):
    assert _corresponding(inner)[0] == expected


def test_the_address_in_a_note_is_that_of_the_one_who_refers_to_it():
    inner = _group(A, _author("B", '<xref rid="c1"/>')) + (
        '<author-notes><corresp id="c1"><email>b@x.no</email></corresp></author-notes>'
    )
    assert _corresponding(inner)[1] == [None, "b@x.no"]
