"""The licence that a JATS article states, and whether it is open access."""

from __future__ import annotations

import re

from crawler.parsers.text import Element
from crawler.parsers.xml_reading.candidates import Candidates
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, descendants, first

_PUBLIC = re.compile(
    r"https?://(?:www\.)?(?:creativecommons\.org/(?:licen[sc]es|publicdomain)/[\w./-]{2,60}"
    r"|opensource\.org/licenses/[\w./-]{2,40})",
    re.IGNORECASE,
)
_CREATIVE = re.compile(r"creative\scommons\s(?:attribution|zero|cc0)|\bCC[\s-]BY\b", re.IGNORECASE)
_OPEN_TYPES = re.compile(
    r"open[\s_-]?access|^cc[\s_-]|creative[\s_-]?commons|public[\s_-]?domain", re.IGNORECASE
)


def read_rights(article: Element, meta: Element | None, said: Candidates) -> None:
    """Say license, license_url and, where a licence or the file says so, is_open_access."""
    stated_all = list(descendants(first(child(meta, "permissions"), meta), "license"))
    licenses = [node for node in stated_all if text_of(node) or any(_addresses(node))]
    statements = [n for n in descendants(meta, "copyright-statement") if _CREATIVE.search(text_of(n))]
    wholes = licenses or list(descendants(meta, "copyright-statement"))
    address = next((found for node in wholes for found in _addresses(node)), None)
    public = [found for node in wholes for found in _addresses(node) if _PUBLIC.match(found)]
    address = public[0] if public else address
    said.text("license_url", address, "permissions/license/@xlink:href")
    # The address names the licence exactly; the words around it often leave the version out.
    said.text("license", public[0] if public else None, "permissions/license/@xlink:href")
    for node in licenses if not public else ():
        said.text("license", text_of(node), "permissions/license")
    for node in statements[:1] if not licenses and not public else ():
        said.text("license", text_of(node), "permissions/copyright-statement")
    stated = (_custom(meta, "open-access") or attribute(article, "open-access") or "").lower()
    if public or any(_OPEN_TYPES.search(attribute(node, "license-type") or "") for node in stated_all):
        said.open_access("permissions/license", stated=True)
    elif stated in {"yes", "true", "1", "no", "false", "0"}:
        said.open_access("custom-meta[open-access]", stated=stated in {"yes", "true", "1"})


def _addresses(node: Element) -> list[str]:
    """Links of a licence in the order of their weight: its own, its reference, those in its text, its text."""
    found = [attribute(node, "href")]
    found += [text_of(inner) for inner in descendants(node, "license_ref", "ali_license_ref")]
    found += [attribute(inner, "href") for inner in descendants(node, "ext-link", "uri", "license-p", "p")]
    found += [match.group().rstrip(".") for match in _PUBLIC.finditer(text_of(node))]
    return [address.strip() for address in found if address and re.match(r"https?://", address.strip())]


def _custom(meta: Element | None, name: str) -> str | None:
    for pair in descendants(meta, "custom-meta"):
        if text_of(child(pair, "meta-name")).lower() == name:
            return text_of(child(pair, "meta-value"))
    return None
