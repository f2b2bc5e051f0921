"""The Crossref Funder Registry in the forms that people have it: RDF, CSV, and the JSON of the REST API."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import IO

import pycountry
from lxml import etree

from backmatter.registry.entry import Entry, NotAnEntryError, funder_number, member
from pipelines.normalise.countries import country_named

_RESOURCE = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}resource"
_ABOUT = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about"
_ABBREVIATIONS = ("/acronym", "/abbrevName")
COLUMNS = ("uri", "primary_name")


def is_funder(record: object) -> bool:
    """Whether a record is a funder of the REST API."""
    return isinstance(record, dict) and funder_number(record.get("uri") or record.get("id")) is not None


def read_funder(record: object) -> Entry:
    """A funder of the REST API (``/funders``) as an entry.

    Raises:
        NotAnEntryError: If it is none.
    """
    number = funder_number(record.get("uri") or record.get("id")) if isinstance(record, dict) else None
    if number is None or not isinstance(record, dict):
        raise NotAnEntryError("has no funder's DOI")
    name = member(record, "name", str)
    others = [other for other in record.get("alt-names") or [] if isinstance(other, str)]
    place = record.get("location")
    newer = [found for other in record.get("replaced-by") or [] if (found := funder_number(other))]
    return _entry(number, name, country_named(place) if place else None, newer, others)


def read_csv(text: IO[str]) -> Iterator[Entry]:
    """The list with the columns ``uri``, ``primary_name`` and, where it has that, ``replaced``.

    Raises:
        NotAnEntryError: If a line is no funder.
    """
    for row in csv.DictReader(text):
        number, name = funder_number(row["uri"]), row["primary_name"]
        if number is None or not name:
            raise NotAnEntryError("has no funder's DOI, or no name")
        newer = [found for other in (row.get("replaced") or "").split() if (found := funder_number(other))]
        yield _entry(number, name, None, newer, [])


def read_rdf(stream: IO[bytes]) -> Iterator[Entry]:
    """The SKOS vocabulary, concept by concept.

    Raises:
        NotAnEntryError: If a concept is no funder.
        etree.XMLSyntaxError: If it is no XML, or ends too early.
    """
    for _, concept in etree.iterparse(stream, tag="{*}Concept", resolve_entities=False, no_network=True):
        number = funder_number(concept.get(_ABOUT))
        names = _texts(concept, "prefLabel")
        if number is None or not names:
            raise NotAnEntryError("has no funder's DOI, or no preferred name")
        newer = [other for node in concept.iterfind("{*}isReplacedBy") if (other := _number(node))]
        changed = concept.findtext("{*}modified") or concept.findtext("{*}created")
        country = _country(concept.findtext(".//{*}addressCountry"))
        short = _texts(concept, "altLabel", abbreviated=True)
        yield _entry(number, names[0], country, newer, [*names, *_texts(concept, "altLabel")], short, changed)
        concept.clear()
        while concept.getprevious() is not None:
            del concept.getparent()[0]


def _entry(
    number: str,
    name: str,
    country: str | None,
    newer: list[str],
    others: list[str],
    acronyms: list[str] | None = None,
    changed: str | None = None,
) -> Entry:
    successor = f"10.13039/{newer[0]}" if len(set(newer)) == 1 else None
    return Entry(
        f"10.13039/{number}",
        name,
        country,
        status="inactive" if newer else "active",
        successor=successor,
        names=(name, *others),
        acronyms=tuple(acronyms or ()),
        numbers=((number, True),),
        changed=changed[:10] if changed else None,
    )


def _texts(concept: etree._Element, label: str, *, abbreviated: bool = False) -> list[str]:
    """The literal forms of a kind of label, with or without those flagged as abbreviations."""
    found = []
    for node in concept.iterfind(f"{{*}}{label}/{{*}}Label"):
        flags = [flag.get(_RESOURCE, "") for flag in node.iterfind("{*}usageFlag")]
        text = (node.findtext("{*}literalForm") or "").strip()
        if text and any(flag.endswith(_ABBREVIATIONS) for flag in flags) == abbreviated:
            found.append(text)
    return found


def _number(node: etree._Element) -> str | None:
    return funder_number(node.get(_RESOURCE))


def _country(code: str | None) -> str | None:
    """ISO 3166 alpha-2 of the alpha-3 that the vocabulary uses, in small letters."""
    found = pycountry.countries.get(alpha_3=code.strip().upper()) if code and code.strip() else None
    return found.alpha_2 if found else None


def as_text(stream: IO[bytes]) -> io.TextIOWrapper:
    """A dump's bytes as text; a byte order mark is passed over."""
    return io.TextIOWrapper(stream, encoding="utf-8-sig", newline="")
