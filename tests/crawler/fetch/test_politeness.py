"""robots.txt, pace, back-off and stops, measured at the server."""

from datetime import UTC, datetime

import pytest

from crawler.politeness.retry_after import retry_after

JITTER = 0.03


def test_no_disallowed_page_is_fetched_when_many_requests_come_to_a_new_host_at_once(new_site, crawl):
    sites = [new_site() for _ in range(4)]
    for site in sites:
        site.on("/robots.txt", b"User-agent: *\nDisallow: /closed/\n", headers={"Content-Type": "text/plain"})
        for number in range(6):
            site.on(f"/closed/{number}", site.page("x"))
    closed = [f"{site.url}/closed/{number}" for number in range(6) for site in sites]
    opened = [url for site in sites for url in site.articles("a", "b")]
    done = crawl(closed + opened, CONCURRENT_REQUESTS=64)
    assert set(done.reasons) == set(closed)
    assert set(done.reasons.values()) == {"robots"}
    assert len(done.pages) == len(opened)
    for site in sites:
        assert site.count() == {"/a/a": 1, "/a/b": 1}
        assert [path for path, _, _ in site.hits].count("/robots.txt") == 1


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_host_whose_robots_txt_cannot_be_had_is_left_alone(site, crawl, status):
    site.on("/robots.txt", status=status)
    done = crawl(site.articles(*"abcdef"))
    assert set(done.reasons.values()) == {"robots_unreachable"}
    assert site.count() == {}
    assert f"HTTP {status}" in done.outcomes[0].detail


def test_a_robots_txt_that_breaks_off_keeps_out_too(site, crawl):
    site.on("/robots.txt", raw=b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nUser-ag")
    done = crawl(site.articles("a"))
    assert set(done.reasons.values()) == {"truncated"}
    assert site.count() == {}


def test_rules_for_our_name_go_before_rules_for_all(site, crawl):
    rules = b"User-agent: *\nDisallow:\n\nUser-agent: backmatter\nDisallow: /a/b\n"
    site.on("/robots.txt", rules, headers={"Content-Type": "text/plain"})
    first, second = site.articles("a", "b")
    done = crawl([first, second])
    assert done.reasons == {second: "robots"}


def test_robots_txt_is_asked_where_a_redirect_leads(new_site, crawl):
    first, second = new_site(), new_site()
    second.on("/robots.txt", b"User-agent: *\nDisallow: /\n", headers={"Content-Type": "text/plain"})
    (url,) = second.articles("a")
    start = first.on("/go", status=302, headers={"Location": url})
    done = crawl([start])
    assert done.reasons == {start: "robots"}
    assert second.count() == {}


def test_requests_to_one_host_keep_their_distance_and_a_redirected_one_keeps_that_of_its_own_host(
    new_site, crawl
):
    resolver, journal = new_site(), new_site()
    keys = [f"k{number}" for number in range(4)]
    for key, url in zip(keys, journal.articles(*keys), strict=True):
        resolver.on(f"/10.5555/{key}", status=302, headers={"Location": url})
    done = crawl([f"10.5555/{key}" for key in keys], DOI_RESOLVER=f"{resolver.url}/", DOWNLOAD_DELAY=0.2)
    assert len(done.pages) == 4
    for site in (resolver, journal):
        assert len(site.hits) == 5
        assert min(site.gaps()) >= 0.2 - JITTER


@pytest.mark.parametrize("delay", [0, 0.01])
def test_one_request_at_a_time_goes_to_a_host(site, crawl, delay):
    urls = site.articles(*"abcdefghij")
    crawl(urls, DOWNLOAD_DELAY=delay)
    assert site.most_at_once == 1


def test_a_crawl_delay_is_kept(site, crawl):
    rules = b"User-agent: *\nCrawl-delay: 0.3\nRequest-rate: 1/0.1\n"
    site.on("/robots.txt", rules, headers={"Content-Type": "text/plain"})
    done = crawl(site.articles("a", "b", "c"))
    assert len(done.pages) == 3
    assert min(site.gaps()) >= 0.3 - JITTER


def test_a_request_rate_is_kept(site, crawl):
    rules = b"User-agent: *\nRequest-rate: 4/1\n"
    site.on("/robots.txt", rules, headers={"Content-Type": "text/plain"})
    crawl(site.articles("a", "b"))
    assert min(site.gaps()) >= 0.25 - JITTER


def test_a_crawl_delay_beyond_reason_means_not_to_crawl(site, crawl):
    rules = b"User-agent: *\nCrawl-delay: 86400\n"
    site.on("/robots.txt", rules, headers={"Content-Type": "text/plain"})
    done = crawl(site.articles("a", "b"))
    assert set(done.reasons.values()) == {"host_stopped"}
    assert site.count() == {}
    assert "asks for 86400 s between two requests" in done.outcomes[0].detail


@pytest.mark.parametrize("status", [429, 503])
def test_retry_after_pauses_the_host_not_just_the_page(site, crawl, status):
    first, *others = site.articles("a", "b", "c")
    page = site.page("a")
    site.on("/a/a", status=status, headers={"Retry-After": "1"})
    site.then("/a/a", page)
    done = crawl([first, *others])
    assert len(done.pages) == 3
    refused = next(when for path, when, _ in site.hits if path == "/a/a")
    after = [when - refused for path, when, _ in site.hits if when > refused]
    assert min(after) >= 1.0 - JITTER
    assert len(after) == 3


def test_a_longer_wait_than_we_have_time_for_stops_the_host_and_those_in_its_queue(site, crawl):
    urls = site.articles(*"abcdefgh")
    site.on("/a/a", status=503, headers={"Retry-After": "999999"})
    done = crawl(urls, DOWNLOAD_DELAY=0.01)
    assert done.pages == []
    assert set(done.reasons.values()) == {"host_stopped"}
    assert len(done.outcomes) == len(urls)
    assert site.count() == {"/a/a": 1}
    assert done.stats["politeness/hosts_stopped"] == 1


def test_a_host_that_sends_challenges_is_asked_a_few_times_and_then_no_more(new_site, crawl):
    walled, other = new_site(), new_site()
    urls = [walled.challenge(f"/a/{number}") for number in range(20)]
    done = crawl([*urls, *other.articles("a", "b")], HOST_STOP_AFTER=3, DOWNLOAD_DELAY=0.05)
    blocked = [item for item in done.pages if item.reading.page_state == "blocked"]
    assert len(blocked) == 3
    assert len(walled.count()) <= 4
    assert set(done.reasons.values()) == {"host_stopped"}
    assert len(done.pages) == 3 + 2
    assert len(done.items) == 22


def test_a_challenge_with_an_error_status_is_told_from_an_error(site, crawl):
    url = site.on("/a", b"<title>Just a moment...</title><body>Checking your browser</body>", status=403)
    (item,) = crawl([url]).outcomes
    assert (item.reason, item.page_state, item.status) == ("blocked", "blocked", 403)


def test_answers_between_refusals_keep_a_host_in_favour(site, crawl):
    urls = []
    for number in range(6):
        urls.append(site.on(f"/no/{number}", status=403))
        urls += site.articles(f"yes{number}")
    done = crawl(urls, HOST_STOP_AFTER=3)
    assert len(done.pages) == 6
    assert set(done.reasons.values()) == {"http_error"}


def test_refusals_in_a_row_are_followed_by_ever_longer_pauses(site, crawl):
    urls = [site.on(f"/no/{number}", status=429) for number in range(8)]
    done = crawl(urls, DOWNLOAD_DELAY=0.02, BACKOFF_FACTOR=4, HOST_STOP_AFTER=4, RETRY_TIMES=0)
    gaps = site.gaps()[1:]
    assert len(gaps) == 3
    assert gaps[0] >= 0.08 - JITTER / 2
    assert gaps[1] >= 0.16 - JITTER
    assert gaps[2] >= 0.32 - JITTER
    assert set(done.reasons.values()) == {"http_error", "host_stopped"}


NOON = datetime(2026, 3, 16, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "seconds"),
    [
        (b"120", 120.0),
        (b" 0 ", 0.0),
        (b"Mon, 16 Mar 2026 12:01:30 GMT", 90.0),
        (b"Mon, 16 Mar 2026 12:01:30", 90.0),
        (b"Mon, 16 Mar 2026 11:00:00 GMT", 0.0),
        (b"Mon, 16 Mar 2026 13:02:00 +0100", 120.0),
        (b"9" * 400, 999_999_999_999.0),
        (b"-5", None),
        (b"soon", None),
        (b"", None),
        (None, None),
        (b"\xff\xfe", None),
    ],
)
def test_retry_after_is_seconds_or_a_date(value, seconds):
    assert retry_after(value, NOON) == seconds
