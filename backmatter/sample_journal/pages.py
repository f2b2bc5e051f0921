"""Render the sample journal's pages from its data: a pure function of an article each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from jinja2 import Environment, PackageLoader, StrictUndefined

from backmatter.sample_journal.filters import FILTERS
from backmatter.sample_journal.model import Article

#: How much of the reference list a page that was cut off still has.
_KEPT_OF_LIST = 0.6


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("backmatter.sample_journal"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        auto_reload=False,
    )
    environment.filters.update(FILTERS)
    return environment


def _render(template: str, **values: object) -> bytes:
    return _environment().get_template(template).render(**values).encode()


def article_page(article: Article, neighbour: Article) -> bytes:
    """The page of one article in its layout, cut off where its data says so.

    Args:
        article: Whose page it is.
        neighbour: Another article, for the box of similar content that real pages have.
    """
    suffix = "xml" if article.layout == "jats" else "html"
    page = _render(f"{article.layout}.{suffix}.j2", article=article, neighbour=neighbour)
    return cut_in_references(page) if article.served == "cut" else page


def cut_in_references(page: bytes) -> bytes:
    """The page up to the middle of a word somewhere in its reference list."""
    start, end = page.index(b'<ol class="c-article-references"'), page.rindex(b"</ol></div>")
    return page[: start + int((end - start) * _KEPT_OF_LIST)]


def challenge_page() -> bytes:
    """A page that asks for a browser and holds no article."""
    return _render("challenge.html.j2")


def listing_page(heading: str, articles: Sequence[Article], volumes: Sequence[str] = ()) -> bytes:
    """A list of articles: the front page with its volumes, or one volume."""
    return _render("listing.html.j2", heading=heading, articles=articles, volumes=volumes)


def sitemap(articles: Sequence[Article], base_url: str) -> bytes:
    """The sitemap of these articles as the site at ``base_url`` serves them."""
    return _render("sitemap.xml.j2", articles=articles, base_url=base_url)
