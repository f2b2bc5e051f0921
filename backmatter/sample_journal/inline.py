"""Text of the data as markup: everything is escaped but the tags that the data may hold."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from markupsafe import Markup, escape

from backmatter.sample_journal.model import Article

_CITES = re.compile(r"\[(\d+(?:,\d+)*)\]")
_KEPT = re.compile(r"&lt;(/?(?:i|sub|sup))&gt;")


def title(article: Article) -> Markup:
    """The heading of the page, with its markup."""
    return inline(f"RETRACTED ARTICLE: {article.title}" if article.retracted else article.title)


def jats_title(article: Article) -> Markup:
    """The title with JATS's name for italics."""
    return Markup(str(title(article)).replace("<i>", "<italic>").replace("</i>", "</italic>"))  # noqa: S704 - markup already


def prose(abstract: Iterable[tuple[str, str]]) -> Markup:
    """The paragraphs of an abstract as one, headings left out."""
    return Markup(" ").join(inline(text) for _, text in abstract)


def inline(text: str) -> Markup:
    """Escaped text in which the data's own ``<i>``, ``<sub>`` and ``<sup>`` stay markup."""
    return Markup(_KEPT.sub(r"<\1>", str(escape(text))))  # noqa: S704 - escaped just before


def _cited(text: str, one: Callable[[str], str], around: str) -> Markup:
    def marker(match: re.Match[str]) -> str:
        return around.format(",".join(one(number) for number in match[1].split(",")))

    return Markup(_CITES.sub(marker, str(escape(text))))  # noqa: S704 - escaped just before


def cited(text: str) -> Markup:
    """``[1,2]`` as superscript anchors."""
    anchor = '<a data-track-action="reference anchor" data-test="citation-ref" href="#ref-CR{0}">{0}</a>'
    return _cited(text, anchor.format, "<sup>{}</sup>")


def cited_plain(text: str) -> Markup:
    """``[1,2]`` as anchors in square brackets."""
    return _cited(text, '<a href="#CR{0}">{0}</a>'.format, "[{}]")


def cited_jats(text: str) -> Markup:
    """``[1,2]`` as JATS cross references."""
    return _cited(text, '<xref ref-type="bibr" rid="CR{0}">{0}</xref>'.format, "<sup>{}</sup>")
