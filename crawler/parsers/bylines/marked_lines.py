"""Front matter as lines of text in which labels, link targets and anchors are marked, whatever markup made them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from crawler.parsers.text import BLOCKS, SILENT, Element, collapse, is_hidden, written_of

#: A mark stands between these two: ``label``, ``#target`` of a link, or ``@anchor`` of an element.
OPEN, CLOSE = "\ue010", "\ue011"
MARK = re.compile(f"{OPEN}([^{CLOSE}]{{1,80}}){CLOSE}")
#: The mark of a corresponding author.
STAR = "*"
#: Names in a by-line may be buttons that open a card.
_UNREAD = SILENT - {"button"}
_SPACE = re.compile(r"\s+")
_LONGEST_LABEL = 12
_SHORT_LABEL = 4
_LABEL_CLASS = re.compile(
    r"(?:^|[\s_-])(?:label|sup|superscript|aff-?num\w*|affiliation-?number)(?:$|[\s_-])", re.IGNORECASE
)
_CORRESPONDING = re.compile(r"correspond", re.IGNORECASE)


def marked_lines(elements: Iterable[Element], *, folded: bool = False) -> list[str]:
    """The lines of several elements, white space collapsed; what is silent is left out.

    Args:
        elements: In document order.
        folded: Whether to read what stays hidden until a reader opens it.
    """
    pieces: list[str] = []
    for element in elements:
        pieces.append("\n")
        _add_pieces(element, folded, pieces)
        pieces.append("\n")
    return [line for part in "".join(pieces).split("\n") if (line := collapse(part))]


def without_marks(line: str) -> str:
    """A line as a reader sees it without its labels."""
    return collapse(MARK.sub("", line))


def _mark(text: str) -> str:
    return f"{OPEN}{text}{CLOSE}" if text else ""


def _add_pieces(element: Element, folded: bool, pieces: list[str]) -> None:
    anchors = (element.get("id"), element.get("name") if element.tag == "a" else None)
    pieces += [_mark(f"@{name}") for name in anchors if name and len(name) < 80]
    if element.text:
        pieces.append(_SPACE.sub(" ", element.text))
    for child in element:
        tag = child.tag
        if (
            isinstance(tag, str)
            and tag not in _UNREAD
            and not is_hidden(child)
            and (folded or not _is_folded(child))
        ):
            is_block = tag in BLOCKS
            if is_block or tag == "br":
                pieces.append("\n")
            _add_child(child, folded, pieces)
            if is_block:
                pieces.append("\n")
        if child.tail:
            pieces.append(_SPACE.sub(" ", child.tail))


def _add_child(child: Element, folded: bool, pieces: list[str]) -> None:
    """Add one element inside a line: a label, a link to a note, or text."""
    href = child.get("href") or ""
    if child.tag == "img":
        pieces.append(_mark(STAR) if _CORRESPONDING.search(child.get("alt") or "") else "")
        return
    if href.startswith("mailto:") or "orcid.org" in href:
        pieces.append(" ")
        return
    if "#" in href:
        pieces.append(_mark(href[href.index("#") :][:80] if len(href) > href.index("#") + 1 else ""))
    label = _label(child, href)
    if label is None:
        _add_pieces(child, folded, pieces)
    else:
        pieces.extend(_marks_inside(child))
        pieces.append(_mark(label))


def _label(child: Element, href: str) -> str | None:
    """The text of an element that is a label and nothing else."""
    is_label = "#" in href or _LABEL_CLASS.search(child.get("class") or "") is not None
    if not is_label and child.tag != "sup":
        return None
    text = collapse(written_of(child))
    fits = (child.tag == "sup" and len(text) <= _LONGEST_LABEL) or (
        is_label and 0 < len(text) <= _SHORT_LABEL
    )
    return text if fits else None


def _marks_inside(label: Element) -> Iterator[str]:
    """Anchors, stars and link targets inside a label."""
    for node in label.iter():
        if name := node.get("id") or node.get("name"):
            yield _mark(f"@{name}")
    for image in label.iter("img"):
        if _CORRESPONDING.search(image.get("alt") or ""):
            yield _mark(STAR)
    for node in label.iter("a"):
        if target := (node.get("href") or "").partition("#")[2]:
            yield _mark(f"#{target}"[:80])


def _is_folded(element: Element) -> bool:
    style = element.get("style")
    return element.get("hidden") is not None or bool(
        style and "display:none" in style.replace(" ", "").lower()
    )
