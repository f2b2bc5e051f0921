"""``backmatter crawl``: articles by DOI or URL into the dataset."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from backmatter.console import say, write_line
from backmatter.errors import UserError
from crawler.targets import TargetError, read_list
from output.layout import dataset_path

if TYPE_CHECKING:
    from backmatter.crawl_report import CrawlReport

_USAGE = 2


def crawl(
    targets: Annotated[
        list[str] | None, typer.Argument(metavar="DOI_OR_URL...", help="DOIs and URLs of articles.")
    ] = None,
    files: Annotated[
        list[Path] | None,
        typer.Option(
            "--from", metavar="FILE", help="DOIs and URLs, one a line; may be repeated, - is stdin."
        ),
    ] = None,
    dataset: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Dataset folder [default: BACKMATTER_DATASET, else ./articles-data]."
        ),
    ] = None,
    contact: Annotated[
        str | None,
        typer.Option(
            envvar="BACKMATTER_CONTACT",
            metavar="MAIL_OR_URL",
            help="Whom the hosts can reach about this crawl; needed for the public web.",
        ),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Also ask hosts at private and loopback addresses.")
    ] = False,
    overrides: Annotated[
        list[str] | None,
        typer.Option("-s", metavar="NAME=VALUE", help="Any setting of Scrapy or of the crawler."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print the summary as JSON.")] = False,
) -> None:
    """Fetch articles and store them; what the dataset holds already is not asked for again."""
    # Scrapy takes half a second to import, which the other commands need not wait for.
    from backmatter.crawl_progress import CrawlProgress
    from backmatter.crawling import check_contact, crawl_settings, run_crawl

    asked = _asked(targets or [], files or [])
    settings = crawl_settings(
        dataset_path(dataset), contact=contact, allow_private=allow_private, overrides=_pairs(overrides or [])
    )
    check_contact(asked, settings)
    with CrawlProgress(len(asked)) as progress:
        report = run_crawl(asked, settings, progress.note)
    if as_json:
        write_line(json.dumps(report.as_json(), ensure_ascii=False))
    else:
        for line in _summary(report):
            say(line)
    if report.exit_status:
        raise typer.Exit(report.exit_status)


def _asked(targets: list[str], files: list[Path]) -> list[str]:
    asked = list(targets)
    for file in files:
        try:
            asked += sys.stdin.read().split("\n") if str(file) == "-" else read_list(file)
        except TargetError as error:
            raise UserError(str(error), _USAGE) from error
        except OSError as error:
            raise UserError(
                f"{file}: {error.strerror}; --from takes a file of DOIs and URLs", _USAGE
            ) from error
    asked = [text for text in asked if text.strip()]
    if not asked:
        raise UserError("nothing to crawl; give DOIs or URLs, or a file of them with --from", _USAGE)
    return asked


def _pairs(overrides: list[str]) -> dict[str, str]:
    pairs = {}
    for override in overrides:
        name, equals, value = override.partition("=")
        if not equals or not name.strip():
            raise UserError(f"-s {override}: a setting is given as NAME=VALUE", _USAGE)
        pairs[name.strip()] = value
    return pairs


def _summary(report: CrawlReport) -> list[str]:
    numbers = report.as_json()
    lines = [_counts(numbers)]
    if report.recovered:
        lines.append(f"{report.recovered} more taken in, which an earlier command had fetched and not stored")
    for failure in numbers["failures"]:
        where = f"{failure['host']}: " if failure["host"] else ""
        lines.append(f"  {where}{failure['reason']} × {failure['count']}, e.g. {failure['example']}")
        lines.append(f"    {failure['detail']}")
    lines += [f"  {host} {why}" for host, why in report.stopped_hosts.items()]
    if numbers["held"]:
        lines.append(f"held back for review: {numbers['held']}")
        lines += [f"  {requested}: {why}" for requested, why in report.held]
    if report.published:
        rows = ", ".join(f"{name} {count:,}" for name, count in report.published.tables.items())
        lines.append(f"published in {report.published.folder}: {rows}")
    if report.error:
        lines.append(f"ended early: {report.error}")
    return [*lines, *_next_steps(report)]


def _counts(numbers: dict[str, Any]) -> str:
    line = (
        f"{numbers['requested']} asked for: {numbers['stored']} stored, "
        f"{numbers['skipped']} skipped, {numbers['failed']} failed"
    )
    if numbers["not_reached"] > 0:
        line += f"; {numbers['not_reached']} not reached"
    return line + (f" ({numbers['duplicates']} repeats left out)" if numbers["duplicates"] else "")


def _next_steps(report: CrawlReport) -> list[str]:
    steps = []
    if report.not_reached > 0:
        steps.append("the same command goes on where this one stopped")
    elif report.tally.states["failed"]:
        steps.append("the same command tries again what failed, and nothing else")
    if report.tally.held:
        steps.append(f"backmatter review --dataset {report.dataset} shows what was held back and why")
    if report.published and report.published.tables.get("articles"):
        steps.append(f'in Python: backmatter.load("articles", dataset="{report.dataset}")')
    return [f"next: {step}" for step in steps]
