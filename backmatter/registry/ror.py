"""Records of a ROR data dump, schema 2.x and 1.0, as entries."""

from __future__ import annotations

import re
from typing import Any

from backmatter.registry.entry import Entry, NotAnEntryError, funder_number, member

_ID = re.compile(r"https?://ror\.org/(0[a-z0-9]{6}\d\d)")


def is_ror(record: object) -> bool:
    """Whether a record is one of ROR's."""
    return isinstance(record, dict) and ror_url(record.get("id")) is not None


def ror_url(text: object) -> str | None:
    """A ROR URL as ROR spells it today."""
    found = _ID.fullmatch(text) if isinstance(text, str) else None
    return f"https://ror.org/{found[1]}" if found else None


def read_ror(record: object) -> Entry:
    """One record as an entry.

    Raises:
        NotAnEntryError: If it fits neither schema.
    """
    ror = ror_url(member(record, "id", str))
    if ror is None:
        raise NotAnEntryError("has an id that is no ROR id")
    fields = member({"record": record}, "record", dict)
    return _version_2(ror, fields) if "names" in fields else _version_1(ror, fields)


def _version_2(ror: str, record: dict[str, Any]) -> Entry:
    names = [
        (member(name, "value", str), member(name, "types", list)) for name in member(record, "names", list)
    ]
    shown = [value for value, types in names if "ror_display" in types] or [value for value, _ in names]
    if not shown:
        raise NotAnEntryError("has no name")
    places = [member(place, "geonames_details", dict) for place in member(record, "locations", list)]
    known = [outside for outside in record.get("external_ids") or [] if outside.get("type") == "fundref"]
    changed = ((record.get("admin") or {}).get("last_modified") or {}).get("date")
    return Entry(
        ror,
        shown[0],
        _only({place.get("country_code") for place in places}),
        _only({place.get("name") for place in places}),
        member(record, "status", str),
        _successor(record),
        tuple(value for value, types in names if set(types) - {"acronym"}),
        tuple(value for value, types in names if "acronym" in types),
        tuple(pair for outside in known for pair in _numbers(outside)),
        changed if isinstance(changed, str) else None,
    )


def _version_1(ror: str, record: dict[str, Any]) -> Entry:
    name = member(record, "name", str)
    labels = [member(label, "label", str) for label in record.get("labels") or []]
    aliases = [alias for alias in record.get("aliases") or [] if isinstance(alias, str)]
    known = (record.get("external_ids") or {}).get("FundRef")
    cities = {place.get("city") for place in record.get("addresses") or []}
    return Entry(
        ror,
        name,
        _only({member(record, "country", dict).get("country_code")}),
        _only(cities),
        record.get("status") or "active",
        _successor(record),
        (name, *aliases, *labels),
        tuple(record.get("acronyms") or ()),
        tuple(_numbers(known)) if known else (),
    )


def _numbers(known: dict[str, Any]) -> list[tuple[str, bool]]:
    preferred = funder_number(known.get("preferred"))
    every = known.get("all") or []
    found = [funder_number(number) for number in ([every] if isinstance(every, str) else every)]
    return [(number, number == preferred) for number in dict.fromkeys([*found, preferred]) if number]


def _successor(record: dict[str, Any]) -> str | None:
    related = record.get("relationships") or []
    return _only({ror_url(one.get("id")) for one in related if str(one.get("type")).lower() == "successor"})


def _only(values: set[str | None]) -> str | None:
    """The only value; None where there are none or several."""
    return next(iter(values)) if len(values) == 1 else None
