"""One reference in each style, made up for the test: what must be read whatever the model."""

from __future__ import annotations

from typing import Any

import pytest

from pipelines.references import parse_reference

TITLE = "Soil moisture and the timing of spring migration in waders"
ARTICLE = {
    "type": "journal-article",
    "title": TITLE,
    "year": 2014,
    "volume": "85",
    "first_page": "241",
    "last_page": "252",
}
FULL_NAMES = ["Okafor, Jane N.", "Lindqvist, Per"]

ARTICLES: list[tuple[str, str, dict[str, Any]]] = [
    ("Vancouver", f"Okafor JN, Lindqvist P. {TITLE}. J Field Ornithol. 2014;85(3):241-52. doi:10.1000/jfo.12",
     {"container_title": "J Field Ornithol", "authors": ["Okafor, JN", "Lindqvist, P"], "issue": "3",
      "doi": "10.1000/jfo.12"}),
    ("BMC", f"Okafor JN, Lindqvist P: {TITLE}. J Field Ornithol 2014, 85:241-252.",
     {"container_title": "J Field Ornithol", "authors": ["Okafor, JN", "Lindqvist, P"]}),
    ("Springer basic", f"Okafor JN, Lindqvist P (2014) {TITLE}. J Field Ornithol 85(3):241–252",
     {"container_title": "J Field Ornithol", "authors": ["Okafor, JN", "Lindqvist, P"], "issue": "3"}),
    ("APA", (f"Okafor, J. N., & Lindqvist, P. (2014). {TITLE}. Journal of Field Ornithology, 85(3), 241–252. "
     "https://doi.org/10.1000/jfo.12"),
     {"container_title": "Journal of Field Ornithology", "authors": ["Okafor, J. N.", "Lindqvist, P."],
      "issue": "3", "doi": "10.1000/jfo.12", "url": None}),
    ("Harvard", f"Okafor, J.N. and Lindqvist, P. (2014) ‘{TITLE}’, Journal of Field Ornithology, 85(3), pp. 241–252.",
     {"container_title": "Journal of Field Ornithology", "authors": ["Okafor, J.N.", "Lindqvist, P."]}),
    ("Chicago", f"Okafor, Jane N., and Per Lindqvist. “{TITLE}.” Journal of Field Ornithology 85, no. 3 (2014): 241–52.",
     {"container_title": "Journal of Field Ornithology", "authors": FULL_NAMES, "issue": "3"}),
    ("MLA", f"Okafor, Jane N., and Per Lindqvist. “{TITLE}.” Journal of Field Ornithology, vol. 85, no. 3, 2014, pp. 241-52.",
     {"container_title": "Journal of Field Ornithology", "authors": FULL_NAMES, "issue": "3"}),
    ("Nature", f"Okafor, J. N. & Lindqvist, P. {TITLE}. J. Field Ornithol. 85, 241–252 (2014).",
     {"container_title": "J. Field Ornithol.", "authors": ["Okafor, J. N.", "Lindqvist, P."]}),
    ("Science", f"J. N. Okafor, P. Lindqvist, {TITLE}. J. Field Ornithol. 85, 241–252 (2014).",
     {"container_title": "J. Field Ornithol.", "authors": ["Okafor, J. N.", "Lindqvist, P."]}),
    ("IEEE", f"J. N. Okafor and P. Lindqvist, “{TITLE},” J. Field Ornithol., vol. 85, no. 3, pp. 241–252, 2014.",
     {"container_title": "J. Field Ornithol.", "authors": ["Okafor, J. N.", "Lindqvist, P."], "issue": "3"}),
    ("ACS", f"Okafor, J. N.; Lindqvist, P. {TITLE}. J. Field Ornithol. 2014, 85, 241–252.",
     {"container_title": "J. Field Ornithol.", "authors": ["Okafor, J. N.", "Lindqvist, P."]}),
    ("Elsevier", f"J.N. Okafor, P. Lindqvist, {TITLE}, J. Field Ornithol. 85 (2014) 241–252.",
     {"container_title": "J. Field Ornithol.", "authors": ["Okafor, J.N.", "Lindqvist, P."]}),
    ("AMS", f"Okafor, J. N., and P. Lindqvist, 2014: {TITLE}. J. Field Ornithol., 85, 241–252.",
     {"container_title": "J. Field Ornithol.", "authors": ["Okafor, J. N.", "Lindqvist, P."]}),
    ("Cell", f"Okafor, J.N., and Lindqvist, P. (2014). {TITLE}. J. Field Ornithol. 85, 241–252.",
     {"container_title": "J. Field Ornithol.", "authors": ["Okafor, J.N.", "Lindqvist, P."]}),
]  # fmt: skip

OTHERS: list[tuple[str, str, dict[str, Any]]] = [
    ("APS without title", "J. N. Okafor and P. Lindqvist, Phys. Rev. B 47, 5270 (1993).",
     {"type": "journal-article", "title": None, "container_title": "Phys. Rev. B", "volume": "47",
      "first_page": "5270", "year": 1993, "authors": ["Okafor, J. N.", "Lindqvist, P."]}),
    ("ACS without title", "Okafor, J. N.; Lindqvist, P. J. Am. Chem. Soc. 1995, 117, 3273–3276.",
     {"title": None, "container_title": "J. Am. Chem. Soc.", "volume": "117", "first_page": "3273", "year": 1995}),
    ("RSC", "J. N. Okafor, P. Lindqvist and S. Jin, Chem. Soc. Rev., 2013, 42, 2963–2985",
     {"title": None, "container_title": "Chem. Soc. Rev.", "volume": "42", "first_page": "2963", "year": 2013}),
    ("article number", "Okafor JN, Lindqvist P. The quiet forest. PLoS ONE. 2019;14(2):e0212345.",
     {"title": "The quiet forest", "container_title": "PLoS ONE", "volume": "14", "issue": "2",
      "first_page": "e0212345", "last_page": None}),
    ("astronomy", "Okafor, J. N., & Lindqvist, P. 2007, ApJ, 671, 1466",
     {"title": None, "container_title": "ApJ", "volume": "671", "first_page": "1466", "year": 2007}),
    ("arXiv", "J. N. Okafor, P. Lindqvist, Spin waves in thin films, arXiv:1704.03878 [cond-mat] (2017).",
     {"type": "posted-content", "title": "Spin waves in thin films", "arxiv_id": "1704.03878", "year": 2017}),
    ("book", "Okafor JN. Birds of the northern wetlands. 2nd ed. Cambridge: Cambridge University Press; 2008.",
     {"type": "book", "title": "Birds of the northern wetlands", "container_title": None, "year": 2008,
      "publisher": "Cambridge University Press"}),
    ("book, APA", "Okafor, J. N. (2008). Birds of the northern wetlands. Oxford University Press.",
     {"type": "book", "title": "Birds of the northern wetlands", "publisher": "Oxford University Press"}),
    ("chapter", ("Okafor JN. The waders of the north. In: Berg K, Moreau T, editors. Handbook of bird migration. "
     "London: Academic Press; 2011. p. 112-31."),
     {"type": "book-chapter", "title": "The waders of the north", "container_title": "Handbook of bird migration",
      "authors": ["Okafor, JN"], "publisher": "Academic Press", "first_page": "112", "last_page": "131"}),
    ("proceedings", ("J. N. Okafor and P. Lindqvist, “Tracking waders by radar,” in Proceedings of the International "
     "Conference on Bioacoustics, Oslo, 2015, pp. 44–51."),
     {"type": "proceedings-article", "title": "Tracking waders by radar", "first_page": "44", "year": 2015}),
    ("thesis", "Okafor JN. The waders of the north [PhD thesis]. Uppsala: Uppsala University; 2010.",
     {"type": "dissertation", "title": "The waders of the north", "year": 2010}),
    ("report", "Okafor, J. N. (2012). Monitoring of wetland birds (Technical Report No. 34). Uppsala University.",
     {"type": "report", "title": "Monitoring of wetland birds", "year": 2012}),
    ("dataset", ("Okafor JN, Lindqvist P. 2020 Data from: The waders of the north. Dryad Digital Repository. "
     "(doi:10.5061/dryad.abc12)"),
     {"type": "dataset", "doi": "10.5061/dryad.abc12", "year": 2020}),
    ("web page", ("World Health Organization. Global vector control response. Available at: "
     "https://www.who.int/vector-control (accessed 12 May 2020)."),
     {"authors": ["World Health Organization"], "title": "Global vector control response",
      "url": "https://www.who.int/vector-control"}),
    ("glued volume", "Okafor JNLindqvist P The quiet forest. Brain Res. 1990;50820- 29",
     {"authors": ["Okafor, JN", "Lindqvist, P"], "volume": "508", "first_page": "20", "last_page": "29"}),
    ("Korean", "김하늘, 박지민. 청소년의 수면과 학업 성취. 한국교육연구, 24(2), 15-33, 2018.",
     {"authors": ["김하늘", "박지민"], "volume": "24", "issue": "2", "first_page": "15", "year": 2018}),
    ("two works", "(a) J. N. Okafor, Nature, 2001, 409, 12–13; (b) P. Lindqvist, Science, 2002, 295, 88.",
     {"authors": ["Okafor, J. N."], "container_title": "Nature", "volume": "409", "first_page": "12", "year": 2001}),
    ("ibidem", "Ibid., p. 45.", {"title": None, "authors": [], "first_page": None, "type": None}),
    ("stray tags", "Okafor JN. The quiet forest. <italic>Brain Res</italic>. 1990;508:20-29.",
     {"title": "The quiet forest", "container_title": "Brain Res", "volume": "508"}),
    ("a link alone", "https://doi.org/10.1000/xyz", {"doi": "10.1000/xyz", "title": None, "url": None}),
    ("nothing", "", {"title": None, "authors": [], "year": None}),
]  # fmt: skip


@pytest.mark.parametrize(
    ("raw", "expected"), [case[1:] for case in ARTICLES], ids=[case[0] for case in ARTICLES]
)
def test_the_same_article_in_every_style(raw: str, expected: dict[str, Any]) -> None:
    found = parse_reference(raw)
    assert {name: getattr(found, name) for name in ARTICLE | expected} == ARTICLE | expected


@pytest.mark.parametrize(("raw", "expected"), [case[1:] for case in OTHERS], ids=[case[0] for case in OTHERS])
def test_other_works_and_forms(raw: str, expected: dict[str, Any]) -> None:
    found = parse_reference(raw)
    assert {name: getattr(found, name) for name in expected} == expected
