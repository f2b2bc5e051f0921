"""Addresses that name their authors in brackets."""

from crawler.items import AuthorSaid
from crawler.parsers.bylines.named_affiliations import read_named_affiliations

AUTHORS = [AuthorSaid(name="Mary S. Gale"), AuthorSaid(name="Anders, Ray"), AuthorSaid(name="Ana de la Cruz")]


def _said(text: str) -> list[list[str]]:
    return [author.affiliations for author in read_named_affiliations(text, AUTHORS)]


def test_each_part_belongs_to_those_it_names():
    assert _said(
        "Author Affiliations: Department of Sleep (Drs Gale and Anders; emeritus), Harbor University, Portland; and the Ferry"
        " Institute, Bath (Ms Cruz)."
    ) == [
        ["Department of Sleep (Drs Gale and Anders; emeritus), Harbor University, Portland"],
        ["Department of Sleep (Drs Gale and Anders; emeritus), Harbor University, Portland"],
        ["Ferry Institute, Bath (Ms Cruz)"],
    ]


def test_a_part_without_names_goes_with_the_next():
    assert _said("From the Sleep Clinic; and Ferry Institute, Bath (Dr Gale)")[0] == [
        "Sleep Clinic",
        "Ferry Institute, Bath (Dr Gale)",
    ]


def test_what_names_nobody_is_everybodys():
    assert _said("From Harbor University (Portland campus)") == [["Harbor University (Portland campus)"]] * 3
