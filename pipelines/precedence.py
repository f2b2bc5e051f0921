"""Which kind of source is believed first, per column. A site's own order (`PageReading.precedence`) goes before."""

from __future__ import annotations

from collections.abc import Mapping

#: Printed text first, then data the publisher deposits, then what the address says.
DEFAULT = (
    "dom",
    "jats",
    "elsevier",
    "xml",
    "text",
    "state",
    "microdata",
    "highwire",
    "jsonld",
    "prism",
    "dc",
    "coins",
    "og",
    "link",
    "url",
)
#: Head metadata first: on the page these stand beside the same facts of other articles.
_HEAD_FIRST = (
    "jats",
    "elsevier",
    "xml",
    "highwire",
    "prism",
    "state",
    "jsonld",
    "microdata",
    "dc",
    "text",
    "dom",
    "coins",
    "link",
    "og",
    "url",
)
_ORDERS: dict[str, tuple[str, ...]] = {
    # The page's DOI is never taken from a link in its body while the head has one.
    "doi": _HEAD_FIRST,
    "journal": _HEAD_FIRST,
    "journal_abbrev": _HEAD_FIRST,
    "publisher": _HEAD_FIRST,
    "issn": _HEAD_FIRST,
    "volume": _HEAD_FIRST,
    "issue": _HEAD_FIRST,
    "first_page": _HEAD_FIRST,
    "last_page": _HEAD_FIRST,
    "language": _HEAD_FIRST,
    # Descriptions in og: are teasers, so they are no source of abstracts.
    "abstract": (
        "jats",
        "elsevier",
        "xml",
        "dom",
        "text",
        "state",
        "microdata",
        "highwire",
        "dc",
        "jsonld",
        "coins",
    ),
    "license": (
        "jats",
        "elsevier",
        "xml",
        "dom",
        "link",
        "text",
        "state",
        "jsonld",
        "microdata",
        "dc",
        "highwire",
    ),
    "url": ("link", "jats", "elsevier", "xml", "jsonld", "highwire", "og", "url", "text", "dom"),
    "authors": (
        "jats",
        "elsevier",
        "xml",
        "dom",
        "text",
        "state",
        "microdata",
        "highwire",
        "jsonld",
        "dc",
        "coins",
        "og",
    ),
    "affiliations": ("jats", "elsevier", "xml", "dom", "text", "state", "microdata", "jsonld", "highwire"),
    "references": ("jats", "elsevier", "xml", "dom", "text", "state", "microdata", "highwire"),
}


def kind_of(source: str) -> str:
    """The kind in a source string ``kind:place``."""
    return source.partition(":")[0]


def order_of(column: str, site: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Source kinds for a column, most trusted first; a kind that is not named is not believed at all."""
    return site.get(column) or _ORDERS.get(column, DEFAULT)
