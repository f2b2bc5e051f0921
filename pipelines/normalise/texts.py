"""Text: one Unicode form, one kind of space, no entities, no invisible characters, no mojibake."""

from __future__ import annotations

import html
import re
import unicodedata

import ftfy
from ftfy.badness import is_bad

from pipelines.normalise.characters import INVISIBLE

_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|#\d{1,7}|#[xX][0-9A-Fa-f]{1,6});")
# UTF-8 read as Latin-1 or Windows-1252 always shows one of these leads before a character of the upper half.
_SUSPECT = re.compile("[ÂÃÄÅÆÇÎÏÐÑâãäåæçèéìíïðŒ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
# Joiners are spelling in Persian and Indic writing, dirt elsewhere.
_JOINER = re.compile("(?<![\u0600-\u0dff])[\u200c\u200d]+")
# Named tags only: "n<b and c>d" is mathematics.
_TAG = re.compile(
    r"</?(?:i|b|u|p|a|em|tt|br|sub|sup|inf|strong|italic|bold|sc|scp|small|big|font|span|div|title"
    r"|underline|roman|xref"
    r"|fn|sec|inline-formula|tex-math|named-content|styled-content|h[1-6]|jats:[\w-]{1,30}|mml:\w{1,30}"
    r"|math|m(?:row|i|n|o|sub|sup|subsup|text|frac|sqrt|over|under|style|space|stack))"
    r"(?:\s[\w:-]{1,30}\s?=[^<>]{0,500})?\s?/?>",
    re.IGNORECASE,
)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?title|/?jats:p|/?sec)\b[^<>]{0,200}>", re.IGNORECASE)
_PLAIN = re.compile(r"[ -~]*")


def text(value: str | None) -> str | None:
    """Return ``value`` clean: NFC, white space collapsed, entities unescaped, invisible characters gone.

    Entities are unescaped as often as they were escaped. Mojibake is repaired where it is sure;
    `repaired_text` tells whether it was. Empty text is None.
    """
    return repaired_text(value)[0]


def repaired_text(value: str | None) -> tuple[str | None, bool]:
    """Return what `text` returns, and whether broken encoding was repaired (worth an ``issues`` row)."""
    if not value:
        return None, False
    repaired, before = False, None
    while value != before:  # what one step removes may complete an entity or a broken character
        before = value = " ".join(value.split())
        if "&" in value:
            value = html.unescape(value) if _ENTITY.search(value) else value
        if not _PLAIN.fullmatch(value):
            fixed = _unbroken(value)
            repaired = repaired or fixed != value
            value = unicodedata.normalize("NFC", _JOINER.sub("", fixed.translate(INVISIBLE)))
    return value or None, repaired


def plain_title(value: str | None) -> str | None:
    """Return `text` of ``value`` without stray markup: ``<i>E. coli</i>`` in a meta gives ``E. coli``."""
    cleaned = text(value)
    while cleaned and "<" in cleaned:
        stripped = text(without_tags(cleaned))
        if stripped == cleaned:
            break
        cleaned = stripped
    return cleaned


def without_tags(value: str) -> str:
    """Return ``value`` without the tags that publishers leave in titles and references; breaks become a space."""
    return _TAG.sub("", _BREAK.sub(" ", value))


def _unbroken(value: str) -> str:
    return ftfy.fix_encoding(value) if _SUSPECT.search(value) and is_bad(value) else value
