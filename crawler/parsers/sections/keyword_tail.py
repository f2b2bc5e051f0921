"""Keywords that stand in the last line of an abstract."""

from __future__ import annotations

import re

from crawler.parsers.sections.heading_names import HEADING_NAMES

_NAMES = sorted(
    (" ".join(name.split()) for name in HEADING_NAMES["keywords"].split("|")), key=len, reverse=True
)
_LINE = re.compile(rf"(?:(?<=[\s.;)])|^)(?:{'|'.join(map(re.escape, _NAMES))})\s?[:：]\s?", re.IGNORECASE)
#: Keywords take no more room than this, and less than the abstract before them.
_MOST = 600


def without_keywords(abstract: str) -> str:
    """An abstract without the line of keywords that ends it."""
    found = _LINE.search(abstract, max(0, len(abstract) - _MOST))
    if found is None or 2 * found.start() < len(abstract):
        return abstract
    return abstract[: found.start()].rstrip()
