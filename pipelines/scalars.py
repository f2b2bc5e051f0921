"""One value for each column of ``articles``: normalise every candidate, choose by precedence, keep the disagreements."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from crawler.items import Candidate, PageReading
from pipelines import normalise
from pipelines.precedence import kind_of, order_of

Value = str | list[str] | bool | None

_WORDS = re.compile(r"[^\W_]+")
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
_GLUED = re.compile(r"(?<=[a-zà-þ])(?=[A-Z\d])")
_FROM_METAS = frozenset({"highwire", "dc", "jsonld", "prism", "og", "microdata", "coins"})
#: Shorter descriptions in metas are teasers, stand-firsts or the journal's blurb.
_SHORTEST_META_ABSTRACT = 250
_FULL_DATE = 10
#: Columns whose sources state a fact, so that two different values are a contradiction.
_FACTS = frozenset(
    {
        "doi",
        "title",
        "journal",
        "volume",
        "issue",
        "first_page",
        "last_page",
        "published",
        "received",
        "accepted",
        "license",
    }
)


@dataclass(slots=True)
class Chosen:
    """The chosen values, where each stood, and what other sources said instead."""

    values: dict[str, Value] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)
    conflicts: dict[str, str] = field(default_factory=dict)


def _text(candidate: Candidate) -> str | None:
    return normalise.text(candidate.value) if isinstance(candidate.value, str) else None


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


def _date(candidate: Candidate) -> str | None:
    date = normalise.partial_date(candidate.value) if isinstance(candidate.value, str) else None
    if date and candidate.source.endswith("citation_cover_date") and len(date) == _FULL_DATE:
        # Issues have no day: a first of the month stands for the month.
        return date.removesuffix("-01")
    return date


def _abstract(candidate: Candidate) -> str | None:
    text = normalise.plain_title(candidate.value) if isinstance(candidate.value, str) else None
    if text is None or _CUT.search(text):
        return None
    if kind_of(candidate.source) in _FROM_METAS and len(text) < _SHORTEST_META_ABSTRACT:
        return None
    return _ABSTRACT_LABEL.sub("", text) or None


def _article_type(candidate: Candidate) -> str | None:
    text = _text(candidate)
    return None if text is None or text.casefold() in _JUNK_TYPES or len(text) > 100 else text


def _number(candidate: Candidate) -> str | None:
    text = _text(candidate)
    if text is None or text in {"0", "-", "–", "null", "undefined", "N/A"}:
        return None
    return re.sub(r"^(?:vol(?:ume)?|no|nr|issue|iss|pp?)\b\.?\s*", "", text, flags=re.IGNORECASE) or None


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


_CLEANERS: dict[str, Callable[[Candidate], Value]] = {
    "doi": _doi,
    "title": _own_title,
    "article_type": _article_type,
    "journal": _journal,
    "journal_abbrev": _title,
    "publisher": _publisher,
    "issn": _issns,
    "volume": _number,
    "issue": _number,
    "first_page": _number,
    "last_page": _number,
    "article_number": _number,
    "language": _language,
    "abstract": _abstract,
    "keywords": _texts,
    "subjects": _texts,
    "received": _date,
    "revised": _date,
    "accepted": _date,
    "published": _date,
    "issue_date": _date,
    "year": _date,
    "license": _licence,
    "is_open_access": _flag,
    "access": _text,
    "funding_text": _text,
    "acknowledgements": _text,
    "competing_interests": _text,
    "data_availability": _text,
    "code_availability": _text,
    "ethics": _text,
    "correspondence": _text,
    "notes": _text,
    "url": _url,
}


def choose(reading: PageReading) -> Chosen:
    """Choose one value for each column that any source offers; nothing is invented for the others."""
    chosen = Chosen()
    by_column: dict[str, list[Candidate]] = {}
    for candidate in reading.candidates:
        by_column.setdefault(candidate.field, []).append(candidate)
    for column, candidates in by_column.items():
        clean = _CLEANERS.get(column)
        if clean is not None:
            _choose_column(column, candidates, clean, reading, chosen)
    return chosen


def _choose_column(
    column: str,
    candidates: list[Candidate],
    clean: Callable[[Candidate], Value],
    reading: PageReading,
    chosen: Chosen,
) -> None:
    order = {kind: rank for rank, kind in enumerate(order_of(column, reading.precedence))}
    if column == "abstract" and reading.page_state == "news":
        # Stand-firsts of news are not abstracts.
        order = {kind: rank for kind, rank in order.items() if kind not in _FROM_METAS}
    ranked = sorted(
        (c for c in candidates if kind_of(c.source) in order), key=lambda c: order[kind_of(c.source)]
    )
    values = [
        (value, candidate.source) for candidate in ranked if (value := clean(candidate)) not in (None, [])
    ]
    if not values:
        return
    value, source = values[0]
    if clean is _date:
        value, source = _most_precise(value, source, values)
    chosen.values[column], chosen.sources[column] = value, source
    if column in _FACTS:
        others = [
            (other, place)
            for other, place in values[1:]
            # Titles for sharing carry the site's name, and are no statement about the article.
            if kind_of(place) != "og" and not _agree(column, value, other)
        ]
        if others:
            chosen.conflicts[column] = " | ".join(
                f"{place}={other}" for other, place in [(value, source), *others]
            )


def _most_precise(value: Value, source: str, values: Sequence[tuple[Value, str]]) -> tuple[Value, str]:
    """A fuller date that says the same wins: 2020-03-16 over 2020-03."""
    for other, place in values[1:]:
        if (
            isinstance(value, str)
            and isinstance(other, str)
            and len(other) > len(value)
            and other.startswith(value)
        ):
            return other, place
    return value, source


def _agree(column: str, one: Value, other: Value) -> bool:
    if column in {"published", "received", "accepted"}:
        return str(one).startswith(str(other)) or str(other).startswith(str(one))
    return key_of(str(one)) == key_of(str(other))


def key_of(text: str) -> str:
    """Letters and digits in lower case, for comparing what two sources say."""
    return "".join(_WORDS.findall(text.casefold()))
