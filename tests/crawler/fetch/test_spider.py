"""Crawls of a local site: each thing asked for has exactly one outcome, and each answer is in the archive."""

import gzip
import socket
import threading
from collections import Counter

import brotli
import pytest

from crawler.archive import read_archive


def archived(tmp_path, *kinds):
    (path,) = (tmp_path / "dataset" / "raw").glob("*.warc.zst")
    return list(read_archive(path, kinds=kinds or {"page", "file"}))


def test_urls_become_pages_in_the_archive(site, crawl, tmp_path):
    urls = site.articles("a", "b", "c")
    done = crawl(urls)
    assert done.reason == "finished"
    assert sorted(item.page.requested for item in done.pages) == urls
    assert {item.reading.page_state for item in done.pages} == {"article"}
    assert sorted((page.requested, page.body) for page in archived(tmp_path)) == sorted(
        (item.page.requested, item.page.body) for item in done.pages
    )
    assert (tmp_path / "dataset" / "raw").glob("*.cdxj")


def test_a_doi_is_resolved_and_the_hop_is_kept_apart_from_the_page(new_site, crawl, tmp_path):
    resolver, journal = new_site(), new_site()
    (url,) = journal.articles("a")
    resolver.on("/10.5555/a", status=302, headers={"Location": url})
    done = crawl(["doi:10.5555/A"], DOI_RESOLVER=f"{resolver.url}/")
    (item,) = done.pages
    assert item.page.requested == "doi:10.5555/A"
    assert (item.page.first_url, item.page.url) == (f"{resolver.url}/10.5555/a", url)
    (hop,) = archived(tmp_path, "redirect")
    assert (hop.status, hop.headers["location"], hop.request_id) == (302, url, item.page.request_id)
    assert {page.url for page in archived(tmp_path, "robots")} == {
        f"{resolver.url}/robots.txt",
        f"{journal.url}/robots.txt",
    }


def test_many_names_of_one_page_are_one_request(site, crawl):
    (url,) = site.articles("a")
    names = [
        url,
        f"{url}/",
        f"{url}?utm_source=x",
        f"{url}#Sec1",
        f"{url}?error=cookies_not_supported&code=1",
    ]
    done = crawl(names)
    assert len(done.items) == 1
    assert site.count() == {"/a/a": 1}


def test_two_names_that_lead_to_one_page_fetch_it_once(site, crawl):
    (url,) = site.articles("a")
    site.on("/10.5555/a", status=302, headers={"Location": f"{url}?utm_medium=doi"})
    done = crawl([url, "10.5555/a"], DOI_RESOLVER=f"{site.url}/")
    assert [item.page.requested for item in done.pages] == [url]
    assert done.reasons == {"10.5555/a": "same_page"}
    assert site.count()["/a/a"] == 1


def test_what_the_dataset_holds_is_not_asked_for(site, crawl):
    first, second = site.articles("a", "b")
    site.on("/10.5555/b", status=302, headers={"Location": second})
    stored = ["doi:10.5555/z", second.replace("http:", "https:")]
    done = crawl([first, "10.5555/z", "10.5555/b"], DOI_RESOLVER=f"{site.url}/", TEST_STORED=stored)
    assert done.reasons == {"10.5555/z": "already_stored", "10.5555/b": "already_stored"}
    assert {item.state for item in done.outcomes} == {"skipped"}
    assert site.count() == {"/a/a": 1, "/10.5555/b": 1}


@pytest.mark.parametrize(("encoding", "encode"), [("gzip", gzip.compress), ("br", brotli.compress)])
def test_encoded_bodies_are_read_decoded_and_stored_as_fetched(site, crawl, encoding, encode):
    body = site.page("a")
    url = site.on("/a", encode(body), headers={"Content-Encoding": encoding})
    (item,) = crawl([url]).pages
    assert item.page.body == body
    assert item.page.size == len(encode(body))
    assert item.reading.page_state == "article"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def test_everything_that_goes_wrong_has_a_reason_and_nothing_is_lost(site, crawl):
    good = site.articles(*"abcdef")
    head = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nConnection: close\r\n"
    never = threading.Event()
    wrong = {
        site.on("/gone", status=410): "not_found",
        f"{site.url}/missing": "not_found",
        site.on("/broken", status=500): "http_error",
        site.on("/forbidden", b"<h1>no</h1>", status=401): "http_error",
        site.on("/cut", raw=head + b"Content-Length: 5000\r\n\r\n<html>half"): "truncated",
        site.on("/hangup", raw=b""): "connection",
        site.on("/endless", raw=head + b"\r\n" + bytes(3_000_000)): "too_large",
        site.on("/slow", wait=never): "timeout",
        site.on("/huge", bytes(3_000_000)): "too_large",
        site.on(
            "/bomb", gzip.compress(bytes(70_000_000), 1), headers={"Content-Encoding": "gzip"}
        ): "too_large",
        site.on("/circle", status=302, headers={"Location": "/circle"}): "redirects",
        site.on("/nowhere", status=302): "http_error",
        site.on("/away", status=302, headers={"Location": "ftp://127.0.0.1/x"}): "http_error",
        f"http://127.0.0.1:{free_port()}/x": "refused",
        "10.5555/unknown": "doi_not_found",
        "not a doi": "bad_target",
        "ftp://127.0.0.1/x": "bad_target",
    }
    mixed = [name for pair in zip(wrong, good * 4, strict=False) for name in pair]
    done = crawl(
        mixed,
        DOI_RESOLVER=f"{site.url}/doi/",
        DOWNLOAD_MAXSIZE=2_000_000,
        HOST_STOP_AFTER=100,
        REDIRECT_MAX_TIMES=3,
        DOWNLOAD_TIMEOUT=1,
    )
    never.set()
    assert done.reasons == wrong
    assert {item.page.requested for item in done.pages} == set(good)
    assert len(done.items) == len(wrong) + len(good)
    assert all(item.detail for item in done.outcomes)
    by_name = {item.requested: item for item in done.outcomes}
    broken = by_name[f"{site.url}/broken"]
    assert (broken.status, broken.attempts, broken.state) == (500, 2, "failed")
    assert broken.answer.kind == "error"
    assert by_name[f"{site.url}/cut"].attempts == 2
    assert by_name["not a doi"].attempts == 0


def test_a_server_error_that_passes_is_tried_again(site, crawl, tmp_path):
    url = site.on("/a", status=503)
    site.then("/a", site.page("a"))
    (item,) = crawl([url]).pages
    assert item.page.attempt == 2
    assert [page.status for page in archived(tmp_path, "error")] == [503]


def test_a_page_that_sends_its_reader_on_is_followed_but_is_no_page(site, crawl, tmp_path):
    (url,) = site.articles("a")
    refresh = f'<html><head><meta http-equiv="refresh" content="0; url={url}"></head></html>'.encode()
    start = site.on("/start", gzip.compress(refresh), headers={"Content-Encoding": "gzip"})
    (item,) = crawl([start]).pages
    assert (item.page.requested, item.page.url) == (start, url)
    assert [page.url for page in archived(tmp_path)] == [url]
    assert [page.url for page in archived(tmp_path, "redirect")] == [start]


def test_a_page_that_renews_itself_now_and_then_is_a_page(site, crawl):
    body = site.page("a").replace(b"<head>", b'<head><meta http-equiv="refresh" content="300; url=/other">')
    assert len(crawl([site.on("/a", body)]).pages) == 1


def test_cookies_of_one_article_are_not_sent_for_another_unless_switched_on(site, crawl):
    first, second = site.articles("a", "b")
    site.on("/a/a", site.page("a"), headers={"Set-Cookie": "visitor=1"})
    crawl([first, second])
    assert not [headers for _, _, headers in site.hits if "Cookie" in headers]


def test_a_disk_that_is_full_ends_the_crawl_and_every_request_says_so(site, crawl, monkeypatch, caplog):
    urls = site.articles(*"abcdefgh")

    def full(*args, **facts):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("crawler.archive.ArchiveWriter.write", full)
    done = crawl(urls)
    assert done.reason == "archive_failed"
    assert done.pages == []
    assert "No space left on device" in done.outcomes[0].detail
    assert Counter(site.count()) == {}


def test_entries_are_taken_no_faster_than_they_can_be_sent(site, crawl):
    urls = site.articles(*(f"n{number}" for number in range(60)))
    done = crawl(urls, CONCURRENT_REQUESTS=4)
    assert len(done.pages) == 60
    assert done.stats["scheduler/enqueued"] == 60
    assert site.count().most_common(1)[0][1] == 1


def test_a_file_of_names_is_read_and_repeats_are_counted(site, tmp_path):
    from crawler.spiders.articles import ArticlesSpider

    path = tmp_path / "list.txt"
    path.write_text("# mine\n10.5555/a\nhttps://journal.example/b\n")
    spider = ArticlesSpider(doi="10.5555/c 10.5555/d", file=str(path))
    assert spider.asked == ["10.5555/c", "10.5555/d", "10.5555/a", "https://journal.example/b"]
