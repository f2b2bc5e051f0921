"""One text for everybody's affiliations, taken apart by the initials in its brackets."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.items import AuthorSaid
from crawler.parsers.xml_reading.initials import assign_by_initials

TEXT = "From the Moss Institute, Oslo (A.B.), and the Fern School, Kyoto (C.D.-E., A.B.); Bark Ltd, Turku (F.v.G.)."


def _people(*names, text=TEXT):
    return [AuthorSaid(given=given, family=family, affiliations=[text]) for given, family in names]


def test_everybody_gets_his_own():
    people = _people(("Anna", "Berg"), ("Carl", "Dahl-Ek"), ("Finn", "van Gent"))
    assign_by_initials(people)
    assert [person.affiliations for person in people] == [
        ["Moss Institute, Oslo", "Fern School, Kyoto"],
        ["Fern School, Kyoto"],
        ["Bark Ltd, Turku"],
    ]


def test_a_text_without_a_part_for_somebody_stays():
    people = _people(("Anna", "Berg"), ("Carl", "Dahl-Ek"), ("Zoe", "Young"))
    assign_by_initials(people)
    assert [person.affiliations for person in people] == [[TEXT]] * 3


def test_brackets_that_are_nobodys_initials_belong_to_the_name():
    text = "Moss Institute (MI), Oslo (A.B.); Fern School, Kyoto (C.D.)"
    people = _people(("Anna", "Berg"), ("Carl", "Dahl"), text=text)
    assign_by_initials(people)
    assert [person.affiliations for person in people] == [
        ["Moss Institute (MI), Oslo"],
        ["Fern School, Kyoto"],
    ]


def test_what_both_or_all_share_is_written_to_each():
    text = "Bark Ltd, Turku, Finland (E.F.); Moss Institute, Oslo (A.B.), and Fern School, Bergen (C.D.) – both in Norway"
    people = _people(("Anna", "Berg"), ("Carl", "Dahl"), ("Eva", "Fors"), text=text)
    assign_by_initials(people)
    assert [person.affiliations for person in people] == [
        ["Moss Institute, Oslo, Norway"],
        ["Fern School, Bergen, Norway"],
        ["Bark Ltd, Turku, Finland"],
    ]
    text = "Bark Ltd, Turku, Finland (E.F.); Moss Institute (A.B.), Fern School (C.D.) - all in Norway; Reed Inn, Lund (G.H.)"
    people = _people(("Anna", "Berg"), ("Carl", "Dahl"), ("Eva", "Fors"), ("Gro", "Holm"), text=text)
    assign_by_initials(people)
    assert [person.affiliations for person in people] == [
        ["Moss Institute, Norway"],
        ["Fern School, Norway"],
        ["Bark Ltd, Turku, Finland"],
        ["Reed Inn, Lund"],
    ]


def test_an_affiliation_of_one_author_alone_stays():
    people = [AuthorSaid(given="Anna", family="Berg", affiliations=["Moss (A.B.), Fern (A.B.)"])]
    assign_by_initials(people)
    assert people[0].affiliations == ["Moss (A.B.), Fern (A.B.)"]


@given(st.text(alphabet="AB.(),;- bothandl in", max_size=120))
def test_nobody_loses_his_affiliation(text):
    people = _people(("A", "B"), ("B", "A"), text=text)
    assign_by_initials(people)
    assert all(person.affiliations for person in people)
    assert all(part or not text for person in people for part in person.affiliations)
