"""``docs/tables.md`` from the data dictionary: ``python -m output.docs`` writes it anew."""

from __future__ import annotations

from pathlib import Path

from output.column import Column
from output.schema import TABLES, Table

PAGE = Path(__file__).resolve().parent.parent / "docs" / "tables.md"

_HEAD = """\
# The tables

Made by `python -m output.docs` from the data dictionary in `output/schema.py`; change it there.

Every table is plain Parquet (zstd), sorted by its key (**bold**). Text that is not there is null, never an
empty string or a placeholder; a list that is not there is empty. *Source* says where a value comes from:
`page` as the page gives it, `fetch` from fetching it, `derived` computed from the page, `registry` looked up.
"""

_TAIL = """\
## Citations inside the dataset

`references.cited_article_id` is the citation graph of the dataset. It is computed from all articles when the tables
are published or loaded, so an article that comes later is found in the reference lists that came before it. (A
single page knows no dataset: `backmatter parse` gives the id that the cited work has by its DOI.)

A reference is linked by the first of its DOI, PMID, PMCID and arXiv id that the dataset knows. An article is known
by its DOI, by the identifier in its address (PubMed, PubMed Central, arXiv), and by identifiers that references give
together with its DOI. Where the dataset knows none of them, a reference is linked to the one article with the same
title, year and first author: letters and digits compared without case and accents, the family name of the first
author, any year that the article gives for itself, titles of at least 20 letters and digits (10 in Chinese, Japanese
and Korean), and not where both have a DOI. What leads to two articles is linked to neither, and no article
cites itself.

`backmatter.citations()` gives the edges as a data frame, each pair once however often the list names the work:

| column | meaning |
|---|---|
| citing_article_id | Article that cites; joins to `articles.article_id`. |
| cited_article_id | Article that is cited; null for works outside the dataset. |
| cited_doi | DOI of the cited work; null for an article of the dataset that has none. |

By default they are the edges between articles of the dataset; `citations(outside=True)` adds those to works with
a DOI outside it. References with neither a link nor a DOI are no edges.
"""


def tables_page() -> str:
    """The text of the page."""
    return "\n".join([_HEAD, *map(_section, TABLES.values()), _TAIL])


def _section(table: Table) -> str:
    lines = [f"## {table.name}", "", table.row]
    for key in table.foreign_keys:
        target = ", ".join(f"`{key.table}.{column}`" for column in key.target)
        lines.append(f"{', '.join(f'`{column}`' for column in key.columns)} joins to {target}.")
    lines += ["", "| column | type | null | meaning | source |", "|---|---|---|---|---|"]
    lines += [_line(column, is_key=column.name in table.key) for column in table.columns]
    return "\n".join([*lines, ""])


def _line(column: Column, *, is_key: bool) -> str:
    name = f"**{column.name}**" if is_key else column.name
    meaning = column.meaning
    if column.values:
        meaning += " One of " + ", ".join(f"`{value}`" for value in column.values) + "."
    null = "yes" if column.nullable else "no"
    return f"| {name} | {column.shown_type} | {null} | {meaning} | {column.source} |"


def main() -> None:
    """Write the page."""
    PAGE.write_text(tables_page(), "utf-8")


if __name__ == "__main__":
    main()
