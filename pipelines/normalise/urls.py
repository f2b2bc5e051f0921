"""Links: cleaned of what text and trackers glue to them."""

from __future__ import annotations

import html
import re
from urllib.parse import urlsplit, urlunsplit

from pipelines.normalise.characters import INVISIBLE

_URL = re.compile(r"(?:https?\s?:\s?//\s?|ftp://|\bwww\.)[^\s<>\"“”«»|^`{}\\]+", re.IGNORECASE)
_NOISE = re.compile(
    r"^(?:utm_\w+|fbclid|gclid|mc_[ce]id|_ga|error=cookies_not_supported|code=[0-9a-f-]{36}|jsessionid)(?:=|$)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"^(https?|ftp)\s?:\s?//\s?", re.IGNORECASE)
_TRAILING = ".,;:!?'’‘*†‡§…·–—"
_PAIRS = {")": "(", "]": "["}
_DEFAULT_PORTS = {"http": 80, "https": 443, "ftp": 21}


def url(text: str | None) -> str | None:
    """Return the first web address in ``text``, clean, or None.

    Scheme and host in lower case, no default port, no tracking parameters, no punctuation of the sentence
    around it. An address that begins with ``www.`` gets ``http://``, the scheme it stood for.
    """
    if not text:
        return None
    match = _URL.search(html.unescape(text).translate(INVISIBLE))
    return _clean(match[0]) if match else None


def _clean(found: str) -> str | None:
    found = _SCHEME.sub(r"\1://", _trimmed(found))
    if found[:4].lower() == "www.":
        found = f"http://{found}"
    try:
        parts = urlsplit(found)
        port = parts.port
    except ValueError:  # a host or port that is none, such as "http://[x" or ":abc"
        return None
    host = (parts.hostname or "").lower().strip(".")
    if "." not in host and host != "localhost":
        return None
    if ":" in host:
        host = f"[{host}]"
    scheme = parts.scheme.lower()
    if port and port != _DEFAULT_PORTS.get(scheme):
        host = f"{host}:{port}"
    query = "&".join(item for item in parts.query.split("&") if item and not _NOISE.match(item))
    return _trimmed(urlunsplit((scheme, host, parts.path or "/", query, parts.fragment)))


def _trimmed(found: str) -> str:
    before = None
    while before != found:
        before = found
        found = found.rstrip(_TRAILING)
        opener = _PAIRS.get(found[-1:])
        if opener and found.count(found[-1]) > found.count(opener):
            found = found[:-1]
    return found
