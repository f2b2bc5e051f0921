"""What kind of page a capture shows: an article, its preview, a challenge, a login, a listing …."""

from __future__ import annotations

import re

from crawler.items import PageState, ReferenceList
from crawler.parsers.page_state import (
    BLOCKED_TITLE,
    GONE_TITLE,
    LISTING_TITLE,
    LOGIN_TITLE,
    PAYWALL_TEXT,
    news_type,
)
from crawler.parsers.plain_text.blocks import Block, Layout
from crawler.parsers.plain_text.sections import TextSection

_SMALL = 3000
_BODY = 3000
_BLOCKED = re.compile(
    r"enable javascript and cookies to continue|verify(?:ing)? (?:that )?you are (?:a )?human|checking your browser before|unusual traffic"
    r"|confirm (?:that )?you are not a robot|are you a robot|complete the security check|performance (?:&|and) security by cloudflare"
    r"|your (?:request|access|ip)[\w ]{0,30} (?:has been|was) (?:blocked|denied)|ray id|reference #\d|captcha|ddos protection"
    r"|cookies? (?:are|is) (?:disabled|not supported|required)|access to this page has been denied",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"(?:page|article|document|doi|content) (?:you (?:requested|are looking for|were looking for) )?(?:(?:was|is|could|can) ?not (?:be )?(?:found|exist|available)"
    r"|not found|no longer (?:exists|available)|does not exist|cannot be found)|\b(?:error|http) 404\b|^404\b",
    re.IGNORECASE,
)
_LOGIN = re.compile(
    r"(?:forgot(?:ten)? (?:your )?password|username or password|email address ?(?:/|or) ?username|sign in (?:with|to continue|to your account)"
    r"|log ?in (?:with|to continue|to your account|via)|institutional (?:login|sign in)|keep me (?:logged|signed) in|find your institution)",
    re.IGNORECASE,
)
_TEASER = re.compile(
    r"significance|highlight|key (?:point|message)|summary|digest|teaser|synopsis|in brief|what is",
    re.IGNORECASE,
)
_RESULT = re.compile(
    r"^(?:showing |results? )?\d[\d,.]* ?(?:[-–]|to) ?\d[\d,.]* of [\d,.]+|\b[\d,.]+ (?:search )?results?\b|^sort by\b|^page \d+ of \d+|next page",
    re.IGNORECASE,
)
_BACK = frozenset(
    {
        "acknowledgements",
        "funding_text",
        "competing_interests",
        "author_contributions",
        "data_availability",
        "history",
        "citation",
    }
)
_NOT_BODY = (
    frozenset(
        {
            "abstract",
            "references",
            "cited_by",
            "rights",
            "history",
            "citation",
            "boilerplate",
            "supplementary",
            "author_information",
        }
    )
    | _BACK
)


def states_article(
    sections: list[TextSection],
    references: ReferenceList | None,
    *,
    abstract: bool,
    doi: bool,
    dated: bool,
    cited: bool,
    titled: bool,
) -> bool:
    """Whether a text shows traits that only a page about one article has."""
    count = len(references.references) if references else 0
    back = {kind for section in sections for kind in section.kinds if kind in _BACK and section.blocks}
    body = {section.heading.casefold() for section in sections if section.kind == "body" and section.blocks}
    traits = sum(
        (
            count >= 3,
            count >= 10,
            abstract,
            doi,
            dated,
            cited,
            titled,
            len(back) >= 1,
            len(back) >= 3,
            len(body) >= 3,
        )
    )
    return traits >= 2


def classify(
    blocks: list[Block],
    sections: list[TextSection],
    layout: Layout,
    article_type: str | None,
    *,
    article: bool,
) -> PageState:
    """The page's state.

    Args:
        blocks: The whole capture.
        sections: Its sections.
        layout: How it is laid out.
        article_type: The kind of article printed with the title.
        article: What `states_article` found.
    """
    if not article:
        return _without_article(blocks)
    if news_type(article_type):
        return "news"
    if _body_size(sections, layout) >= _BODY or _body_parts(sections) >= 2:
        return "article"
    outside = (
        block.text
        for section in sections
        if section.kind != "references"
        for block in [Block(section.heading), *section.blocks]
    )
    return "preview" if any(PAYWALL_TEXT.search(text) for text in outside if len(text) < 400) else "abstract"


def _body_size(sections: list[TextSection], layout: Layout) -> int:
    """Characters of running text outside abstract and back matter."""
    size = 0
    for section in sections:
        if section.kind == "references":
            # A menu may stand above the body under this name; references are shorter than paragraphs.
            size += sum(len(block.text) for block in section.blocks if len(block.text) >= 600)
            continue
        if section.kind in _NOT_BODY:
            continue
        if layout.fragments and section.kind == "body":
            size += sum(len(block.text) for block in section.blocks)
        else:
            size += sum(len(block.text) for block in section.blocks if len(block.text) >= 200)
    return size


def _body_parts(sections: list[TextSection]) -> int:
    """How many parts of a body there are, by different headings with paragraphs; an abstract's parts do not count."""
    found: set[str] = set()
    in_abstract = False
    for section in sections:
        name = section.heading.casefold()
        if section.kind == "abstract":
            in_abstract = not section.blocks
        if section.kind != "body":
            in_abstract = in_abstract and section.kind == "abstract"
            continue
        skipped = in_abstract and "introduction" not in name
        in_abstract = skipped and "conclu" not in name
        size = sum(len(block.text) for block in section.blocks if len(block.text) >= 40)
        if not skipped and size >= 200 and not _TEASER.search(name):
            found.add(name)
    return len(found)


def _without_article(blocks: list[Block]) -> PageState:
    first = [block.text for block in blocks[:6]]
    text = " ".join(block.text for block in blocks[:400])[: _SMALL * 3]
    small = sum(len(block.text) for block in blocks) < _SMALL
    if any(BLOCKED_TITLE.search(line) for line in first[:3] if len(line) < 120) or (
        small and _BLOCKED.search(text)
    ):
        return "blocked"
    if any(GONE_TITLE.search(line) for line in first if len(line) < 120) or (small and _GONE.search(text)):
        return "not_found"
    if any(LOGIN_TITLE.search(line) for line in first[:2] if len(line) < 60) and _LOGIN.search(text):
        return "login"
    if small and len(_LOGIN.findall(text)) >= 2:
        return "login"
    if (
        any(LISTING_TITLE.search(line) for line in first if len(line) < 100)
        or sum(1 for block in blocks[:300] if _RESULT.search(block.text[:80])) >= 2
    ):
        return "listing"
    return "other"
