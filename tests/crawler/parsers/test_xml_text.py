"""The text of XML elements, and TeX as plain text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from crawler.parsers.tex_text import tex_text
from crawler.parsers.xml_reading.document import parse_xml
from crawler.parsers.xml_reading.text import text_of


def _text(inner):
    return text_of(parse_xml(f"<x>{inner}</x>".encode()).root)


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        ("H<sub>2</sub>O and 10<sup>−3</sup> m", "H2O and 10−3 m"),
        ("T\n   <sub>c</sub>", "Tc"),
        ("a<italic>b</italic>c <bold>d</bold>", "abc d"),
        ("<title>Aim</title><p>To see.</p><p>To hear.</p>", "Aim To see. To hear."),
        ("one<break/>two", "one two"),
        ("<p>a (\n  <italic>b</italic>\n ).</p>", "a (b)."),
        ("seen<fn><p>a note</p></fn><xref>1</xref>", "seen1"),
        ("see<fig><caption>A picture</caption></fig> this", "see this"),
        ("<list><list-item><p>a</p></list-item><list-item><p>b</p></list-item></list>", "a b"),
        ("<p specific-use='suppress-display'>unseen</p>seen", "seen"),
        ("DOI: <pub-id>10.1/x</pub-id>", "DOI: 10.1/x"),
        ("A. <pub-id>10.1/x</pub-id>", "A."),
    ],
)
def test_inline_markup_glues_and_blocks_stand_apart(inner, expected):
    assert _text(inner) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("<alternatives><mml:math><mml:mi>E</mml:mi></mml:math><tex-math>E</tex-math></alternatives>", "E"),
        ("<alternatives><tex-math>\\alpha_{1}</tex-math><inline-graphic/></alternatives>", "α1"),
        ("<alternatives><textual-form>x2</textual-form><tex-math>x^2</tex-math></alternatives>", "x2"),
        ("<mml:math><mml:mfrac><mml:mi>a</mml:mi><mml:mi>b</mml:mi></mml:mfrac></mml:math>", "a/b"),
        ("<mml:math><mml:msqrt><mml:mn>2</mml:mn></mml:msqrt></mml:math>", "√2"),
        ("<mml:math><mml:semantics><mml:mi>a</mml:mi><mml:annotation>\\a</mml:annotation></mml:semantics></mml:math>", "a"),
        ("<mml:math><mml:mfenced><mml:mi>a</mml:mi></mml:mfenced></mml:math>", "(a)"),
    ],
)  # fmt: skip
def test_a_formula_is_written_once(formula, expected):
    assert _text(f"at <inline-formula>{formula}</inline-formula>.") == f"at {expected}."


@pytest.mark.parametrize(
    ("tex", "expected"),
    [
        (r"\begin{document}$$H_{\mathrm{2}}\alpha = \frac{a}{b}$$\end{document}", "H2α= a/b"),
        (
            r"\usepackage{x}\setlength{\a}{1pt}\begin{document}$$\sim 5\,\upmu\text{m}$$\end{document}",
            "∼5 μm",
        ),
        (r"\rm{log}\ \sin x", "log sin x"),
        (r"10^{-3}~\%", "10-3 %"),
        (r"$\Lambda$CDM", "ΛCDM"),
        ("plain", "plain"),
        ("", ""),
    ],
)
def test_tex_becomes_characters(tex, expected):
    assert tex_text(tex) == expected


@given(st.text(st.sampled_from("\\{}$^_&~ abfrc\n"), max_size=80))
def test_tex_leaves_no_machinery(tex):
    assert not set("{}$^_~\n") & set(tex_text(tex).replace(r"\{", "")) or "\\" in tex


@given(
    st.recursive(
        st.text("ab 12", min_size=1), lambda inner: st.lists(inner, min_size=1, max_size=3), max_leaves=12
    )
)
def test_every_letter_stands_in_the_text_once_and_in_order(tree):
    def build(node, parent):
        for part in node if isinstance(node, list) else [node]:
            child = etree.SubElement(parent, "italic" if isinstance(part, list) else "p")
            if isinstance(part, list):
                build(part, child)
            else:
                child.text = part

    root = etree.Element("x")
    build(tree, root)
    assert "".join(text_of(root).split()) == "".join("".join(map(str, root.itertext())).split())
