"""The dates of a JATS article: its history, when it came out online, and the date of its issue."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.dates import date_of, publication_date
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants

_HISTORY: Final = {
    "received": "received submitted submission receiveddate received-date first-received initial-submission",
    "revised": "rev-recd revised revision-received rev_recd revised-received resubmitted reviseddate revision"
    " reviseddate1 rev-received last-revised",
    "accepted": "accepted acceptance accepteddate accepted-date",
    "published": "online epub epubdate published first-online pub-online onlinedate published-online web"
    " online-first first-published pub",
}
_COLUMN: Final = {name: column for column, names in _HISTORY.items() for name in names.split()}
_ONLINE: Final = frozenset(
    "epub online electronic e-pub epub-ahead-of-print ahead-of-print pub-electronic web onlinefirst publicationonline"
    " first_release first-release epub-original publication-online".split()
)
_ISSUE: Final = frozenset("ppub print issue issue-pub issue-publication pub-print volume".split())
_ANY: Final = frozenset("pub publication published epub-ppub final publication-year".split())


def read_dates(meta: Element | None, said: Candidates) -> None:
    """Say received, revised (the last), accepted, published (online, where several are given) and issue_date."""
    history = list(_history(meta))
    for column in ("received", "revised", "accepted"):
        dates = [date for kind, date in history if _COLUMN.get(kind) == column]
        if dates:
            said.text(column, max(dates) if column == "revised" else dates[0], f"history/date[{column}]")
    online: list[str] = []
    issue: list[str] = []
    collection: list[str] = []
    other: list[str] = []
    for node in children(meta, "pub-date"):
        date = date_of(node)
        group = _group_of(node)
        if date is not None and group is not None:
            {"online": online, "issue": issue, "collection": collection, "other": other}[group].append(date)
    issue = issue or collection
    of_history = [date for kind, date in history if _COLUMN.get(kind) == "published"]
    online = online or other or of_history
    of_issue = max(issue, key=len, default=None)
    published = publication_date(next(iter(online), None), of_issue)
    place = "pub-date[epub]" if published in online else "pub-date[ppub]"
    for date in of_history:
        # Where the date of publication is only a year, the history may have the day of it.
        if published and date.startswith(f"{published}-"):
            published, place = date, "history/date[published]"
    said.text("published", published, place)
    said.text("issue_date", of_issue, "pub-date[ppub]")


def _history(meta: Element | None) -> Iterator[tuple[str, str]]:
    for node in descendants(child(meta, "history"), "date"):
        yield from _dated(attribute(node, "date-type"), node)
    for event in descendants(child(meta, "pub-history"), "event"):
        for node in descendants(event, "date"):
            yield from _dated(attribute(node, "date-type") or attribute(event, "event-type"), node)


def _dated(kind: str | None, node: Element) -> Iterator[tuple[str, str]]:
    if kind and (date := date_of(node)) is not None:
        yield kind.lower(), date


def _group_of(node: Element) -> str | None:
    """``online``, ``issue``, ``collection`` or ``other``; None for dates of copies, versions and updates."""
    kinds = {
        (attribute(node, name) or "").lower() for name in ("pub-type", "date-type", "publication-format")
    } - {""}
    if kinds & {"collection", "collection-date"}:
        return "collection"
    if kinds & {"cover", "cover-date", "issue-cover"}:
        return "issue"
    if kinds & _ONLINE and kinds <= _ONLINE | _ANY:
        return "online"
    if kinds & _ISSUE and kinds <= _ISSUE | _ANY:
        return "issue"
    return "other" if kinds <= _ANY else None
