"""What a candidate for one column of ``articles`` says once it is normalised; None for what is no such value."""

from __future__ import annotations

import re
from collections.abc import Callable

from crawler.items import Candidate
from pipelines import normalise
from pipelines.precedence import kind_of

Value = str | list[str] | bool | None

_CUT = re.compile(r"(?:\.\.\.|…)\s*(?:\[?(?:read more|more)\]?)?\s*$", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://")
_ABSTRACT_LABEL = re.compile(
    r"^(?:abstract|summary|zusammenfassung|résumé|resumen|resumo)"
    r"(?:\s*[:.—–-]?\s+(?=[A-Z\d“\"(¿¡À-Þ])|(?-i:(?=[A-ZÀ-Þ][a-zà-þ])))",
    re.IGNORECASE,
)
_JUNK_TYPES = frozenset(
    {
        "text",
        "text.serial.journal",
        "article-journal",
        "text/html",
        "journal",
        "website",
        "null",
        "none",
        "other",
        "info:eu-repo/semantics/article",
    }
)
_FILED_TITLE = re.compile(
    r"(?P<rest>[^,]{3,120}(?:, [^,]{3,60}){0,3}), (?P<head>(?:The )?(?:[\w/&.-]{2,30} ){0,4}"
    r"(?:Transactions|Journal|Letters|Magazine|Proceedings|Annals|Bulletin|Review|Reviews|Archives|Reports) (?:on|of|in|for))$"
)
_FOOTNOTE_MARK = re.compile(r"(?<=[a-zà-þ)])\s?(?:\*{1,3}|[†‡§¶]{1,3})$|[†‡]{1,3}$")
#: What metas say for a volume, an issue or a page that the article has not got yet.
_NO_NUMBERS = frozenset(
    {
        "0",
        "-1",
        "-",
        "–",
        "null",
        "undefined",
        "n/a",
        "aop",
        "ahead-of-print",
        "ahead of print",
        "in press",
        "early view",
    }
)
_STATEMENT_NAME = re.compile(
    r"^(?:funding|financial support|competing (?:financial )?interests?|conflicts? of interests?|declaration of (?:competing|conflicting) interests?"
    r"|disclosures?|(?:data|code)(?: and (?:code|materials?))? availability)(?: statement| disclosure)?\s?[:–—]\s{1,4}(?=\S)",
    re.IGNORECASE,
)
_VOLUME = re.compile(r"vol(?:ume|\.)?\s?\d", re.IGNORECASE)
_GLUED = re.compile(r"(?<=[a-zà-þ])(?=[A-Z\d])")
#: Kinds of sources whose descriptions may be of the page instead of the article.
FROM_METAS = frozenset({"highwire", "dc", "jsonld", "prism", "og", "microdata", "coins"})
#: Shorter descriptions in metas are teasers, stand-firsts or the journal's blurb.
_SHORTEST_META_ABSTRACT = 250
_FULL_DATE = 10


def _text(candidate: Candidate) -> str | None:
    return normalise.text(candidate.value) if isinstance(candidate.value, str) else None


def _statement(candidate: Candidate) -> str | None:
    """A statement without its own name before it."""
    text = _text(candidate)
    return _STATEMENT_NAME.sub("", text) if text else None


def _title(candidate: Candidate) -> str | None:
    return normalise.plain_title(candidate.value) if isinstance(candidate.value, str) else None


def _journal(candidate: Candidate) -> str | None:
    """A journal's title; "Widgets, Transactions on" is filed so, and read the other way round."""
    title = _title(candidate)
    filed = _FILED_TITLE.match(title) if title and "," in title else None
    return f"{filed['head']} {filed['rest']}" if filed else title


def _own_title(candidate: Candidate) -> str | None:
    """The article's title without the mark of a footnote behind its last word."""
    title = _title(candidate)
    return _FOOTNOTE_MARK.sub("", title) if title else None


def _publisher(candidate: Candidate) -> str | None:
    """A publisher's name; the address that some metas glue to it is cut where a word or number begins unspaced."""
    name = _title(candidate)
    return _GLUED.split(name, maxsplit=1)[0] if name and "@" in name else name


def _doi(candidate: Candidate) -> str | None:
    return normalise.doi(candidate.value) if isinstance(candidate.value, str) else None


def clean_date(candidate: Candidate) -> str | None:
    """An ISO date as precise as the candidate is."""
    date = normalise.partial_date(candidate.value) if isinstance(candidate.value, str) else None
    if date and candidate.source.endswith("citation_cover_date") and len(date) == _FULL_DATE:
        # Issues have no day: a first of the month stands for the month.
        return date.removesuffix("-01")
    return date


def _abstract(candidate: Candidate) -> str | None:
    text = normalise.plain_title(candidate.value) if isinstance(candidate.value, str) else None
    if text is None or _CUT.search(text):
        return None
    if kind_of(candidate.source) in FROM_METAS and len(text) < _SHORTEST_META_ABSTRACT:
        return None
    return _ABSTRACT_LABEL.sub("", text).lstrip(" :;") or None


def _article_type(candidate: Candidate) -> str | None:
    text = _text(candidate)
    return None if text is None or text.casefold() in _JUNK_TYPES or len(text) > 100 else text


def _number(candidate: Candidate) -> str | None:
    text = _text(candidate)
    if text is None or text.casefold() in _NO_NUMBERS:
        return None
    return (
        re.sub(r"^(?:vol(?:ume)?|number|no|nr|issue|iss|pp?)\b\.?\s*", "", text, flags=re.IGNORECASE) or None
    )


def _issue(candidate: Candidate) -> str | None:
    """An issue; metas that call the volume and its year the issue state none."""
    text = _text(candidate)
    return None if text is None or _VOLUME.match(text) else _number(candidate)


def _licence(candidate: Candidate) -> str | None:
    return normalise.licence(candidate.value)[0] if isinstance(candidate.value, str) else None


def _language(candidate: Candidate) -> str | None:
    return normalise.language(candidate.value) if isinstance(candidate.value, str) else None


def _url(candidate: Candidate) -> str | None:
    return normalise.url(candidate.value) if isinstance(candidate.value, str) else None


def _texts(candidate: Candidate) -> list[str] | None:
    values = (candidate.value,) if isinstance(candidate.value, str) else candidate.value
    if isinstance(values, bool):
        return None
    if len(values) == 1:
        values = _split(values[0])
    cleaned = [normalise.plain_title(value) for value in values]
    return (
        list(dict.fromkeys(value.strip(" ;,") for value in cleaned if value and not _ADDRESS.match(value)))
        or None
    )


def _split(text: str) -> tuple[str, ...]:
    """Words that share one text: parted by semicolons, else by more than one comma."""
    if ";" in text:
        return tuple(text.split(";"))
    return tuple(text.split(",")) if text.count(",") > 1 else (text,)


def _issns(candidate: Candidate) -> list[str] | None:
    values = candidate.value if isinstance(candidate.value, tuple) else (str(candidate.value),)
    found = [normalise.issn(part) for value in values for part in re.split(r"[,;\s]+", value)]
    return list(dict.fromkeys(value for value in found if value)) or None


def _flag(candidate: Candidate) -> bool | None:
    # schema.org's "accessible for free" also holds for free news and promotions; its denial is telling.
    if candidate.value is True and candidate.source == "jsonld:isAccessibleForFree":
        return None
    return candidate.value if isinstance(candidate.value, bool) else None


#: Column → what makes a value of a candidate for it.
CLEANERS: dict[str, Callable[[Candidate], Value]] = {
    "doi": _doi,
    "title": _own_title,
    "article_type": _article_type,
    "journal": _journal,
    "journal_abbrev": _title,
    "publisher": _publisher,
    "issn": _issns,
    "volume": _number,
    "issue": _issue,
    "first_page": _number,
    "last_page": _number,
    "article_number": _number,
    "language": _language,
    "abstract": _abstract,
    "keywords": _texts,
    "subjects": _texts,
    "received": clean_date,
    "revised": clean_date,
    "accepted": clean_date,
    "published": clean_date,
    "issue_date": clean_date,
    "year": clean_date,
    "license": _licence,
    "is_open_access": _flag,
    "access": _text,
    "funding_text": _statement,
    "acknowledgements": _text,
    "competing_interests": _statement,
    "data_availability": _statement,
    "code_availability": _statement,
    "ethics": _text,
    "correspondence": _text,
    "notes": _text,
    "url": _url,
}
