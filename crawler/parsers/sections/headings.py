"""What a section is, told by its heading: the names that publishers use, in the languages they print.

The vocabulary is closed: a heading that is not in it has no kind, so that "Funding of museums" in the body of
an article is never taken for the funding statement. Numbering, case, colons, ornaments and "&" do not matter.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from crawler.items import STATEMENT_COLUMNS
from crawler.parsers.sections.heading_names import HEADING_NAMES

#: Longest text that can still be a heading, in characters.
MAX_HEADING = 120

#: Every kind that `section_kind` may answer. The first nine are columns or tables of the record; the others
#: say where front and back matter stand, or (``body``, ``boilerplate``) only that another section ends here.
SECTION_KINDS: Final = (
    "abstract",
    *STATEMENT_COLUMNS,
    "references",
    "keywords",
    "author_information",
    "affiliations",
    "correspondence",
    "author_contributions",
    "rights",
    "history",
    "citation",
    "declarations",
    "notes",
    "supplementary",
    "cited_by",
    "body",
    "boilerplate",
)


_NUMBERING = re.compile(
    r"""(?: (?:§|section|abschnitt|chapter)\s{0,2} )? [(\[]?
        (?: (?:\d{1,3}(?:\.\d{1,3}){0,4} | [ivx]{1,5}) (?: [.)\]:、．]{1,2}\s{0,3} | \s{1,3}[-–—|]?\s{0,2} )
          | [a-z] [.)\]:]{1,2}\s{0,3} )""",
    re.VERBOSE,
)
_ORNAMENT = "#*_=~-–—•·▪■◆►▶▸▾▼△▲⇧↑↓¶§†‡|>:.;,\"'“”„«»「」【】〔〕[]()<＜＞ \t"
_COUNT = re.compile(r"\s*[(\[]\s*\d{1,4}\s*[)\]]$|\s+\d{1,4}$")
_QUOTES = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "：": ":", "／": "/"}
)
_LEAD = re.compile(
    r"(?:the )?(?:authors?'?s?'? )?(?:statement|declaration|declarations|note) "
    r"(?:of|on|about|regarding|concerning) (?:the |any )?"
)
_TAIL = re.compile(r" (?:statements?|section|declarations?|notes?)$")
_THING = (
    r"(?:(?:research|raw|source|open|supporting|primary|replication|original|full|study|experimental) )?"
    r"(?:data|datasets?|data sets?|codes?|software|scripts?|materials?|resources?|protocols?|reagents|models?"
    r"|products|tools)"
)
_THINGS = rf"{_THING}(?:(?:, and | and | or |, |/| and/or ){_THING}){{0,4}}"
_AVAILABILITY = re.compile(
    rf"(?:(?P<a>{_THINGS}) (?:availability|accessibility|access|sharing|deposition|transparency)"
    rf"|(?:availability|accessibility|access|sharing) (?:of|to) (?:the )?(?P<b>{_THINGS}))"
    r"(?: (?:policy|plan|and requirements|and reproducibility|information))?"
)
_PARTS = re.compile(r"\s*(?:,\s*and\s|\sand\s|\sund\s|\set\s|\sy\s|\se\s|/|;|,)\s*")
_SPACED = re.compile(r"(?:\w\s){3,30}\w")


def _folded(text: str) -> str:
    """Case-folded, straight quotes, single spaces; the dot that folding a Turkish "İ" leaves is taken off."""
    return " ".join(text.casefold().replace("i\u0307", "i").translate(_QUOTES).split())


def _names() -> dict[str, str]:
    found: dict[str, str] = {}
    for kind, names in HEADING_NAMES.items():
        for name in names.split("|"):
            found.setdefault(_folded(name), kind)
    return found


_KIND_OF: Final = _names()


def normalise_heading(heading: str) -> str:
    """The heading as the vocabulary has it: case-folded, "and" for "&", without ornaments and counts.

    Numbering stays: only a name that follows it tells numbering from a word.
    """
    text = unicodedata.normalize("NFC", heading[: MAX_HEADING * 2]).replace("\u200b", "").replace("\xad", "")
    text = _folded(text.replace("&amp;", "&").replace("&", " and "))
    text = _COUNT.sub("", text).strip(_ORNAMENT)
    if _SPACED.fullmatch(text):
        text = text.replace(" ", "")
    return text


@lru_cache(maxsize=4096)
def section_kinds(heading: str) -> tuple[str, ...]:
    """Every kind that a heading announces, in its order; () where the vocabulary does not know it.

    Combined headings have several: "Acknowledgements and Funding" announces ``acknowledgements`` and
    ``funding_text``, "Data and code availability" ``data_availability`` and ``code_availability``.
    """
    if len(heading) > MAX_HEADING:
        return ()
    text = normalise_heading(heading)
    if not text:
        return ()
    number = _NUMBERING.match(text)
    unnumbered = text[number.end() :] if number else text
    for candidate in dict.fromkeys((text, unnumbered, _unwrapped(text), _unwrapped(unnumbered))):
        if found := _known(candidate):
            # A numbered summary closes the body: "5. Summary", "6. Zusammenfassung".
            closes = found == ("abstract",) and number is not None and "abstra" not in text
            return ("body",) if closes else found
    return ()


def section_kind(heading: str) -> str | None:
    """What the section under a heading holds, one of `SECTION_KINDS`; None for a name it does not know.

    Args:
        heading: Text of the heading, with or without numbering ("5.", "l.", "IV."), colon, markdown marks.
            Texts of more than `MAX_HEADING` characters are never headings.
    """
    kinds = section_kinds(heading)
    return kinds[0] if kinds else None


def _known(text: str) -> tuple[str, ...]:
    if kind := _KIND_OF.get(text):
        return (kind,)
    if match := _AVAILABILITY.fullmatch(text):
        return _availability(match["a"] or match["b"])
    parts = [_unwrapped(part) for part in _PARTS.split(text)]
    if 2 <= len(parts) <= 5:
        kinds = [_KIND_OF.get(part) for part in parts]
        named = [kind for kind in kinds if kind is not None]
        if len(named) == len(parts):
            return tuple(dict.fromkeys(named))
    return ()


def _availability(things: str) -> tuple[str, ...]:
    code = re.search(r"code|software|script|tools", things) is not None
    data = re.search(r"data|material|resource|protocol|reagent|model|product", things) is not None
    return ("data_availability",) * data + ("code_availability",) * code


def _unwrapped(text: str) -> str:
    lead = _LEAD.match(text)
    return _TAIL.sub("", text[lead.end() :] if lead else text).strip(_ORNAMENT)
