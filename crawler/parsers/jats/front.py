"""What stands once in the front matter: identity, title, journal, place in it, keywords, subjects."""

from __future__ import annotations

import re
from typing import Final

from crawler.parsers.jats.article_types import is_article_type
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.identifiers import find_doi
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, first, local

#: Types of abbreviated journal titles and journal ids that are abbreviations, the best first.
_ABBREVIATIONS: Final = ("iso", "iso-abbrev", "publisher", "pubmed", "nlm-ta", "nlm", "", "iop")
#: Keyword groups that hold codes, abbreviations or the machine's words.
_NO_KEYWORDS: Final = frozenset(
    "abbr abbreviation abbreviations acronyms pacs pacscodes msc jel ddc repec inspire hashtag nomenclature"
    " msccodes classification conference-keywords repec-jel".split()
)
_NO_SUBJECT: Final = frozenset({"", "none", "n/a"})
_NO_PAGE: Final = frozenset({"n/a", "na", "no", "-", "–", "—", "0", "none", "null"})
#: Parts of compound keywords and subjects that are numbers or addresses of the term.
_CODED: Final = re.compile(r"code|identifier|(?:^|-)(?:id|uri|url|number)$", re.IGNORECASE)
#: What ``self-uri`` calls a page of the article, and how addresses of its other copies end.
_PAGE: Final = re.compile(r"(?:.{0,12}(?:html|full[-_]?text|abstract|landing|online|page)(?:[-_]?page)?)?")
_FILE: Final = re.compile(r"\.(?:pdf|epub|csv|xml|zip)$", re.IGNORECASE)
#: Subject groups that say how a site sorts its articles, not what they are about.
_HOUSEKEEPING: Final = frozenset(
    "hwp-journal-coll badge author-type display-order leader legacy-article-type spie-art-type article-type"
    " category-taxonomy-collection subjectpath techniquepath naturearticletypeid display-article-type overline type".split()
)


def read_front(article: Element, said: Candidates) -> None:
    """Say everything about the columns that one element each of ``journal-meta`` or ``article-meta`` gives."""
    journal = child(article, "front", "journal-meta")
    meta = article_meta(article)
    _identity(article, meta, said)
    _title(meta, said)
    _journal(journal, said)
    _place(meta, said)
    _subjects(article, meta, said)
    _keywords(article, meta, said)


def article_meta(article: Element) -> Element | None:
    """``article-meta`` (in very old files straight under ``article``, in stubs ``front-stub``)."""
    return first(
        child(article, "front", "article-meta"), child(article, "front-stub"), child(article, "article-meta")
    )


def _identity(article: Element, meta: Element | None, said: Candidates) -> None:
    ids = list(children(meta, "article-id"))
    typed = [node for node in ids if (attribute(node, "pub-id-type") or "").lower() == "doi"]
    for node in typed or [node for node in ids if text_of(node).startswith("10.")]:
        if (doi := text_of(node)) and "10." in doi:
            said.text("doi", doi, "article-meta/article-id[doi]")
            break
    for node in ids if not said.has("doi") else ():
        if (attribute(node, "pub-id-type") or "").lower() in {"url", "uri"} and (
            address := find_doi(text_of(node))
        ):
            said.text("doi", address, "article-meta/article-id[url]")
    for node in children(meta, "self-uri"):
        address = attribute(node, "href") or text_of(node)
        if address.startswith("http") and _PAGE.fullmatch(_kind_of_copy(node)) and not _FILE.search(address):
            if not said.has("doi"):
                said.text("doi", find_doi(address), "article-meta/self-uri")
            said.text("url", address, "article-meta/self-uri")
            break
    said.text("language", attribute(article, "lang"), "article/@xml:lang")


def _kind_of_copy(node: Element) -> str:
    return (attribute(node, "content-type") or attribute(node, "content_type") or "").lower()


def _title(meta: Element | None, said: Candidates) -> None:
    group = child(meta, "title-group")
    title = text_of(child(group, "article-title"), _is_marker)
    subtitle = " ".join(text_of(node, _is_marker) for node in children(group, "subtitle")).strip()
    if title and subtitle and not _repeats(subtitle, title):
        title = f"{title.rstrip(':')}{' ' if title[-1] in '?!.' else ': '}{subtitle}"
    said.text("title", title or subtitle, "article-meta/title-group/article-title")
    if not title and not subtitle:
        # A review without a title of its own is printed under that of the book.
        said.text("title", text_of(child(group, "alt-title"), _is_marker), "title-group/alt-title")
        said.text("title", text_of(child(meta, "product", "source")).strip(" .,"), "product/source")


def _repeats(subtitle: str, title: str) -> bool:
    """Whether a subtitle says the title again, as running heads in its place do."""
    one, other = ("".join(char for char in text.casefold() if char.isalnum()) for text in (subtitle, title))
    return one in other or one[:40] == other[:40]


def _is_marker(node: Element) -> bool:
    return local(node) in {"xref", "related-object", "related-article"}


def _journal(journal: Element | None, said: Candidates) -> None:
    titles = [text_of(node) for node in descendants(journal, "journal-title")]
    ids = [
        ((attribute(n, "journal-id-type") or "").lower(), text_of(n)) for n in children(journal, "journal-id")
    ]
    named = next((title for title in titles if title), None)
    said.text("journal", named, "journal-meta/journal-title")
    short = [
        ((attribute(node, "abbrev-type") or "").lower(), text_of(node))
        for node in descendants(journal, "abbrev-journal-title")
    ]
    if named is None:
        said.text("journal", dict(short).get("full"), "journal-meta/abbrev-journal-title[full]")
        said.text("journal", dict(ids).get("nlm-ta"), "journal-meta/journal-id[nlm-ta]")
    for place, pairs in (("abbrev-journal-title", short), ("journal-id", ids)):
        best = min(
            (
                (_ABBREVIATIONS.index(kind), text)
                for kind, text in pairs
                if kind in _ABBREVIATIONS and not re.fullmatch(r"[a-z]{0,6}", text)
            ),
            default=None,
        )
        if best is not None and (place == "abbrev-journal-title" or best[0] in {0, 1, 4}):
            said.text("journal_abbrev", best[1], f"journal-meta/{place}")
            break
    said.text(
        "publisher", text_of(child(journal, "publisher", "publisher-name")), "journal-meta/publisher-name"
    )
    said.texts("issn", (text_of(n) for n in descendants(journal, "issn", "issn-l")), "journal-meta/issn")


def _place(meta: Element | None, said: Candidates) -> None:
    values = {name: _value(meta, name) for name in ("volume", "issue", "fpage", "lpage", "elocation-id")}
    said.text("volume", values["volume"], "article-meta/volume")
    said.text("issue", values["issue"] or _value(meta, "numero"), "article-meta/issue")
    said.text("article_number", values["elocation-id"], "article-meta/elocation-id")
    start, end = values["fpage"], values["lpage"]
    if start is None and (span := _value(meta, "page-range")):
        start, _, end = (part.strip() for part in re.sub(r"[–—−]", "-", span).partition("-"))
    if start is None or start == values["elocation-id"]:
        return
    if start == end and values["elocation-id"] is None and _is_article_number(start, meta):
        said.text("article_number", start, "article-meta/fpage")
        return
    said.text("first_page", start, "article-meta/fpage")
    said.text("last_page", end, "article-meta/lpage")


def _is_article_number(page: str, meta: Element | None) -> bool:
    """Whether a single page is an article number: there are more pages than one, or the DOI ends in it."""
    pages = child(meta, "counts", "page-count")
    count = attribute(pages, "count") if pages is not None else None
    if count and count.isdigit() and int(count) > 1:
        return True
    dois = [text_of(n) for n in children(meta, "article-id") if attribute(n, "pub-id-type") == "doi"]
    return any(re.search(rf"[-./]0*{re.escape(page)}$", doi, re.IGNORECASE) for doi in dois)


def _value(meta: Element | None, name: str) -> str | None:
    for node in children(meta, name):
        text = text_of(node)
        if text and text.casefold() not in _NO_PAGE:
            return text
    return None


def _subjects(article: Element, meta: Element | None, said: Candidates) -> None:
    kinds: list[str] = []
    subjects: list[str] = []
    for node in descendants(child(meta, "article-categories"), "subject", "compound-subject"):
        group = next((a for a in node.iterancestors() if local(a) == "subj-group"), None)
        sort = (attribute(group, "subj-group-type") or "").lower() if group is not None else ""
        text = _subject_text(node)
        if text.casefold() in _NO_SUBJECT or attribute(node, "content-type") == "order" or text.isdigit():
            continue
        if is_article_type(text):
            kinds.append(text)
        elif sort not in _HOUSEKEEPING:
            subjects.append(text)
    said.text("article_type", next(iter(kinds), None), "article-categories/subj-group/subject")
    stated = attribute(article, "article-type")
    said.text("article_type", stated if stated != "other" else None, "article/@article-type")
    said.texts("subjects", subjects, "article-meta/article-categories")


def _subject_text(node: Element) -> str:
    parts = list(children(node, "compound-subject-part"))
    words = [part for part in parts if not _CODED.search(attribute(part, "content-type") or "")]
    return " ".join(text_of(part) for part in words) if words else text_of(node)


def _keywords(article: Element, meta: Element | None, said: Candidates) -> None:
    language = (attribute(article, "lang") or "").lower()[:2]
    groups = [
        group
        for group in descendants(meta, "kwd-group")
        if (attribute(group, "kwd-group-type") or "").lower() not in _NO_KEYWORDS
        and not re.match(r"abbrev|pacs|jel\b|ams subj", text_of(child(group, "title")), re.IGNORECASE)
    ]
    if not language and groups:
        # A file that does not name its language puts the words of its own first.
        language = (attribute(groups[0], "lang") or "").lower()[:2]
    spoken = [g for g in groups if (attribute(g, "lang") or language).lower()[:2] == language]
    words = [text for group in spoken or groups for node in children(group) for text in _keyword(node)]
    said.texts("keywords", words, "article-meta/kwd-group")


def _keyword(node: Element) -> list[str]:
    name = local(node)
    if name == "compound-kwd":
        parts = list(children(node, "compound-kwd-part"))
        terms = [part for part in parts if not _CODED.search(attribute(part, "content-type") or "")]
        return [" ".join(text_of(part) for part in terms or parts)]
    if name == "nested-kwd":
        return [text for inner in children(node) for text in _keyword(inner)]
    if name == "unstructured-kwd-group":
        return [part.strip() for part in re.split(r"[;,]", text_of(node))]
    return [text_of(node).rstrip(";,")] if name == "kwd" else []
