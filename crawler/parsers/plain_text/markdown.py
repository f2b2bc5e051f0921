"""Captures in Markdown: headings, links and emphasis become plain text and addresses."""

from __future__ import annotations

import itertools
import re

from crawler.parsers.sections.headings import section_kinds

#: Stands in a text where a link ended; the number says which.
LINK_MARK = re.compile("\ue000(\\d{1,7})\ue001")

_HEADING = re.compile(r"^#{1,6} +\S[^\n]{0,100}", re.MULTILINE)
_LINK_START = re.compile(r"\]\((?:https?:|/|#|mailto:|<)")
_DEFINITION = re.compile(
    r"^[ ]{0,3}\[([^\[\]\n]{1,60})\]:[ \t]+<?((?:https?:|/|mailto:)[^\s>]{1,2000})>?(?:[ \t]+[\"'(][^\n]*)?$",
    re.MULTILINE,
)
_TARGET = r"\(\s?((?:[^()\[\]\\]|\\.|\([^()\[\]]{0,300}\)){0,3000})\)"
_IMAGE = re.compile(r"!\[[^\[\]]{0,1000}\]" + _TARGET)
_LINK = re.compile(r"\[([^\[\]]{0,2000})\]" + _TARGET)
_LISTED = re.compile(r"\[([^\[\]]{0,2000})\]\s?\[([^\[\]\n]{1,60})\]")
_EMPHASIS_OPEN = re.compile(r"(?<![\w\\*_])(?:\*{1,3}|_{1,3})(?=[^\s*_])")
_EMPHASIS_CLOSE = re.compile(r"(?<=[^\s*_\\])(?:\*{1,3}|_{1,3})(?![\w*_])")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~<&$])")
_SPACE_BEFORE = re.compile(r"(?<=\S) +(?=[,;:)\]](?:\s|$)|\.(?:\s|$))")
_SAMPLE = 400_000


def is_markdown(text: str) -> bool:
    """Whether the capture was written as Markdown; one stray ``#`` or bracket does not make it so."""
    sample = text[:_SAMPLE]
    links = _count(_LINK_START, sample, 6)
    if links >= 5:
        return True
    headings = [match[0].lstrip("# ") for match in itertools.islice(_HEADING.finditer(sample), 60)]
    return sample.lstrip().startswith("# ") or (len(headings) >= 2 and any(map(section_kinds, headings)))


def _count(pattern: re.Pattern[str], text: str, most: int) -> int:
    count = 0
    for _ in pattern.finditer(text):
        count += 1
        if count == most:
            break
    return count


def link_definitions(text: str) -> tuple[dict[str, str], str]:
    """Addresses that are listed apart (``[3]: https://…``), and the text without that list."""
    if "]: " not in text:
        return {}, text
    found = {match[1]: match[2] for match in _DEFINITION.finditer(text)}
    return found, _DEFINITION.sub("", text)


def without_links(text: str, definitions: dict[str, str]) -> tuple[str, list[str]]:
    """The text with a `LINK_MARK` behind each link's words, and the addresses that the marks stand for.

    Works on the whole text, because links are wrapped over lines like words.
    """
    targets: list[str] = []

    def marked(words: str, address: str) -> str:
        if not address:
            return words
        targets.append(address)
        return f"{words}\ue000{len(targets) - 1}\ue001"

    def shown(match: re.Match[str]) -> str:
        address = "".join(re.split(r"\s[\"']", match[2], maxsplit=1)[0].split()).strip("<>")
        return marked(match[1], _ESCAPE.sub(r"\1", address))

    text = text.replace("\ue000", "").replace("\ue001", "")
    if "](" in text:
        text = _LINK.sub(shown, _IMAGE.sub("", text))
        text = _LINK.sub(shown, _IMAGE.sub("", text))  # a link around an image or another link
    if definitions:
        text = _LISTED.sub(
            lambda match: marked(match[1], definitions[match[2]]) if match[2] in definitions else match[0],
            text,
        )
    return text, targets


def heading_level(text: str) -> int:
    """1 to 6 for a line that opens with ``#`` marks, else 0."""
    marks = len(text) - len(text.lstrip("#"))
    return marks if 1 <= marks <= 6 and text[marks : marks + 1] in {" ", ""} else 0


def plain(text: str) -> str:
    """The text without Markdown's marks for headings, emphasis and code."""
    text = _EMPHASIS_CLOSE.sub("", _EMPHASIS_OPEN.sub("", text)).replace("`", "")
    text = _ESCAPE.sub(r"\1", text).lstrip("#")
    return _SPACE_BEFORE.sub("", " ".join(text.split()))
