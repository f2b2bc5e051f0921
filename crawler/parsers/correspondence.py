"""The words in which a page says who the corresponding author is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from crawler.items import Candidate, PageReading
from crawler.parsers.document import Document

_CUE = re.compile(
    # Blocks may touch: "USACorrespondence to".
    r"(?:(?<![\w-])|(?=(?-i:Corr|Addr|Auth|To )))(?:corresponding authors?|correspondence(?: and (?:reprint )?requests[\w ]{0,30}?)?(?: should be addressed)?"
    r"(?: to)?|to whom (?:all )?correspondence (?:should|may|can) be (?:addressed|sent)|author for correspondence"
    r"|address(?:ed)? (?:all )?correspondence(?: and reprint requests)?(?: to)?|(?:reprint requests|korrespondenzadresse"
    r"|autor(?:es)? (?:de correspondencia|correspondente)|auteur correspondant|通讯作者)(?: to)?)\b",
    re.IGNORECASE,
)
#: One of these stands in every cue, at most so many characters from its beginning and its end; looking for them is quick.
_STEMS = ("orrespond", "ORRESPOND", "eprint", "EPRINT", "通讯作者")
_LEAD, _REST = 30, 120
_END = re.compile(
    r"\b(?:received|accepted|published|abstract|copyright|keywords|introduction|cite this|search for|open access|funding"
    r"|competing interests?|conflicts? of interest|present address|current address|edited by|reviewed by|contributed equally|author contributions|acknowledge?ments?|download|references)\b|©",
    re.IGNORECASE,
)
#: How much of the text after the words may hold the names.
_WINDOW = 260
_MOST = 12


def read_correspondence(document: Document, reading: PageReading) -> None:
    """Add the text behind every "Correspondence to" and the like, where no layout has read it."""
    if any(candidate.field == "correspondence" for candidate in reading.candidates):
        return
    if not any(stem in document.written for stem in _STEMS):
        return
    text = document.text
    found: list[str] = []
    for cue in islice(_cues(text), _MOST):
        window = text[cue.end() : cue.end() + _WINDOW]
        end = _END.search(window, 3)
        window = (window[: end.start()] if end else window).strip(" :：*.,;)(")
        if len(window) > 3 and window not in found:
            found.append(window)
    if found:
        reading.candidates.append(Candidate("correspondence", " | ".join(found), "dom:label[correspondence]"))


def _cues(text: str) -> Iterator[re.Match[str]]:
    """As ``_CUE.finditer``, looking only where a stem stands."""
    done = 0
    places = sorted(place for stem in _STEMS for place in _places(text, stem))
    for place in places:
        if place >= done and (cue := _CUE.search(text, max(done, place - _LEAD), place + _REST)):
            done = cue.end()
            yield cue


def _places(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
