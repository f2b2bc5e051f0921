"""``pbContext``: the meta in which Atypon's platform tells its own templates which article and issue a page shows."""

from __future__ import annotations

import re

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document

_ARTICLE = re.compile(r"(?:^|;)article:article:(?:doi\\?:)?(10\.[^;\s]{3,200})")
#: "aim.2020.172.issue-7", "gcb.v30.1": the journal's code, perhaps the year, volume and issue.
_ISSUE = re.compile(
    r"(?:^|;)issue:issue:(?:doi\\?:)?10\.[^;\s]{3,80}?\.(?:(?:19|20)\d\d\.(?P<volume>\d{1,4})\.issue-(?P<issue>\d{1,3}(?:-\d{1,3})?)"
    r"|v(?P<volume2>\d{1,4})\.(?P<issue2>\d{1,3}))(?=;|$)"
)


def read_publishing_context(document: Document, reading: PageReading) -> None:
    """Add the DOI, volume and issue that the meta states."""
    context = document.meta("pbcontext")
    if context is None:
        return
    source = "state:pbContext"
    article = _ARTICLE.search(context)
    if article:
        reading.candidates.append(Candidate("doi", article.group(1), source))
    issue = _ISSUE.search(context)
    if issue:
        for column in ("volume", "issue"):
            reading.candidates.append(Candidate(column, issue[column] or issue[f"{column}2"], source))
