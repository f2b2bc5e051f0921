"""Any bytes as XML: nothing fetched, nothing expanded, nothing raised, and what is wrong is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from crawler.items import Doubt
from crawler.parsers.xml_page import read_xml
from crawler.parsers.xml_reading import limits as xml_limits
from crawler.parsers.xml_reading.document import parse_xml
from crawler.parsers.xml_reading.limits import bounded
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import local

ARTICLE = (
    "<article><front><article-meta><title-group><article-title>Fog over Lübeck</article-title></title-group>"
    "<contrib-group><contrib contrib-type='author'><name><surname>Żak</surname></name></contrib></contrib-group>"
    "</article-meta></front><body><p>Wet.</p></body><back><ref-list><ref id='r1'><mixed-citation>One. 2001.</mixed-citation>"
    "</ref><ref id='r2'><mixed-citation>Two. 2002.</mixed-citation></ref></ref-list></back></article>"
)


def _kinds(doubts):
    return {doubt.kind for doubt in doubts}


def _title(body):
    reading = read_xml(body)
    assert reading is not None
    return next(said.value for said in reading.candidates if said.field == "title")


@pytest.mark.parametrize(
    "body", [b"", b"  \n\t", b"%PDF-1.4 \x00\x01", b"no markup", b"<", b"<!--", b"<?xml", b"< >", b"\x00" * 9]
)
def test_what_has_no_element_gives_no_tree_and_says_so(body):
    document = parse_xml(body)
    assert document.root is None
    assert "malformed" in _kinds(document.doubts)
    assert read_xml(body) is None


def test_a_sound_file_gives_no_doubt():
    assert parse_xml(ARTICLE.encode()).doubts == ()


def test_entities_that_a_file_declares_are_never_expanded():
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = (
        f'<?xml version="1.0"?><!DOCTYPE article [<!ENTITY e0 "ha">{levels}]><article><p>&e11;</p></article>'
    )
    document = parse_xml(bomb.encode())
    assert text_of(document.root) == "&e11;"
    assert document.doubts == (
        Doubt("malformed", None, "entities that only the file's own DTD defines: e11"),
    )


def test_nothing_outside_the_file_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("hidden")
    body = (
        f'<!DOCTYPE article SYSTEM "{tmp_path}/x.dtd" [<!ENTITY s SYSTEM "{secret.as_uri()}">'
        f'<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]><article xmlns:xi="http://www.w3.org/2001/XInclude">'
        f'&s;<xi:include href="{secret.as_uri()}" parse="text"/></article>'
    )
    root = parse_xml(body.encode()).root
    assert "hidden" not in etree.tostring(root, encoding="unicode")
    assert text_of(root) == "&s;"


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a&nbsp;b", "a b"),
        ("caf&eacute; &mdash; &alpha;", "café — α"),
        ("R&amp;D &lt;x&gt; &#8211; &#x2013;", "R&D <x> – –"),
        ("AT&T, Q&A; a & b", "AT&T, Q&A; a & b"),
        ("&unheard;", "&unheard;"),
        ("<![CDATA[a &nbsp; <b>]]> &eacute;", "a &nbsp; <b> é"),
        ("a\x0bb\x00c", "abc"),
        ("a<!-- no -->b<?proc no?>c", "abc"),
    ],
)
def test_entities_and_odd_characters(written, read):
    assert text_of(parse_xml(f"<article>{written}</article>".encode()).root) == read


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE article>",
        '<!DOCTYPE article PUBLIC "-//NLM//DTD" "http://dtd.nlm.nih.gov/x.dtd">',
        """<!DOCTYPE article [<!-- > ]> ' --><!ENTITY a "]>"><!ELEMENT b (c)>]>""",
        "<!DOCTYPE article [ <!ENTITY broken ",
        '<?xml-stylesheet href="a.xsl"?><!-- <x> --><!DOCTYPE article>',
    ],
)
def test_the_declaration_in_front_is_left_out(doctype):
    root = parse_xml(f"<?xml version='1.0'?>\n{doctype}<article><p>x</p></article>".encode()).root
    assert root is not None
    assert local(root) == "article"
    assert text_of(root) == "x"


@pytest.mark.parametrize(
    ("body", "doubt"),
    [
        (("﻿" + ARTICLE).encode("utf-8"), None),
        (ARTICLE.encode("utf-16"), None),
        (ARTICLE.encode("utf-16-le"), None),
        (ARTICLE.encode("utf-16-be"), None),
        (ARTICLE.encode("utf-32"), None),
        (f"<?xml version='1.0' encoding='UTF-16'?>{ARTICLE}".encode("utf-16-le"), None),
        (f"<?xml version='1.0' encoding='iso-8859-2'?>{ARTICLE}".encode("iso-8859-2"), None),
        (f"<?xml version='1.0' encoding='iso-8859-1'?>{ARTICLE}".encode(), None),
        (f"<?xml version='1.0' encoding='utf-16'?>{ARTICLE}".encode(), None),
        (f"<?xml version='1.0' encoding='klingon'?>{ARTICLE}".encode(), None),
        (
            f"<?xml version='1.0' encoding='utf-8'?>{ARTICLE.replace('Ż', 'Z')}".encode("windows-1252"),
            "encoding",
        ),
    ],
)
def test_encodings_are_what_the_bytes_are(body, doubt):
    assert _title(body) == "Fog over Lübeck"
    assert _kinds(parse_xml(body).doubts) == ({doubt} if doubt else set())


def test_undeclared_prefixes_do_no_harm():
    root = parse_xml(b'<ja:article><ce:title xlink:href="x">A</ce:title><mml:math/></ja:article>').root
    assert [local(node) for node in root.iter()] == ["article", "title", "math"]
    assert next(iter(root[0].attrib.values())) == "x"


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9, 0.97])
def test_a_file_that_is_cut_gives_what_is_there(share):
    body = ARTICLE.encode()[: int(len(ARTICLE) * share)]
    reading = read_xml(body)
    assert reading is not None
    assert "truncated" in _kinds(reading.doubts)
    assert _title(body) == "Fog over Lübeck"


def test_tags_that_do_not_match_are_malformed():
    document = parse_xml(b"<article><p><i>x</p></i><p>y</p></article>")
    assert _kinds(document.doubts) == {"malformed"}
    assert text_of(document.root) == "x y"


def test_ten_thousand_levels():
    body = ARTICLE.replace("Wet.", "<sec>" * 10_000 + "deep" + "</sec>" * 10_000).encode()
    reading = read_xml(body)
    assert reading is not None
    assert _kinds(reading.doubts) & {"truncated", "malformed"}
    assert _title(body) == "Fog over Lübeck"


@pytest.mark.parametrize(
    "part",
    [
        "<contrib-group>{}</contrib-group>|<contrib contrib-type='author'><name><surname>A</surname></name></contrib><aff>X</aff>",
        "{}|<contrib-group><contrib contrib-type='author'><name><surname>A</surname></name></contrib><aff>X</aff></contrib-group>",
        "<funding-group>{}</funding-group>|<award-group><funding-source>F</funding-source><award-id>1</award-id></award-group>",
        "<abstract><p>{}</p></abstract>|H<sub>2</sub>O <tex-math>\\begin{document} ^</tex-math>(, ",
        "<contrib-group><contrib><name><surname>A</surname></name></contrib><aff>x{}</aff></contrib-group>|(A)<email/>A-",
    ],
)
def test_work_is_in_proportion_to_size(part, calls_of):
    holder, one = part.split("|")

    def calls(times):
        body = ARTICLE.replace(
            "</article-meta>", holder.replace("{}", one * times) + "</article-meta>"
        ).encode()
        assert read_xml(body) is not None
        return calls_of(read_xml, body)

    assert calls(4000) < 2000 + 8 * 2 * calls(500)


def test_text_beyond_the_limits_is_not_read(monkeypatch):
    monkeypatch.setattr(xml_limits, "MAX_CHARACTERS", 100)
    doubts = []
    assert bounded("x" * 101, doubts) == "x" * 100
    assert doubts == [Doubt("truncated", None, "only the first 100 of 101 characters were read")]


def test_tables_and_formulas_go_before_anything_else_is_cut(monkeypatch):
    monkeypatch.setattr(xml_limits, "MAX_TAGS", 10)
    doubts = []
    table = "<a><oasis:table><td/><td/><td/></oasis:table><b/><mml:math><mi/><mi/><mi/></mml:math><c/></a>"
    assert bounded(table, doubts) == "<a><b/><c/></a>"
    assert doubts == []
    assert bounded("<a>" * 11, doubts) == "<a>" * 10
    assert doubts == [Doubt("truncated", None, "only the first 10 of 11 tags were read")]


MARKUP = """<article> </article> <front> <p > <a_b=' ' & &x; <!-- --> <![CDATA[ ]]> <!DOCTYPE [ ] <? ?> x:y </ é <ref> <name> </p>"""


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([*MARKUP.split(), "\x00", " "]), max_size=40),
    st.sampled_from(["utf-8", "utf-16", "windows-1252"]),
)
def test_no_string_of_markup_raises(pieces, encoding):
    read_xml("".join(pieces).encode(encoding))


@settings(max_examples=100, deadline=None)
@given(st.binary(max_size=300))
def test_no_bytes_raise(body):
    read_xml(body)
    read_xml(b"<article>" + body + b"</article>")
