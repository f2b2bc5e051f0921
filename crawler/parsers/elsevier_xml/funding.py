"""Funder–award pairs of an Elsevier document: as its text marks them, else as the API's funding list says."""

from __future__ import annotations

import re

from crawler.items import AwardSaid
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.identifiers import award_numbers, find_funder_id
from crawler.parsers.xml_reading.text import text_of
from crawler.parsers.xml_reading.tree import attribute, child, children, descendants, has_ancestor

#: A character as programs write it; the API's funding texts have those.
_ESCAPED = re.compile(r"\\u(?!d[89a-f])([0-9a-f]{4})", re.IGNORECASE)
_REGISTRY = re.compile(r"SciValFunders/(\d{9,12})$")


def read_awards(root: Element, document: Element | None) -> list[AwardSaid]:
    """Sponsors marked in the text with the grants that refer to them; without any, the list in the metadata."""
    sponsors = {}
    for node in descendants(document, "grant-sponsor"):
        # Payments that authors disclose there are no funding of the work.
        if (name := text_of(node)) and not has_ancestor(node, "conflict-of-interest"):
            sponsors[attribute(node, "id") or name] = (name, find_funder_id(attribute(node, "sponsor-id")))
    grants: dict[str | None, list[str]] = {}
    for node in descendants(document, "grant-number"):
        if not has_ancestor(node, "conflict-of-interest"):
            grants.setdefault(attribute(node, "refid"), []).extend(award_numbers(text_of(node)))
    marked = "elsevier:grant-sponsor"
    found = [
        AwardSaid(marked, name, identifier, number)
        for key, (name, identifier) in sponsors.items()
        for number in _distinct_or_none(grants.get(key, []))
    ]
    loose = [number for key, numbers in grants.items() if key not in sponsors for number in numbers]
    found += [AwardSaid("elsevier:grant-number", None, None, number) for number in dict.fromkeys(loose)]
    return _distinct(found) or _listed(root)


def _listed(root: Element) -> list[AwardSaid]:
    found: list[AwardSaid] = []
    for funding in descendants(next(descendants(root, "funding-list"), None), "funding"):
        printed = _unescaped(text_of(child(funding, "funding-agency-matched-string")))
        name = printed or _unescaped(text_of(child(funding, "funding-agency"))) or None
        coded = _REGISTRY.search(text_of(child(funding, "funding-agency-id")))
        identifier = f"10.13039/{coded.group(1)}" if coded else None
        numbers = [n for node in children(funding, "funding-id") for n in award_numbers(text_of(node))]
        found += [
            AwardSaid("elsevier:funding-list/funding", name, identifier, n)
            for n in _distinct_or_none(numbers)
        ]
    return [award for award in _distinct(found) if award.funder_name or award.award_id]


def _distinct_or_none(numbers: list[str]) -> list[str | None]:
    return list(dict.fromkeys(numbers)) or [None]


def _distinct(awards: list[AwardSaid]) -> list[AwardSaid]:
    seen: dict[tuple[str | None, str | None], AwardSaid] = {}
    for award in awards:
        seen.setdefault((award.funder_name, award.award_id), award)
    return list(seen.values())


def funding_list_text(root: Element) -> str:
    """The passages about money that the API's funding list quotes."""
    return _unescaped(" ".join(text for node in descendants(root, "funding-text") if (text := text_of(node))))


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), text)
