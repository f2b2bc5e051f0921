"""The steps by which a capture is read, one at a time, and what holds for any text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.items import PAGE_STATES, PageReading, ReferenceSaid
from crawler.parsers.plain_text import read_plain_text
from crawler.parsers.plain_text.blocks import join, measure, to_blocks
from crawler.parsers.plain_text.citation import read_citation
from crawler.parsers.plain_text.lines import MAX_CHARACTERS, read_lines
from crawler.parsers.plain_text.names import byline, is_name
from crawler.parsers.plain_text.reference_text import fill_identifiers, is_label_line, without_labels
from crawler.parsers.plain_text.sections import to_sections


def values(reading: PageReading) -> dict[str, object]:
    return {said.field: said.value for said in reading.candidates}


def references(list_text: str, before: str = "", heading: str = "References") -> list[ReferenceSaid]:
    text = f"{before}\n\nAbstract\n\n{'A sentence that fills the abstract. ' * 6}\n\n{heading}\n\n{list_text}"
    reading = read_plain_text(text, "https://doi.org/10.9999/own.1")
    return reading.reference_lists[0].references if reading.reference_lists else []


ITEMS = [
    "Abel A, Bond B. First title of the list. J Foo. 2001;1:1-9.",
    "Cohen C. Second title, a little longer. Bar Lett. 2002;2:10-19.",
    "van Dam D, Eno E. Third title without a DOI. Baz Rev. 2003;3:20-29.",
    "Fox F, Gray G, Hunt H. Fourth title. Qux. 2004;4:30-39.",
    "Ito I. Fifth and last title. Foo Bar. 2005;5:40-49.",
]


@pytest.mark.parametrize(
    "mark",
    ["{n}. {item}", "[{n}] {item}", "({n}) {item}", "  {n}. {item}", "{n} {item}", "{n}{item}", "{n}\n{item}", "{n}.\n{item}",
     "* {item}", "  • {item}", "- {item}", "{item}\n", "{item}", "• {n}. {item}", "[{n}]\n{item}"],
)  # fmt: skip
def test_every_way_to_mark_a_list(mark: str) -> None:
    text = "\n".join(mark.format(n=n, item=item) for n, item in enumerate(ITEMS, start=1))
    found = references(text)
    assert [said.raw for said in found] == ITEMS
    numbers = [said.number for said in found]
    assert numbers == ([1, 2, 3, 4, 5] if "{n}" in mark else [None] * 5)


@pytest.mark.parametrize(
    "heading",
    ["Bibliography", "5. Literature Cited", "Literaturverzeichnis", "REFERENCES AND NOTES", "参考文献"],
)
def test_lists_under_any_name(heading: str) -> None:
    assert [said.raw for said in references("\n".join(ITEMS), heading=heading)] == ITEMS


@pytest.mark.parametrize(
    "labels",
    ["Article  CAS  PubMed  Google Scholar", "[PubMed] [Google Scholar]", "CrossRef Full Text | Google Scholar",
     "View Article\nPubMed/NCBI\nGoogle Scholar", "Article\nADS\nMathSciNet\nGoogle Scholar", "Google ScholarCrossrefPubMed",
     "Find it at Our Library", "[ Links ]"],
)  # fmt: skip
def test_link_labels_are_no_part_of_a_reference(labels: str) -> None:
    text = "\n\n".join(f"{n}. {item}\n\n{labels}" for n, item in enumerate(ITEMS, start=1))
    assert [said.raw for said in references(text)] == ITEMS


def test_the_list_ends_before_what_stands_below_it() -> None:
    below = "Download references\n\nThis is some text about the journal, its aims and its scope, in two lines.\n\n© 2020 The Publisher"
    numbered = "\n\n".join(f"{n}. {item}" for n, item in enumerate(ITEMS, start=1))
    assert [said.raw for said in references(f"{numbered}\n\n{below}")] == ITEMS
    assert [
        said.raw for said in references("\n".join(ITEMS) + "\nReceived: 1 May 2020; Accepted: 2 June 2020\n")
    ] == ITEMS


def test_a_list_printed_twice_counts_once() -> None:
    numbered = "\n".join(f"{n}. {item}" for n, item in enumerate(ITEMS, start=1))
    assert [said.raw for said in references(f"{numbered}\n{numbered}")] == ITEMS
    assert [said.raw for said in references("\n\n".join(f"{item}\n\n{item}" for item in ITEMS))] == ITEMS


def test_the_browsers_list_of_addresses_is_not_the_bibliography() -> None:
    page = (
        "   [1]Skip to main\n\n   A title that is long enough to be one\n\nReferences\n\n"
        "    1. Abel A. First title. J Foo 2001;1:1. [2]Article [3]PubMed\n"
        "    2. Bond B. Second title. J Foo 2002;2:2. [4]Article\n"
        "    3. Cohen C. Third title. J Foo 2003;3:3.\n\n"
        "Acknowledgements\n\n   We thank the council for its grant and the farmers for their tea [5]here.\n\nReferences\n\n"
        "   1. https://example.org/#main\n   2. https://doi.org/10.1000/abel\n   3. https://pubmed.ncbi.nlm.nih.gov/1234567\n"
        "   4. https://doi.org/10.1000%2Fbond\n   5. https://example.org/here\n"
    )
    reading = read_plain_text(page, None)
    found = reading.reference_lists[0].references
    assert [(said.number, said.doi, said.pmid) for said in found] == [
        (1, "10.1000/abel", "1234567"),
        (2, "10.1000/bond", None),
        (3, None, None),
    ]
    assert found[0].raw == "Abel A. First title. J Foo 2001;1:1."
    assert str(values(reading)["acknowledgements"]).endswith("their tea here.")


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (["of soils and", "of water"], "of soils and of water"),
        (["non-", "linear"], "non-linear"),
        (["pre-", "and postwar"], "pre- and postwar"),
        (["https://doi.org/10.1000/", "abc.1"], "https://doi.org/10.1000/abc.1"),
        (["see https://example.org.", "Then"], "see https://example.org. Then"),
        (["1993;69", ":749–58"], "1993;69:749–58"),
        (["(", "2001", ")", ", 3"], "(2001), 3"),
        (["944–", "50"], "944–50"),
    ],
)
def test_wrapped_lines_are_joined(lines: list[str], joined: str) -> None:
    assert join(lines) == joined


def test_a_hyphen_goes_where_the_word_is_elsewhere_whole() -> None:
    row = "The acknowledgement of every sponsor belongs to the end of this one text."
    text = (
        "\n".join([row] * 12)
        + "\n\n"
        + "Some words that fill the line up to its end, then the acknowledge-\nment follows here.\n"
    )
    capture = read_lines(text)
    blocks = to_blocks(capture, measure(capture.lines))
    assert "the acknowledgement follows here." in blocks[-1].text


def test_invisible_characters_and_colours_go() -> None:
    lines = read_lines("\ufeff\x1b[1mTitle\x1b[0m\u200b of\xa0the ar\xadticle\r\nnext\x0cpage").lines
    assert [line.text for line in lines] == ["Title of the article", "next", "page"]


def test_headings_run_into_their_text() -> None:
    capture = read_lines(
        "Keywords: moss; peat\nFunding: This work was paid by the council.\nFunding of moss research is rare: no data."
    )
    layout = measure(capture.lines)
    sections = to_sections(to_blocks(capture, layout), layout)
    assert [(section.kind, section.run_in) for section in sections if section.kinds] == [
        ("keywords", True),
        ("funding_text", True),
    ]


def test_a_label_without_a_date_gives_no_date() -> None:
    text = f"Abstract\n\n{'Words of the abstract. ' * 12}\n\nAbout this article\n\nReceived:\n\nAccepted:\n\n3 May 2019\n\nPublished:\n\nDOI: https://doi.org/10.1/1\n"
    dates = {
        said.field: said.value
        for said in read_plain_text(text, "https://doi.org/10.9999/x").candidates
        if said.source == "text:history"
    }
    assert dates == {"accepted": "3 May 2019"}


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Li, Y., Fox, A.B. & Ng, C. {t}. Nat Field 13, 117–124 (2023). https://doi.org/10.1038/s1", ("Nat Field", "13", None, "117", "124", "2023")),
        ("Li Y, Fox AB, Ng C (2014) {t}. PLoS ONE 9(11): e111303. https://doi.org/10.1371/j.p", ("PLoS ONE", "9", "11", "e111303", None, "2014")),
        ("Li, Y.; Fox, A.B.; Ng, C. {t}. Brain Sci. 2025, 15, 264. https://doi.org/10.3390/b", ("Brain Sci.", "15", None, "264", None, "2025")),
        ("Li Y, Fox AB, Ng C. {t}. J Foo. 2017;12(3):45-67. doi: 10.1000/jf", ("J Foo", "12", "3", "45", "67", "2017")),
        ("Li Y, Fox AB, Ng C (2014) {t}. Front. Moss. 5:1582. doi: 10.3389/f", ("Front. Moss", "5", None, "1582", None, "2014")),
        ("Y Li, A B Fox, C Ng, {t}, Moss, Volume 36, Issue 11, June 2020, Pages 3409–3417, https://doi.org/10.1093/m", ("Moss", "36", "11", "3409", "3417", "2020")),
    ],
)  # fmt: skip
def test_citation_lines(line: str, expected: tuple[str | None, ...]) -> None:
    title = "Moss and peat: a tale of two bogs"
    cited = read_citation(line.format(t=title), title)
    got = (cited.journal, cited.volume, cited.issue, cited.first_page, cited.last_page, cited.year)
    assert (got[0] or "").strip(" .") == (expected[0] or "").strip(" .")
    assert got[1:] == expected[1:]
    families = [author.family or (author.name or "").split()[-1] for author in cited.authors]
    assert families == ["Li", "Fox", "Ng"]
    assert cited.doi is not None


def test_et_al_cuts_the_authors() -> None:
    cited = read_citation("Li, Y., Fox, AB. et al. Moss. Nat Field 13, 1–2 (2023).", "Moss")
    assert not cited.complete
    assert [(author.family, author.given) for author in cited.authors] == [("Li", "Y."), ("Fox", "AB.")]


@pytest.mark.parametrize(
    "name",
    ["Ada Okafor", "J.-P. van der Zee", "Carl van Walraven", "Wendy O’Hara", "S. K. De", "Östen Åkesson"],
)
def test_names(name: str) -> None:
    assert is_name(name)


@pytest.mark.parametrize(
    "text",
    ["Hill College", "Download PDF", "moss and peat", "Open Access", "Smith", "Volume 12", "View Article"],
)
def test_no_names(text: str) -> None:
    assert not is_name(text)


def test_byline_with_marks_numbers_and_orcid() -> None:
    authors, pure = byline("Ada Okafor1,2,*, Bo Lund PhD ORCID: orcid.org/0000-0002-1825-0097^3 & Cy Moreau†")
    assert [(author.name, author.orcid) for author in authors] == [
        ("Ada Okafor", None),
        ("Bo Lund", "0000-0002-1825-0097"),
        ("Cy Moreau", None),
    ]
    assert pure


@pytest.mark.parametrize(
    ("text", "doi", "pmid"),
    [
        ("J Foo (2001). doi:10.1016/S0140-6736(01)05627-6.", "10.1016/S0140-6736(01)05627-6", None),
        ("J Foo 2001 (https://doi.org/10.1000/x.1).", "10.1000/x.1", None),
        ("Proc 2010. doi:10.2217/fmb.10.126pmid:21133690", "10.2217/fmb.10.126", "21133690"),
        ("J Foo 2001 https://doi.org/10.9999/own.1", None, None),
        ("J Foo 2001. PMID: 1234567.", None, "1234567"),
    ],
)
def test_identifiers(text: str, doi: str | None, pmid: str | None) -> None:
    said = ReferenceSaid()
    fill_identifiers(said, text, "10.9999/own.1")
    assert (said.doi, said.pmid) == (doi, pmid)


def test_words_that_are_labels_elsewhere_stay_in_the_text() -> None:
    assert (
        without_labels("Smith J. What is an article. Math. Ann. 1990;1:2. View")
        == "Smith J. What is an article. Math. Ann. 1990;1:2. View"
    )
    assert not is_label_line("Smith J. Crossref and the scholar. 1990.")


def test_the_page_this_project_began_with(corpus: Path) -> None:
    reading = read_plain_text((corpus / "seed-s41409-019-0708-9.txt").read_text(encoding="utf-8"), None)
    said = values(reading)
    assert reading.page_state == "preview"
    assert said["article_type"] == "Correspondence"
    assert said["doi"] == "10.1038/s41409-019-0708-9"
    assert (said["journal"], said["volume"], said["first_page"], said["last_page"], said["year"]) == (
        "Bone Marrow Transplant", "55", "1469", "1472", "2020",
    )  # fmt: skip
    assert {"received", "accepted", "published", "issue_date"}.isdisjoint(said)
    found = reading.reference_lists[0].references
    assert [item.number for item in found] == list(range(1, 16))
    assert all(item.doi and item.raw and "Scholar" not in item.raw for item in found)
    assert [author.name for author in reading.author_lists[0].authors if author.is_corresponding] == [
        "Seok Lee"
    ]
    assert not reading.author_lists[0].complete


PIECES = st.sampled_from(
    ["References", "Abstract", "1. Smith J. Title. J Foo 2001;1:2.", "\n", "\n\n", "  • ", "[1]", "](http://x)", "# ", "Received:",
     "doi:10.1/x", "Cite this article", "et al.", "(", ",", "12", "Just a moment...", "Keywords: a; b", "\x0c", "\u200b", "- ", "İ", "&"]
)  # fmt: skip


@given(
    st.one_of(
        st.text(max_size=3000),
        st.lists(PIECES, max_size=120).map(" ".join),
        st.lists(PIECES, max_size=120).map("\n".join),
    )
)
@settings(deadline=None)
def test_any_text_is_read(text: str) -> None:
    reading = read_plain_text(text, None)
    assert reading.page_state in PAGE_STATES
    assert all(said.value for said in reading.candidates)
    assert all(item.raw for listed in reading.reference_lists for item in listed.references)
    assert read_plain_text(text, None) == reading


@pytest.mark.parametrize(
    "text",
    ["\n" * 1_000_000, "word " * 800_000, "x" * 4_000_000, "[" * 1_000_000, "[a](" * 500_000, "a\n" * 100_000, "1. A\n" * 60_000,
     "References\nSmith J. A. 2001.\n" * 20_000, "John Smith, " * 200_000, "(((((1)" * 200_000, "Received: " * 100_000, "*_" * 500_000],
    ids=["blank", "one line", "one word", "brackets", "links", "short lines", "numbers", "lists", "names", "parens", "labels", "marks"],
)  # fmt: skip
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    assert read_plain_text(text, None).page_state in PAGE_STATES


def test_a_text_beyond_all_measure_is_read_in_part() -> None:
    reading = read_plain_text("line\n" + "x" * MAX_CHARACTERS, None)
    assert [doubt.kind for doubt in reading.doubts] == ["truncated"]
