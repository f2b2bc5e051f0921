"""Licences: the SPDX-like name and the link, from either or from a sentence."""

from __future__ import annotations

import re

_CC_URL = re.compile(
    r"creativecommons\.org/(?:licen[sc]es|publicdomain)/(by(?:-(?:nc|nd|sa)){0,2}|(?:nc|nd|sa|nc-sa|nd-nc)|zero|mark|cc0)"
    r"(?:/([0-9]\.[0-9])(?:/(?!deed|lega)((?-i:[a-z]{2,4}))(?![a-z]))?)?",
    re.IGNORECASE,
)
_CC_SHORT = re.compile(
    r"\bCC[\s_-]{0,2}(?:(0)|(BY(?:[\s_/-]{0,3}(?:NC|ND|SA)){0,2}))(?![A-Za-z])[\s_,-]{0,3}(?:v(?:ersion|\.)?\s?)?([0-9]\.[0-9])?"
    r"(?:[\s_-]{0,3}(IGO)\b)?",
    re.IGNORECASE,
)
_CC_WORDS = re.compile(
    r"Creative\s?Commons?\s{0,2}(?:[,:(“\"'-]\s?)?((?:Attribution|CC[\s-]?BY|BY|Licen[cs]e|Public|Universal|Zero|CC0|1\.0"
    r"|Non-?\s?Commercial|NC|No-?\s?Deriv(?:ative)?s?(?:\s?Works)?|ND|Share-?\s?Alike|SA|[\s,–_/()-]){1,14})",
    re.IGNORECASE,
)
_VERSION = re.compile(r"(?<![0-9.])([1-4]\.0|2\.5)(?![0-9])")
_ORDER = ("nc", "nd", "sa")
_OTHERS = (
    (re.compile(r"\bpublic domain dedication\b|\bCC[\s-]?0\b|\bCC[\s-]?Zero\b", re.IGNORECASE), "CC0-1.0"),
    (re.compile(r"opensource\.org/licenses/mit|^\s*MIT(?: Licen[cs]e)?\s*$", re.IGNORECASE), "MIT"),
    (
        re.compile(
            r"apache\.org/licenses/LICENSE-2\.0|^\s*Apache(?: Licen[cs]e)?,? (?:version )?2\.0\s*$",
            re.IGNORECASE,
        ),
        "Apache-2.0",
    ),
    (re.compile(r"nationalarchives\.gov\.uk/doc/open-government-licence", re.IGNORECASE), "OGL-UK-3.0"),
)


def licence(text: str | None) -> tuple[str | None, str | None]:
    """Return ``(name, url)`` of the licence in a link or text: ``("CC-BY-4.0", "https://creativecommons.org/…")``.

    Names are SPDX's where SPDX has one. A version that is not stated is not invented (``CC-BY``, and then
    without a link). Of ported licences the port is kept (``CC-BY-3.0-IGO``, ``CC-BY-NC-2.0-UK``).
    Text without a licence, such as "All rights reserved", gives ``(None, None)``.
    """
    if not text:
        return None, None
    match = _CC_URL.search(text)
    if match:
        return _named(match[1].lower(), match[2], match[3])
    match = _CC_SHORT.search(text)
    if match:
        kind = "zero" if match[1] else match[2].lower()
        return _named(kind, match[3] or _version(text, match.end()), match[4])
    match = _CC_WORDS.search(text)
    if match:
        kind = _kind(match[1])
        if kind:
            port = "igo" if re.search(r"\bIGO\b", text[match.end() : match.end() + 60]) else None
            return _named(kind, _version(text, match.end(1)), port)
    for pattern, name in _OTHERS:
        if pattern.search(text):
            return _named("zero", "1.0", None) if name.startswith("CC0") else (name, None)
    return None, None


def _version(text: str, start: int) -> str | None:
    match = _VERSION.search(text, max(0, start - 5), start + 60)
    return match[1] if match else None


def _kind(words: str) -> str | None:
    tight = re.sub(r"[^a-z0]", "", words.lower())
    if "attribution" not in tight and "by" not in tight:
        return "zero" if "zero" in tight or "cc0" in tight or "universal" in tight else None
    parts = ["by"]
    if "noncommercial" in tight or re.search(r"\bNC\b", words):
        parts.append("nc")
    if "noderiv" in tight or re.search(r"\bND\b", words):
        parts.append("nd")
    if "sharealike" in tight or re.search(r"\bSA\b", words):
        parts.append("sa")
    return "-".join(parts)


def _named(kind: str, version: str | None, port: str | None) -> tuple[str | None, str | None]:
    words = re.findall(r"[a-z0]+", re.sub(r"(?<=by)(?=nc|nd|sa)|(?<=nc)(?=nd|sa)", "-", kind))
    if "zero" in words or "cc0" in words:
        return "CC0-1.0", "https://creativecommons.org/publicdomain/zero/1.0/"
    if "mark" in words:
        return "PDM-1.0", "https://creativecommons.org/publicdomain/mark/1.0/"
    parts = [word for word in ("by", *_ORDER) if word in words]
    name = "CC-" + "-".join(part.upper() for part in parts)
    if version is None:
        return name, None
    url = f"https://creativecommons.org/licenses/{'-'.join(parts)}/{version}/"
    if port:
        return f"{name}-{version}-{port.upper()}", f"{url}{port.lower()}/"
    return f"{name}-{version}", url
