"""What the demo shows of a dataset: counts, who paid, what is cited, what is missing and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from textwrap import shorten

import pandas as pd
from rich import box
from rich.table import Table

from backmatter.console import printable
from backmatter.intake import Outcome
from output.load import load

_FEW = 6


def row_counts(tables: dict[str, int]) -> Table:
    """One line for each published table."""
    table = _table("Tables", ("table", "left"), ("rows", "right"))
    for name, rows in tables.items():
        table.add_row(name, f"{rows:,}")
    return table


def funders(dataset: Path) -> Table:
    """The funders named in most articles, with their awards."""
    rows = load("funding", dataset, where="kind = 'research' AND funder_name IS NOT NULL")
    table = _table("Who paid for what", ("funder", "left"), ("articles", "right"), ("awards", "left"))
    groups = sorted(
        rows.groupby("funder_name"), key=lambda group: (-group[1]["article_id"].nunique(), str(group[0]))
    )
    for name, group in groups[:_FEW]:
        awards = list(dict.fromkeys(map(str, group["award_id"].dropna())))
        more = f" and {len(awards) - 2} more" if len(awards) > 2 else ""
        shown = ", ".join(awards[:2]) + more
        table.add_row(printable(str(name)), str(group["article_id"].nunique()), printable(shown))
    return table


def most_cited(dataset: Path) -> Table:
    """The works in most reference lists, by DOI."""
    columns = ["article_id", "doi", "title", "authors", "year"]
    rows = load("references", dataset, columns=columns, where="doi IS NOT NULL")
    table = _table("Most cited", ("cited by", "right"), ("work", "left"), ("doi", "left"))
    groups = sorted(rows.groupby("doi"), key=lambda group: (-group[1]["article_id"].nunique(), str(group[0])))
    for doi, group in groups[:_FEW]:
        table.add_row(str(group["article_id"].nunique()), printable(_work(group)), printable(str(doi)))
    return table


def _work(group: pd.DataFrame) -> str:
    """First author, year and title: what most of the pages say that cite it."""
    authors = [str(names[0]).partition(",")[0] for names in group["authors"] if len(names)]
    parts = [_usual(authors), _usual(group["year"].dropna()), _usual(group["title"].dropna())]
    return shorten(" ".join(part for part in parts if part), 56, placeholder=" …")


def _usual(values: Iterable[object]) -> str:
    counted = pd.Series([str(value) for value in values]).value_counts()
    return str(counted.index[0]) if len(counted) else ""


def missing(outcomes: Sequence[Outcome], dataset: Path) -> Table:
    """What was asked for and is not in the tables, and why."""
    table = _table("Not in the tables", ("asked for", "left"), ("reason", "left"), ("why", "left"))
    for outcome in sorted(outcomes, key=lambda outcome: (outcome.reason or "", outcome.requested)):
        if outcome.state == "failed":
            table.add_row(printable(outcome.requested), outcome.reason or "", printable(outcome.detail))
    for doi, why in _held(dataset):
        table.add_row(printable(doi), "held back", printable(why))
    return table


def _held(dataset: Path) -> list[tuple[str, str]]:
    """Articles of which no version was accepted, and what was said of the last one."""
    fetches = load("fetches", dataset, where="decision = 'held'")
    accepted = set(load("articles", dataset, columns=["article_id"])["article_id"])
    reasons = load("issues", dataset, where="kind IN ('held', 'regressed')")
    found = []
    for key, group in fetches[~fetches["article_id"].isin(accepted)].groupby("article_id"):
        why = reasons[reasons["article_id"] == key]["detail"].dropna()
        found.append((str(group["requested"].iloc[-1]), "; ".join(dict.fromkeys(map(str, why)))))
    return found


def in_python(dataset: Path) -> list[str]:
    """The lines that load the tables."""
    return [
        "import backmatter",
        *(f'{name} = backmatter.load("{name}", dataset="{dataset}")' for name in ("articles", "references")),
    ]


def _table(title: str, *columns: tuple[str, str]) -> Table:
    table = Table(
        title=f"\n{title}\n",
        title_justify="left",
        title_style="bold",
        box=box.SIMPLE_HEAD,
        show_edge=False,
        pad_edge=False,
    )
    for name, justify in columns:
        right = justify == "right"
        one_line = name == "work"
        table.add_column(name, justify="right" if right else "left", overflow="fold", no_wrap=one_line)
    return table
