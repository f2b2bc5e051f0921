"""Statements that are not in English."""

import pytest

from pipelines.funding import parse_funding


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Diese Arbeit wurde von der Deutschen Forschungsgemeinschaft (DFG) unter der Projektnummer 199999789 gefördert.",
            [("Deutschen Forschungsgemeinschaft (DFG)", "199999789")],
        ),
        (
            "Gefördert durch die Nordsee-Stiftung (Förderkennzeichen 01GQ9999).",
            [("Nordsee-Stiftung", "01GQ9999")],
        ),
        (
            "Ce travail a été financé par l'Agence Nationale de la Recherche (ANR-31-CE40-9999) et la Région Nouvelle.",
            [("Agence Nationale de la Recherche", "ANR-31-CE40-9999"), ("Région Nouvelle", None)],
        ),
        (
            (
                "Este trabajo fue financiado por el Ministerio de Ciencia e Innovación (proyecto PID2031-999999GB-I00) y la "
                "Generalitat de Catalunya (2031SGR9999)."
            ),
            [
                ("Ministerio de Ciencia e Innovación", "PID2031-999999GB-I00"),
                ("Generalitat de Catalunya", "2031SGR9999"),
            ],
        ),
        (
            (
                "Este estudo foi financiado pela Fundação de Amparo à Pesquisa do Estado de São Paulo (FAPESP), processo "
                "2031/99999-6, e pelo CNPq (bolsa 399999/2031-5)."
            ),
            [
                ("Fundação de Amparo à Pesquisa do Estado de São Paulo (FAPESP)", "2031/99999-6"),
                ("CNPq", "399999/2031-5"),
            ],
        ),
        (
            "基金项目：国家自然科学基金资助项目（69999274，69999349）；中央高校基本科研业务费专项资金(2031kf9999)。",
            [
                ("国家自然科学基金", "69999274"),
                ("国家自然科学基金", "69999349"),
                ("中央高校基本科研业务费专项资金", "2031kf9999"),
            ],
        ),
        ("本研究はJSPS科研費 JP31K99999 の助成を受けたものです。", [("JSPS科研費", "JP31K99999")]),
    ],
    ids=["German passive", "German", "French", "Spanish", "Portuguese", "Chinese", "Japanese"],
)
def test_plain_statements(text, expected):
    assert [(row.funder_name, row.award_id) for row in parse_funding(text)] == expected
    assert all(row.kind == "research" for row in parse_funding(text))
