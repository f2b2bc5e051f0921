"""``backmatter demo``: crawl the sample journal on this machine and show what comes of it."""

from __future__ import annotations

from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Annotated

import typer

from backmatter.commands.common import JsonOption, shown_progress, told, write_json
from backmatter.console import OUT, printable, say
from backmatter.errors import UserError
from output.errors import NoDatasetError
from output.load import load

if TYPE_CHECKING:
    from backmatter.crawl_report import CrawlReport
    from backmatter.intake import Outcome
    from backmatter.sample_journal import SampleServer

_USAGE, _INCOMPLETE = 2, 3
#: Prefix of DOIs that are examples and never registered.
_SAMPLE = "10.5555/"


def demo(
    dataset: Annotated[
        Path, typer.Option("--dataset", metavar="DIR", help="Dataset folder to crawl into.")
    ] = Path("demo-data"),
    as_json: JsonOption = False,
) -> None:
    """Crawl a small invented journal, served on this machine, into a dataset; nothing leaves the machine."""
    from backmatter.sample_journal import serve

    with told():
        _check_folder(dataset)
        with serve() as server:
            if not as_json:
                _introduce(server, dataset)
            started = monotonic()
            report, outcomes = _crawl(server, dataset)
            seconds = monotonic() - started
            missed = _missed(server, outcomes)
        if as_json:
            write_json(report.as_json() | {"missed": missed})
        else:
            _show(report, outcomes, dataset, seconds)
    if missed or report.error:
        for doi in missed:
            say(f"{doi}: should be in the dataset and is not")
        raise typer.Exit(_INCOMPLETE)


def _check_folder(dataset: Path) -> None:
    """Keep invented articles out of a dataset of real ones.

    Raises:
        UserError: The dataset holds articles of another origin.
    """
    try:
        dois = load("articles", dataset, columns=["doi"])["doi"]
    except NoDatasetError:
        return
    if not all(isinstance(doi, str) and doi.startswith(_SAMPLE) for doi in dois):
        raise UserError(
            f"{dataset} holds real articles, and the demo's are invented; "
            "name another folder with --dataset, or leave the option out",
            _USAGE,
        )


def _introduce(server: SampleServer, dataset: Path) -> None:
    journal = server.site.journal
    text = (
        f"An invented journal of {len(journal.articles)} articles is served at {server.base_url}. "
        f"Crawling its {len(server.dois)} DOIs into {dataset}."
    )
    OUT.print(printable(text), markup=False)


def _crawl(server: SampleServer, dataset: Path) -> tuple[CrawlReport, list[Outcome]]:
    """Crawl as ``backmatter crawl`` does, with the server as the resolver of DOIs."""
    from backmatter.crawling import crawl_settings, run_crawl

    # The pause between requests to a host is for hosts of others.
    own = {"DOI_RESOLVER": server.doi_resolver, "DOWNLOAD_DELAY": "0", "LOG_LEVEL": "ERROR"}
    settings = crawl_settings(dataset, allow_private=True, overrides=own)
    outcomes: list[Outcome] = []
    with shown_progress("Crawling") as progress:

        def note(outcome: Outcome) -> None:
            outcomes.append(outcome)
            progress(outcome.requested, len(outcomes), len(server.dois))

        report = run_crawl(server.dois, settings, note)
    return report, outcomes


def _missed(server: SampleServer, outcomes: list[Outcome]) -> list[str]:
    """DOIs whose page can be had and whose request failed all the same."""
    there = {article.doi for article in server.site.journal.articles if article.served in {"page", "cut"}}
    had = {outcome.requested for outcome in outcomes if outcome.state != "failed"}
    return sorted(there - had)


def _show(report: CrawlReport, outcomes: list[Outcome], dataset: Path, seconds: float) -> None:
    from backmatter import demo_view

    states = report.tally.states
    OUT.print(
        f"{report.tally.requested} asked for = {states['stored']} stored + {states['skipped']} skipped "
        f"+ {states['failed']} failed, in {seconds:.1f} s"
    )
    if report.published is None:
        say(f"nothing was published: {report.error or 'the crawl was stopped'}")
        return
    OUT.print(demo_view.row_counts(report.published.tables))
    OUT.print(demo_view.funders(dataset))
    OUT.print(demo_view.most_cited(dataset))
    OUT.print(demo_view.missing(outcomes, dataset))
    OUT.print("\nIn Python or a notebook\n", style="bold")
    for line in demo_view.in_python(dataset):
        OUT.print(f"    {line}", markup=False, highlight=False)
