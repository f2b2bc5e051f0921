"""Pages, notices, funding, statements and references of JATS files, each by small examples."""

import pytest

from crawler.parsers.jats import is_jats, read_jats
from crawler.parsers.jats.funding import read_awards
from crawler.parsers.jats.references import read_references
from crawler.parsers.xml_reading.document import parse_xml


def _read(meta="", *, back="", body="", attributes=""):
    markup = (
        f"<article {attributes}><front><article-meta>{meta}</article-meta></front>"
        f"<body>{body}</body><back>{back}</back></article>"
    )
    root = parse_xml(markup.encode()).root
    assert is_jats(root)
    return read_jats(root, None)


def _said(meta="", **parts):
    values = {}
    for candidate in _read(meta, **parts).candidates:
        values.setdefault(candidate.field, candidate.value)
    return values


@pytest.mark.parametrize(
    ("meta", "expected"),
    [
        ("<fpage>12</fpage><lpage>19</lpage>", ("12", "19", None)),
        ("<elocation-id>e7</elocation-id>", (None, None, "e7")),
        ("<fpage>e7</fpage><elocation-id>e7</elocation-id>", (None, None, "e7")),
        ("<fpage>12</fpage><lpage>12</lpage>", ("12", "12", None)),
        ("<fpage>48103</fpage><lpage>48103</lpage><counts><page-count count='9'/></counts>", (None, None, "48103")),
        ("<article-id pub-id-type='doi'>10.1/j.048103</article-id><fpage>48103</fpage><lpage>48103</lpage>", (None, None, "48103")),
        ("<page-range>12–19</page-range>", ("12", "19", None)),
        ("<fpage>n/a</fpage><lpage>–</lpage>", (None, None, None)),
    ],
)  # fmt: skip
def test_pages_and_article_numbers(meta, expected):
    said = _said(meta)
    assert tuple(said.get(field) for field in ("first_page", "last_page", "article_number")) == expected


def _related(kind):
    return f'<related-article related-article-type="{kind}" xlink:href="10.1234/x"/>'


@pytest.mark.parametrize(
    ("article_type", "related", "expected"),
    [
        ("research-article", "retraction-forward", "retraction"),
        ("research-article", "correction-forward", "correction"),
        ("research-article", "object-of-concern", "concern_of"),
        ("research-article", "companion", None),
        ("retraction", "retracted-article", "retraction_of"),
        ("correction", "corrected-article", "correction_of"),
        ("correction", "correction", "correction_of"),
        ("expression-of-concern", "object-of-concern", "concern_of"),
        ("research-article", "partial-retraction", "partial_retraction"),
    ],
)
def test_notices(article_type, related, expected):
    notices = _read(_related(related), attributes=f'article-type="{article_type}"').notices
    assert [(notice.kind, notice.doi) for notice in notices] == (
        [(expected, "10.1234/x")] if expected else []
    )


def test_a_title_that_begins_with_retracted_is_a_notice_too():
    title = "<title-group><article-title>RETRACTED: Fog</article-title></title-group>"
    assert [notice.kind for notice in _read(title).notices] == ["retraction"]
    assert not _read(title.replace("RETRACTED:", "Retracting of")).notices


F, G = ("<funding-source>F</funding-source>", "<funding-source>G</funding-source>")
WRAP = (
    "<institution-wrap><institution>F</institution>"
    "<institution-id>http://dx.doi.org/10.13039/100000001</institution-id></institution-wrap>"
)


@pytest.mark.parametrize(
    ("group", "expected"),
    [
        (f"<award-group>{F}<award-id>1</award-id><award-id>2</award-id></award-group>",
         [("F", None, "1"), ("F", None, "2")]),
        (f"<award-group>{F}{G}<award-id>1</award-id><award-id>2</award-id></award-group>", [("F", None, "1"), ("G", None, "2")]),
        (f"<award-group>{F}{G}<award-id>1</award-id></award-group>",
         [("F", None, None), ("G", None, None), (None, None, "1")]),
        (f"<award-group><funding-source>{WRAP}</funding-source><award-id>N/A</award-id></award-group>",
         [("F", "10.13039/100000001", None)]),
        ("<award-group><funding-source xlink:href='https://ror.org/021nxhr62'>F</funding-source></award-group>",
         [("F", "https://ror.org/021nxhr62", None)]),
        ("<award-group><award-id>1</award-id></award-group>" * 2, [(None, None, "1")]),
        ("<award-group/>", []),
    ],
)  # fmt: skip
def test_awards(group, expected):
    root = parse_xml(f"<article-meta><funding-group>{group}</funding-group></article-meta>".encode()).root
    assert [(award.funder_name, award.funder_id, award.award_id) for award in read_awards(root)] == expected


@pytest.mark.parametrize(
    ("back", "column", "expected"),
    [
        ("<ack><p>We thank A.</p><p>And B.</p></ack>", "acknowledgements", "We thank A. And B."),
        ("<sec sec-type='data-availability'><title>Data</title><p>On request.</p></sec>", "data_availability", "On request."),
        ("<fn-group><fn fn-type='conflict'><p>None.</p></fn></fn-group>", "competing_interests", "None."),
        ("<fn-group><fn><p><bold>Funding:</bold> By F.</p></fn></fn-group>", "funding_text", "By F."),
        ("<notes><title>Ethics approval</title><p>Granted.</p></notes>", "ethics", "Granted."),
        ("<fn-group><fn><p>This work was supported by F.</p></fn></fn-group>", "funding_text", "This work was supported by F."),
        ("<fn-group><fn><p>The authors declare no conflict of interest.</p></fn></fn-group>", "competing_interests",
         "The authors declare no conflict of interest."),
        ("<sec><title>Acknowledgements</title><p>A.</p><p><italic>Funding</italic> By F.</p></sec>", "funding_text", "By F."),
        ("<fn-group><fn fn-type='con'><p>A wrote.</p></fn></fn-group>", "competing_interests", None),
        ("<glossary><title>Funding</title><p>No.</p></glossary>", "funding_text", None),
    ],
)  # fmt: skip
def test_statements(back, column, expected):
    assert _said(back=back).get(column) == expected


def _references(*refs):
    root = parse_xml(f"<article><back><ref-list>{''.join(refs)}</ref-list></back></article>".encode()).root
    return read_references(root)


NAMES = "<name><surname>Lee</surname> <given-names>A</given-names></name>"
TITLE = "<article-title>Fog</article-title>"
PAGES = "<volume>5</volume>:<fpage>1</fpage>–<lpage>9</lpage>"
FIELDS = f"<year>2001</year>{PAGES.replace(':', '').replace('–', '')}"


@pytest.mark.parametrize(
    ("citation", "raw"),
    [
        (f"<mixed-citation>{NAMES}. {TITLE}. <source>J Fog</source> <year>2001</year>;{PAGES}.</mixed-citation>",
         "Lee A. Fog. J Fog 2001;5:1–9."),
        (f"<mixed-citation><label>1.</label> {NAMES} Fog. <ext-link>CrossRef</ext-link></mixed-citation>", "Lee A Fog."),
        (f"<mixed-citation><person-group>{NAMES} {NAMES}</person-group> Fog.</mixed-citation>", "Lee A, Lee A Fog."),
        (f"<element-citation><person-group>{NAMES}<etal/></person-group>{TITLE}<source>J Fog</source>{FIELDS}</element-citation>",
         "Lee A, et al. Fog. J Fog. 2001;5:1–9."),
        ("<mixed-citation>CO<sub>2</sub> and fog.<pub-id pub-id-type='doi'>10.1234/x</pub-id></mixed-citation>", "CO2 and fog."),
        ("<mixed-citation>Fog, doi: <pub-id pub-id-type='doi'>10.1234/x</pub-id></mixed-citation>", "Fog, doi: 10.1234/x"),
        ("<note><p>See the fog.</p></note>", "See the fog."),
    ],
)  # fmt: skip
def test_the_text_of_a_reference(citation, raw):
    assert [said.raw for said in _references(f"<ref id='r1'>{citation}</ref>")] == [raw]


def test_fields_of_a_reference():
    (said,) = _references(
        "<ref id='r7'><label>[7]</label><element-citation publication-type='journal'><person-group person-group-type='author'>"
        f"{NAMES}<collab>Fog Group</collab></person-group><person-group person-group-type='editor'>{NAMES}</person-group>"
        "<article-title>“Fog.”</article-title><source>J Fog</source><year>2001a</year><volume>Vol. 5</volume><issue>2</issue>"
        "<elocation-id>e9</elocation-id><pub-id pub-id-type='pmid'>1234567</pub-id>"
        "<ext-link xlink:href='https://doi.org/10.1234/x'/></element-citation></ref>"
    )
    assert (said.key, said.number, said.type) == ("r7", 7, "journal")
    assert said.authors == ["Lee, A", "Fog Group"]
    assert (said.title, said.container_title) == ("Fog", "J Fog")
    assert (said.year, said.volume, said.issue, said.first_page) == ("2001", "5", "2", "e9")
    assert (said.pmid, said.doi) == ("1234567", "10.1234/x")


def test_several_citations_in_one_item_stay_one_item():
    (said,) = _references(
        "<ref><label>3</label><mixed-citation>(a) One, <year>2001</year></mixed-citation>"
        "<mixed-citation>(b) Two, <year>2002</year></mixed-citation></ref>"
    )
    assert said.raw == "(a) One, 2001; (b) Two, 2002"
    assert said.year == "2001"


def test_a_printed_form_and_its_fields_are_one_work():
    (said,) = _references(
        "<ref><citation-alternatives><mixed-citation>Lee A. Fog. 2001.</mixed-citation>"
        "<element-citation><article-title>Fog</article-title><year>2001</year></element-citation></citation-alternatives></ref>"
    )
    assert (said.raw, said.title, said.year) == ("Lee A. Fog. 2001.", "Fog", "2001")


def test_references_of_replies_and_appendices_are_not_the_article_s():
    root = parse_xml(
        b"<article><back><ref-list><ref><mixed-citation>One.</mixed-citation></ref></ref-list>"
        b"<app-group><app><ref-list><ref><mixed-citation>Two.</mixed-citation></ref></ref-list></app></app-group></back>"
        b"<response><back><ref-list><ref><mixed-citation>Three.</mixed-citation></ref></ref-list></back></response></article>"
    ).root
    assert [said.raw for said in read_references(root)] == ["One."]


@pytest.mark.parametrize(("body", "state"), [("<p>Fog is wet.</p>", "article"), ("", "abstract")])
def test_a_file_without_a_body_is_an_abstract(body, state):
    assert _read(body=body).page_state == state
