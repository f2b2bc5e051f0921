"""``backmatter registry``: registries of organisations beside the dataset."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from backmatter.commands.common import DatasetOption, JsonOption, shown_progress, told, write_json
from backmatter.console import printable, say, write_line
from output.layout import dataset_path

if TYPE_CHECKING:
    from backmatter.registry import Loaded, RegistryStatus

app = typer.Typer(
    help="Registries of organisations: load a dump, and see what is loaded.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.command()
def load(
    file: Annotated[
        Path,
        typer.Argument(
            metavar="FILE",
            help="ROR data dump (zip or JSON), or Crossref Funder Registry (RDF, CSV, JSON of the REST API).",
        ),
    ],
    dataset: DatasetOption = None,
    as_json: JsonOption = False,
) -> None:
    """Load a registry's dump, in the place of the one loaded before; no network is used."""
    from backmatter.registry import load_registry, registry_status

    path = dataset_path(dataset)
    with told(), shown_progress("Loading") as progress:
        done = load_registry(path, file, progress=progress)
        status = registry_status(path)
    if as_json:
        write_json({**asdict(done), "commits": status.commits, "outdated": status.outdated})
        return
    write_line(f"{done.title} {printable(done.version)}: {_counted(done)}")
    if status.outdated:
        say(_outdated(status))


@app.command()
def status(dataset: DatasetOption = None, as_json: JsonOption = False) -> None:
    """Say which registries are loaded, and how much of the dataset was made with them."""
    from backmatter.registry import registry_status

    with told():
        found = registry_status(dataset_path(dataset))
    if as_json:
        write_json(asdict(found))
        return
    for name, value in _lines(found):
        write_line(f"{name:<10}{printable(value)}")


def _lines(found: RegistryStatus) -> Iterator[tuple[str, str]]:
    yield "dataset", found.dataset
    for one in found.registries:
        yield one.kind, f"{one.title} {one.version}, {_counted(one)}"
        yield "", f"from {one.source}, loaded {one.loaded_at}, {one.bytes / 1e6:,.1f} MB"
    if not found.registries:
        yield (
            "registries",
            "none; `backmatter registry load FILE` loads a dump of ROR or of the Crossref Funder Registry",
        )
    if found.commits:
        yield (
            "commits",
            _outdated(found) if found.outdated else f"{found.commits:,}, all made with what is loaded",
        )


def _counted(one: Loaded) -> str:
    return f"{one.organisations:,} organisations, {one.names:,} names, {one.acronyms:,} acronyms"


def _outdated(found: RegistryStatus) -> str:
    return (
        f"{found.outdated:,} of {found.commits:,} were made with other registries or none; "
        "`backmatter rebuild` looks all names up in what is loaded"
    )
