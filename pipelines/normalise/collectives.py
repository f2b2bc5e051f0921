"""Authors that are groups, not persons."""

from __future__ import annotations

import re

_SURE = re.compile(
    r"\b(?:consorti(?:um|a)|collaborations?|groups?|investigators?|committee|networks?|society|association|initiative"
    r"|task\s?force|project|foundation|institutes?|university|universit[àéä]t?|organi[sz]ation|ministry|department|agency"
    r"|commission|cent(?:er|re)s?\s(?:for|of)|federation|program(?:me)?|working\sparty|workgroup|registry|academy|bureau"
    r"|alliance|administration|authority|participants|contributors|secretariat|laborator(?:y|ies)|college\sof|school\sof"
    r"|on\sbehalf\sof|gmbh|inc\.|ltd|corporation|company|groupe|gesellschaft|ministerio|minist[eè]re|instituto|institut"
    r"|universidade?|universidad|arbeitsgemeinschaft|bundes\w{2,30}|asociaci[oó]n|sociedade?|sociedad|soci[eé]t[eé]"
    r"|consortia|coalition|members|team|editors|editorial|united\snations|world\sbank|european\sunion|partnership)\b",
    re.IGNORECASE,
)
# Words that are also family names, or that stand in titles of persons: only in a longer name.
_WEAK = re.compile(
    r"\b(?:board|services?|council|cent(?:er|re)|panel|union|study|trial|survey|office|system|hospital|party|force"
    r"|government|state|national|international|american|european)\b",
    re.IGNORECASE,
)


def is_collective_name(text: str | None) -> bool:
    """Whether a name is that of a group ("ATLAS Collaboration", "World Health Organization")."""
    if not text:
        return False
    if _SURE.search(text):
        return True
    return len(text.split()) >= 3 and bool(_WEAK.search(text))
