"""What the bytes are, and how they become text or a tree."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from typing import Literal

from bs4.dammit import UnicodeDammit
from lxml import etree

from crawler.parsers.text import Element

#: A page beyond this is not an article page; its tree would need some ten times as much memory.
MAX_BYTES = 32 * 2**20

Kind = Literal["html", "xml", "text", "empty", "pdf", "binary", "too_large"]

_HTML_MARK = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|p|h1|a|span|article|table)\b", re.IGNORECASE
)
_XML_MARK = re.compile(
    rb"\s*(?:<\?xml[\s?]|<!DOCTYPE\s+(?!html)\w|<(?:article|full-text-retrieval-response|doc:document|pmc-articleset|OAI-PMH|\w{1,10}:article)\b[^>]{0,2000}(?:xmlns|dtd-version|article-type)|<article>\s*<front\b)",
    re.IGNORECASE,
)
_XHTML_MARK = re.compile(rb"<!DOCTYPE\s+html|<html\b", re.IGNORECASE)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.IGNORECASE)
_INK = re.compile(rb"\S")
_CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
#: The WHATWG encoding standard reads these labels as windows-1252.
_AS_CP1252 = frozenset({"iso-8859-1", "iso8859-1", "latin-1", "latin1", "ascii", "us-ascii", "iso_8859-1"})
_MAGIC = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"PK\x03\x04",
    b"\x1f\x8b",
    b"\x7fELF",
    b"\xd0\xcf\x11\xe0",
    b"\x28\xb5\x2f\xfd",
)


def sniff(body: bytes) -> Kind:
    """Tell what the bytes are by their beginning; names and declared content types are often wrong."""
    head = body[:4096]
    if not _INK.search(body):
        return "empty"
    if len(body) > MAX_BYTES:
        return "too_large"
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.startswith(_MAGIC):
        return "binary"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        head = head.decode("utf-16", "replace").encode()
    elif b"\x00" in head or _control_share(head) > 0.05:
        return "binary"
    head = head.removeprefix(codecs.BOM_UTF8)
    if _XML_MARK.match(head) and not _XHTML_MARK.search(head[:1500]):
        return "xml"
    if _HTML_MARK.search(head) or _HTML_MARK.search(body[:65536]):
        return "html"
    return "text"


def _control_share(head: bytes) -> float:
    return 1 - len(head.translate(None, _CONTROLS)) / max(1, len(head))


def decode(body: bytes, headers: Mapping[str, str] | None = None) -> tuple[str, str]:
    """Text and the name of its encoding; never raises.

    Bytes that are valid UTF-8 are UTF-8, whatever the page declares: other encodings almost never are
    by chance. Then the byte order mark, the HTTP header, the ``<meta>``, and last a guess by content.
    """
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body.decode(name, "replace"), name
    try:
        return body.decode("utf-8"), "utf-8"
    except UnicodeDecodeError as error:
        # A multi-byte character cut at the very end, or a single stray byte, is still UTF-8.
        declared = _declared(body, headers)
        if declared in {None, "utf-8"} and _nearly_utf8(body, error):
            return body.decode("utf-8", "replace"), "utf-8"
    if declared and declared != "utf-8":
        return body.decode(declared, "replace"), declared
    guess = UnicodeDammit(body, is_html=True, exclude_encodings=["utf-8"])
    if guess.unicode_markup is not None and guess.original_encoding:
        return guess.unicode_markup, guess.original_encoding
    return body.decode("windows-1252", "replace"), "windows-1252"


def _nearly_utf8(body: bytes, error: UnicodeDecodeError) -> bool:
    if error.start >= len(body) - 4:
        return True
    text = body.decode("utf-8", "replace")
    return text.count("\ufffd") * 20 < sum(1 for char in text if char > "\x7f")


def _declared(body: bytes, headers: Mapping[str, str] | None) -> str | None:
    names: list[str] = []
    for key, value in (headers or {}).items():
        if key.lower() == "content-type" and (found := _HEADER_CHARSET.search(value)):
            names.append(found.group(1))
    if found_meta := _META_CHARSET.search(body[:16384]):
        names.append(found_meta.group(1).decode("ascii"))
    for name in names:
        label = name.strip().lower()
        label = "windows-1252" if label in _AS_CP1252 else label
        try:
            return codecs.lookup(label).name.replace("cp1252", "windows-1252")
        except LookupError:
            continue
    return None


def html_root(body: bytes, headers: Mapping[str, str] | None = None) -> Element | None:
    """The tree of an HTML page, comments and processing instructions left out; None when nothing is there."""
    text, encoding = decode(body, headers)
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        return etree.fromstring(body if encoding == "utf-8" else text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return None


def is_cut(body: bytes) -> bool:
    """Whether an HTML page ends before it is over: it opened ``<html>`` or ``<body>`` and closed neither."""
    if not re.search(rb"<(?:html|body)\b", body[:100_000], re.IGNORECASE):
        return False
    tail = body[-20_000:].lower()
    return b"</html" not in tail and b"</body" not in tail and b"</html" not in body.lower()
