"""The text of an XML element: inline markup glued, blocks apart, every formula once, notes and floats left out.

One vocabulary serves JATS, Elsevier's and the other publishers' own schemas, since their names do not collide.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

from crawler.parsers.tex_text import tex_text
from crawler.parsers.text import Element, collapse
from crawler.parsers.xml_reading.tree import children, descendants, local

#: Space that only comes from the indentation of the file.
_INDENTED = re.compile(r"([(\[])\s(?=\w)|(?<=\w)\s([)\],.])(?=[\s.,;)]|$)")
_SIGNS = ("( ", " )", " ,", " .", "[ ", " ]")

Skip = Callable[[Element], bool]

#: Elements whose text never glues to what stands before or after them.
BLOCKS: Final = frozenset(
    "abstract-sec address array attrib boxed-text br break caption cell chem-struct-wrap def def-item def-list"
    " disp-formula disp-formula-group disp-quote display entry formula hr hsp intro item label line list list-item note-para"
    " p para paragraph preformat row sec section section-title sep simple-para speech statement subtitle"
    " table tbody td term tfoot th thead title tr trans-title verse-group verse-line".split()
)
#: Elements that hold no words of the running text: notes, floats, pictures, machine-readable doubles.
SILENT: Final = frozenset(
    "alt-text alt-title annotation annotation-xml author-comment bio caption-group counts e-component fig fig-group figure"
    " float-anchor floats fn footnote graphic index-flag index-flags index-term inline-graphic institution-id"
    " inter-ref-title issn link long-desc media note object-id page-count private-char sec-meta source-text"
    " supplementary-material table-wrap table-wrap-foot textbox".split()
)
#: Values of ``specific-use`` for what stands in the file and not on the page.
HIDDEN_USES: Final = frozenset({"suppress-display", "metadata", "no-display", "hidden"})
#: Elements that may hold the same formula in several notations.
_FORMULAS: Final = frozenset({"alternatives", "inline-formula", "disp-formula", "formula", "chem-struct"})


def text_of(element: Element | None, skip: Skip | None = None) -> str:
    """Collapsed text of an element and all below it, its tail left out; "" for None.

    Args:
        element: Where to read; it is read even where its own name is one that is left out elsewhere.
        skip: Subtrees for which this is true are left out as well.
    """
    if element is None:
        return ""
    if not len(element):
        return _tidied(collapse(element.text))
    out: list[str] = []
    _write_content(element, local(element), out, skip)
    return _tidied(collapse("".join(out)))


def _tidied(text: str) -> str:
    return _INDENTED.sub(r"\1\2", text) if any(sign in text for sign in _SIGNS) else text


def texts_of(elements: list[Element], skip: Skip | None = None) -> str:
    """The texts of several elements, one space between them."""
    return " ".join(text for text in (text_of(element, skip) for element in elements) if text)


def _write(element: Element, out: list[str], skip: Skip | None) -> None:
    name = local(element)
    if name in SILENT or is_hidden(element) or (skip is not None and skip(element)):
        return
    if name == "pub-id" and not announces_identifier(out):
        return
    if name in {"sub", "inf"}:
        drop_space(out)
    if name not in BLOCKS:
        _write_content(element, name, out, skip)
        return
    out.append(" ")
    _write_content(element, name, out, skip)
    out.append(" ")


def is_hidden(element: Element) -> bool:
    """Whether the element is said to be no part of what the page shows."""
    return bool(element.attrib) and element.get("specific-use") in HIDDEN_USES


def announces_identifier(written: list[str]) -> bool:
    """Whether the text so far ends in "doi:", "PMID" or the like, so that the identifier is part of the print."""
    before = next((piece for piece in reversed(written) if piece.strip()), "").rstrip().lower()
    return before.endswith((":", "doi", "pmid", "pmcid", "doi.org/"))


def drop_space(out: list[str]) -> None:
    """A subscript never starts a word: space before it comes from indenting the file."""
    while out and out[-1].isspace():
        out.pop()
    if out:
        out[-1] = out[-1].rstrip()


def _write_content(element: Element, name: str, out: list[str], skip: Skip | None) -> None:
    if name == "math":
        out.append(math_text(element))
        return
    if name == "tex-math":
        out.append(tex_text("".join(str(piece) for piece in element.itertext())))
        return
    if name in _FORMULAS and (notation := _best_notation(element)) is not None:
        _write_content(notation, local(notation), out, skip)
        return
    if element.text:
        out.append(element.text)
    for node in element:
        _write(node, out, skip)
        if node.tail:
            out.append(node.tail)


def _best_notation(formula: Element) -> Element | None:
    for name in ("textual-form", "math", "tex-math"):
        found = next(descendants(formula, name), None)
        if found is not None:
            return found
    return None


def math_text(math: Element) -> str:
    """A MathML formula as one line: letters and signs in their order, fractions with "/", roots with "√"."""
    out: list[str] = []
    _write_math(math, out)
    return "".join(out)


def _write_math(element: Element, out: list[str]) -> None:
    name = local(element)
    if name in {"annotation", "annotation-xml", "mphantom", "none", "mprescripts", "maction"}:
        return
    if name in {"mi", "mn", "mo", "mtext", "ms"}:
        text = "".join(str(piece) for piece in element.itertext())
        out.append(text if name == "mtext" else text.strip())
    elif name == "mspace":
        out.append(" ")
    elif name == "mfrac" and len(element) == 2:
        _write_math(element[0], out)
        out.append("/")
        _write_math(element[1], out)
    else:
        if name in {"msqrt", "mroot"}:
            out.append("√")
        opening, closing = (
            (element.get("open", "("), element.get("close", ")")) if name == "mfenced" else ("", "")
        )
        out.append(opening)
        for node in children(element):
            _write_math(node, out)
        out.append(closing)
