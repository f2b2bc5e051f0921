"""The identifier of a funder: as the page gives it, else by its name; never where several may be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipelines.funding import table
from pipelines.funding.table import Funder
from pipelines.identity.body import ROR, Body, Registry, sole
from pipelines.identity.names import PrintedName, Reading, is_common, name_key, read_name

_ROR = re.compile(r"ror\.org/(0[a-z0-9]{6}\d\d)(?![a-z0-9])", re.IGNORECASE)
_NUMBER = re.compile(r"(?:10\.13039/|^)((?:501)?100\d{6}\b)")
#: Shorter words in capitals stand for too many bodies, even where one of them has no other name.
_TELLING = 4


def stated_funder(name: str | None, stated: str | None, registry: Registry | None) -> str | None:
    """The identifier of a funder that a page gives as data.

    Args:
        name: The funder as printed.
        stated: The identifier that the page gives, in whatever form.
        registry: The registries that are loaded, if any.

    Returns:
        A ROR URL where ROR is known to have the funder, else what the page gives: ``10.13039/…`` for a number of
        the Crossref Funder Registry, anything else unchanged. Without an identifier on the page, as `named_funder`.
    """
    if not stated:
        known = _of_table(name) if name else None
        return named_funder(name, known.ror if known else None, registry) if name else None
    ror = _ROR.search(stated)
    if ror:
        return ROR + ror[1].lower()
    number = _NUMBER.search(stated)
    if not number:
        return stated
    body = registry.numbered(number[1]) if registry else None
    return _id(body or Body(f"10.13039/{number[1]}", name or "", None, None))


def named_funder(name: str, known: str | None, registry: Registry | None) -> str | None:
    """The identifier of a funder by its printed name.

    The built-in table says who is meant where it knows the name; the registry has the last word on the id. Where
    the table does not know it, the name must lead to one body of the registry and no other: by itself, with the
    country that is printed beside it, or with the acronym in brackets behind it.

    Args:
        name: The funder as printed.
        known: ROR URL of the table's funder that the name means, if it means one.
        registry: The registries that are loaded, if any.
    """
    if registry is None:
        return known
    printed = read_name(name)
    funder = table.find_ror(known) if known else _of_table(name)
    if funder is not None and funder.country:
        found = _of_country(registry.named(name_key(funder.name)), funder)
        if funder.ror is None or not any(body.id == funder.ror for body in found):
            body = sole(found)
            return _id(body) or funder.ror or _id(_find(printed, registry, funder.country))
        return funder.ror
    return _id(_find(printed, registry, None, shared=funder is not None))


def _of_table(name: str) -> Funder | None:
    """The table's funder of this name, unless the country beside it is another's."""
    printed = read_name(name)
    literal = table.find(printed.bare) or (table.find_acronym(printed.acronym) if printed.acronym else None)
    for reading in printed.readings:
        funder = literal or table.find_key(reading.key)
        literal = None
        if funder is not None:
            return funder if reading.country in (None, funder.country) or not funder.country else None
    return None


def _of_country(bodies: Sequence[Body], funder: Funder) -> list[Body]:
    # what belongs to the European Union is registered where it sits
    return [body for body in bodies if funder.country in ("EU", body.country)]


def _find(
    printed: PrintedName, registry: Registry, country: str | None, *, shared: bool = False
) -> Body | None:
    """The one body of the registry that a printed name can mean.

    Args:
        printed: The name.
        registry: The registries.
        country: The country that the table knows the funder to be of.
        shared: Whether the table knows that several bodies have the name.
    """
    beside = country if country != "EU" else None
    if printed.acronym:
        return _by_acronym(printed, _told(printed) or beside, registry)
    for reading in printed.readings:
        found = registry.named(reading.key)
        if found:
            place = reading.country or beside or (_told(printed) if len(found) > 1 else None)
            if place is None and shared:
                return None
            return _choose(found, Reading(reading.key, place), printed, registry)
    return None


def _choose(found: Sequence[Body], reading: Reading, printed: PrintedName, registry: Registry) -> Body | None:
    """The only body of the country told; the only one at all, by a name that is its own; or by its acronym."""
    if reading.country is not None:
        found = [body for body in found if body.country == reading.country]
    is_telling = reading.country is not None or not is_common(reading.key)
    return (sole(found) if is_telling else None) or sole(_with_acronym(found, printed, registry))


def _told(printed: PrintedName) -> str | None:
    """The country that the printed name tells, wherever it stands in it."""
    return next((reading.country for reading in printed.readings if reading.country), None)


def _with_acronym(found: Sequence[Body], printed: PrintedName, registry: Registry) -> list[Body]:
    known = {body.id for acronym in printed.acronyms for body in registry.abbreviated(acronym)}
    return [body for body in found if body.id in known]


def _by_acronym(printed: PrintedName, country: str | None, registry: Registry) -> Body | None:
    """The body that is called by an acronym: of the country told, or the only one that has it for a name."""
    acronym = printed.acronym or ""
    named = registry.named(name_key(acronym))
    every = {body.id: body for body in [*named, *registry.abbreviated(acronym)]}
    if country is not None:
        return sole([body for body in every.values() if body.country == country])
    return sole(list(every.values())) if named and len(acronym) >= _TELLING else None


def _id(body: Body | None) -> str | None:
    """The body's identifier; the table's ROR id for a funder that the registry knows by its number alone."""
    if body is None or body.id.startswith(ROR):
        return body.id if body else None
    funder = table.find_number(body.id.removeprefix("10.13039/"))
    return (funder.ror if funder else None) or body.id
