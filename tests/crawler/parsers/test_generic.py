"""General rules for titles, abstracts, statements, keywords and lists of any page."""

from __future__ import annotations

import pytest

HEAD = "<meta name='citation_title' content='On beans'>"
LONG = (
    "Beans were sown in two beds and counted in both for a summer, and nobody was told which bed was which."
)


def _values(reading, column):
    return [c.value for c in reading.candidates if c.field == column]


def test_the_only_main_heading_is_the_title_where_nothing_else_says_it(read, prose):
    assert _values(read(f"<h1>On beans</h1>{prose}"), "title") == ["On beans"]


def test_one_of_several_main_headings_is_no_title(read, prose):
    assert _values(read(f"<h1>Garden Press</h1><h1>On beans</h1>{prose}"), "title") == []


def test_the_abstract_for_scientists_is_the_abstract(read, prose):
    page = f"<h2>Abstract</h2><p>For all. {LONG}</p><h2>Scientific abstract</h2><p>For few. {LONG}</p>{prose}"
    assert _values(read(page, HEAD), "abstract")[0].startswith("For few.")


@pytest.mark.parametrize("empty", ["", "<p> </p>", "<p>&nbsp;</p>"])
def test_an_empty_abstract_for_scientists_changes_nothing(read, prose, empty):
    page = f"<h2>Abstract</h2><p>For all. {LONG}</p><h2>Scientific abstract</h2>{empty}{prose}"
    values = _values(read(page, HEAD), "abstract")
    assert not values or values[0].startswith("For all.")


def test_what_is_not_applicable_is_left_out_beside_what_is(read, prose):
    page = f"{prose}<h2>Ethics approval</h2><p>The board approved it.</p><h2>Consent for publication</h2><p>Not applicable.</p>"
    assert _values(read(page, HEAD), "ethics") == ["The board approved it."]


def test_menus_within_a_section_are_none_of_its_text(read, prose):
    menu = "<nav><ul><li><a href='#a'>Introduction</a></li><li>Acknowledgements</li></ul></nav>"
    page = f"{prose}<div><h2>Acknowledgements</h2><div>{menu}<p>We thank the beans.</p></div></div>"
    assert _values(read(page, HEAD), "acknowledgements") == ["We thank the beans."]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("beans; peas, green; hoe", ("beans", "peas, green", "hoe")),
        ("beans, peas, hoe", ("beans", "peas", "hoe")),
        ("beans · peas · hoe", ("beans", "peas", "hoe")),
        ("Beans - pea-green dye - hoe", ("Beans", "pea-green dye", "hoe")),
    ],
)
@pytest.mark.parametrize(
    "markup", ["<h3>Keywords</h3><p>{}</p>", "<p><b>Keywords:</b> {}</p>", "<p>Keywords: {}</p>"]
)
def test_keywords_in_one_line(read, prose, markup, line, words):
    page = f"<h2>Abstract</h2><p>{LONG}</p>{markup.format(line)}{prose}<h2>References</h2><ol><li>A. 1999.</li></ol>"
    assert _values(read(page, HEAD), "keywords") == [words]


def test_prose_behind_the_word_is_no_keyword(read, prose):
    page = f"<h2>Abstract</h2><p>{LONG}</p><p>Keywords: {'we chose them by hand and without any plan ' * 5}</p>{prose}"
    assert _values(read(page, HEAD), "keywords") == []


def test_bars_and_return_links_are_none_of_a_reference(read, prose):
    item = (
        "<li id='B1'><p>Watson JD, Crick FH: <b>Molecular structure of nucleic acids.</b></p><p><i>Nature</i> 1953, 171:737-738."
        " <a href='http://www.biomedcentral.com/pubmed/13054692'>PubMed Abstract</a> | <a href='http://dx.doi.org/10.1038/171737a0'>Publisher"
        " Full Text</a> | </p><p><a href='javascript:returnToText();'>Return to text</a></p></li>"
    )
    reading = read(f"<h1>On beans</h1>{prose}<h2>References</h2><ol>{item}</ol>", HEAD)
    (said,) = next(
        listing for listing in reading.reference_lists if listing.source.startswith("dom:")
    ).references
    assert said.raw == "Watson JD, Crick FH: Molecular structure of nucleic acids. Nature 1953, 171:737-738."
    assert (said.doi, said.pmid, said.url) == ("10.1038/171737a0", "13054692", None)


def test_lines_with_nothing_but_breaks_between_them(read, prose):
    lines = "<br>".join(f"Hoe {name}. A work about beans, 199{n}.&#x1;" for n, name in enumerate("ABCD"))
    reading = read(f"<h1>On beans</h1>{prose}<h2>References</h2><p>{lines}</p>", HEAD)
    (listing,) = (listing for listing in reading.reference_lists if listing.source.startswith("dom:"))
    assert [said.raw for said in listing.references] == [
        f"Hoe {name}. A work about beans, 199{n}." for n, name in enumerate("ABCD")
    ]
