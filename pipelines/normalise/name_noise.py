"""What pages print around the name of an author and is not the name: marks, degrees, addresses, labels."""

from __future__ import annotations

import re

from pipelines.normalise.texts import text as clean_text

_EMAIL = re.compile(
    r"[(\[<]?\b(?:e-?mail:?\s?)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}[)\]>]?", re.IGNORECASE
)
_ORCID = re.compile(
    r"[(\[]?(?:\bview\s)?(?:https?://)?\borcid(?:\.org/|\s?(?:profile|id|icon|logo)\b|\b)[\s:]{0,3}"
    r"(?:https?://orcid\.org/)?(?:\d{4}-?){0,3}(?:\d{3}[\dX])?[)\]]?|\b\d{4}-\d{4}-\d{4}-\d{3}[\dX]\b",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"^(?:(?:prof(?:essor)?|dr|mr|mrs|ms|sir|dame|doc|ing|dipl|priv|mag|univ|phd)\b\.?(?:\s|-(?=ing\b)"
    r"|(?<=\.)-?)\s?){1,4}(?=\S)",
    re.IGNORECASE,
)
# Degrees that are no name and no run of initials, wherever they stand at the end …
_DEGREE = (
    r"Ph\.?\s?D\.?|D\.?Phil\.?|M\.?Phil\.?|Dr\.?\s?med\.?|Dr\.?\s?rer\.?\s?nat\.?|MPH|M\.P\.H\.?|DrPH"
    r"|Sc\.?D\.?|D\.?Sc\.?|M\.?Sc\.?|B\.?Sc\.?"
    r"|Pharm\.?D\.?|DVM|D\.V\.M\.?|M\.D\.?|MBBS|MBChB|MBBCh|F\.?R\.?C\.?[PS]\.?|FACC|FACS|FESC|FAHA"
    r"|MRCP|MBA|MHS|MEd|M\.Ed\.?|Ed\.?D\.?"
    r"|B\.S\.?|M\.S\.?|B\.A\.?|M\.A\.?|MHA|MSN|MSPH|MSW|BSN|LLM|LLB|J\.D\.?|Psy\.?D\.?|FRS|OBE|CBE"
    r"|DDS|DMD|RN|RD|Esq\.?"
)
# … and those that are one only after a comma: "A. Li, MD" is a doctor, "Li, MD" may be a person M. D. Li.
_AFTER_COMMA = (
    rf"(?:{_DEGREE}|MD|DO|MS|MA|BS|BA|JD|PT|MB|CNS|NP|PA|MMSc|FCCP|FRCPC|MDs|Student|Jun\.?Prof\.?)"
)
_DEGREES = re.compile(rf"(?:,\s?(?:{_AFTER_COMMA})(?![\w]))+[\s,.]*$|[\s,]+(?:{_DEGREE})(?![\w])[\s,.]*$")
_COMMA_DEGREE_ONLY = re.compile(r"^[^\s,]+,[^,]*$")
_MARKS = re.compile(
    "[*∗⁎†‡§¶#‖║|✉☆★⊥△▲◊¤✝✠\uf02a\u00b9\u00b2\u00b3\u2070-\u209c\u1d2c-\u1d6a\u1d78\u1d9b-\u1dbf]+"
)
_TRAILING_LABELS = re.compile(
    r"(?<=[^\W\d_])(?:[\s,]{0,3}\(?\d{1,3}[a-z]?\)?(?:\s?[,;–-]\s?(?:\d{1,3}|[a-z])){0,12}[a-z]?"
    r"|[a-z](?:,[a-z]){1,12}|\s[a-z](?:\s?,\s?[a-z]){0,12}|,\s?[a-z](?:,[a-z]){0,12})[\s,;]{0,5}$"
)
_LEADING_LABELS = re.compile(r"^(?:\(?\d{1,3}\)?[.,\s]{1,2}){0,6}\(?\d{1,3}\)?[.,\s]{0,2}(?=[^\W\d_])")
_BRACKETS = re.compile(r"\s?[(\[][^()\[\]]{0,80}[)\]]$")
_LINKS = re.compile(
    r"^(?:and|und|et|(?-i:[ye])|&|by|with|for the)\s+|[\s,;]+(?:and|und|et|&)$", re.IGNORECASE
)
_ET_AL = re.compile(r"[\s,;]{0,3}\b(?:et\s?\.?al(?:ii|\b)\.?|and others|u\.\s?a\.)$", re.IGNORECASE)
_EDGE = " \t,;:·•/\\"


def strip_name_noise(text: str | None) -> str | None:
    """Return a name as printed without what is glued to it, or None if nothing is left.

    Footnote marks, superscript labels (``Desroches17``, ``Smith1,a``, ``Müllera,b``), degrees ("PhD, MD"),
    titles ("Prof. Dr."), ORCID texts, e-mail addresses, "and", "et al." and remarks in brackets go.
    """
    name = clean_text(text)
    before = None
    while name and name != before:
        before = name
        name = clean_text(_once(name))
    return name if name and any(c.isalnum() for c in name) else None


def _once(name: str) -> str:
    if "@" in name:
        name = _EMAIL.sub(" ", name)
    if "-" in name or "rcid" in name or "RCID" in name:
        name = _ORCID.sub(" ", name)
    name = _MARKS.sub("", name).strip(_EDGE)
    name = _ET_AL.sub("", name)
    name = _LINKS.sub("", name).strip(_EDGE)
    name = _TITLE.sub("", name)
    name = _BRACKETS.sub("", name)
    if not _COMMA_DEGREE_ONLY.match(name) or not name.isascii() or len(name) > 40:
        name = _DEGREES.sub("", name)
    name = _TRAILING_LABELS.sub("", name)
    name = _LEADING_LABELS.sub("", name)
    return " ".join(name.split()).strip(_EDGE)
