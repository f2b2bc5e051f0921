"""Authors as the page prints them: names, and the labels or links that tie them to affiliations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import cast

from crawler.items import AuthorSaid
from crawler.parsers.bylines.marks import LABEL_SPLIT, STAR
from crawler.parsers.select import Select
from crawler.parsers.text import Element, Skip, collapse, text_of

_ORCID = re.compile(r"\d{4}-\d{4}-\d{4}-\d{3}[\dXx]")
_LABEL = re.compile(r"^\s*([*†‡§¶#‖∥]{1,3}|\d{1,3}|[a-z]{1,2})\s*(?:[.):]|\s|(?=[A-Z]))")
#: White space that blocks in the middle of a line leave before a comma.
_LOOSE = re.compile(r"\s+([,;.])")
_SEPARATORS = re.compile(r"[\s,;]+")
_LABEL_NODE = Select(
    "(.//sup | .//*[contains(@class,'label') or contains(@class,'affiliation-number')"
    " or (contains(@class,'count') and not(contains(@class,'country')))])[1]"
)
_LABELS = Select(
    ".//sup | .//*[contains(@class, 'affiliations__indexes') or contains(@class, 'affiliation-index')]//li"
)
_NAME_NODE = Select(
    "(.//*[@itemprop='name' or @property='name' or contains(@class,'author-name') or contains(@class,'authors__name')"
    " or contains(@class,'hlFld-ContribAuthor') or @data-test='author-name' or contains(@class,'fn')])[1]"
)
#: Longer texts in a label's place are part of the affiliation.
_LONGEST_LABEL = 4
#: Notes that share the list, and the labels, of addresses.
_NO_ADDRESS = re.compile(
    r"^(?:author to whom|\*?\s?correspond|to whom correspond|these authors|deceased)", re.IGNORECASE
)
_RUN_LABEL = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[*†‡§¶#‖]{1,3})[.)]?$")
#: Between affiliations printed in one run: "a First;b Second".
_NEXT_LABEL = re.compile(r";\s{0,2}(?=[a-z\d]{1,2}\s[A-Z])")
_CONTACT_CLASS = re.compile(r"\b(?:corr|email|orcid|contact)|(?:^|\s)(?:nlm-sup|label)(?:$|\s)")
_MARK_CLASS = re.compile(
    r"(?:^|[\s_-])(?:corresp\w*|equal|contribut\w*|deceased|e?mail|footnote)(?:$|[\s_-])"
)
_NOT_NAME = frozenset({"sup", "button", "svg", "img", "script", "style"})


def affiliation_table(elements: Iterable[Element], inner: Select | None = None) -> dict[str, str]:
    """Affiliation text by every key an author may point to it with: ids, printed label, place in the list.

    Args:
        elements: One for each affiliation.
        inner: Selects the text of the affiliation inside its element, where more stands beside it.
    """
    table: dict[str, str] = {}
    unlabelled: list[str] = []
    for position, element in enumerate(elements, start=1):
        own = inner.first(element) if inner is not None else None
        runs = _labelled_runs(element if own is None else own)
        if runs:
            for label, text in runs:
                table.setdefault(label, text)
            continue
        label_node = _LABEL_NODE.first(element)
        label = text_of(label_node) if label_node is not None else ""
        if len(label) > _LONGEST_LABEL:
            label_node, label = None, ""
        skip = _is(label_node)
        text = _address(element if own is None else own, skip)
        if not label:
            found = _LABEL.match(text)
            if found:
                label, text = found.group(1), text[found.end() :]
        text = text.strip(" ;,")
        if not text or _NO_ADDRESS.search(text):
            continue
        if not label:
            unlabelled.append(text)
        for key in (*_ids(element), label.strip(" .()[]"), str(position)):
            if key:
                table.setdefault(key, text)
    if len(unlabelled) == 1:
        # The one without a label is that of the authors without one.
        table[""] = unlabelled[0]
    return table


def _ids(element: Element) -> list[str | None]:
    """The ids and anchors of an element and of what inside it may bear those of the whole."""
    inner = element.iter("sup", "a", "span", "p", "h4", "h3")
    return [element.get("id"), *(node.get("id") or node.get("name") for node in inner)]


def _labelled_runs(element: Element) -> list[tuple[str, str]]:
    """Labels and affiliations where one element holds several, each behind its raised label."""
    labels = [sup for sup in element.iter("sup") if _RUN_LABEL.match(text_of(sup))]
    if len(labels) < 2 or any(sup.getparent() is not labels[0].getparent() for sup in labels):
        return []
    runs, known = [], set(labels)
    for sup in labels:
        parts = [sup.tail or ""]
        for sibling in sup.itersiblings():
            if sibling in known:
                break
            parts += [" ", text_of(sibling), sibling.tail or ""]
        text = collapse("".join(parts)).strip(" ,;").removesuffix(" and").strip(" ,;")
        runs.append((text_of(sup).strip(" .()[]"), text))
    return [(label, text) for label, text in runs if text and not _NO_ADDRESS.search(text)]


def labelled_affiliations(labels: str, table: dict[str, str]) -> list[str]:
    """The affiliations that labels printed behind a name point to; without labels, the one that has none itself."""
    keys = (label.strip(" .()[]") for label in LABEL_SPLIT.split(labels))
    texts = (table.get(key) for key in keys if key)
    found = list(dict.fromkeys(text for text in texts if text))
    if not found and "" in table and not STAR.sub("", labels).strip(" ,"):
        found.append(table[""])
    return found


def printed_affiliations(elements: Iterable[Element]) -> list[str]:
    """The affiliations that an author's own element prints, without labels, addresses of mail and ORCID links."""
    texts = (_address(element, _beside_address) for element in elements)
    parts = (part.strip(" ;,") for text in texts for part in _NEXT_LABEL.split(text))
    return list(dict.fromkeys(_LABEL.sub("", part, count=1) for part in parts if part))


def affiliation_lines(element: Element) -> list[str]:
    """The affiliations of an element that holds one to a line, up to the first empty line."""
    lines = [""]
    for child in [None, *element]:
        if child is not None and child.tag == "br":
            if not collapse(lines[-1]):
                break
            lines.append("")
        elif child is not None and isinstance(child.tag, str):
            lines[-1] += "".join(cast("Iterator[str]", child.itertext()))
        lines[-1] += (element.text if child is None else child.tail) or ""
    return [text for line in lines if (text := collapse(line).replace(" ,", ",").strip(" ;,"))]


def _beside_address(node: Element) -> bool:
    href = node.get("href") or ""
    return (
        node.tag in _NOT_NAME
        or href.startswith("mailto:")
        or "orcid.org" in href
        or _CONTACT_CLASS.search(node.get("class") or "") is not None
    )


def _address(element: Element, skip: Skip | None) -> str:
    """The text of an affiliation; parts that only style sheets keep apart get the comma that a reader sees."""
    text = text_of(element, skip)
    leaves = (
        node for node in element.iter("span", "div") if not len(node) and (skip is None or not skip(node))
    )
    parts = [part for node in leaves if (part := collapse(node.text).strip(" ,;"))]
    if len(parts) > 1 and _SEPARATORS.sub("", "".join(parts)) == _SEPARATORS.sub("", text):
        return ", ".join(parts)
    return _LOOSE.sub(r"\1", text)


def _is(wanted: Element | None) -> Skip | None:
    return None if wanted is None else lambda node: node is wanted


def read_author(item: Element, name: Element | None, table: dict[str, str]) -> AuthorSaid:
    """One author.

    Args:
        item: Everything that belongs to the author.
        name: The element of the name alone, if the layout has one.
        table: Affiliations by key, as `affiliation_table` gives them.
    """
    if name is None:
        name = _NAME_NODE.first(item)
    printed = text_of(item, _beside_name) if name is None else text_of(name, _mark_in_name)
    said = AuthorSaid(name=printed.strip(" ,;·•*&") or None)
    corresponding = item.get("data-corresp-id") is not None or "corresponding" in (item.get("class") or "")
    for link in item.iter("a"):
        href = link.get("href") or ""
        if "orcid.org/" in href and (found := _ORCID.search(href)):
            said.orcid = found.group()
        elif href.startswith("mailto:"):
            said.email = href.removeprefix("mailto:").split("?")[0]
        corresponding = corresponding or link.get("data-corresp-id") is not None
        key = link.get("rid") or (href.partition("#")[2] if "#" in href else "")
        if key and key in table and table[key] not in said.affiliations:
            said.affiliations.append(table[key])
    labels = " ".join(text_of(node) for node in _LABELS.all(item))
    if not said.affiliations:
        said.affiliations = labelled_affiliations(labels, table)
    if corresponding or STAR.search(labels):
        said.is_corresponding = True
    return said


def _mark_in_name(node: Element) -> bool:
    """What stands beside a name, or a word for screen readers on the author's part, inside the name's own element."""
    return _MARK_CLASS.search(node.get("class") or "") is not None or _beside_name(node)


def _beside_name(node: Element) -> bool:
    """Marks, badges and links that stand beside a name inside its element."""
    if node.tag in _NOT_NAME:
        return True
    href = node.get("href") or ""
    return (
        "orcid.org" in href
        or href.startswith("mailto:")
        or collapse(node.text).lower() in {"email", "orcid", "view orcid profile"}
    )
