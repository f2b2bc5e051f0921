"""The site itself: what it answers, counts and gets wrong on purpose."""

import http.client
import json
import re
from http import HTTPStatus
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from backmatter.sample_journal import Fault, serve
from backmatter.sample_journal.bulk import bulk_article
from backmatter.sample_journal.site import SampleSite

SITE = SampleSite("http://127.0.0.1:1", bulk=40)
JOURNAL = SITE.journal


def get(base_url, path, headers=None):
    connection = http.client.HTTPConnection(urlsplit(base_url).netloc, timeout=10)
    try:
        connection.request("GET", path, headers=headers or {})
        response = connection.getresponse()
        return response.status, dict(response.getheaders()), response.read()
    finally:
        connection.close()


def page(article):
    return SITE.answer(article.path).body


@pytest.mark.parametrize("article", JOURNAL.articles, ids=lambda article: article.slug)
def test_every_doi_leads_to_its_page(article):
    answer = SITE.answer(f"/doi/{article.doi.upper()}")
    assert answer.status == HTTPStatus.FOUND
    there = SITE.answer(answer.headers["Location"].removeprefix(SITE.base_url))
    assert there.status == HTTPStatus.OK
    if article.served != "challenge":
        assert article.doi in there.body.decode()


@pytest.mark.parametrize("article", JOURNAL.articles, ids=lambda article: article.slug)
def test_pages_are_well_formed_and_say_what_the_data_says(article):
    body = page(article)
    if article.served == "challenge":
        assert article.plain_title not in body.decode()
        return
    if article.layout == "jats":
        text = "".join(etree.fromstring(body).itertext())
    else:
        text = html.document_fromstring(body).text_content()
    for author in article.authors:
        assert author.family in text
    for award in article.awards if article.served != "cut" else ():
        assert award.funder is None or award.funder in text
        assert award.award is None or award.award in text
    assert "None" not in text
    assert "Undefined" not in text


def test_json_ld_is_json():
    for article in JOURNAL.articles:
        found = re.findall(r'ld\+json">(.*?)</script>', page(article).decode(), re.DOTALL)
        assert len(found) == (article.layout in {"current", "news"} and article.served != "challenge")
        for block in found:
            assert json.loads(block)["mainEntity"]["sameAs"] == f"https://doi.org/{article.doi}"


def test_the_cut_page_ends_inside_its_reference_list():
    (article,) = [article for article in JOURNAL.articles if article.served == "cut"]
    body = page(article).decode()
    assert "</html>" not in body
    assert 0 < body.count("c-article-references__item") < len(article.references)


def test_the_preview_has_references_and_no_body():
    (article,) = [article for article in JOURNAL.articles if article.access == "preview"]
    root = html.document_fromstring(page(article))
    assert not root.find_class("main-content")
    assert len(root.find_class("c-article-references__item")) == len(article.references)


def test_orcids_have_a_right_check_digit_and_no_owner():
    owners = {author.orcid for article in JOURNAL.articles for author in article.authors if author.orcid}
    for orcid in owners:
        total = 0
        for digit in orcid.replace("-", "")[:15]:
            total = (total + int(digit)) * 2
        assert "0123456789X"[(12 - total % 11) % 11] == orcid[-1]
        assert orcid == "0000-0002-1825-0097" or orcid.startswith("0009-0099-")


def test_unknown_things_are_not_found():
    for path in (
        "/doi/10.5555/never-registered",
        "/doi/10.5555/bulk.40",
        "/bulk/40",
        "/bulk/x",
        "/issues/99",
        "/no",
    ):
        assert SITE.answer(path).status == HTTPStatus.NOT_FOUND


def test_lists_name_no_page_that_robots_txt_forbids():
    forbidden = [article.path for article in JOURNAL.articles if article.served == "forbidden"]
    assert forbidden
    for path in ("/", "/sitemap.xml", *(f"/issues/{volume}" for volume in range(2, 15))):
        body = SITE.answer(path).body.decode()
        assert not any(hidden in body for hidden in forbidden)
    assert "Disallow: /in-house/" in SITE.answer("/robots.txt").body.decode()


@given(st.integers(min_value=0, max_value=10**7))
def test_a_generated_article_is_always_the_same_and_has_distinct_authors(number):
    article = bulk_article(number)
    assert article == bulk_article(number)
    assert article.doi == f"10.5555/bulk.{number}"
    names = [author.name for author in article.authors]
    assert len(set(names)) == len(names) >= 2
    assert 10 <= len(article.references) <= 30
    assert article.doi not in {work.doi for work in article.references}


def test_the_server_counts_answers_again_and_knows_what_is_unchanged(sample_server):
    path = "/bulk/7"
    status, headers, body = get(sample_server.base_url, path)
    assert (status, len(body)) == (HTTPStatus.OK, int(headers["Content-Length"]))
    before = sample_server.counts[path]
    again, _, nothing = get(sample_server.base_url, path, {"If-None-Match": headers["ETag"]})
    assert (again, nothing) == (HTTPStatus.NOT_MODIFIED, b"")
    assert sample_server.counts[path] == before + 1


def test_faults_follow_their_plan():
    def plan(path, times):
        if path == "/bulk/1" and times == 1:
            return Fault(status=503, headers={"Retry-After": "1"})
        return Fault(break_after=10) if path == "/bulk/2" else None

    with serve(bulk=3, faults=plan) as server:
        status, headers, _ = get(server.base_url, "/bulk/1")
        assert (status, headers["Retry-After"]) == (HTTPStatus.SERVICE_UNAVAILABLE, "1")
        assert get(server.base_url, "/bulk/1")[0] == HTTPStatus.OK
        with pytest.raises(http.client.IncompleteRead):
            get(server.base_url, "/bulk/2")
