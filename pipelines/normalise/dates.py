"""Dates, as precise as they are printed, never more."""

from __future__ import annotations

import calendar
import re
import unicodedata

_MONTHS = {
    1: "january jan januar janner jaenner janvier janv enero ene janeiro gennaio gen januari",
    2: "february feb februar fevrier fevr fev febrero fevereiro febbraio febr februari",
    3: "march mar marz maerz mars marzo marco mrz maart",
    4: "april apr avril avr abril abr aprile",
    5: "may mai mayo maio maggio mag mei",
    6: "june jun juni juin junio junho giugno giu",
    7: "july jul juli juillet juil julio julho luglio lug",
    8: "august aug aout agosto ago augustus",
    9: "september sep sept septembre septiembre setembro set setiembre settembre",
    10: "october oct oktober okt octobre octubre outubro out ottobre ott",
    11: "november nov novembre noviembre novembro",
    12: "december dec dezember dez decembre diciembre dic dezembro dicembre",
}
_MONTH = {name: number for number, names in _MONTHS.items() for name in names.split()}
_NAMES = "|".join(sorted(_MONTH, key=len, reverse=True))
# Short names that are words of another language: alone they are a month only with a full stop or a slash.
_WORDS = "ago|gen|mag|mei|out|set"
_CLEAR = rf"(?!(?:{_WORDS})\b[^./])(?:{_NAMES})"
_YEAR = r"(1[4-9][0-9][0-9]|20[0-9][0-9])"
_GAP = r"[\s.,/\-]{0,4}"
_OF = r"(?:d[eo]l?\s)?"

_ISO = re.compile(rf"(?<![0-9]){_YEAR}([-/.])([0-9]{{1,2}})(?:\2([0-9]{{1,2}}))?(?![0-9]|\2[0-9])")
_COMPACT = re.compile(rf"(?<![0-9]){_YEAR}([0-9]{{2}})([0-9]{{2}})(?![0-9])")
_CJK = re.compile(rf"{_YEAR}\s?[年년]\s?(?:([0-9]{{1,2}})\s?[月월]\s?(?:([0-9]{{1,2}})\s?[日일])?)?")
_DAY_MONTH_YEAR = re.compile(
    rf"(?<![0-9])([0-9]{{1,2}})(?:st|nd|rd|th|er|º|ª)?{_GAP}{_OF}({_NAMES})\b{_GAP}{_OF}{_YEAR}(?![0-9])"
)
_MONTH_DAY_YEAR = re.compile(
    rf"\b({_CLEAR})\b{_GAP}([0-9]{{1,2}})(?:st|nd|rd|th)?(?:\s?-\s?[0-9]{{1,2}})?[\s.,]{{1,3}}{_YEAR}(?![0-9])"
)
_YEAR_MONTH_DAY = re.compile(
    rf"(?<![0-9]){_YEAR}{_GAP}({_NAMES})\b(?:{_GAP}([0-9]{{1,2}})(?:st|nd|rd|th)?(?![0-9:]))?"
)
_MONTH_YEAR = re.compile(rf"\b({_CLEAR})\b(?:\s?[-/]\s?(?:{_NAMES})\b)?{_GAP}{_OF}{_YEAR}(?![0-9])")
_NUMERIC = re.compile(rf"(?<![0-9./-])([0-9]{{1,2}})([./-])\s?([0-9]{{1,2}})\2\s?{_YEAR}(?![0-9])")
_NUMERIC_MONTH = re.compile(rf"(?<![0-9./-])([0-9]{{1,2}})/{_YEAR}(?![0-9])")
# Numbers of volumes and issues that stand before a date are no days: "Volume 9, Numbers 1-2 / February, 1996".
_PLACE = re.compile(
    r"\b(?:vol(?:ume)?s?|no|nos|nr|num|numbers?|numero|issues?|iss|heft|band|bd|tome|fasc|parts?)\b[\s.:]{0,3}"
    r"[0-9]{1,3}(?:\s?[-/]\s?[0-9]{1,3})?(?![0-9./-]?[0-9])"
)
_ANY_YEAR = re.compile(rf"(?<![0-9]){_YEAR}(?![0-9])")


def partial_date(text: str | None, *, day_first: bool | None = None) -> str | None:
    """Return the first date in ``text`` as ``2020``, ``2020-03`` or ``2020-03-16``: as precise as printed.

    Args:
        text: A date, with or without a label ("Published: 03 January 2020"), in numbers or in English,
            German, French, Spanish, Portuguese, Italian or Dutch words, or with 年月日. ISO date-times are
            cut to the day.
        day_first: What ``12/01/2015`` means on this page. While it is None such a date is only a year,
            because either reading may be wrong; ``25/01/2015`` and ``16.03.2020`` need no telling.

    Returns:
        The date, or None for none and for one that no calendar has (``30 February 2020``).
    """
    if not text:
        return None
    folded = _PLACE.sub(" ", _folded(text))
    if "年" in folded or "년" in folded:
        match = _CJK.search(folded)
        if match:
            return _iso(match[1], match[2], match[3])
    found = _first_written(folded) or _first_numeric(folded, day_first)
    if found is not None:
        return _iso(*found)
    match = _ANY_YEAR.search(folded)
    return match[1] if match else None


def year(text: str | int | None) -> int | None:
    """Return the first year between 1400 and 2099 in ``text`` (``1985b`` and ISO dates included)."""
    match = _ANY_YEAR.search(_folded(str(text))) if text else None
    if match is None and text:
        match = _COMPACT.search(str(text))
    return int(match[1]) if match else None


_Found = tuple[str, str | int | None, str | None]


def _first_written(text: str) -> _Found | None:
    hits: list[tuple[int, int, _Found]] = []
    if match := _DAY_MONTH_YEAR.search(text):
        hits.append((match.start(), 0, (match[3], _MONTH[match[2]], match[1])))
    if match := _MONTH_DAY_YEAR.search(text):
        hits.append((match.start(), 1, (match[3], _MONTH[match[1]], match[2])))
    if match := _YEAR_MONTH_DAY.search(text):
        hits.append((match.start(), 2, (match[1], _MONTH[match[2]], match[3])))
    if match := _MONTH_YEAR.search(text):
        hits.append((match.start(), 3, (match[2], _MONTH[match[1]], None)))
    return min(hits)[2] if hits else None


def _first_numeric(text: str, day_first: bool | None) -> _Found | None:
    if match := _ISO.search(text):
        if match[4] is None and int(match[3]) > 12 and int(match[3]) == (int(match[1]) + 1) % 100:
            return (match[1], None, None)  # 2019-20: two years
        return (match[1], match[3], match[4])
    if match := _COMPACT.search(text):
        return (match[1], match[2], match[3])
    if match := _NUMERIC.search(text):
        return _ordered(match, day_first)
    if match := _NUMERIC_MONTH.search(text):
        return (match[2], match[1], None)
    return None


def _ordered(match: re.Match[str], day_first: bool | None) -> _Found:
    first, second = int(match[1]), int(match[3])
    if first > 12 or day_first or (day_first is None and match[2] == "."):
        return (match[4], match[3], match[1])
    if second > 12 or day_first is False or first == second:
        return (match[4], match[1], match[3])
    return (match[4], None, None)


def _iso(year_: str, month: str | int | None, day: str | None) -> str | None:
    if month is None:
        return year_
    month = int(month)
    if not 1 <= month <= 12:
        return None
    if day is None:
        return f"{year_}-{month:02}"
    if not 1 <= int(day) <= calendar.monthrange(int(year_), month)[1]:
        return None
    return f"{year_}-{month:02}-{int(day):02}"


def _folded(text: str) -> str:
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        text = unicodedata.normalize("NFC", text).replace("–", "-").replace("—", "-").replace("‐", "-")
    return text.lower()
