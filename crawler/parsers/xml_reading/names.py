"""Personal names in XML: parts where the file marks them, the printed form always."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from crawler.parsers.text import Element
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, local

#: How the parts are called in the schemas that this package reads.
_PARTS: Final = {
    **dict.fromkeys(("surname", "familyName", "FamilyName", "LastName"), 0),
    **dict.fromkeys(
        ("given-names", "given-name", "givenNames", "GivenName", "ForeName", "FirstName", "MiddleName"), 1
    ),
    **dict.fromkeys(("suffix", "nameSuffix", "Suffix"), 2),
}
_ET_AL = re.compile(r"^(?:et\.?\s?al\.?|and others|others|\.\.\.|…)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name and its parts, None where the file does not mark them."""

    printed: str
    family: str | None = None
    given: str | None = None
    suffix: str | None = None

    def inverted(self) -> str:
        """``Family, Given`` where the parts are known, else as printed."""
        if self.family is None:
            return self.printed
        given = " ".join(part for part in (self.given, self.suffix) if part)
        return f"{self.family}, {given}" if given else self.family


def person_name(element: Element) -> PersonName | None:
    """Read ``name``, ``string-name``, ``ce:author`` and the like; None for an empty name and for "et al."."""
    parts = ["", "", ""]
    for node in element:
        index = _PARTS.get(local(node))
        if index is not None and (text := text_of(node, _is_mark)):
            parts[index] = f"{parts[index]} {text}" if parts[index] else text
    family, given, suffix = parts[0].rstrip(",;") or None, parts[1].strip(), parts[2].rstrip(",;") or None
    if family is None and not given:
        text = text_of(element).strip(" ,;")
        return PersonName(text) if text and not _ET_AL.match(text) else None
    if _ET_AL.match(family or given):
        return None
    eastern = attribute(element, "name-style") == "eastern" or _is_cjk(family or "")
    order = (family, given) if eastern else (given, family)
    printed = ("" if eastern and _is_cjk(family or "") else " ").join(part for part in order if part)
    return PersonName(f"{printed} {suffix}" if suffix else printed, family, given or None, suffix)


def best_name(holder: Element) -> Element | None:
    """The name element of an author: of several the one in Latin letters for display, the first otherwise."""
    direct = list(children(holder, "name", "string-name"))
    alternatives = list(children(child(holder, "name-alternatives"), "name", "string-name"))
    names = direct or alternatives
    display = [n for n in names if attribute(n, "specific-use") in {None, "display", "primary"}]
    latin = [n for n in display or names if not _is_cjk(text_of(n))]
    return next(iter(latin or display or names), None)


def _is_mark(node: Element) -> bool:
    """Whether a child of a name is a footnote mark, punctuation, or a role in bold ("Moderator:")."""
    name = local(node)
    return name in {"xref", "x", "cross-ref"} or (name in {"bold", "italic"} and text_of(node).endswith(":"))


def _is_cjk(text: str) -> bool:
    return not text.isascii() and any(
        "\u2e80" <= char <= "\u9fff" or "\uac00" <= char <= "\ud7ff" for char in text
    )
