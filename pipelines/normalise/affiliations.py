"""Affiliations: labels off, and a cautious split into institution, city and country."""

from __future__ import annotations

import re

from pipelines.normalise.countries import country
from pipelines.normalise.texts import text as clean_text

_LABEL = re.compile(
    r"^\s*(?:(?:\(?\d{1,3}\)|\[\d{1,3}\]|\d{1,3}(?![\d-])[.:)]?(?!\s?(?:st|nd|rd|th|er|ère|º|ª"
    r"|°)\b))\s*(?=[^\W\d_])"
    r"|[*∗†‡§¶#‖|✉⁎\u00b9\u00b2\u00b3\u2070-\u2079\u1d43-\u1d61]{1,4}\s*"
    r"|\(?[a-z]\)\s*|[a-z](?=[A-ZÀ-Þ][^\W\d_])|[a-z]\s(?=[A-ZÀ-Þ]))"
)
_NOT_A_LABEL = re.compile(r"^(?:e[A-Z][a-z]|i[A-Z][A-Z]|m[A-Z])")
_STRONG = re.compile(
    r"\b(?:univ\w{0,14}|universit[àéäèt]{0,2}|eth|mit|caltech|cern|cnrs|inserm|csic|cea|inria|riken"
    r"|nasa|nih|polytechnic\w{0,3}"
    r"|[ée]cole\s\w+|politecnico|polit[ée]cnica|hochschule|kaist|unist)\b|大学|대학교|学院",
    re.IGNORECASE,
)
_MIDDLE = re.compile(
    r"\b(?:hospital\w{0,2}|h[oô]pital|h[oô]pitaux|klinik\w{0,3}|clinic\w{0,2}|academy|akademie"
    r"|academia|college|council|foundation|company|inc|ltd|gmbh"
    r"|corporation|corp|llc|agency|ministry|bureau|organi[sz]ation|society|museum|observatory"
    r"|national\slaborator\w{1,3}|observatoire"
    r"|fundaci[oó]n|consiglio|conselho|pharma\w{0,10}|trust|authority|survey|administration"
    r"|library)\b|病院|医院|병원",
    re.IGNORECASE,
)
_WEAK = re.compile(
    r"\b(?:institut\w{0,3}|instituto|istituto|centre|center|centro|zentrum|laborator\w{1,4}"
    r"|laboratoire|labs?|school|faculty|facult\w{1,3}"
    r"|fakult\w{1,3}|facultad|faculdade)\b|研究所|연구소",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"\b(?:dep(?:art(?:a?ment\w{0,2})?|t|to)?|division|section|unit|group|program\w{0,3}|chair|room"
    r"|building|street|road|avenue|ave|rd|st|blvd|box"
    r"|strasse|straße|rue|via|campus|floor|drive|lane|district|province|state|county|prefecture"
    r"|island|park|no)\b|\d",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"\b(?:[A-Z]{1,2}-)?\d[\d -]{2,9}\b|\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b"
    r"|\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b|\b\d{4}\s?[A-Z]{2}\b|\bCEDEX\b(?:\s\d{1,2})?",
    re.IGNORECASE,
)
_STATE = re.compile(r"^(?:[A-Z]{2,3}|D\.C\.|[A-Z]\.[A-Z]\.)$")
_EMAIL = re.compile(
    r"[\s,;.(]{0,9}(?:e-?mail:?\s?)?[^\s,;()@]{1,64}@[^\s,;()@]{1,120}\)?(?=[,;]|$)", re.IGNORECASE
)
_ADDRESSED = re.compile(
    r"[\s,;.(]{0,9}(?:e-?mails?(?: address(?:es)?)?\s?[:.]?\s{0,2})?[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[\s).;,]{0,5}$",
    re.IGNORECASE,
)
_CITY = re.compile(r"^[^\W\d_][^\W\d_'’.-]*(?:[ '’.-]{1,2}[^\W\d_]+){0,4}\.?$")
_REGION = re.compile(
    r"^(?:california|texas|florida|massachusetts|pennsylvania|illinois|ohio|michigan|maryland"
    r"|virginia|colorado|minnesota|wisconsin|oregon|arizona"
    r"|north carolina|new jersey|connecticut|tennessee|missouri|indiana|utah|iowa|ontario|quebec"
    r"|british columbia|alberta|victoria|queensland"
    r"|new south wales|england|scotland|wales|[\w ]{2,20} province)$",
    re.IGNORECASE,
)


def strip_affiliation_label(text: str | None) -> str | None:
    """Return an affiliation as printed without the label that ties it to authors: "1", "a", "†", "(2)".

    E-mail addresses behind it are taken off as well: they are the author's.
    Glued labels go too (``1Department``, ``aDepartment``); "3rd Hospital" and "e-Science" keep theirs.
    """
    cleaned = clean_text(text)
    before = None
    while cleaned and cleaned != before:
        before = cleaned
        if not _NOT_A_LABEL.match(cleaned) or cleaned[1:2].isspace():
            cleaned = _LABEL.sub("", cleaned, count=1).lstrip(" ,;:")
        if "@" in cleaned:
            cleaned = _ADDRESSED.sub("", cleaned)
    return cleaned or None


def affiliation(text: str | None) -> tuple[str | None, str | None, str | None]:
    """Return ``(institution, city, country)`` of an address, each None where it is not sure.

    The institution is the largest body named (a university rather than its department), as printed; the
    city is told only where the country is; the country is an ISO 3166 alpha-2 code.
    """
    cleaned = strip_affiliation_label(text)
    if cleaned is None:
        return None, None, None
    cleaned = _EMAIL.sub("", cleaned)
    parts = [part.strip(" .") for part in re.split(r"[,;]\s?", cleaned) if part.strip(" .")]
    code = country(cleaned)
    institution = _institution(parts)
    return institution, _city(parts, institution) if code else None, code


def _institution(parts: list[str]) -> str | None:
    for pattern in (_STRONG, _MIDDLE, _WEAK):
        for part in parts:
            if pattern.search(part) and not part.lower().startswith(
                ("department", "dept", "division", "section")
            ):
                return part
    return None


def _city(parts: list[str], institution: str | None) -> str | None:
    at = parts.index(institution) if institution in parts else -1
    candidates = parts[at + 1 :]
    if candidates and country(candidates[-1]) and not _POSTCODE.search(candidates[-1]):
        candidates = candidates[:-1]
    for part in reversed(candidates):
        bare = _POSTCODE.sub("\0", part).strip(" .-\0")
        if "\0" in bare:
            return None
        if not bare or _STATE.match(bare) or _REGION.match(bare):
            continue
        words = bare.split()
        if len(words) > 1 and _STATE.match(words[-1]):
            bare = " ".join(words[:-1])
        sure = _CITY.match(bare) and not _INSIDE.search(bare)
        sure = (
            sure
            and not any(kind.search(bare) for kind in (_STRONG, _MIDDLE, _WEAK))
            and country(bare) is None
        )
        return bare if sure else None
    return None
