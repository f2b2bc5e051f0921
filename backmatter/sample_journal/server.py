"""Serve the sample journal on 127.0.0.1, for the demo and for tests.

with serve(bulk=300) as server:
crawl(server.bulk_dois, resolver=server.doi_resolver)
assert server.counts["/robots.txt"] == 1
"""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from backmatter.sample_journal.bulk import bulk_doi
from backmatter.sample_journal.site import TEXT, Answer, SampleSite


@dataclass(frozen=True, slots=True)
class Fault:
    """What goes wrong with one request, in this order.

    Attributes:
        delay: Seconds to wait before the answer.
        status: Status to answer with in place of the page; None leaves the page.
        headers: Headers to add, e.g. ``Retry-After``.
        break_after: Bytes of the body after which the connection is closed; None sends all of it.
    """

    delay: float = 0.0
    status: int | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    break_after: int | None = None


#: From a request's path and how often it was asked for (1 the first time) to what goes wrong with it.
FaultPlan = Callable[[str, int], Fault | None]


class SampleServer:
    """A running sample journal.

    Attributes:
        base_url: ``http://127.0.0.1:<port>``, without a slash at the end.
        site: What it answers.
        counts: Requests so far by path, query string included.
    """

    def __init__(self, *, bulk: int, faults: FaultPlan | None, robots: str | None, port: int) -> None:
        self._http = _HTTPServer(("127.0.0.1", port), _Handler)
        self._http.owner = self
        self.base_url = f"http://127.0.0.1:{self._http.server_address[1]}"
        self.site = SampleSite(self.base_url, bulk=bulk, robots=robots)
        self.counts: Counter[str] = Counter()
        self.stopping = threading.Event()
        self._faults = faults
        self._lock = threading.Lock()
        self._thread = threading.Thread(target=self._http.serve_forever, name="sample-journal", daemon=True)

    @property
    def doi_resolver(self) -> str:
        """The address to which a DOI is appended."""
        return f"{self.base_url}/doi/"

    @property
    def dois(self) -> tuple[str, ...]:
        """Every DOI of the journal, and one that does not resolve."""
        return self.site.journal.dois

    @property
    def bulk_dois(self) -> tuple[str, ...]:
        """The DOIs of the generated articles."""
        return tuple(bulk_doi(number) for number in range(self.site.bulk))

    def url(self, path: str) -> str:
        """The address of a path here."""
        return self.base_url + path

    def count(self, path: str) -> Fault | None:
        """Count a request and say what goes wrong with it."""
        with self._lock:
            self.counts[path] += 1
            times = self.counts[path]
        return self._faults(path, times) if self._faults else None

    def start(self) -> None:
        """Answer requests from now on, in a thread of its own."""
        self._thread.start()

    def stop(self) -> None:
        """Stop answering and free the port."""
        self.stopping.set()
        self._http.shutdown()
        self._http.server_close()
        self._thread.join()


class _HTTPServer(ThreadingHTTPServer):
    daemon_threads = True
    block_on_close = False
    request_queue_size = 128
    owner: SampleServer


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "SampleJournal"
    sys_version = ""
    server: _HTTPServer
    # One packet for head and body: two small ones wait 40 ms for each other on a kept connection.
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        """Answer, or fail as planned."""
        owner = self.server.owner
        fault = owner.count(self.path) or Fault()
        if fault.delay:
            owner.stopping.wait(fault.delay)
        if fault.status is None:
            answer = owner.site.answer(self.path)
        else:
            answer = Answer(HTTPStatus(fault.status), b"Not now.\n", TEXT)
        self._send(answer, fault)

    def do_HEAD(self) -> None:
        """The same without the body."""
        self.do_GET()

    def _send(self, answer: Answer, fault: Fault) -> None:
        tag = f'"{hashlib.sha256(answer.body).hexdigest()[:32]}"'
        unchanged = answer.status == HTTPStatus.OK and self.headers.get("If-None-Match") == tag
        body = b"" if unchanged else answer.body
        self.send_response(HTTPStatus.NOT_MODIFIED if unchanged else answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(body)))
        if answer.status == HTTPStatus.OK:
            self.send_header("ETag", tag)
        for name, value in {**answer.headers, **fault.headers}.items():
            self.send_header(name, value)
        if fault.break_after is not None:
            self.close_connection = True
            body = body[: fault.break_after]
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)
        self.wfile.flush()

    def date_time_string(self, timestamp: float | None = None) -> str:
        """A fixed date, so that the same request always has the same answer."""
        return super().date_time_string(1_735_689_600 if timestamp is None else timestamp)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is the base class's
        """Say nothing: ``counts`` says what was asked for."""


@contextmanager
def serve(
    *,
    bulk: int = 0,
    faults: FaultPlan | None = None,
    robots: str | None = None,
    port: int = 0,
) -> Iterator[SampleServer]:
    """Serve the sample journal for the time of a ``with`` block.

    Args:
        bulk: How many generated articles to serve besides, at ``/bulk/<number>``.
        faults: What goes wrong with which request.
        robots: The text of robots.txt in place of the journal's own.
        port: 0 takes a free one.
    """
    server = SampleServer(bulk=bulk, faults=faults, robots=robots, port=port)
    server.start()
    try:
        yield server
    finally:
        server.stop()
