"""A capture's characters become lines: control characters out, link markers resolved, the browser's own lists dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass

from crawler.parsers.plain_text.markdown import LINK_MARK, is_markdown, link_definitions, without_links

#: An article's capture is far smaller; what stands beyond is not read.
MAX_CHARACTERS = 4_000_000
_MAX_LINE = 100_000

_NOTHING = re.compile("[\u200b\u200c\u200d\u2060\ufeff\xad\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_ANSI = re.compile(r"\x1b\[[0-9;]{0,12}[A-Za-z]|\x1b")
_OVERSTRIKE = re.compile(r".\x08")
_ANGLED = re.compile(r"<((?:https?|ftp|doi|mailto):[^<>\s]{1,500})>", re.IGNORECASE)
_SPACES = str.maketrans(dict.fromkeys("\xa0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v", " "))

_LIST_TITLE = re.compile(r"(?:references|links|(?:visible|hidden) links):?", re.IGNORECASE)
_FOOTNOTE = re.compile(
    r"(?:(\d{1,5})\.|\[(\d{1,5})\])\s*((?:[a-z][a-z0-9+.-]{1,15}:(?=\S)|/|#|\.\.?/|www\.).{0,3000})",
    re.IGNORECASE,
)
_MARKER = re.compile(r"\[(\d{1,5})\]")
_FURNITURE = re.compile(
    r"\(BUTTON\)|\[(?:INLINE|EMBED|IMAGE|LINK|USEMAP|ISMAP)[^\]]{0,80}\]|\[(?: |_{2,}|\s{2,80})?\]|_{5,}|\[\d{6,12}\]"
    r"|\[[\w.%+-]{1,80}\.(?:png|gif|jpe?g|svg|webp)[^\]]{0,40}\]|\[[A-Za-z0-9+/]{30,2000}={0,2}\]",
    re.IGNORECASE,
)
#: A browser's stand-in for a picture without words: its file's name.
_PICTURE = re.compile(r"(?:_ )?\[[A-Za-z0-9]{1,30}[_-][\w-]{0,60}(?:\]|$)(?: _)?")
_BROWSER_LINE = re.compile(r"(?:Link|IFRAME|Frame|REFRESH\(\d+ sec\)):\s", re.IGNORECASE)
_RULE = re.compile(r"[-=_*━─═~·. ]{3,}")


@dataclass(slots=True)
class Line:
    """One line of a capture that says something.

    Attributes:
        text: Without indentation and link markers, single spaces.
        indent: Columns before the text.
        width: Columns up to the end of the line, as the renderer wrapped it.
        gap: Whether an empty line stands before.
        links: Addresses of the links in it, where the capture lists them.
        hard: Whether it ends in the two spaces that keep Markdown from joining it with the next.
    """

    text: str
    indent: int
    width: int
    gap: bool
    links: tuple[str, ...] = ()
    hard: bool = False


@dataclass(slots=True)
class Lines:
    """The lines of a capture and how it was written."""

    lines: list[Line]
    markdown: bool
    cut: bool


def read_lines(text: str) -> Lines:
    """Take a capture apart into lines. Reads at most `MAX_CHARACTERS`; takes time in proportion to the length."""
    cut = len(text) > MAX_CHARACTERS
    text = (
        text[:MAX_CHARACTERS]
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\f", "\n\n")
        .replace("\u2028", "\n")
    )
    if "\x1b" in text:
        text = _ANSI.sub("", text)
    if "\x08" in text:
        text = _OVERSTRIKE.sub("", text)
    text = _NOTHING.sub("", text.translate(_SPACES).replace("\x85", "\n"))
    if "<" in text:
        text = _ANGLED.sub(r"\1", text)
    markdown = is_markdown(text)
    targets: list[str] = []
    if markdown:
        definitions, text = link_definitions(text)
        text, targets = without_links(text, definitions)
    raw = text.split("\n")
    addresses, end = _footnotes(raw)
    marks = _Marks(addresses, targets)
    return Lines(_lines(raw[:end], marks), markdown, cut)


def _lines(raw: list[str], marks: _Marks) -> list[Line]:
    found: list[Line] = []
    gap = True
    for row in raw:
        stripped = row[:_MAX_LINE].rstrip()
        body = stripped.lstrip()
        if not body:
            gap = True
            continue
        if _BROWSER_LINE.match(body) or (
            not found and body[0] == "#" and (marks.numbered or body[1:4] == "[1]")
        ):
            continue
        shown, links = marks.take(body)
        if "[" in shown or "_____" in shown or "(BUTTON)" in shown:
            shown = _FURNITURE.sub(" ", shown)
            if _PICTURE.fullmatch(shown.strip()):
                continue
        shown = " ".join(shown.split())
        if not shown or (_RULE.fullmatch(shown) and not links):
            gap = True
            continue
        hard = row.endswith("  ") and len(row) - len(stripped) < 6
        found.append(Line(shown, len(stripped) - len(body), len(stripped), gap, links, hard))
        gap = False
    return found


class _Marks:
    """Takes the marks of links out of lines.

    A text browser's numbers rise through the page, which those of citations do not.
    """

    def __init__(self, addresses: dict[int, str], targets: list[str]) -> None:
        self.numbered = bool(addresses)
        self._addresses = addresses
        self._targets = targets
        self._last = 0

    def take(self, text: str) -> tuple[str, tuple[str, ...]]:
        """The text without marks, and the addresses that they stand for."""
        links: list[str] = []

        def browser(match: re.Match[str]) -> str:
            number = int(match[1])
            glued = match.string[match.end() : match.end() + 1].isalnum()
            if (
                not self._last < number <= self._last + (400 if glued else 40)
                or number not in self._addresses
            ):
                return match[0]
            self._last = number
            links.append(self._addresses[number])
            return ""

        def markdown(match: re.Match[str]) -> str:
            links.append(self._targets[int(match[1])])
            return ""

        if self._targets and LINK_MARK.search(text):
            text = LINK_MARK.sub(markdown, text)
        if self._addresses and "[" in text:
            text = _MARKER.sub(browser, text)
        return text, tuple(links)


def _footnotes(raw: list[str]) -> tuple[dict[int, str], int]:
    """The browser's own list of addresses at the end, and the line where it starts (or the end of the text)."""
    start = _footnotes_start(raw)
    if start is None:
        return {}, len(raw)
    addresses: dict[int, str] = {}
    rows = 0
    for row in raw[start:]:
        text = row[:4000].strip()
        if match := _FOOTNOTE.fullmatch(text):
            addresses[int(match[1] or match[2])] = match[3]
        elif text and not _LIST_TITLE.fullmatch(text):
            rows += 1
    # Addresses may be wrapped or without a number; more than that is an article's list of web pages.
    if len(addresses) < 3 or rows > 0.4 * len(addresses) + 4:
        return {}, len(raw)
    return addresses, start


def _footnotes_start(raw: list[str]) -> int | None:
    """The last line that says "References" or "Links" right above a number one with an address."""
    below: str | None = None
    for index in range(len(raw) - 1, -1, -1):
        text = raw[index][:4000].strip()
        if not text:
            continue
        if not _LIST_TITLE.fullmatch(text):
            below = text
        elif below is not None and (match := _FOOTNOTE.fullmatch(below)) and int(match[1] or match[2]) == 1:
            above = next((i for i in range(index - 1, max(-1, index - 4), -1) if raw[i].strip()), None)
            return above if above is not None and _LIST_TITLE.fullmatch(raw[above].strip()) else index
    return None
