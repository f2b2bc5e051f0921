"""``docs/supported-sites.md`` from the site files and the saved pages: ``python -m backmatter.supported_sites``."""

from __future__ import annotations

import json
from collections import defaultdict
from pathlib import Path
from typing import Any

from crawler.parsers.sites import layouts
from crawler.parsers.sites._base import Layout

_ROOT = Path(__file__).resolve().parent.parent
PAGE = _ROOT / "docs" / "supported-sites.md"
SAVED_PAGES = _ROOT / "tests" / "pages"

_HEAD = """\
# Supported sites

Made by `python -m backmatter.supported_sites` from the site files in `crawler/parsers/sites/` and the saved pages in
`tests/pages/`; change it there.

Every page is read by the general readers first: `citation_*` metas, Dublin Core, PRISM, JSON-LD, microdata and RDFa,
COinS, links, headed sections, by-lines, reference lists. A site file adds what they miss on its pages. A page of a site
that is not listed is read as well; its `parser` is `generic@1`.

*Own selectors* are the columns and lists that the site file reads from the page's body. *Saved pages* are pages in
that layout's markup, written for the tests, which give their expected record value for value; the last column says how
much such a record holds: filled columns of `articles`, authors (with an affiliation), references (with a DOI), and rows
of `funding`.
"""
_COLUMNS = "| layout | pages saved in | hosts | own selectors | saved pages | in their records |\n|---|---|---|---|---|---|"
#: Attribute of a layout → what it reads.
_READS = {
    "authors": "authors",
    "byline": "authors",
    "affiliations": "affiliations",
    "author_affiliation": "affiliations",
    "references": "references",
    "correspondence": "corresponding author",
    "corresponding": "corresponding author",
    "citation_line": "volume, issue, pages",
    "history": "dates",
    "open_access": "open access",
    "preview": "preview",
}
_MOST_HOSTS = 4


def sites_page(saved_pages: Path = SAVED_PAGES) -> str:
    """The text of the page."""
    records = _records(saved_pages)
    named = {layout.name for layout in layouts()}
    rows = [_row(layout, records[layout.name]) for layout in layouts()]
    others = [
        f"| {parser} | {len(found)} | {_filled(found)} |"
        for parser, found in sorted(records.items())
        if parser not in named
    ]
    return "\n".join(
        [
            _HEAD,
            _COLUMNS,
            *rows,
            "",
            "## Pages without a site file, XML and plain text",
            "",
            "| parser | saved pages | in their records |\n|---|---|---|",
            *others,
            "",
        ]
    )


def _records(saved_pages: Path) -> defaultdict[str, list[dict[str, Any]]]:
    """The expected records by parser; pages that hold no article have none."""
    found: defaultdict[str, list[dict[str, Any]]] = defaultdict(list)
    for path in sorted(saved_pages.rglob("*.json")):
        record = json.loads(path.read_text("utf-8"))
        if "article" in record:
            found[record["article"]["parser"]].append(record)
    return found


def _row(layout: Layout, records: list[dict[str, Any]]) -> str:
    reads = [*layout.values, *layout.lists, *(what for name, what in _READS.items() if getattr(layout, name))]
    hosts = ", ".join(layout.hosts[:_MOST_HOSTS]) + (" …" if len(layout.hosts) > _MOST_HOSTS else "")
    cells = (
        layout.name,
        _years(layout),
        hosts or "any, by its markup",
        ", ".join(dict.fromkeys(reads)) or "none: says which sources to believe",
        str(len(records)),
        _filled(records),
    )
    return f"| {' | '.join(cells)} |"


def _years(layout: Layout) -> str:
    first, last = layout.seen
    if first is None and last is None:
        return "any year"
    return f"{first or ''}–{last or ''}"


def _filled(records: list[dict[str, Any]]) -> str:
    """What a record holds at most: a saved page is often written for one trap alone."""
    if not records:
        return ""
    columns = max(len(record["article"]) for record in records)
    parts = [f"{columns} columns"]
    for table, more, column in (("authors", "affiliation", "affiliations"), ("references", "DOI", "doi")):
        rows = max((record.get(table, []) for record in records), key=len)
        if rows:
            parts.append(f"{len(rows)} {table} ({sum(column in row for row in rows)} with {more})")
    funding = max(len(record.get("funding", [])) for record in records)
    return ", ".join([*parts, f"{funding} of funding"] if funding else parts)


if __name__ == "__main__":
    PAGE.write_text(sites_page(), "utf-8")
