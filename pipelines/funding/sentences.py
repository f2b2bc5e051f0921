"""Cut a statement into sentences, with their places."""

from __future__ import annotations

import re

# A full stop ends a sentence unless it belongs to one of these, or to an initial.
_ABBREVIATIONS = frozenset(
    """
    no nos nr nrs n núm num dr drs prof mr mrs ms st ste sr jr vs al e.g i.e cf ca approx ref refs reg proc inc ltd corp co univ natl sci
    dept inst found govt fig eq prot expte vol pp nat technol eng u.s u.k ph.d m.d d.c md acad adv lab labs
    conv ass assoc bros mass calif conn tel ext n°
    """.split()
)
_NUMBER_WORDS = frozenset({"no", "nos", "nr"})  # "Reg.No. 12"
# everything up to the last word
_BEFORE_WORD = re.compile(r"(?s:.{0,20})(?<=[\s(\[,;])")
_LONGEST_WORD = 20
#: What no name behind initials looks like: "… to V. G. The authors thank".
_OPENS = re.compile(r"(?:The|This|These|We|Our|It|In|All|Additional|No|No other)\s[a-z]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.-?){0,4}[A-Z]$")
# the end of a sentence: a stop before white space and a new beginning, or a stop that lost its space
# (one set of characters to begin with, and only then what stood there, is what makes the search quick)
_BREAK = re.compile(
    r"[.!?:;。！？\n\r|](?:"
    r"(?<=[.!?])[\"'”’)\]]{0,2}\s{1,20}(?!(?:Grant|Award)(?:/Award)? [Nn]umber)(?=[^\Wa-z_]|[\[(\"“‘*†‡§#¶-]|the [A-Z])"
    r"|(?<=[a-zà-ÿ)\]]\.)(?=(?:This|The|These|We|Funding|Supported|Open|Additional|No|Our|It|All|In|I)\b)"
    r"|(?<=\d\.)(?=[A-Z][a-z]{3})"
    r"|(?<=:)\s{1,20}(?=(?:This|The) (?:study|work|research|project)\b)"
    r"|(?<=;)\s{1,20}(?=(?:[Ff]unding|[Ff]unds|[Cc]harges?|[Pp]ayment) (?:for|of) (?:the )?open[- ]access)"
    r"|(?<=[。！？])\s{0,20}|(?<=[\n\r])\s{0,20}[\n\r]\s{0,20}|(?<=[.;:)\d][\n\r])\s{0,20}(?=[^\Wa-z_])|(?<=\s\|)\s)"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """Begin and end of every sentence of `text`, in order, without the white space between them."""
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        stop = match.start()
        if text[stop] == "." and _is_abbreviated(text, start, stop, match.end()):
            continue
        _add(found, text, start, match.end())
        start = match.end()
    _add(found, text, start, len(text))
    return found


def _is_abbreviated(text: str, start: int, stop: int, after: int) -> bool:
    begin = max(start, stop - _LONGEST_WORD)
    before = _BEFORE_WORD.match(text, begin, stop)
    word = text[before.end() if before is not None else begin : stop]
    if not word:
        return False
    if _INITIALS.match(word) is not None:
        return _OPENS.match(text, after) is None
    low = word.lower()
    return low in _ABBREVIATIONS or low.rpartition(".")[2] in _NUMBER_WORDS


def _add(found: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    kept = piece.strip(" \t\r\n|\u00a0\u3000")
    if kept:
        start += piece.index(kept)
        found.append((start, start + len(kept)))
