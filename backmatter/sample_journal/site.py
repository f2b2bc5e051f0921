"""The sample journal's site without a network: from the path of a request to the answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from http import HTTPStatus
from urllib.parse import quote, unquote

from backmatter.sample_journal import pages
from backmatter.sample_journal.bulk import PREFIX, bulk_article
from backmatter.sample_journal.journal import SampleJournal, load_journal
from backmatter.sample_journal.model import Article

HTML = "text/html; charset=utf-8"
XML = "application/xml"
TEXT = "text/plain; charset=utf-8"

ROBOTS = "User-agent: *\nDisallow: /in-house/\nDisallow: /sign-in\n\nSitemap: {base_url}/sitemap.xml\n"


@dataclass(frozen=True, slots=True)
class Answer:
    """One response: status, body and headers, ``Content-Length`` and ``ETag`` left to the server."""

    status: HTTPStatus
    body: bytes = b""
    content_type: str = HTML
    headers: dict[str, str] = field(default_factory=dict)


class SampleSite:
    """What the site answers; the same path always has the same answer.

    Args:
        base_url: Where the site is served, without a slash at the end.
        bulk: How many generated articles it has besides the journal's own.
        robots: The text of robots.txt; None is the journal's own.
    """

    def __init__(self, base_url: str, *, bulk: int = 0, robots: str | None = None) -> None:
        self.base_url = base_url
        self.bulk = bulk
        self.journal: SampleJournal = load_journal()
        self._robots = robots if robots is not None else ROBOTS.format(base_url=base_url)
        self._by_path = {article.path.lower(): article for article in self.journal.articles}
        self._rendered: dict[str, bytes] = {}
        self._folders: dict[str, Callable[[str], Answer]] = {
            "": lambda _: self._front(),
            "doi": self._resolve,
            "bulk": self._bulk,
            "issues": self._volume,
            "robots.txt": lambda _: Answer(HTTPStatus.OK, self._robots.encode(), TEXT),
            "sitemap.xml": lambda _: Answer(HTTPStatus.OK, pages.sitemap(self._public(), base_url), XML),
        }

    def answer(self, path: str) -> Answer:
        """The answer to a GET of ``path``, which may carry a query string."""
        bare = unquote(path.partition("?")[0])
        first, _, rest = bare.lstrip("/").partition("/")
        if serve := self._folders.get(first):
            return serve(rest)
        article = self._by_path.get(bare.lower())
        return self._article(article) if article else _missing("There is no such page here.")

    def _public(self) -> list[Article]:
        return [article for article in self.journal.articles if article.served != "forbidden"]

    def _volumes(self) -> list[str]:
        return list(dict.fromkeys(article.volume for article in self._public()))

    def _front(self) -> Answer:
        body = pages.listing_page("Annals of Sample Studies", self._public()[-5:], self._volumes())
        return Answer(HTTPStatus.OK, body)

    def _volume(self, volume: str) -> Answer:
        articles = [article for article in self._public() if article.volume == volume]
        if not articles:
            return _missing("There is no such volume.")
        return Answer(HTTPStatus.OK, pages.listing_page(f"Volume {volume}", articles))

    def _resolve(self, doi: str) -> Answer:
        number = (
            self._bulk_number(doi.lower().removeprefix(PREFIX)) if doi.lower().startswith(PREFIX) else None
        )
        article = self.journal.by_doi(doi)
        if number is None and article is None:
            return _missing("DOI not found: nobody has registered it here.")
        path = article.path if article else f"/bulk/{number}"
        return Answer(HTTPStatus.FOUND, b"", TEXT, {"Location": self.base_url + quote(path)})

    def _bulk_number(self, text: str) -> int | None:
        return int(text) if text.isascii() and text.isdigit() and int(text) < self.bulk else None

    def _bulk(self, text: str) -> Answer:
        number = self._bulk_number(text)
        if number is None:
            return _missing("There are not that many generated articles.")
        article = bulk_article(number)
        # Not kept: ten thousand of these pages are half a gigabyte.
        return self._page(article, pages.article_page(article, self.journal.articles[0]))

    def _article(self, article: Article) -> Answer:
        if article.served == "challenge":
            return Answer(HTTPStatus.OK, pages.challenge_page())
        if article.slug not in self._rendered:
            position = self.journal.articles.index(article)
            self._rendered[article.slug] = pages.article_page(article, self.journal.articles[position - 1])
        return self._page(article, self._rendered[article.slug])

    @staticmethod
    def _page(article: Article, body: bytes) -> Answer:
        day = article.online
        changed = format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC), usegmt=True)
        kind = XML if article.layout == "jats" else HTML
        return Answer(HTTPStatus.OK, body, kind, {"Last-Modified": changed})


def _missing(what: str) -> Answer:
    body = f"<!DOCTYPE html><html><head><title>Page not found</title></head><body><p>{what}</p></body></html>"
    return Answer(HTTPStatus.NOT_FOUND, body.encode())
