"""Affiliations of authors whose names only the metas give as data."""

from crawler.items import AuthorList
from crawler.parsers import read_page

PROSE = (
    "<h2>Introduction</h2><p>"
    + "The ferry leaves at noon and the harbour is quiet until it is back. " * 12
    + "</p>"
)


def _byline(front: str, names: list[str]) -> AuthorList | None:
    metas = "".join(f'<meta name="citation_author" content="{name}">' for name in names)
    page = f'<html><head><meta name="citation_title" content="Quiet harbours">{metas}</head><body><h1>Quiet harbours</h1>{front}{PROSE}</body></html>'
    reading = read_page(page.encode())
    return next((listing for listing in reading.author_lists if listing.source == "dom:by-line"), None)


def _said(front: str, names: list[str]) -> list[tuple[list[str], bool | None]]:
    found = _byline(front, names)
    assert found is not None
    return [(author.affiliations, author.is_corresponding) for author in found.authors]


def test_raised_labels_point_to_lines_under_the_names():
    front = """<p class="who"><b>Ana Brandt</b><sup>1,2</sup>, <b>Oskar Lund</b><sup>2</sup> and <b>Mei Ito</b>*<sup>1</sup><br>
        <sup>1</sup>Institute of Ferries, Aalborg, Denmark. E-mail: <a href="mailto:mei@example.org">mei@example.org</a><br>
        <sup>2</sup>Pier 7, 9008 Tromsø, Norway</p><p>Received 3 May 2019</p>"""
    institute, pier = "Institute of Ferries, Aalborg, Denmark", "Pier 7, 9008 Tromsø, Norway"
    assert _said(front, ["Brandt, Ana", "Lund, Oskar", "Ito, Mei"]) == [
        ([institute, pier], None),
        ([pier], None),
        ([institute], True),
    ]


def test_labels_that_touch_and_labels_on_lines_of_their_own():
    front = """<div>Ana Brandt<sup>ab</sup>, Oskar Lund<sup>b</sup></div>
        <div><div><sup>a</sup></div><div>Department of Tides, University of Vigo, Spain</div>
        <div><sup>b</sup></div><div>School of Piers, Brest, France</div></div>"""
    tides, piers = "Department of Tides, University of Vigo, Spain", "School of Piers, Brest, France"
    assert _said(front, ["Ana Brandt", "Oskar Lund"]) == [([tides, piers], None), ([piers], None)]


def test_links_to_anchors():
    front = """<div class="autores">Ana Brandt<a href="#aff1"><sup>I</sup></a><a href="#c1"></a>, Oskar Lund<a href="#aff2"><sup>II</sup></a></div>
        <p><a name="aff1"></a>Universidade do Porto, Porto, Portugal</p><p><a name="aff2"></a>Museu da Barca, Aveiro, Portugal</p>"""
    assert [places for places, _ in _said(front, ["Ana Brandt", "Oskar Lund"])] == [
        ["Universidade do Porto, Porto, Portugal"],
        ["Museu da Barca, Aveiro, Portugal"],
    ]


def test_one_address_without_a_label_is_that_of_all():
    front = "<p><em>Ana Brandt</em> and <em>Oskar Lund</em></p><p>Department of Tides, University of Vigo, Spain</p><h3>Abstract</h3><p>x</p>"
    assert [places for places, _ in _said(front, ["Ana Brandt", "Oskar Lund"])] == [
        ["Department of Tides, University of Vigo, Spain"]
    ] * 2


def test_pop_ups_hold_each_authors_own():
    front = "".join(
        f'<div class="one"><span>{name}</span><div class="pop"><b>{name}</b> <span>{place}</span><br>Search for other papers by {name}</div></div>, '
        for name, place in (
            ("Ana Brandt", "Institute of Ferries, Aalborg, Denmark"),
            ("Oskar Lund", "School of Piers, Brest, France"),
            ("Mei Ito", "Department of Tides, University of Vigo, Spain"),
        )
    )
    assert [
        places for places, _ in _said(f"<div>{front}</div>", ["Ana Brandt", "Oskar Lund", "Mei Ito"])
    ] == [
        ["Institute of Ferries, Aalborg, Denmark"],
        ["School of Piers, Brest, France"],
        ["Department of Tides, University of Vigo, Spain"],
    ]


def test_initials_tell_whose_affiliation_it_is():
    front = """<div>Ana Brandt, Oskar M. Lund-Vik</div><div style="display: none">Institute of Ferries (AB, OML-V), Aalborg, Denmark;
        and the School of Piers (OMLV), Brest, France</div>"""
    ferries, piers = (
        "Institute of Ferries (AB, OML-V), Aalborg, Denmark",
        "School of Piers (OMLV), Brest, France",
    )
    assert [places for places, _ in _said(front, ["Brandt, Ana", "Lund-Vik, Oskar M."])] == [
        [ferries],
        [ferries, piers],
    ]


def test_menus_and_societies_are_no_affiliations():
    front = "<div>Ana Brandt<div>Search for other works by this author on: Oxford Academic PubMed</div></div><p>Cite this article</p>"
    assert _byline(front, ["Ana Brandt"]) is None


def test_metas_that_name_institutions_are_enough():
    page = b"""<html><head><meta name="citation_title" content="Quiet harbours"><meta name="citation_author" content="Ana Brandt">
        <meta name="citation_author_institution" content="Institute of Ferries"></head><body><p>Ana Brandt</p>
        <p>School of Piers, Brest, France</p></body></html>"""
    assert [listing.source for listing in read_page(page).author_lists] == ["highwire:citation_author"]


def test_an_asterisk_for_a_present_address_marks_nobody():
    front = """<p>Ana Brandt<sup>1</sup> and Oskar Lund<sup>1,*</sup></p><p><sup>1</sup>Institute of Ferries, Aalborg, Denmark<br>
        <sup>*</sup>now at: School of Piers, Brest, France</p>"""
    assert (
        _said(front, ["Ana Brandt", "Oskar Lund"]) == [(["Institute of Ferries, Aalborg, Denmark"], None)] * 2
    )
