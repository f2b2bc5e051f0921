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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # German
        ("Die Studie wurde vom Bundesministerium für Bildung und Forschung (BMBF) finanziert (Förderkennzeichen: 01GI9999A).", [("Bundesministerium für Bildung und Forschung (BMBF)", "01GI9999A")]),
        ("Die Autoren danken der Borealisstiftung für die finanzielle Unterstützung.", [("Borealisstiftung", None)]),
        ("Diese Arbeit wurde durch den Nordischen Nationalfonds (NNX, Projekt 31003A_999999) und die Nordsee-Stiftung unterstützt.", [("Nordischen Nationalfonds", "31003A_999999"), ("Nordsee-Stiftung", None)]),
        ("Finanzierung: Nordischer Wissenschaftsfonds (NWF), P 99999-B22.", [("Nordischer Wissenschaftsfonds (NWF)", "P 99999-B22")]),
        ("Das Projekt wird aus Mitteln des Nordischen Fonds für regionale Entwicklung gefördert.", [("Nordischen Fonds für regionale Entwicklung", None)]),
        # French
        ("Ce travail a été financé par l'Agence boréale de la recherche et la Fondation Borée.", [("Agence boréale de la recherche", None), ("Fondation Borée", None)]),
        ("Cette étude a été soutenue par le Fonds de recherche de Borée (FRB) et par les Instituts de recherche en santé de Borée (subvention MOP-99999).", [("Fonds de recherche de Borée (FRB)", None), ("Instituts de recherche en santé de Borée", "MOP-99999")]),
        ("Les auteurs remercient le Conseil régional de Borée pour son soutien financier.", [("Conseil régional de Borée", None)]),
        # Spanish
        ("Las autoras agradecen el apoyo financiero de la Fundación Bóreas a través del proyecto 1199999.", [("Fundación Bóreas", "1199999")]),
        ("Agradecemos al Consejo Boreal de Ciencia y Tecnología (CBCT) por la beca 999999 otorgada a A.B.", [("Consejo Boreal de Ciencia y Tecnología (CBCT)", "999999")]),
        ("Esta investigación fue apoyada por la Universidad de Bóreas y el Fondo Boreal de Desarrollo.", [("Universidad de Bóreas", None), ("Fondo Boreal de Desarrollo", None)]),
        # Portuguese
        ("Os autores agradecem ao Conselho Boreal de Desenvolvimento Científico e Tecnológico (CBDCT) pelo apoio financeiro (processo 399999/2031-0).", [("Conselho Boreal de Desenvolvimento Científico e Tecnológico (CBDCT)", "399999/2031-0")]),
        ("Este trabalho foi apoiado pela Fundação para a Ciência e a Tecnologia, através do projeto UIDX/09999/2031.", [("Fundação para a Ciência e a Tecnologia", "UIDX/09999/2031")]),
        # Chinese
        ("本文受国家社会科学基金重大项目“北方经济研究”（31&ZD999）资助。", [("国家社会科学基金", "31&ZD999")]),
        ("感谢中央高校基本科研业务费专项资金（2031QN099）的支持。", [("中央高校基本科研业务费专项资金", "2031QN099")]),
        # Japanese
        ("本研究は科学研究費補助金(基盤研究(C)、課題番号31K09999)の助成を受けて行われた。", [("科学研究費補助金", "31K09999")]),
        ("本研究は日本医療研究開発機構（AMED）の課題番号JP31ek0109999の支援を受けました。", [("日本医療研究開発機構", "JP31ek0109999")]),
        ("本研究は公益財団法人北海財団の助成金により実施した。", [("公益財団法人北海財団", None)]),
    ],
)  # fmt: skip
def test_ways_of_wording(text, expected):
    assert [(row.funder_name, row.award_id) for row in parse_funding(text)] == expected


def test_a_programme_in_latin_letters_behind_a_japanese_body_is_its_scheme():
    (row,) = parse_funding("本研究は、科学技術振興機構（JST）CREST（JPMJCR9999）の支援を受けた。")
    assert (row.funder_name, row.award_id, row.scheme) == ("科学技術振興機構", "JPMJCR9999", "CREST")


@pytest.mark.parametrize(
    "text",
    [
        "Die Arbeit wurde nicht gefördert.",
        "Diese Forschung erhielt keine externe Finanzierung.",
        "Los autores no han recibido financiación para este trabajo.",
        "O estudo não recebeu nenhum financiamento.",
        "无基金资助。",
        "本研究は外部からの資金提供を受けていない。",
    ],
)
def test_no_funding(text):
    assert [row.kind for row in parse_funding(text)] == ["none_declared"]
