"""Pages: first and last, abbreviated ends written out; article numbers kept apart."""

from __future__ import annotations

import re

from pipelines.normalise.characters import HYPHENS, INVISIBLE

_LABEL = re.compile(
    r"^(?:(?:pages?|págs?|pag(?:ina)?s?|seiten?|pp?|ss?|str)\b\s?[.:]{0,2}\s{0,3}|(?-i:pp?)(?=[0-9]))(?=[0-9A-Za-z])",
    re.IGNORECASE,
)
_ARTICLE_LABEL = re.compile(
    r"^(?:(?:article|art|paper|elocation|item)\b\.?\s?(?:(?:id|no|nr|number|num)\b\.?|#)?|(?:id|no)\.)"
    r"[\s:]{0,3}(?=[0-9A-Za-z])",
    re.IGNORECASE,
)
_ROMAN = r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_NUMBER = r"[A-Za-z]{0,4}[0-9]{1,9}[A-Za-z]{0,2}(?:\.[A-Za-z]?[0-9]{1,9})?"
_ONE = re.compile(rf"({_NUMBER}|(?=[ivxlcdm]){_ROMAN})(?!\w)", re.IGNORECASE)
_DASH = re.compile(r"\s{0,2}(?:-{1,2}|/(?=[0-9])|\bto\b)\s{0,2}", re.IGNORECASE)
_EXTENT = re.compile(r"^[0-9ivxlcm +]{1,20}\s?(?:pp|pages|p|s|seiten)\b\.?$", re.IGNORECASE)
_PARTS = re.compile(r"^([A-Za-z]{0,4})([0-9]{1,9})([A-Za-z]{0,2})$")
_ARTICLE_NUMBER = re.compile(
    r"^(?:e[0-9]{3,9}|[a-z]{1,4}[0-9]{4,9}|0[0-9]{3,8}|[0-9]{5,9}|[a-z]{0,3}[0-9]{2,6}\.[0-9]{1,6})$",
    re.IGNORECASE,
)

Pages = tuple[str | None, str | None]


def pages(first: str | None, last: str | None) -> Pages:
    """Return first and last page; ``("1469", "72")`` gives ``("1469", "1472")``.

    A range in ``first`` is split when there is no ``last``. A last page that comes before the first, also
    when written out, is none. Labels ("pp.", "S.") go; letters (``E16``, ``S12``) and roman numerals stay
    as printed.
    """
    if first and last and len(first) > 4 and re.fullmatch(rf"{re.escape(first)}[-–]\d{{1,4}}", last):
        # Proceedings number the pages of each paper: "125120E" to "125120E-9".
        return (first, last)
    one, other = page_range(first), page_range(last)
    if one[0] is None:
        return (other[0], other[1]) if first is None else (None, None)
    if other[0] is None:
        return one
    end = _written_out(one[0], other[1] or other[0])
    return (one[0], end)


def page_range(text: str | None) -> Pages:
    """Return first and last page of a printed range; ``"pp. E16–E18"`` gives ``("E16", "E18")``.

    One page or an article number gives ``(it, None)``; of several ranges the first counts; the length of a
    book ("350 pp.") is not a page.
    """
    if not text:
        return (None, None)
    text = text.translate(INVISIBLE).translate(HYPHENS).strip(" \t\n.,;:()[]")
    if _EXTENT.match(text) and not text.lower().startswith("p"):
        return (None, None)
    text = _ARTICLE_LABEL.sub("", _LABEL.sub("", text))
    start = _ONE.match(text)
    if start is None or _EXTENT.match(start[0]):
        return (None, None)
    dash = _DASH.match(text, start.end())
    end = _ONE.match(text, dash.end()) if dash else None
    if end is None or _EXTENT.match(end[0]):
        return (start[0], None)
    return (start[0], _written_out(start[0], end[0]))


def article_number(text: str | None) -> str | None:
    """Return an article number without its label ("Article number: 103511", "Art. no. e123")."""
    if not text:
        return None
    text = text.translate(INVISIBLE).translate(HYPHENS).strip(" \t\n.,;:()[]")
    match = _ONE.fullmatch(_ARTICLE_LABEL.sub("", text))
    return match[0] if match else None


def looks_like_article_number(first: str | None, last: str | None = None) -> bool:
    """Whether a "first page" looks like an article number: ``e0123456``, ``013608``, ``103511``."""
    return bool(first) and (last is None or last == first) and bool(_ARTICLE_NUMBER.match(first or ""))


def _written_out(first: str, last: str) -> str | None:
    """Return ``last`` in full, or None where it would come before ``first``."""
    a, b = _PARTS.match(first), _PARTS.match(last)
    if a is None or b is None:
        return last
    if b[1] and b[1].lower() != a[1].lower():
        return last
    prefix, digits = a[1], b[2]
    if len(digits) < len(a[2]):
        digits = a[2][: len(a[2]) - len(digits)] + digits
    if int(digits) < int(a[2]):
        return None
    return f"{prefix}{digits}{b[3]}"
