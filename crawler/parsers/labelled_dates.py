"""Dates behind a label ("Received: 27 May 2014") in running text, in the languages publishers print."""

from __future__ import annotations

import re

_MONTH = (
    r"(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar)?|f[ée]v(?:rier|ereiro)?|mar(?:ch|s|ço|zo)?|m[äa]rz|apr(?:il)?|avril|abr(?:il)?"
    r"|may|mai|mayo|maio|june?|juni|juin|junio|junho|july?|juli|juillet|julio|julho|aug(?:ust)?|ao[uû]t|ago(?:sto)?|sept?(?:ember|tembre|iembre)?"
    r"|set(?:embro)?|o[ck]t(?:ober|obre|ubre)?|out(?:ubro)?|nov(?:ember|embre|iembre|embro)?|dec(?:ember)?|d[ée]c(?:embre)?|dez(?:ember|embro)?|dic(?:iembre)?)"
)
DATE = (
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?[\s.\-/]+(?:de\s+)?{_MONTH}\.?,?[\s.\-/]+(?:de\s+)?(?:19|20)\d\d"
    rf"|{_MONTH}\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+(?:19|20)\d\d"
    rf"|(?:19|20)\d\d[-/.]\d{{1,2}}(?:[-/.]\d{{1,2}})?"
    rf"|\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:19|20)\d\d"
    rf"|(?:19|20)\d\d\s+{_MONTH}\s+\d{{1,2}}|{_MONTH}(?:\s?[-–/]\s?{_MONTH})?\.?,?\s+(?:19|20)\d\d)"
)
#: Column → the words a label may start with, and what may stand between such a word and the date.
_LABELS: dict[str, tuple[str, str]] = {
    "received": (
        "received|submitted|submission date|eingegangen|reçu|recibido|recebido",
        r"(?:\s+(?:on|date|in\s+original\s+form|for\s+publication|for\s+review|le))?",
    ),
    "revised": (
        "revised|revision received|revisado|corrigido",
        r"(?:\s+(?:form|version|manuscript|on|date))?(?:\s+received)?",
    ),
    "accepted": (
        "accepted|acceptance date|and approved|angenommen|accepté|aceptado|aceito|aprobado|aprovado",
        r"(?:\s+(?:on|date|manuscript|for\s+publication|article\s+published|in\s+revised\s+form|le))?",
    ),
    "issue_date": ("issue date|date of issue|cover date|volume publication date|print publication", ""),
    "published": (
        "published|first published|publication date|available online|first online|epub|version of record"  # noqa: ISC004
        "|online publication date|online publication|date of publication|posted|publié|publicado|veröffentlicht",
        r"(?:\s+(?:online|on|date|in\s+print|electronically|first|as\s+a\s+review\s+in\s+advance|ahead\s+of\s+print|en\s+ligne\s+le|le|en)){0,3}",
    ),
}
_LABEL_PATTERNS = {
    column: (
        words.split("|"),
        re.compile(
            rf"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', chr(92) + 's+') for word in sorted(words.split('|'), key=len, reverse=True))})"
            rf"{rest}\s{{0,20}}[:：,|]?\s{{0,20}}(?:(?:on|the|le|am|em|el)\s+)?(?:\w{{3,9}}day,?\s+)?({DATE})",
            re.IGNORECASE,
        ),
    )
    for column, (words, rest) in _LABELS.items()
}
DATED_COLUMNS = frozenset(_LABELS)
_MOST_PLACES = 40
#: A "volume publication date" is not that of the article.
_WHOLES = ("volume ", "issue ")


def labelled_dates(text: str) -> dict[str, str]:
    """The first date behind a label of each kind: ``received``, ``revised``, ``accepted``, ``issue_date``, ``published``.

    Dates are as printed; kinds without a date are left out.
    """
    lower = text.lower()
    if len(lower) != len(text):
        # A few capitals (İ) grow when lowered, and places would no longer agree.
        text = lower
    found: dict[str, str] = {}
    for column, (words, pattern) in _LABEL_PATTERNS.items():
        date = _first_date(text, lower, words, pattern)
        if date is not None:
            found[column] = date
    return found


def _first_date(text: str, lower: str, words: list[str], pattern: re.Pattern[str]) -> str | None:
    """The date behind the first label; a label may touch the word before it only with a capital ("USAReceived")."""
    date: str | None = None
    first = len(lower)
    for word in words:
        place = lower.find(word, 0, first + len(word) - 1)
        for _ in range(_MOST_PLACES):
            if place < 0:
                break
            apart = (
                place == 0
                or not text[place - 1].isalpha()
                or (text[place].isupper() and text[place + 1 : place + 2].islower())
            )
            behind_more = text[place - 1 : place] == "-" or lower[max(0, place - 7) : place].endswith(_WHOLES)
            if apart and not behind_more and (found := pattern.match(text, place)):
                first, date = place, found.group(1)
                break
            place = lower.find(word, place + 1, first + len(word) - 1)
    return date
