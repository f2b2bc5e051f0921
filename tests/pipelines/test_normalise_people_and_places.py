from __future__ import annotations

import pytest

from pipelines import normalise
from pipelines.normalise import Name


@pytest.mark.parametrize(
    ("printed", "family", "given", "suffix"),
    [
        ("Smith, John A.", "Smith", "John A.", None),
        ("John A. Smith", "Smith", "John A.", None),
        ("Smith JA", "Smith", "JA", None),
        ("van der Berg J.A.", "van der Berg", "J.A.", None),
        ("Ludwig van Beethoven", "van Beethoven", "Ludwig", None),
        ("Silva, Maria da", "Silva", "Maria da", None),
        ("María del Carmen García", "García", "María del Carmen", None),
        ("José Ortega y Gasset", "Ortega y Gasset", "José", None),
        ("García Márquez, Gabriel", "García Márquez", "Gabriel", None),
        ("Martin Luther King Jr.", "King", "Martin Luther", "Jr."),
        ("King, Martin Luther, III", "King", "Martin Luther", "III"),
        ("King Jr., M. L.", "King", "M. L.", "Jr."),
        ("A.-L. Barabási", "Barabási", "A.-L.", None),
        ("J.M.Farinas-Sanchez", "Farinas-Sanchez", "J.M.", None),
        ("R. D. O'BRIEN", "O'Brien", "R. D.", None),
        ("DE LA CRUZ, JUAN", "de la Cruz", "Juan", None),
        ("MCDONALD John", "McDonald", "John", None),
        ("Jean LEFEBVRE", "Lefebvre", "Jean", None),
        ("G. 't Hooft", "'t Hooft", "G.", None),
        ("Wang, Xiaoming", "Wang", "Xiaoming", None),
        ("山田 太郎", "山田", "太郎", None),
        ("김태진", "김태진", None, None),
        ("ATLAS Collaboration", "ATLAS Collaboration", None, None),
        ("Madonna", "Madonna", None, None),
        ("WHO", "WHO", None, None),
        ("HUMBOLDT", "Humboldt", None, None),
        ("E Lund", "Lund", "E", None),
        ("Y Li", "Li", "Y", None),
    ],
)
def test_person_name(printed: str, family: str, given: str | None, suffix: str | None) -> None:
    assert normalise.person_name(printed) == Name(family, given, suffix)


def test_a_name_reads_as_family_given_suffix() -> None:
    assert str(Name("King", "M. L.", "Jr.")) == "King, M. L., Jr."


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Jean Desroches17", "Jean Desroches"),
        ("Wei Wang1,2,*", "Wei Wang"),
        ("J. Müllera,b", "J. Müller"),
        ("John Smith, PhD, MD", "John Smith"),
        ("Prof. Dr. Hans Müller", "Hans Müller"),
        ("Dr.-Ing. Hans Müller", "Hans Müller"),
        ("Dipl-Ing. Hans Müller", "Hans Müller"),
        ("Ing-Nang Wang", "Ing-Nang Wang"),
        ("Ann Lee ORCID: 0000-0002-1825-0097", "Ann Lee"),
        ("Ann Lee (http://orcid.org/0000-0002-1825-0097)", "Ann Lee"),
        ("Ann Lee ann@example.org", "Ann Lee"),
        ("and Bob Dylan", "Bob Dylan"),
        ("e Maria Silva", "Maria Silva"),
        ("E Riboli", "E Riboli"),
        ("S. Lee et al.", "S. Lee"),
        ("Ana Sáez¹²†", "Ana Sáez"),
        ("Li, MD", "Li, MD"),
        ("*", None),
    ],
)
def test_strip_name_noise(printed: str, expected: str | None) -> None:
    assert normalise.strip_name_noise(printed) == expected


@pytest.mark.parametrize(
    "name", ["The STAR Collaboration", "WHO Study Group", "International HapMap Consortium"]
)
def test_collective_names(name: str) -> None:
    assert normalise.is_collective_name(name)


@pytest.mark.parametrize("name", ["Marie Curie", "Board, John", "Smith, J.", "Chris Service", ""])
def test_persons_are_not_collective(name: str) -> None:
    assert not normalise.is_collective_name(name)


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("1Department of Physics", "Department of Physics"),
        ("aDepartment of Physics", "Department of Physics"),
        ("(2) School of Law", "School of Law"),
        ("† Institute of Optics", "Institute of Optics"),
        ("b Univ. of Tokyo", "Univ. of Tokyo"),
        ("3rd Hospital", "3rd Hospital"),
        ("eScience Center", "eScience Center"),
        ("¹ CNRS", "CNRS"),
    ],
)
def test_strip_affiliation_label(printed: str, expected: str) -> None:
    assert normalise.strip_affiliation_label(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Dept. X, University of Oxford, Oxford OX1 3PU, UK", ("University of Oxford", "Oxford", "GB")),
        ("Dept. of Chemistry, MIT, Cambridge, MA 02139", ("MIT", "Cambridge", "US")),
        ("Harvard Medical School, Boston, Massachusetts, U.S.A.", ("Harvard Medical School", "Boston", "US")),
        ("Chinese Academy of Sciences, Beijing 100190, P. R. China",
         ("Chinese Academy of Sciences", "Beijing", "CN")),
        ("University of Papua New Guinea, Port Moresby, Papua New Guinea",
         ("University of Papua New Guinea", "Port Moresby", "PG")),
        ("University of Georgia, Athens, Georgia", ("University of Georgia", None, None)),
        ("Private practice", (None, None, None)),
    ],
)  # fmt: skip
def test_affiliation(printed: str, expected: tuple[str | None, str | None, str | None]) -> None:
    assert normalise.affiliation(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("Korea, Republic of", "KR"), ("Viet Nam", "VN"), ("The Netherlands", "NL"), ("Türkiye", "TR"),
        ("Côte d'Ivoire", "CI"), ("Georgia", None), ("Tbilisi, Georgia", "GE"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Deutschland", "DE"), ("USSR", None), ("Guinea-Bissau", "GW"), ("Toronto, Ontario", "CA"),
    ],
)  # fmt: skip
def test_country(printed: str, expected: str | None) -> None:
    assert normalise.country(printed) == expected


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("en-GB", "en"),
        ("eng", "en"),
        ("ger", "de"),
        ("Português", "pt"),
        ("Chinese", "zh"),
        ("xx", None),
        ("", None),
    ],
)
def test_language(printed: str, expected: str | None) -> None:
    assert normalise.language(printed) == expected
