"""JATS and NLM article files: every tag set, and the sets and responses that wrap one."""

from __future__ import annotations

from crawler.items import AuthorList, Doubt, PageReading, PageState, ReferenceList
from crawler.parsers.jats.abstract import read_abstract
from crawler.parsers.jats.authors import read_authors
from crawler.parsers.jats.dates import read_dates
from crawler.parsers.jats.front import article_meta, read_front
from crawler.parsers.jats.funding import read_awards
from crawler.parsers.jats.notices import read_notices
from crawler.parsers.jats.references import read_references
from crawler.parsers.jats.rights import read_rights
from crawler.parsers.jats.statements import read_statements
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import child, children, descendants, has_ancestor, local

__all__ = ["is_jats", "read_jats"]


def is_jats(root: Element) -> bool:
    """Whether the tree is a JATS or NLM article, or holds one."""
    return bool(_articles(root))


def read_jats(root: Element, url: str | None) -> PageReading:
    """Everything that a JATS file says about its article; of several articles in one file, the first.

    Args:
        root: Root of a tree for which `is_jats` is true.
        url: Where the file was fetched from, None for a bare file.
    """
    articles = _articles(root)
    article = articles[0] if articles else root
    meta = article_meta(article)
    said = Candidates("jats")
    read_front(article, said)
    read_abstract(article, meta, said)
    read_dates(meta, said)
    read_rights(article, meta, said)
    read_statements(article, meta, said)
    authors, doubts = read_authors(meta)
    references = read_references(article)
    reading = PageReading(_state(article), "jats", "jats@1", url, said.said, doubts=doubts)
    if authors:
        reading.author_lists.append(AuthorList("jats:contrib-group/contrib", authors))
    if references:
        reading.reference_lists.append(ReferenceList("jats:ref-list/ref", references))
    reading.awards += read_awards(meta)
    reading.notices += read_notices(article, meta)
    if len(articles) > 1:
        reading.doubts.append(
            Doubt("several_articles", None, f"{len(articles)} articles; the first was read")
        )
    return reading


def _articles(root: Element) -> list[Element]:
    if local(root) == "article":
        return [root] if _has_front(root) else []
    found = [node for node in descendants(root, "article") if _has_front(node)]
    return [node for node in found if not has_ancestor(node, "article")]


def _has_front(article: Element) -> bool:
    front = child(article, "front")
    if front is not None:
        return any(local(node) in {"article-meta", "journal-meta"} for node in children(front))
    return child(article, "front-stub") is not None or child(article, "article-meta") is not None


def _state(article: Element) -> PageState:
    """An article when there is a body with text in it; metadata alone are an abstract."""
    body = child(article, "body")
    has_text = any(text_of(node) for node in descendants(body, "p"))
    return "article" if has_text else "abstract"
