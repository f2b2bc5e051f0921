"""``backmatter parse``: saved pages to records, without a dataset and without the network."""

from __future__ import annotations

import json
from enum import StrEnum
from typing import Annotated, Any

import typer

from backmatter.console import say, write_line
from backmatter.page_rows import NO_ARTICLE
from backmatter.reading import parse_each


class Format(StrEnum):
    """How records are printed."""

    jsonl = "jsonl"
    json = "json"


def parse(
    files: Annotated[
        list[str],
        typer.Argument(
            metavar="FILE...", help="Saved pages: HTML, JATS or Elsevier XML, text, WARC; .gz too."
        ),
    ],
    format: Annotated[Format, typer.Option(help="One record a line, or indented.")] = Format.jsonl,  # noqa: A002
    emails: Annotated[
        bool, typer.Option("--emails", help="Keep authors' e-mail addresses (personal data).")
    ] = False,
) -> None:
    """Print one JSON record for each page, in the order of the arguments.

    What is no article page, or only a part of one, is named on standard error, and the exit status is then 1.
    """
    unusable = 0
    for file in files:
        for record in parse_each(file, emails=emails):
            write_line(json.dumps(record, ensure_ascii=False, indent=None if format is Format.jsonl else 2))
            problem = _problem(record)
            if problem:
                unusable += 1
                say(problem)
    if unusable:
        raise typer.Exit(1)


def _problem(record: dict[str, Any]) -> str | None:
    """Why the input gave no article, or only a part of one."""
    told = next((issue["detail"] for issue in record["issues"] if _is_telling(issue["kind"])), None)
    if told is None and record["page_state"] == "other":
        told = NO_ARTICLE
    if told is None or told.startswith(record["file"]):
        return told
    return f"{record['file']}: {told}"


def _is_telling(kind: str) -> bool:
    return kind.startswith("unreadable") or kind == "truncated"
