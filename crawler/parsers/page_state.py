"""What kind of page this is, judged before any value of it is believed."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import islice

from lxml import etree

from crawler.items import PageState
from crawler.parsers.document import Document
from crawler.parsers.page_body import body_characters, has_body_heading
from crawler.parsers.sections.sections import Section
from crawler.parsers.text import text_of

_PASSWORD = etree.XPath("boolean(//input[@type='password'])")

#: Titles of bot challenges and refusals, as Cloudflare, Akamai, Imperva, DataDome, PerimeterX, Radware and
#: publishers' own walls print them.
BLOCKED_TITLE = re.compile(
    r"^(?:just a moment|client challenge|attention required|checking your browser|access (?:to this page has been )?denied"
    r"|are you a robot|human verification|security check|please verify|verify(?:ing)? you are human|one more step|ddos"
    r"|request (?:rejected|blocked)|robot check|radware|pardon our interruption|403 forbidden|forbidden|error 403"
    r"|too many requests|429|service unavailable|503|cookies? (?:required|not supported|disabled|absent)|validate user"
    r"|there was a problem providing|captcha|bot manager|unusual traffic|blocked|un momento|einen moment|un instant)",
    re.IGNORECASE,
)
BLOCKED_BODY = re.compile(
    r"cf-chl-|cf_chl_|challenge-platform|__cf_chl|bm-verify=|_fs-ch-|perfdrive\.com|ShieldSquare|px-captcha|g-recaptcha"
    r"|RecaptchaChallengePage|captcha-delivery\.com|_Incapsula_Resource|distil_r_captcha|h-captcha|aws-waf|awswaf"
    r"|confirm that you are not a robot|verify you are (?:a )?human|enable JavaScript and cookies to continue"
    r"|checking your browser before|detected unusual traffic|cookies_not_supported",
    re.IGNORECASE,
)
LOGIN_TITLE = re.compile(
    r"^(?:sign ?in|log ?in|login|authentication|institutional (?:login|access)|shibboleth|openathens|register)\b",
    re.IGNORECASE,
)
GONE_TITLE = re.compile(
    r"^(?:page not found|404|not found|error 404|doi not found|article not found|content not found|410|gone|page unavailable"
    r"|the (?:page|article) (?:you|could|cannot)|page does not exist|sorry)|(?:page|article|doi) not found|\b404\b.{0,12}\bnot found",
    re.IGNORECASE,
)
LISTING_TITLE = re.compile(
    r"^(?:search results?|table of contents|browse|all content|issues?|archive|current issue|volumes? (?:and|&) issues"
    r"|home ?page|list of issues|volume \d+|issue \d+|articles|research articles|advance articles|latest articles|contents)\b"
    r"|\b(?:search results?|table of contents|list of issues|advanced search|all content items)\b",
    re.IGNORECASE,
)
_NEWS_TYPE = re.compile(
    r"^(?:news(?:\s+(?:feature|in|q&a|article|blog|item|round-?up|analysis).*|\s*(?:&|and)\s*comment)?|newsarticle"
    r"|research highlights?|career (?:feature|column|news|q&a|brief)|nature (?:careers?|podcast|video|briefing)|podcast"
    r"|technology feature|where i work|outlook|world view|futures?|books? (?:&|and) arts|spotlight|nature index|daily briefing"
    r"|editorial news|press release|blog ?post)$",
    re.IGNORECASE,
)
PAYWALL_TEXT = re.compile(
    r"preview of subscription content|rent or buy (?:this )?article|get access to (?:the )?full (?:version|text|article)"
    r"|access options|buy (?:this )?article|purchase (?:this )?article|subscribe to (?:this )?journal|get full access"
    r"|log in via an institution|access through your (?:institution|organization)|buy article pdf|purchase (?:instant )?access"
    r"|get access|unlock (?:this|full|the full|access)|view access options|purchase options|this is a preview|article purchase|pay per view"
    r"|(?<!open )access this article|check access|your institution does not have access|does not have access to this",
    re.IGNORECASE,
)
#: Class names and ids of the boxes that offer to buy or to log in instead of the text.
_PAYWALL_MARK = re.compile(
    r"buy-?box|paywall|denial-block|access-denied|article-access-options|accessdenial|access-wall|access-?options"
    r"|get-?access|pdf-locked|\bppv\b|purchase-(?:options|article|box)|^purchase$|no-?access",
    re.IGNORECASE,
)
#: Characters of prose outside front and back matter: a body that no paywall's teaser reaches, and the least that
#: a letter or a note has.
_WHOLE_BODY = 5000
_SHORT_BODY = 600
#: Longer paragraphs are prose, no offer.
_LONGEST_OFFER = 400
#: Paragraphs of prose that speak of access; pages with more of them are about nothing else.
_MOST_PROSE = 100
#: Links to articles that make a page without an article of its own a listing.
_LISTED = 4


def page_title(document: Document) -> str:
    """Text of ``<title>``, collapsed."""
    title = next(document.root.iter("title"), None)
    return "" if title is None else text_of(title)


def states_article(document: Document, sections: list[Section]) -> bool:
    """Whether the page gives evidence of being about one article: metas, JSON-LD, or front and back matter."""
    if document.meta(
        "citation_title", "citation_doi", "bepress_citation_title", "eprints.title", "prism.doi"
    ):
        return True
    if document.meta("dc.title", "dcterms.title") and document.meta(
        "dc.identifier", "dc.creator", "dc.identifier.doi", "prism.publicationname"
    ):
        return True
    types = {str(node.get("@type")) for node in document.json_ld}
    if types & {"ScholarlyArticle", "MedicalScholarlyArticle", "NewsArticle", "['ScholarlyArticle']"}:
        return True
    kinds = {section.kind for section in sections}
    return "references" in kinds or {"abstract", "keywords"} <= kinds


def news_type(article_type: str | None) -> bool:
    """Whether an article type is that of news and magazine matter, which has no abstract or references to miss."""
    return bool(article_type and _NEWS_TYPE.match(article_type.strip()))


def classify(
    document: Document,
    sections: list[Section],
    article_types: list[str],
    *,
    known: bool,
    abstract_pages: bool = True,
    is_open: bool = False,
) -> PageState:
    """The page's state.

    Args:
        document: The page.
        sections: Its headed sections.
        article_types: What its metas and labels call it.
        known: Whether a site's layout found an article's title on it.
        abstract_pages: Whether its site has pages of the abstract alone.
        is_open: Whether the page marks the article as open access.
    """
    if not known and not states_article(document, sections):
        return _without_article(document, page_title(document))
    if any(news_type(text) for text in article_types) or document.meta("og:type") == "news":
        return "news"
    if is_preview(document, sections, is_open=is_open):
        return "preview"
    if not abstract_pages:
        return "article"
    characters = body_characters(document, sections)
    return "article" if characters >= _SHORT_BODY or has_body_heading(sections) else "abstract"


def is_preview(document: Document, sections: list[Section], *, is_open: bool = False) -> bool:
    """Whether a paywall stands where the article's text would be; words alone are none on an open article."""
    characters = body_characters(document, sections)
    if characters >= _WHOLE_BODY:
        return False
    return _has_paywall_mark(document) or (not (is_open and characters) and _has_paywall_words(document))


def _without_article(document: Document, title: str) -> PageState:
    words = document.text[:4000]
    small = len(words) < 2500
    if BLOCKED_TITLE.search(title) or (
        small and BLOCKED_BODY.search(document.body[:300_000].decode("utf-8", "replace"))
    ):
        return "blocked"
    if GONE_TITLE.search(title) or (small and GONE_TITLE.search(words)):
        return "not_found"
    if LOGIN_TITLE.search(title) or (small and _PASSWORD(document.root)):
        return "login"
    if LISTING_TITLE.search(title) or _many_article_links(document):
        return "listing"
    return "other"


_ARTICLE_LINK = re.compile(
    r"/(?:articles?|doi|abs|full|fulltext|content|science/article/pii|chapter|document|journal/vaop|nature/journal)/\S*\d",
    re.IGNORECASE,
)


def _many_article_links(document: Document) -> bool:
    seen = {href for href, _ in document.links if _ARTICLE_LINK.search(href)}
    return len(seen) >= _LISTED


def _has_paywall_mark(document: Document) -> bool:
    if (document.meta("access") or "").lower() == "no":
        return True
    return any(map(_names_paywall, document.marks))


@lru_cache(maxsize=1 << 16)
def _names_paywall(mark: str) -> bool:
    return _PAYWALL_MARK.search(mark) is not None


def _has_paywall_words(document: Document) -> bool:
    """Whether words of a paywall stand outside prose, which may speak of access to anything."""
    text = document.text
    if PAYWALL_TEXT.search(text) is None:
        return False
    prose = (
        said
        for paragraph in document.elements("p")
        if len(said := text_of(paragraph)) > _LONGEST_OFFER and PAYWALL_TEXT.search(said)
    )
    for said in islice(prose, _MOST_PROSE):
        text = text.replace(said, " ", 1)
    return PAYWALL_TEXT.search(text) is not None
