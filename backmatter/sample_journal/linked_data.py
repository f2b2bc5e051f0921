"""The JSON-LD block of a page."""

from __future__ import annotations

import json
from typing import Any

from markupsafe import Markup

from backmatter.sample_journal.licences import license_url
from backmatter.sample_journal.model import Article, Author, plain


def description(article: Article) -> str:
    """The abstract and, as the publisher's metas have it, the editor's summary glued to its end."""
    text = " ".join(part for _, part in article.abstract) or (article.body[0][1] if article.body else "")
    return f"{plain(text)} {article.editor_summary}" if article.editor_summary else plain(text)


def _person(author: Author) -> dict[str, Any]:
    person: dict[str, Any] = {"name": author.name}
    if author.orcid:
        person["url"] = f"http://orcid.org/{author.orcid}"
    person["affiliation"] = [
        {
            "name": place.parts[-1],
            "address": {"name": place.printed, "@type": "PostalAddress"},
            "@type": "Organization",
        }
        for place in author.affiliations
    ]
    if author.is_corresponding:
        person["email"] = author.email
    return {**person, "@type": "Person"}


def _pages(article: Article) -> dict[str, str]:
    if article.layout == "news":
        return {}
    return {"pageStart": article.first_page or "1", "pageEnd": article.last_page or "12"}


def json_ld(article: Article, kind: str = "ScholarlyArticle") -> Markup:
    """The JSON-LD block of the page, with the publisher's habits.

    An article with a number has the pages of its PDF in ``pageStart`` and ``pageEnd``; the keywords are
    the subjects and the words of the whole site.
    """
    entity: dict[str, Any] = {
        "headline": article.plain_title,
        "description": description(article),
        "datePublished": f"{article.published}T00:00:00Z",
        "dateModified": f"{article.published}T00:00:00Z",
        **_pages(article),
        "sameAs": f"https://doi.org/{article.doi}",
        "keywords": [*article.subjects, "general"],
        "isPartOf": {
            "name": article.journal.title,
            "issn": [article.journal.issn_electronic],
            "volumeNumber": article.volume,
            "@type": ["Periodical", "PublicationVolume"],
        },
        "publisher": {"name": article.journal.publisher, "@type": "Organization"},
        "author": [_person(author) for author in article.authors],
        "isAccessibleForFree": article.access != "preview",
        "@type": kind,
    }
    if article.license:
        entity["license"] = license_url(article)
    if article.access == "preview":
        part = {"isAccessibleForFree": False, "cssSelector": ".main-content", "@type": "WebPageElement"}
        entity["hasPart"] = part
    page = {"mainEntity": entity, "@context": "https://schema.org", "@type": "WebPage"}
    return Markup(json.dumps(page, ensure_ascii=False, separators=(",", ":")).replace("</", "<\\/"))  # noqa: S704 - cannot end its script
