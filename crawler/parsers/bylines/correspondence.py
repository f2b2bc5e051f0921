"""The words in which a page says who the corresponding author is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, cast

from lxml import etree

from crawler.items import AuthorList, AuthorSaid, Candidate, PageReading
from crawler.parsers.bylines.front_byline import authors_with_label
from crawler.parsers.bylines.lines_behind import lines_behind
from crawler.parsers.bylines.named_beside import author_beside, known_names, named_in
from crawler.parsers.document import Document
from crawler.parsers.text import BLOCKS, Element, collapse, text_of

_CUE = re.compile(
    # Blocks may touch: "USACorrespondence to".
    r"(?:(?<![\w-])|(?=(?-i:Corr|Addr|Auth|To )))(?:corresponding authors?(?:\(s\))?|(?:for )?correspondence(?: and (?:reprint )?requests[\w ]{0,30}?)?(?: should be addressed)?"
    r"(?: to)?|to whom (?:all )?correspondence (?:should|may|can) be (?:addressed|sent)|author for correspondence"
    r"|address(?:ed)? (?:all )?correspondence(?: and reprint requests)?(?: to)?|(?:reprint requests|korrespondenzadresse"
    r"|autor(?:es)? (?:de correspondencia|correspondente)|auteur correspondant|通讯作者)(?: to)?)(?!\w)"
    # A note that says nothing but the address: "* E-mail: …".
    r"|[*✉]\s?e-?mails?\b",
    re.IGNORECASE,
)
#: The same in the text of a whole page, where elements touch: "Correspondenceli@example.org".
_GLUED_CUE = re.compile(_CUE.pattern.replace(r"(?!\w)", ""), re.IGNORECASE)
#: One of these stands in every cue, at most so many characters from its beginning and its end; looking for them is quick.
_STEMS = ("orrespond", "ORRESPOND", "eprint", "EPRINT", "通讯作者", "* E", "*E", "* e", "*e", "✉")
_LEAD, _REST = 30, 120
_HOLDING = {stem: etree.XPath(f"//body//text()[contains(., '{stem}')]") for stem in _STEMS}
_END = re.compile(
    r"\b(?:received|accepted|published|abstract|copyright|keywords|introduction|cite this|how to cite|search for|open access|funding"
    r"|competing interests?|conflicts? of interest|present address|current address|edited by|reviewed by|contributed equally|author contributions|acknowledge?ments?|download|references)\b|©",
    re.IGNORECASE,
)
#: How much of the text after the words may hold the names, and in how many lines.
_WINDOW = 260
_MOST_LINES = 5
_MOST = 12
_MAIL = re.compile(r"@|\{at\}|\be-?mails?\b", re.IGNORECASE)
_ADDRESS = re.compile(
    r"https?://\S{1,80}|[\w.+%-]{1,64}@[\w.-]{1,100}|\[email.protected\]|\be-?mails?\b", re.IGNORECASE
)
_WORD = re.compile(r"[^\W\d_]{2}")
#: The label before a note.
_LABEL = re.compile(
    r"[(\[]?(\d{1,2}|[a-z]|[*†‡§¶#✉])[)\].:]?\s{0,2}(?:the )?(?:author|correspond|to whom)", re.IGNORECASE
)
_AROUND = " :：*.,;)([]–—-"


def read_correspondence(document: Document, reading: PageReading) -> None:
    """Add the text behind every "Correspondence to" and the like, where no layout has read it.

    Behind words that stand alone beside a single author's name ("Ana Li, corresponding author") nothing is read: it is that author.
    """
    if any(candidate.field == "correspondence" for candidate in reading.candidates):
        return
    cues = {cue.group() for cue in _cues(document.text, _GLUED_CUE)}
    stems = [stem for stem in _STEMS if any(stem in cue for cue in cues)]
    if not stems:
        return
    names = known_names(reading)
    found: list[str] = []
    beside: list[str] = []
    for element, text, is_tail in islice(_places(document, stems), _MOST):
        for cue in islice(_cues(text, _CUE), _MOST):
            rest = text[cue.end() : cue.end() + 8 * _WINDOW]
            lines = lines_behind(element, rest, is_tail=is_tail, limit=_WINDOW)
            window = _window(lines)
            # Behind words that end their line, or an address, the next author of a list may stand.
            is_bare = _WORD.search(_ADDRESS.sub(" ", lines[0])) is None or _ADDRESS.match(window)
            if is_bare or not named_in(_ADDRESS.sub(" ", window), names):
                alone = author_beside(element, names) or _labelled(document, element, names)
                if alone:
                    beside += [name for name in alone if name not in beside]
                    continue
            if len(window) > 3 and window not in found:
                found.append(window)
    if beside:
        marked = [AuthorSaid(name=name, is_corresponding=True) for name in beside]
        reading.author_lists.append(AuthorList("dom:label[correspondence]", marked, complete=False))
        found += beside
    if found:
        reading.candidates.append(Candidate("correspondence", " | ".join(found), "dom:label[correspondence]"))


def _labelled(document: Document, element: Element, names: list[str]) -> list[str]:
    """The authors with the label of a note: "* Corresponding author", "3 Author to whom correspondence …"."""
    while element.tag not in BLOCKS and (parent := element.getparent()) is not None:
        element = parent
    label = _LABEL.match(text_of(element)[:_LEAD])
    return authors_with_label(document, names, label.group(1)) if label and names else []


def _places(document: Document, stems: list[str]) -> Iterator[tuple[Element, str, bool]]:
    """Each piece of text with a cue, the element that it stands in or behind, and whether it stands behind."""
    seen: set[tuple[Element, str]] = set()
    for stem in stems:
        for text in cast("list[Any]", _HOLDING[stem](document.root)):
            if next(_cues(text, _CUE), None) is None:
                continue
            place = (text.getparent(), str(text))
            if place not in seen:
                seen.add(place)
                yield *place, bool(text.is_tail)


def _window(lines: list[str]) -> str:
    """What names the authors: the rest of the line, and lines of addresses behind it; of a bare label, the next lines."""
    parts: list[str] = []
    has_mail = False
    for line in lines[:_MOST_LINES]:
        end = _END.search(line, 0 if parts else 3)
        own = collapse(line[: end.start()] if end else line).strip(_AROUND)
        is_mail = _MAIL.search(own) is not None
        if parts and not is_mail and (has_mail or _WORD.search(_ADDRESS.sub("", parts[0]))):
            break
        if own:
            parts.append(own)
        has_mail = has_mail or is_mail
        if end:
            break
    return ", ".join(parts)[:_WINDOW]


def _cues(text: str, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """As ``pattern.finditer``, looking only where a stem stands."""
    done = 0
    places = sorted(place for stem in _STEMS for place in _occurrences(text, stem))
    for place in places:
        if place >= done and (cue := pattern.search(text, max(done, place - _LEAD), place + _REST)):
            done = cue.end()
            yield cue


def _occurrences(text: str, word: str) -> Iterator[int]:
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + len(word))
