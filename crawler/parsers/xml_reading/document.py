"""XML bytes become a tree, safely: nothing fetched, no declared entity expanded, time and memory bounded.

Whatever is wrong with a file is said as a `Doubt`; what can still be read is read:

* the document type declaration is removed before parsing, so that neither a DTD is loaded nor an entity that the
  file declares is expanded; the names of HTML (``&nbsp;``, ``&eacute;``) become their characters,
  any other name stays as text;
* bytes that are not what the declaration says are read as what they are;
* undeclared namespace prefixes are declared;
* a file that ends too early gives the tree of what is there.
"""

from __future__ import annotations

import codecs
import html
import re
from dataclasses import dataclass
from html.entities import html5

from lxml import etree

from crawler.items import Doubt
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.limits import bounded

_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:-]{2,40})[\"']")
#: Labels that name a part of windows-1252; files so labelled hold its quotation marks and dashes all the same.
_AS_CP1252 = frozenset({"iso8859-1", "ascii", "cp1252"})
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_BARE_AMPERSAND = re.compile(r"&(?!(?:[A-Za-z][\w.-]{0,63}|\#\d{1,7}|\#[xX][0-9A-Fa-f]{1,6});)", re.ASCII)
_NAMED_ENTITY = re.compile(r"&(?!(?:amp|lt|gt|quot|apos);)([A-Za-z][\w.-]{0,63});", re.ASCII)
_START_TAG = re.compile(r"<([A-Za-z_][\w.-]{0,60}(?::[\w.-]{1,60})?)(?=[\s/>])")
_PREFIX = re.compile(r"[<\s]([A-Za-z_][\w.-]{0,30}):[A-Za-z_]")


@dataclass(frozen=True, slots=True)
class XmlDocument:
    """A parsed file: its root element, None where there is nothing to read, and what is wrong with it."""

    root: Element | None
    doubts: tuple[Doubt, ...] = ()


def parse_xml(body: bytes) -> XmlDocument:
    """Parse any bytes as XML; never raises on bad input.

    Returns:
        The tree (comments and processing instructions left out) and doubts of kind ``truncated`` (the file
        ends, or was cut, before its root element does), ``malformed`` (it is not well-formed, and something may
        be missing) or ``encoding`` (bytes that are not in the encoding found).
    """
    doubts: list[Doubt] = []
    text = _decode(body, doubts)
    start = _root_tag(text)
    if start is None:
        return XmlDocument(None, (*doubts, Doubt("malformed", None, "there is no element in this file")))
    # With the prolog go all entities that the file declares.
    text = bounded(text[start.start() :], doubts)
    text = _with_known_entities(_CONTROL.sub("", text) if _CONTROL.search(text) else text, doubts)
    root, errors = _tree(text)
    if root is not None and any("prefix" in error for error in errors):
        root, errors = _tree(_with_prefixes(text, start.group(1)))
    if root is None:
        return XmlDocument(None, (*doubts, Doubt("malformed", None, _first(errors))))
    if fatal := [error for error in errors if error.startswith("FATAL")]:
        kind = "malformed" if _is_closed(text, start.group(1)) else "truncated"
        doubts.append(Doubt(kind, None, _first(fatal)))
    return XmlDocument(root, tuple(doubts))


def _tree(text: str) -> tuple[Element | None, list[str]]:
    parser = etree.XMLParser(
        encoding="utf-8",
        recover=True,
        load_dtd=False,
        no_network=True,
        resolve_entities=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as error:
        return None, [f"FATAL {error.msg}"]
    return root, [f"{e.level_name} line {e.line}: {e.message}" for e in parser.error_log]


def _first(errors: list[str]) -> str:
    return errors[0].removeprefix("FATAL ")[:200] if errors else "nothing could be read"


def _decode(body: bytes, doubts: list[Doubt]) -> str:
    for bom, name in _BOMS:
        if body.startswith(bom):
            return body.decode(name, "replace")
    if b"\x00" in body[:4]:
        return body.decode("utf-16-le" if body[1:2] == b"\x00" else "utf-16-be", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        declared = _declared(body)
        if declared is not None:
            return body.decode(declared, "replace")
        # A character cut in the middle by the end of the file is no sign of another encoding.
        name = "utf-8" if error.start >= len(body) - 3 else "windows-1252"
        if name != "utf-8":
            detail = f"byte {error.start} is not UTF-8; the file was read as {name}"
            doubts.append(Doubt("encoding", None, detail))
        return body.decode(name, "replace")


def _declared(body: bytes) -> str | None:
    found = _DECLARED.match(body[:400])
    try:
        name = codecs.lookup(found.group(1).decode("ascii")).name if found else "utf-8"
    except LookupError:
        return None
    if name.startswith(("utf-8", "utf-16", "utf-32", "utf_8")):
        return None
    return "windows-1252" if name in _AS_CP1252 else name


def _root_tag(text: str) -> re.Match[str] | None:
    """The root's start tag, behind declarations, comments and whatever else stands before it; linear."""
    position = text.find("<")
    while position >= 0:
        if found := _START_TAG.match(text, position):
            return found
        if text.startswith("<!DOCTYPE", position):
            end = _doctype_end(text, position + 9)
        elif text.startswith(("<!--", "<?"), position):
            closing = "?>" if text[position + 1] == "?" else "-->"
            end = text.find(closing, position) + len(closing)
            if end < len(closing):
                return None
        else:
            end = position + 1
        position = text.find("<", end)
    return None


def _doctype_end(text: str, at: int) -> int:
    """Where the declaration that starts before ``at`` is over; linear. A broken one ends where an element starts."""
    closing = {'"': '"', "'": "'", "<!--": "-->", "<?": "?>"}
    depth, token = 0, re.compile(r"<!--|<\?|[\[\]\"'>]")
    position = at
    while found := token.search(text, position):
        mark, position = found.group(), found.end()
        if mark in closing:
            end = text.find(closing[mark], position)
            if end < 0:
                break
            position = end + len(closing[mark])
        elif mark in "[]":
            depth += 1 if mark == "[" else -1
        elif depth <= 0:
            return position
    found = _START_TAG.search(text, at)
    return found.start() if found else len(text)


def _with_known_entities(text: str, doubts: list[Doubt]) -> str:
    if "<![CDATA[" in text:
        parts = re.split(r"(<!\[CDATA\[|\]\]>)", text)
        inside, done = False, []
        for part in parts:
            done.append(part if inside else _entities(part, doubts))
            inside = part == "<![CDATA[" or (inside and part != "]]>")
        return "".join(done)
    return _entities(text, doubts)


def _entities(text: str, doubts: list[Doubt]) -> str:
    unknown: dict[str, None] = {}

    def replacement(found: re.Match[str]) -> str:
        name = found.group(1)
        character = html5.get(f"{name};")
        if character is None:
            unknown[name] = None
            return f"&amp;{name};"
        return html.escape(character, quote=False)

    text = _NAMED_ENTITY.sub(replacement, _BARE_AMPERSAND.sub("&amp;", text))
    if unknown and not any(doubt.detail and "entities" in doubt.detail for doubt in doubts):
        names = ", ".join(list(unknown)[:5])
        doubts.append(Doubt("malformed", None, f"entities that only the file's own DTD defines: {names}"))
    return text


def _with_prefixes(text: str, root_name: str) -> str:
    """Declare at the root every prefix that is used and not declared there; deeper declarations still hold."""
    end = text.find(">")
    tag = text[:end]
    used = {p for p in _PREFIX.findall(text) if p.lower() not in {"xml", "xmlns"}}
    missing = sorted(p for p in used if f"xmlns:{p}=" not in tag.replace(" =", "="))
    declarations = "".join(f' xmlns:{p}="urn:undeclared:{p}"' for p in missing[:200])
    at = len(root_name) + 1
    return text[:at] + declarations + text[at:]


def _is_closed(text: str, root_name: str) -> bool:
    return text[-2000:].rstrip().endswith(">") and bool(
        re.search(rf"</\s*{re.escape(root_name)}\s*>", text[-2000:])
    )
