"""A site on this machine that does what a test tells it to, and crawls of it within this process."""

import asyncio
import threading
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise

import pytest
from scrapy.settings import Settings

from crawler.fetch_items import FetchedPage, FetchOutcome

ARTICLE = """<!doctype html><html lang="en"><head><title>{title}</title>
<meta name="citation_title" content="{title}"><meta name="citation_doi" content="10.5555/{key}">
<meta name="citation_author" content="Rivera, Ana"><meta name="citation_journal_title" content="Shelf Studies">
</head><body><h1>{title}</h1>{prose}</body></html>"""
PROSE = f"<p>{'Sand moves with the tide and comes to rest again. ' * 25}</p>" * 6
CHALLENGE = (
    b"<!doctype html><title>Just a moment...</title><body>Checking your browser before you go on.</body>"
)
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Answer:
    """What the site sends for one path; `raw` goes out as it is, head and all."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    raw: bytes | None = None
    wait: threading.Event | None = None


class Site:
    """Paths and their answers; a list answers one after the other, its last one from then on."""

    def __init__(self):
        self.answers = {}
        self.hits = []
        self.most_at_once = 0
        self._open = 0
        self._lock = threading.Lock()

        site = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"
            disable_nagle_algorithm = True

            def do_GET(self):
                site.serve(self)

            def log_message(self, *args):
                pass

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.server.server_port}"
        self.on("/robots.txt", status=404)
        threading.Thread(
            target=self.server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True
        ).start()

    def serve(self, handler):
        with self._lock:
            self._open += 1
            self.most_at_once = max(self.most_at_once, self._open)
            self.hits.append((handler.path, time.monotonic(), dict(handler.headers)))
            waiting = self.answers.get(handler.path.partition("?")[0], [Answer(b"<h1>Not found</h1>", 404)])
            answer = waiting.pop(0) if len(waiting) > 1 else waiting[0]
        # Long enough for requests that were sent side by side to be seen as such.
        time.sleep(0.002)
        with self._lock:
            self._open -= 1
        if answer.wait is not None:
            answer.wait.wait(10)
        if answer.raw is not None:
            handler.wfile.write(answer.raw)
            handler.close_connection = True
            return
        handler.send_response(answer.status)
        for name, value in (HTML | answer.headers).items():
            handler.send_header(name, value)
        handler.send_header("Content-Length", str(len(answer.body)))
        handler.end_headers()
        with suppress(ConnectionError):
            handler.wfile.write(answer.body)

    def on(self, path, body=b"", status=200, headers=None, raw=None, wait=None):
        """Answer a path, and return its URL."""
        self.answers[path] = [Answer(body, status, headers or {}, raw, wait)]
        return self.url + path

    def then(self, path, body=b"", status=200, headers=None, raw=None):
        """Answer a path so once the answers before have been given; the last one stays."""
        self.answers[path].append(Answer(body, status, headers or {}, raw))

    def page(self, key):
        """The page of an article of the test's own."""
        return ARTICLE.format(title=f"Sand ripples {key}", key=key, prose=PROSE).encode()

    def articles(self, *keys):
        """Serve articles under ``/a/<key>`` and return their URLs."""
        return [self.on(f"/a/{key}", self.page(key)) for key in keys]

    def challenge(self, path):
        """Serve a challenge with status 200, and return its URL."""
        return self.on(path, CHALLENGE)

    def count(self):
        """How often each path was asked for, robots.txt left out."""
        return Counter(path for path, _, _ in self.hits if path != "/robots.txt")

    def gaps(self):
        """Seconds between one request and the next, whatever their paths."""
        times = [when for _, when, _ in self.hits]
        return [after - before for before, after in pairwise(times)]


@pytest.fixture
def new_site():
    """Makes sites, each on a port of its own."""
    sites = []

    def make():
        sites.append(Site())
        return sites[-1]

    yield make
    for site in sites:
        site.server.shutdown()
        site.server.server_close()


@pytest.fixture
def site(new_site):
    return new_site()


@dataclass
class Crawl:
    """What a crawl gave."""

    items: list
    stats: dict
    reason: str | None

    @property
    def pages(self):
        return [item for item in self.items if isinstance(item, FetchedPage)]

    @property
    def outcomes(self):
        return [item for item in self.items if isinstance(item, FetchOutcome)]

    @property
    def reasons(self):
        """Reason by what was requested."""
        return {item.requested: item.reason for item in self.outcomes}


class CollectItems:
    """Item pipeline that keeps what comes."""

    def __init__(self, crawler):
        self.crawler = crawler
        self.items = []

    @classmethod
    def from_crawler(cls, crawler):
        crawler.collected = cls(crawler)
        return crawler.collected

    def open_spider(self):
        stored = set(self.crawler.settings.getlist("TEST_STORED"))
        self.crawler.spider.known.is_stored = stored.__contains__

    def process_item(self, item):
        self.items.append(item)
        return item


@pytest.fixture
def crawl(reactor_loop, tmp_path):
    """Crawls targets with the project's settings, without delays, to private addresses too."""

    def run(targets, *, timeout=30, **settings):
        from scrapy.crawler import AsyncCrawlerRunner

        from crawler.spiders.articles import ArticlesSpider

        chosen = Settings()
        chosen.setmodule("crawler.settings", priority="project")
        base = {
            "ALLOW_PRIVATE": True,
            "DOWNLOAD_DELAY": 0,
            "RETRY_TIMES": 1,
            "DATASET": str(tmp_path / "dataset"),
            "RUN_ID": "run1",
            "ITEM_PIPELINES": {CollectItems: 500},
            "LOG_LEVEL": "WARNING",
            "MEMUSAGE_ENABLED": False,
        }
        for name, value in (base | settings).items():
            chosen.set(name, value, priority="cmdline")

        async def job():
            runner = AsyncCrawlerRunner(chosen)
            crawler = runner.create_crawler(ArticlesSpider)
            await runner.crawl(crawler, targets=list(targets))
            stats = crawler.stats.get_stats()
            return Crawl(crawler.collected.items, stats, stats.get("finish_reason"))

        return asyncio.run_coroutine_threadsafe(job(), reactor_loop).result(timeout)

    return run
