"""Cut a statement into sentences, with their places."""

from __future__ import annotations

import re

# A full stop ends a sentence unless it belongs to one of these, or to an initial.
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|No|Nos|no|nos|nr|nrs|Nr|Dr|Drs|Prof|Mr|Mrs|Ms|St|Ste|Sr|Jr|vs|al|e\.g|i\.e|cf|ca|approx|Ref|ref|refs|Reg|reg|Proc|proc|"
    r"Inc|Ltd|Corp|Co|Univ|Natl|Sci|Dept|Inst|Found|Govt|Fig|Eq|prot|Prot|num|grant|Grant|resp|exp|Exp|Expte|vol|pp|Nat|Technol|Eng|"
    r"[A-Z]\.-?[A-Z]|U\.S|U\.K|Ph\.D|M\.D|D\.C|Md|Acad|Adv|Lab|Labs|Conv|Ass|Assoc|Bros|Mass|Calif|Conn|Tel|Ext)|\b[nN]°|№)\.$"
)
# the end of a sentence: a stop before white space and a new beginning, or a stop that lost its space
_BREAK = re.compile(
    r"[.!?][\"'”’)\]]{0,2}\s{1,20}(?=[^\Wa-z_]|[\[(\"“‘*†‡§#¶-]|the [A-Z])"
    r"|;\s{1,20}(?=(?:[Ff]unding|[Ff]unds|[Cc]harges?|[Pp]ayment) (?:for|of) (?:the )?open[- ]access)"
    r"|(?<=[^\W\d_A-Z]|[)\]])\.(?=(?:This|The|These|We|Funding|Open|Additional|No|Our|It|All|In|I)\b)"
    r"|(?<=\d)\.(?=[A-Z][a-z]{3})"
    r"|[。！？]\s{0,20}|\s{0,20}[\n\r]+\s{0,20}|\s\|\s"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Begin and end of every sentence of `text`, in order, without the white space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        stop = match.start() + 1
        if text[match.start()] == "." and _ABBREVIATION.search(text, max(start, stop - 14), stop):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    kept = piece.strip(" \t\r\n|\u00a0\u3000")
    if kept:
        start += piece.index(kept)
        found.append((start, start + len(kept)))
