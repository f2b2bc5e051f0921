"""Affiliations: the text of each as printed, and which author has which."""

from __future__ import annotations

import re
from typing import Final

from crawler.parsers.text import Element, collapse
from crawler.parsers.xml_reading.text import BLOCKS, SILENT
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, local

#: Elements that hold one part of an address.
_FIELDS: Final = frozenset(
    "institution institution-wrap addr-line named-content city state country postal-code post-code postcode cou"
    " organization address-line".split()
)
_NO_TEXT: Final = SILENT | {"label", "email", "xref", "phone", "fax", "uri", "institution-id", "degrees"}
#: Punctuation, "and", initials in brackets or with full stops: what belongs to an e-mail address that is left out.
_AFTER_MAIL = re.compile(r"(?>\([A-Z.\s-]{1,20}\)|[A-Z]\.|and\b|[\s;,.()&/:-])*+$")
#: Where the end of an address is looked at for what is no part of it.
_TAIL = 240  # characters
_MAIL_LABEL = re.compile(
    r"(?:e-?mail(?:\s+address(?:es)?)?|electronic\s+mail|tel(?:ephone)?|fax)\b[\s:.]*$",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,5}[)>\].;,]*$")
_ABBREVIATED = re.compile(r"(?:Inc|Ltd|Co|Corp|Univ|Dept|Inst|St|Bhd|Ltda|[A-Z])\.")
_INITIALS = re.compile(r"\((?:[A-Z]\.?[\s-]?){1,6}\)$")
_LOOSE = re.compile(r"(?:\band|\(\s*\)|[\s,;:(<\[])$")


def affiliation_text(aff: Element) -> str:
    """One affiliation without its label, e-mail addresses, notes and registry identifiers.

    Parts that the file only puts side by side are set apart by commas; where it prints its own punctuation
    between them, that is kept. A printed form that stands beside the parts ("original") is taken alone.
    """
    original = [
        node for node in children(aff, "institution") if attribute(node, "content-type") == "original"
    ]
    out: list[str] = []
    if original:
        _write(original[0], out, ", ")
    else:
        between = "".join([aff.text or "", *(node.tail or "" for node in aff if local(node) not in _NO_TEXT)])
        _write(aff, out, " " if re.search(r"[,;]", between) or _has_own_commas(aff) else ", ")
    text = collapse("".join(out))
    text = re.sub(r"\s+([,;.)])", r"\1", re.sub(r"(?:,\s?){2,}", ", ", text))
    return _trimmed(text)


def _has_own_commas(aff: Element) -> bool:
    line = child(aff, "addr-line")
    return line is not None and any("," in (node.tail or "") for node in line)


def _write(element: Element, out: list[str], joint: str) -> None:
    """Write the content; ``joint`` goes between address parts with nothing but white space between them."""
    if element.text:
        out.append(element.text)
    previous_field = False
    for position, node in enumerate(element):
        name = local(node)
        tail = node.tail or ""
        if name in _NO_TEXT or (name == "ext-link" and _is_mail(node)) or _is_label(node, position, element):
            if name in {"email", "ext-link"} and _AFTER_MAIL.match(tail):
                tail = " " if tail[:1].isspace() else ""
        elif not (name == "country" and _is_said(node, out)):
            if name in _FIELDS and previous_field and "".join(out[-3:])[-3:].strip() not in {",", ";"}:
                out.append(joint)
            elif name in BLOCKS or name in _FIELDS:
                out.append(" " if name in BLOCKS else "")
            _write(node, out, joint)
            previous_field = name in _FIELDS
        if tail.strip():
            previous_field = False
        out.append(tail)


def _is_said(country: Element, out: list[str]) -> bool:
    """Whether the address so far ends in the country already."""
    text, name = collapse("".join(out)).rstrip(" ,;."), collapse("".join(map(str, country.itertext())))
    return bool(name) and text.endswith(name) and text.removesuffix(name).rstrip()[-1:] in {",", ".", ";"}


def _is_mail(node: Element) -> bool:
    kind = (attribute(node, "ext-link-type") or "").lower()
    return kind in {"email", "domain-name"} or (attribute(node, "href") or "").startswith("mailto:")


def _is_label(node: Element, position: int, parent: Element) -> bool:
    """A superscript before everything else numbers the affiliation."""
    return (
        local(node) in {"sup", "bold", "italic"}
        and position == 0
        and not (parent.text or "").strip()
        and len(collapse("".join(map(str, node.itertext())))) <= 3
    )


def _trimmed(text: str) -> str:
    while True:
        head, tail = text[:-_TAIL], text[-_TAIL:]
        shorter = _LOOSE.sub("", _INITIALS.sub("", _MAIL_LABEL.sub("", _MAIL.sub("", tail)))).rstrip(" ,;:(")
        if shorter == tail:
            break
        text = head + shorter
    last = text.rpartition(" ")[2]
    if text.endswith(".") and "." not in last[:-1] and not _ABBREVIATED.fullmatch(last):
        text = text[:-1]
    return text.lstrip(" ,;.:")


class Affiliations:
    """All affiliations of an article by the id, and the label, that authors refer to."""

    def __init__(self, meta: Element | None) -> None:
        self.by_id: dict[str, Element] = {}
        self._by_label: dict[str, Element] = {}
        self._texts: dict[Element, str] = {}
        self.top: list[Element] = []
        for aff in descendants(meta, "aff"):
            if (identifier := attribute(aff, "id")) is not None:
                self.by_id.setdefault(identifier, aff)
            if (label := _label_of(aff)) is not None:
                self._by_label.setdefault(label, aff)
        for alternatives in descendants(meta, "aff-alternatives"):
            inner = child(alternatives, "aff")
            if inner is not None and (identifier := attribute(alternatives, "id")) is not None:
                self.by_id.setdefault(identifier, inner)
        for node in children(meta, "aff", "aff-alternatives"):
            inner = node if local(node) == "aff" else child(node, "aff")
            if inner is not None:
                self.top.append(inner)

    def texts(self, affs: list[Element]) -> list[str]:
        """The texts of affiliations, each once."""
        for aff in affs:
            if aff not in self._texts:
                self._texts[aff] = affiliation_text(aff)
        return list(dict.fromkeys(text for aff in affs if (text := self._texts[aff])))

    def linked(self, contrib: Element) -> list[Element]:
        """What the author's own element holds or refers to, in its order."""
        found: list[Element] = []
        for node in children(contrib):
            name = local(node)
            if name == "aff":
                found.append(node)
            elif name == "aff-alternatives" and (inner := child(node, "aff")) is not None:
                found.append(inner)
            elif name == "xref":
                found += self._referred(node)
        found += [self.by_id[i] for i in (attribute(contrib, "rid") or "").split() if i in self.by_id]
        return list(dict.fromkeys(found))

    def _referred(self, xref: Element) -> list[Element]:
        ids = (attribute(xref, "rid") or "").split()
        found = [self.by_id[i] for i in ids if i in self.by_id]
        if not ids and attribute(xref, "ref-type") == "aff":
            label = collapse("".join(map(str, xref.itertext())))
            found = [self._by_label[label]] if label in self._by_label else []
        return found


def _label_of(aff: Element) -> str | None:
    label = child(aff, "label")
    if label is None:
        return None
    return collapse("".join(map(str, label.itertext()))) or None
