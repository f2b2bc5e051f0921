"""Authors, awards and references of Elsevier documents, each by small examples."""

import pytest

from crawler.parsers.elsevier_xml import is_elsevier, read_elsevier
from crawler.parsers.xml_reading.document import parse_xml


def _read(head="", tail="", *, around="{}", attributes=""):
    """Undeclared prefixes are as good as declared ones."""
    article = f"<ja:article {attributes}><ja:item-info/><ja:head>{head}</ja:head><ja:tail>{tail}</ja:tail></ja:article>"
    root = parse_xml(around.format(article).encode()).root
    assert is_elsevier(root)
    return read_elsevier(root, None)


def _author(surname, inner=""):
    return (
        f"<ce:author><ce:given-name>X.</ce:given-name><ce:surname>{surname}</ce:surname>{inner}</ce:author>"
    )


def _group(*parts):
    return f"<ce:author-group>{''.join(parts)}</ce:author-group>"


def _affiliation(text, label="", name=""):
    label = f"<ce:label>{label}</ce:label>" if label else ""
    return f'<ce:affiliation id="{name}">{label}<ce:textfn>{text}</ce:textfn></ce:affiliation>'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (_group(_author("A", '<ce:cross-ref refid="aff1"/>'), _author("B", '<ce:cross-ref refid="aff2"/>'),
                _affiliation("Lab", "a", "aff1"), _affiliation("Hut", "b", "aff2")), {"A": ["Lab"], "B": ["Hut"]}),
        (_group(_author("A"), _author("B"), _affiliation("Lab")), {"A": ["Lab"], "B": ["Lab"]}),
        (_group(_author("A"), _affiliation("Lab")) + _group(_author("B"), _affiliation("Hut")), {"A": ["Lab"], "B": ["Hut"]}),
        (_group(_author("A"), _affiliation("Lab", "a", "aff1")), {"A": []}),
        (_group(_author("A", '<ce:cross-refs refid="aff1 cor1"/>'), _affiliation("Lab,", "a", "aff1")), {"A": ["Lab"]}),
    ],
)  # fmt: skip
def test_affiliations(head, expected):
    authors = _read(head).author_lists[0].authors
    assert {author.family: author.affiliations for author in authors} == expected


def test_references_to_affiliations_that_are_not_there_are_doubtful():
    reading = _read(_group(_author("A", '<ce:cross-ref refid="aff7"/>')))
    assert [(doubt.kind, doubt.field) for doubt in reading.doubts] == [("unlinked", "affiliations")]


def test_a_collaboration_beside_people_keeps_its_members_to_itself():
    group = f"<ce:collaboration><ce:text>The Group</ce:text>{_group(_author('M'))}</ce:collaboration>"
    names = [author.name for author in _read(_group(_author("A"), group)).author_lists[0].authors]
    assert names == ["X. A", "The Group"]
    names = [author.name for author in _read(_group(group)).author_lists[0].authors]
    assert names == ["The Group", "X. M"]


SPONSOR = (
    '<ce:grant-sponsor id="gs1" sponsor-id="https://doi.org/10.13039/501100000780">Fund</ce:grant-sponsor>'
)
GRANT = '<ce:grant-number refid="gs1">7/1</ce:grant-number>'


@pytest.mark.parametrize(
    ("tail", "expected"),
    [
        (f"<ce:acknowledgment><ce:para>By {SPONSOR} ({GRANT}).</ce:para></ce:acknowledgment>",
         [("Fund", "10.13039/501100000780", "7/1")]),
        (f"<ce:acknowledgment><ce:para>By {SPONSOR}.</ce:para></ce:acknowledgment>", [("Fund", "10.13039/501100000780", None)]),
        (f"<ce:acknowledgment><ce:para>Grant {GRANT}.</ce:para></ce:acknowledgment>", [(None, None, "7/1")]),
        (f"<ce:conflict-of-interest><ce:para>Paid by {SPONSOR}.</ce:para></ce:conflict-of-interest>", []),
    ],
)  # fmt: skip
def test_awards_in_the_text(tail, expected):
    awards = _read(tail=tail).awards
    assert [(award.funder_name, award.funder_id, award.award_id) for award in awards] == expected


def test_the_funding_list_of_the_interface_serves_where_the_text_marks_nothing():
    listed = (
        "<xocs:funding-list><xocs:funding><xocs:funding-agency-matched-string>Fund</xocs:funding-agency-matched-string>"
        "<xocs:funding-agency-id>http://data.elsevier.com/vocabulary/SciValFunders/501100000780</xocs:funding-agency-id>"
        "<xocs:funding-id>7/1</xocs:funding-id><xocs:funding-id>7/2</xocs:funding-id></xocs:funding></xocs:funding-list>"
    )
    around = f"<full-text-retrieval-response><xocs:doc>{listed}{{}}</xocs:doc></full-text-retrieval-response>"
    awards = _read(around=around).awards
    assert [(award.funder_name, award.funder_id, award.award_id) for award in awards] == [
        ("Fund", "10.13039/501100000780", "7/1"),
        ("Fund", "10.13039/501100000780", "7/2"),
    ]
    marked = f"<ce:acknowledgment><ce:para>{SPONSOR} {GRANT}</ce:para></ce:acknowledgment>"
    assert len(_read(tail=marked, around=around).awards) == 1


def _work(title, year):
    return (
        f"<sb:reference><sb:contribution><sb:authors>{_author('Lee')}<sb:et-al/></sb:authors><sb:title><sb:maintitle>{title}"
        "</sb:maintitle></sb:title></sb:contribution><sb:host><sb:issue><sb:series><sb:title><sb:maintitle>J. Fog"
        f"</sb:maintitle></sb:title><sb:volume-nr>5</sb:volume-nr></sb:series><sb:date>{year}</sb:date></sb:issue><sb:pages>"
        "<sb:first-page>1</sb:first-page><sb:last-page>9</sb:last-page></sb:pages></sb:host></sb:reference>"
    ).replace("ce:author", "sb:author")


def _references(*items):
    listed = "".join(
        f'<ce:bib-reference id="b{n}"><ce:label>[{n}]</ce:label>{item}</ce:bib-reference>'
        for n, item in enumerate(items, 1)
    )
    tail = f"<ce:bibliography><ce:bibliography-sec>{listed}</ce:bibliography-sec></ce:bibliography>"
    return _read(tail=tail).reference_lists[0].references


def test_references():
    structured, other, several = _references(
        _work("Fog", "2001a"),
        "<ce:other-ref><ce:textref>B. Ng, private words.</ce:textref></ce:other-ref>",
        _work("One", 2001) + _work("Two", 2002),
    )
    assert structured.raw == "X. Lee, et al. Fog. J. Fog. 2001a;5:1–9."
    assert (structured.key, structured.number, structured.type) == ("b1", 1, "journal")
    assert (structured.authors, structured.title, structured.container_title) == (
        ["Lee, X."],
        "Fog",
        "J. Fog",
    )
    assert (structured.year, structured.volume, structured.first_page, structured.last_page) == (
        "2001",
        "5",
        "1",
        "9",
    )
    assert other.raw == "B. Ng, private words."
    assert several.raw is not None
    assert "One" in several.raw
    assert "Two" in several.raw
    assert several.title == "One"


def test_notices():
    thread = "<ce:document-thread><ce:refers-to-document><ce:doi>10.1234/x</ce:doi></ce:refers-to-document></ce:document-thread>"
    root = parse_xml(
        f'<ja:simple-article docsubtype="err"><ja:item-info>{thread}</ja:item-info><ja:simple-head/></ja:simple-article>'.encode()
    ).root
    assert [(notice.kind, notice.doi) for notice in read_elsevier(root, None).notices] == [
        ("correction_of", "10.1234/x")
    ]
    withdrawn = _read("<ce:title>WITHDRAWN: Fog</ce:title>", attributes='docsubtype="fla"')
    assert [notice.kind for notice in withdrawn.notices] == ["withdrawal"]
