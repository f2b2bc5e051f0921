"""Pages of made-up articles, and an archive to put them into."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path

import pytest

from crawler.archive import ArchivedPage, ArchiveWriter

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


def _page(
    number: int = 1,
    *,
    authors: int = 2,
    references: int = 3,
    title: str | None = None,
    abstract: str = "We sort things and look at what comes out. " * 8,
    cut: bool = False,
    doi: bool = True,
    note: str = "",
) -> bytes:
    """An article page with Highwire metadata, as a small publisher might write it."""
    metas = [("citation_title", title or f"On sorting, part {number}"), ("citation_journal_title", "Order")]
    if doi:
        metas.append(("citation_doi", f"10.5555/order.{number}"))
    metas += [("citation_author", f"Family{n}, Given") for n in range(authors)]
    metas += [
        (
            "citation_reference",
            f"citation_title=Work {n}; citation_author=Other{n}, A.; citation_publication_date=2001",
        )
        for n in range(references)
    ]
    head = "\n".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in metas)
    items = "".join(f"<li>Other{n}, A. Work {n}. Order 1, {n} (2001).</li>" for n in range(references))
    body = f"<h1>{title or 'On sorting'}</h1><section><h2>Abstract</h2><p>{abstract}</p></section>"
    paragraphs = f"<p>{'Sorting is what we do here, and we do it at length. ' * 8}</p>" * 20
    listing = f"<section><h2>References</h2><ol>{items}</ol></section>" if references else ""
    page = f"<!DOCTYPE html><html lang='en'><head><title>x</title>{head}</head><body>{body}{paragraphs}{listing}<p>{note}</p>"
    return (page if cut else page + "</body></html>").encode()


@pytest.fixture(scope="session")
def article() -> Callable[..., bytes]:
    """Make the page of an article."""
    return _page


CHALLENGE = b"<html><head><title>Just a moment...</title></head><body><p>Checking.</p></body></html>"
LISTING = (
    b"<html><head><title>Table of contents</title></head><body>"
    + b"".join(b'<a href="/articles/order-%d">Part %d</a>' % (n, n) for n in range(12))
    + b"</body></html>"
)
NOTHING = b"<html><head><title>Our garden</title></head><body><p>Roses and peas.</p></body></html>"


@pytest.fixture(scope="session")
def challenge() -> bytes:
    """A page that asks for proof of being human, with status 200."""
    return CHALLENGE


@pytest.fixture(scope="session")
def listing() -> bytes:
    """An issue's table of contents."""
    return LISTING


@pytest.fixture(scope="session")
def no_article() -> bytes:
    """A page that is about no article."""
    return NOTHING


@pytest.fixture
def dataset(tmp_path: Path) -> Path:
    """A dataset folder, not there yet."""
    return tmp_path / "data"


class Web:
    """Fetches pages into the archive of a dataset, as a crawl does."""

    def __init__(self, dataset: Path, run: str, minute: int) -> None:
        self.run = run
        self._writer = ArchiveWriter(dataset / "raw", run, sync=False)
        self._minute = minute

    def fetch(self, body: bytes, requested: str = "https://order.example/1", **named: object) -> ArchivedPage:
        """Archive a page; each a minute after the one before."""
        self._minute += 1
        facts = {
            "request_id": f"{self._minute:06d}",
            "url": requested if requested.startswith("http") else "https://order.example/x",
            "status": 200,
            "headers": [(b"Content-Type", b"text/html; charset=utf-8"), (b"ETag", b'"e1"')],
            "fetched_at": NOON + timedelta(minutes=self._minute),
            **named,
        }
        return self._writer.write(requested=requested, body=body, **facts).page

    def close(self) -> None:
        self._writer.close()


@pytest.fixture(scope="session")
def open_web() -> Callable[[Path, str, int], Web]:
    """Open the archive of a run of a dataset; its pages are fetched from that minute on."""
    return Web


@pytest.fixture
def web(dataset: Path) -> Iterator[Callable[..., Web]]:
    """Open the archive of a run."""
    opened: list[Web] = []

    def open_archive(run: str = "run1") -> Web:
        opened.append(Web(dataset, run, 100 * len(opened)))
        return opened[-1]

    yield open_archive
    for one in opened:
        one.close()
