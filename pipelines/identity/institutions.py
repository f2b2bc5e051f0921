"""The ROR id of the institution in an address."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.identity.body import ROR, Body, Registry, sole
from pipelines.identity.names import is_common, name_key, read_name

_PARTS = re.compile(r"[,;]\s?")


def institution(
    address: str, named: str | None, city: str | None, country: str | None, registry: Registry | None
) -> Body | None:
    """The body that an address names as its institution; None unless it can be no other.

    The institution's name is tried with the part behind it first ("University of California, Berkeley"). A name
    that bodies everywhere have ("Institute of Physics"), and an acronym, must stand in the registry's city.

    Args:
        address: The affiliation as printed.
        named: The institution in it, as `pipelines.normalise.affiliation` tells it.
        city: The city in it, likewise.
        country: The country in it, likewise.
        registry: The registries that are loaded, if any.
    """
    if registry is None or not named:
        return None
    printed = read_name(named)
    behind = _behind(address, named)
    longer = name_key(f"{printed.bare} {behind}") if behind else ""
    for key in filter(None, (longer, name_key(printed.bare))):
        found = _of_ror(registry.named(key), country)
        if found or registry.named(key):
            return _choose(found, printed.acronyms, city, country, registry, common=is_common(key))
    if printed.acronym:
        found = _of_ror(registry.abbreviated(printed.acronym), country)
        return sole(_in_city(found, city)) if country else None
    return None


def _choose(
    found: Sequence[Body],
    acronyms: Sequence[str],
    city: str | None,
    country: str | None,
    registry: Registry,
    *,
    common: bool,
) -> Body | None:
    here = _in_city(found, city)
    if common:
        return sole(here) if country else None
    if len(found) > 1 and not here and acronyms:
        known = {body.id for acronym in acronyms for body in registry.abbreviated(acronym)}
        here = [body for body in found if body.id in known]
    return sole(found) or sole(here)


def _of_ror(bodies: Sequence[Body], country: str | None) -> list[Body]:
    return [body for body in bodies if body.id.startswith(ROR) and country in (None, body.country)]


def _in_city(bodies: Sequence[Body], city: str | None) -> list[Body]:
    wanted = name_key(city) if city else None
    return [body for body in bodies if wanted and body.city and name_key(body.city) == wanted]


def _behind(address: str, named: str) -> str | None:
    """The part of the address right behind the institution."""
    parts = [part.strip(" .") for part in _PARTS.split(address)]
    place = parts.index(named) + 1 if named in parts else len(parts)
    return parts[place] if place < len(parts) else None
