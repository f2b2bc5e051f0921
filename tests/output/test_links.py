"""Which references are linked to which articles of the dataset."""

import duckdb
import pytest

from output.commit import commit
from output.links import text_key_sql
from output.load import load

TITLE = "A slow but honest way of sorting"


@pytest.fixture
def links(dataset, version, together):
    """Commit articles and one article that cites; what each of its references is linked to."""

    def linked(*references, articles):
        made = []
        for number, facts in enumerate(articles, 1):
            rows = version(number, references=0)
            own = facts.get("article_id") or f"doi:10.5555/{number}"
            for table in rows.values():
                for row in table:
                    row["article_id"] = own
            author = {key: facts.pop(key) for key in ("family", "name") if key in facts}
            rows["articles"][0] |= {"title": f"Work number {number} of many", **facts}
            rows["authors"][0] |= author
            made.append(rows)
        citing = version(99, references=0)
        citing["references"] = [
            {"article_id": "doi:10.5555/99", "position": place, **facts}
            for place, facts in enumerate(references, 1)
        ]
        commit(dataset, "run1", together(citing, *made))
        found = load("references", dataset, where="article_id = 'doi:10.5555/99'")["cited_article_id"]
        return [
            None if one is None else one.removeprefix("doi:10.5555/")
            for one in found.astype(object).where(found.notna(), None)
        ]

    return linked


def by_title(**facts):
    return {"title": TITLE, "year": 2020, "authors": ["Byron, A.", "Babbage, C."], **facts}


def test_a_doi_links_and_one_that_the_dataset_lacks_does_not(links):
    found = links(
        {"doi": "10.5555/1", "cited_article_id": "doi:10.5555/1"},
        {"doi": "10.5555/other", "cited_article_id": "doi:10.5555/other"},
        {"raw": "Nothing known"},
        articles=[{}],
    )
    assert found == ["1", None, None]


def test_the_address_of_an_article_names_it(links):
    addresses = {
        "https://pubmed.ncbi.nlm.nih.gov/31415921/": {"pmid": "31415921"},
        "https://www.ncbi.nlm.nih.gov/pubmed/31415922": {"pmid": "31415922"},
        "https://europepmc.org/article/MED/31415923": {"pmid": "31415923"},
        "https://pmc.ncbi.nlm.nih.gov/articles/PMC2718281/": {"pmcid": "PMC2718281"},
        "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2718282/?report=reader": {"pmcid": "PMC2718282"},
        "https://europepmc.org/articles/PMC2718283": {"pmcid": "PMC2718283"},
        "https://arxiv.org/abs/1706.03761v5": {"arxiv_id": "1706.03761"},
        "https://arxiv.org/pdf/1706.03762.pdf": {"arxiv_id": "1706.03762"},
        "https://arxiv.org/abs/hep-th/9711200": {"arxiv_id": "hep-th/9711200"},
        "https://arxiv.org/abs/1706.03763": {"doi": "10.48550/arxiv.1706.03763"},
        "https://journal.example/pubmed/31415929": {"pmid": "31415929"},
    }
    cited = [*addresses.values(), {"pmid": "3141592"}, {"pmcid": "PMC27182"}, {"arxiv_id": "1706.0376"}]
    found = links(*cited, articles=[{"url": url} for url in addresses])
    assert found == [*map(str, range(1, len(addresses))), *[None] * 4]


def test_the_doi_of_a_preprint_is_its_arxiv_id(links):
    preprint = {"article_id": "doi:10.48550/arxiv.1706.03762", "doi": "10.48550/arxiv.1706.03762"}
    assert links({"arxiv_id": "1706.03762"}, articles=[preprint]) == ["doi:10.48550/arxiv.1706.03762"]


def test_what_one_reference_gives_with_the_doi_finds_the_article_in_others(links):
    others = [{"pmid": "42"}, {"pmcid": "PMC42"}, {"arxiv_id": "1706.03762"}]
    given = [{"doi": f"10.5555/{number}", **other} for number, other in enumerate(others, 1)]
    assert links(*given, *others, articles=[{}, {}, {}]) == ["1", "2", "3"] * 2


def test_an_identifier_that_is_given_with_two_dois_finds_neither(links):
    found = links(
        {"doi": "10.5555/1", "pmid": "42"},
        {"doi": "10.5555/other", "pmid": "42"},
        {"pmid": "42"},
        articles=[{}],
    )
    assert found == ["1", None, None]


def test_what_the_address_says_goes_before_what_references_say(links):
    articles = [{"url": "https://arxiv.org/abs/1706.03762"}, {}]
    found = links(
        {"doi": "10.5555/2", "arxiv_id": "1706.03762"}, {"arxiv_id": "1706.03762"}, articles=articles
    )
    assert found == ["2", "1"]


def test_the_doi_goes_before_the_other_identifiers(links):
    articles = [{"url": "https://arxiv.org/abs/1706.03762"}, {}]
    assert links({"arxiv_id": "1706.03762", "doi": "10.5555/2"}, articles=articles) == ["2"]


def test_title_year_and_first_author_link_where_no_identifier_does(links):
    found = links(
        by_title(),
        by_title(title="A SLOW, but honest\u00a0way of “sorting”."),
        by_title(authors=["BYRON, Ada"], pmid="42"),
        by_title(title="A slow and honest way of sorting"),
        by_title(year=2021),
        by_title(authors=["Babbage, C.", "Byron, A."]),
        by_title(year=None),
        by_title(authors=[]),
        by_title(title=None),
        articles=[{"title": TITLE}],
    )
    assert found == ["1", "1", "1", *[None] * 6]


def test_any_year_that_the_article_gives_will_do(links):
    dates = {"year": 2019, "published": "2019-12-30", "issue_date": "2020-02"}
    found = links(*(by_title(year=year) for year in (2018, 2019, 2020)), articles=[{"title": TITLE, **dates}])
    assert found == [None, "1", "1"]


def test_two_dois_are_two_works_whatever_their_titles(links):
    assert links(by_title(doi="10.5555/other"), articles=[{"title": TITLE}]) == [None]


def test_an_article_without_a_doi_is_found_by_its_title(links):
    without_doi = {"article_id": f"url:{1:040x}", "doi": None}
    found = links(by_title(doi="10.5555/other"), by_title(), articles=[{"title": TITLE, **without_doi}])
    assert found == [f"url:{1:040x}"] * 2


def test_what_two_articles_share_links_to_neither(links):
    assert links(by_title(), articles=[{"title": TITLE}, {"title": TITLE.upper()}]) == [None]


def test_first_authors_tell_equal_titles_apart(links):
    articles = [{"title": TITLE}, {"title": TITLE, "family": "Hopper"}]
    assert links(by_title(), by_title(authors=["Hopper, G."]), articles=articles) == ["1", "2"]


def test_a_group_is_a_first_author_too(links):
    group = {"family": None, "name": "World Sorting Organization"}
    assert links(by_title(authors=[group["name"]]), articles=[{"title": TITLE, **group}]) == ["1"]


def test_titles_that_any_issue_has_link_nothing(links):
    titles = {
        "Editorial": False,
        "Letter to the Editor": False,
        "In reply: to the editors.": False,
        "On the sorting of letters": True,
        "编者的话": False,
        "论排序的一种缓慢而诚实的方法": True,
    }
    found = links(
        *(by_title(title=title) for title in titles), articles=[{"title": title} for title in titles]
    )
    assert found == [str(number) if linked else None for number, linked in enumerate(titles.values(), 1)]


def test_no_article_cites_itself(dataset, version):
    rows = version(1, title=TITLE, references=0)
    rows["references"] = [
        {"article_id": "doi:10.5555/1", "position": place, **facts}
        for place, facts in enumerate([{"doi": "10.5555/1"}, by_title()], 1)
    ]
    commit(dataset, "run1", rows)
    assert load("references", dataset)["cited_article_id"].isna().all()


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("CO₂ uptake: 10⁻³ “mol”", "co2uptake103mol"),
        ("Straße & Müller_2", "strassemuller2"),
        ("σοφός ΣΟΦΟΣ", "σοφοσσοφοσ"),
        ("Обзор литературы", "обзорлитературы"),
        (" — ", ""),
    ],
)
def test_keys_are_letters_and_digits_without_case_and_accents(text, key):
    assert duckdb.execute(f"SELECT {text_key_sql('$1')}", [text]).fetchone() == (key,)
