"""Who paid: award groups as funder–award pairs, and the funding statement."""

from __future__ import annotations

import re
from collections.abc import Iterator

from crawler.items import AwardSaid
from crawler.parsers.text import Element
from crawler.parsers.xml_reading.identifiers import award_numbers, find_funder_id
from crawler.parsers.xml_reading.names import person_name
from crawler.parsers.xml_reading.text import text_of, texts_of
from crawler.parsers.xml_reading.tree import attribute, children, descendants, local

_SOURCE = "jats:funding-group/award-group"
_ID_KIND = re.compile(r"identif|(?:^|[-_:])id$|funder-id|fundref|ror|doi", re.IGNORECASE)
_NAME_KIND = re.compile(r"(?:^|[-_])name$", re.IGNORECASE)
#: What stands in ``award-id`` or ``principal-award-recipient`` where there is none.
_NONE = re.compile(
    r"(?:n/?a|none|nil|null|unassigned|not applicable|not available|unknown|no\.?|[-–—.\s]+|(?:to|for) [A-Z][A-Z., ]{0,12})",
    re.IGNORECASE,
)


def read_awards(meta: Element | None) -> list[AwardSaid]:
    """Funder–award pairs of the funding groups; a funder without an award gives one pair with that left out.

    A group with several funders and several awards does not say which belongs to which: its awards keep a
    funder only where both are equally many.
    """
    found: list[AwardSaid] = []
    for group in descendants(meta, "award-group"):
        found += _award_group(group)
    sponsors = [
        pair for node in children(meta, "contract-sponsor", "grant-sponsor") for pair in _funders(node)
    ]
    numbers = [text_of(node) for node in children(meta, "contract-num", "grant-num")]
    for (name, identifier), number in _pairs(sponsors, [n for n in numbers if n]):
        found.append(AwardSaid("jats:article-meta/contract-sponsor", name, identifier, number))
    said = [award for award in found if award.funder_name or award.funder_id or award.award_id]
    distinct: dict[tuple[str | None, ...], AwardSaid] = {}
    for award in said:
        distinct.setdefault((award.funder_name, award.funder_id, award.award_id, award.recipient), award)
    return list(distinct.values())


def funding_statement(meta: Element | None) -> str:
    """The text of the funding statements, a sentence about open-access money included."""
    return texts_of(list(descendants(meta, "funding-statement", "open-access", "support-statement")))


def _award_group(group: Element) -> Iterator[AwardSaid]:
    funders = [
        funder for node in descendants(group, "funding-source", "support-source") for funder in _funders(node)
    ]
    fallback = attribute(group, "href")
    if (registered := find_funder_id(fallback)) and len(funders) == 1:
        funders = [(funders[0][0], funders[0][1] or registered)]
    awards = [
        number
        for node in descendants(group, "award-id")
        for number in award_numbers(text_of(node))
        if not _NONE.fullmatch(number)
    ]
    recipients = _recipients(group)
    for (name, identifier), award in _pairs(funders, awards):
        yield AwardSaid(_SOURCE, name, identifier, award, None, recipients)


def _pairs(
    funders: list[tuple[str | None, str | None]], awards: list[str]
) -> list[tuple[tuple[str | None, str | None], str | None]]:
    if len(funders) == 1 and awards:
        return [(funders[0], award) for award in awards]
    if len(funders) == len(awards):
        return list(zip(funders, awards, strict=True))
    return [*((funder, None) for funder in funders), *(((None, None), award) for award in awards)]


def _funders(source: Element) -> list[tuple[str | None, str | None]]:
    """Name and registry id of each funder in a ``funding-source``; several only where it wraps several."""
    wraps = list(children(source, "institution-wrap"))
    if len(wraps) > 1:
        return [(_name(wrap), _identifier(wrap)) for wrap in wraps]
    name, identifier = _name(source), _identifier(source)
    return [(name, identifier)] if name or identifier else []


def _name(source: Element) -> str | None:
    names = [text for node in descendants(source, "institution") if (text := text_of(node))]
    if not names:
        named = [
            node
            for node in children(source, "named-content")
            if _NAME_KIND.search(attribute(node, "content-type") or "")
            and "alternate" not in (attribute(node, "content-type") or "")
        ]
        names = [text_of(node) for node in named[:1]]
    text = ", ".join(names) or text_of(
        source, lambda node: local(node) in {"named-content", "institution-id"}
    )
    return text.strip(" ,;") or None


def _identifier(source: Element) -> str | None:
    typed = [
        (
            "id" if local(node) == "institution-id" else attribute(node, "content-type") or "",
            text_of(node),
        )
        for node in descendants(source, "institution-id", "named-content")
    ]
    stated = [attribute(source, "href") or "", *(text for kind, text in typed if _ID_KIND.search(kind))]
    registered = [found for text in stated if (found := find_funder_id(text))]
    numbers = [f"10.13039/{text}" for text in stated if re.fullmatch(r"(?:501)?1000\d{5,8}", text)]
    return next(iter([*registered, *numbers]), None)


def _recipients(group: Element) -> str | None:
    names: dict[str, None] = {}
    for node in descendants(group, "principal-award-recipient", "award-recipient"):
        inner = [*descendants(node, "name", "string-name", "institution", "collab")]
        for part in inner:
            person = person_name(part) if local(part) == "name" else None
            names[person.printed if person else text_of(part)] = None
        if not inner:
            names[text_of(node)] = None
    kept = [name for name in names if name and not _NONE.fullmatch(name)]
    return "; ".join(kept) or None
