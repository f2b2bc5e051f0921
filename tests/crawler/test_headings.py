"""The vocabulary of section headings: what it must know, and what it must leave alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.parsers.sections.heading_names import HEADING_NAMES
from crawler.parsers.sections.headings import (
    MAX_HEADING,
    SECTION_KINDS,
    normalise_heading,
    section_kind,
    section_kinds,
)

KNOWN = {
    "abstract": [
        "Abstract",
        "ABSTRACT:",
        "A B S T R A C T",
        "Summary",
        "Zusammenfassung",
        "Résumé",
        "Resumen",
        "摘要",
        "【摘要】",
    ],
    "acknowledgements": [
        "Acknowledgements",
        "Acknowledgment.",
        "V. ACKNOWLEDGMENT",
        "Acknowledgements section",
        "Danksagung",
        "Remerciements",
        "Agradecimientos",
        "Agradecimentos",
        "致谢",
        "謝辞",
        "## Acknowledgments",
    ],
    "funding_text": [
        "Funding",
        "l. Funding.",
        "Funding Information",
        "Funding statement",
        "Financial support",
        "Sources of Funding",
        "Grant information",
        "Role of the funding source",
        "Funding/Support",
        "Grants",
        "Primary Funding Source:",
        "Financiamento",
        "Förderung",
        "基金项目",
        "Statement of funding",
    ],
    "competing_interests": [
        "Competing interests",
        "Conflict of Interest Statement",
        "Declaration of competing interest",
        "Disclosures",
        "Declaration of Conflicting Interests",
        "Disclosure statement",
        "Author Disclosure Statement",
        "Competing financial interests",
        "Statement of competing interests",
        "Authors’ disclosures",
        "Conflict of Interest Disclosures:",
        "Interessenkonflikt",
        "Conflicto de intereses",
        "利益冲突",
    ],
    "data_availability": [
        "Data availability",
        "Data Availability Statement",
        "Availability of data and materials",
        "Data accessibility",
        "Data sharing statement",
        "Availability of supporting data",
        "Data archiving",
        "Resource availability",
        "Data, Materials, and Software Availability",
        "Data & Code Availability",
        "l. Data Availability Statement.",
        "Accession codes",
    ],
    "code_availability": ["Code availability", "Software availability", "Code Availability Statement"],
    "ethics": [
        "Ethics approval and consent to participate",
        "Ethics statement",
        "Ethical approval",
        "Statement of Ethics",
        "Institutional Review Board Statement",
        "Informed Consent Statement",
        "Patient consent",
        "Compliance with ethical standards",
    ],
    "references": [
        "References",
        "REFERENCES AND NOTES",
        "5. References",
        "References (63)",
        "[References]",
        "Literature Cited",
        "Works cited",
        "Bibliography",
        "Literaturverzeichnis",
        "Références",
        "Referências",
        "Bibliografía",
        "参考文献：",
        "Список литературы",
        "Show References",
        "References ¶",
    ],
    "keywords": [
        "Keywords",
        "Key words:",
        "Index Terms—",
        "Schlüsselwörter",
        "Mots-clés",
        "Palabras clave",
        "关键词",
    ],
    "author_information": ["Author information", "Authors’ information"],
    "affiliations": ["Authors and Affiliations", "Authors & Affiliations", "Author affiliations"],
    "author_contributions": [
        "Author contributions",
        "Authors’ contributions",
        "CRediT authorship contribution statement",
    ],
    "rights": [
        "Rights and permissions",
        "Rights & Permissions",
        "Copyright and License information",
        "License",
    ],
    "citation": ["Cite this article", "How to cite this article:", "Cite this article as:"],
    "declarations": ["Declarations", "Ethics declarations", "Additional information"],
    "body": [
        "1. Introduction",
        "1 Introduction",
        "IV. RESULTS",
        "5. Summary",
        "2. Data",
        "Materials and Methods",
        "引言",
    ],
}


@pytest.mark.parametrize(("kind", "heading"), [(kind, h) for kind, names in KNOWN.items() for h in names])
def test_names_that_publishers_use(kind: str, heading: str) -> None:
    assert section_kind(heading) == kind


@pytest.mark.parametrize(
    "heading",
    [
        "",
        "...",
        "A",
        "I",
        "1.",
        "Data analysis",
        "Funding of museums",
        "Reference material",
        "Ethics of cloning",
        "Support",
        "The abstract of the quarrel",
        "Region of interest",
        "Financial markets",
        "Code",
        "References " * 20,
    ],
)
def test_other_words_have_no_kind(heading: str) -> None:
    assert section_kind(heading) is None


@pytest.mark.parametrize(
    ("heading", "kinds"),
    [
        ("Acknowledgements and Funding", ("acknowledgements", "funding_text")),
        ("Funding & Competing Interests", ("funding_text", "competing_interests")),
        ("Data and code availability", ("data_availability", "code_availability")),
        ("Availability of data and source code", ("data_availability", "code_availability")),
        ("Conflict of interest and funding statement", ("competing_interests", "funding_text")),
    ],
)
def test_combined_headings_announce_all_their_kinds(heading: str, kinds: tuple[str, ...]) -> None:
    assert section_kinds(heading) == kinds


def test_every_name_is_found_under_its_own_kind() -> None:
    for kind, names in HEADING_NAMES.items():
        assert kind in SECTION_KINDS
        for name in names.split("|"):
            assert section_kind(name) == kind, name
            assert section_kind(name.strip().upper() + ":") in {kind, None} or "ß" in name, name


def test_normalised_form() -> None:
    assert normalise_heading("  **Rights & permissions** ¶") == "rights and permissions"


@given(st.text(max_size=MAX_HEADING * 3))
def test_any_text_is_answered(text: str) -> None:
    assert set(section_kinds(text)) <= set(SECTION_KINDS)


@given(st.sampled_from("(1 I.v,/and )" + "data code availability of "), st.integers(50, 20_000))
def test_repeated_characters_are_answered_at_once(character: str, times: int) -> None:
    assert section_kind(character * times) is None
