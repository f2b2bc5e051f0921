"""The command line: one sub-command per module of `backmatter.commands`."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from backmatter import __version__
from backmatter.commands.crawl import crawl
from backmatter.commands.demo import demo
from backmatter.commands.ingest import ingest
from backmatter.commands.parse import parse
from backmatter.commands.publish import publish
from backmatter.commands.rebuild import rebuild
from backmatter.commands.registry import app as registry
from backmatter.commands.status import status
from backmatter.console import say, write_line
from backmatter.errors import UserError

app = typer.Typer(
    name="backmatter",
    help="Journal article pages to clean Parquet tables.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(parse)
app.command()(crawl)
app.command()(ingest)
app.command()(rebuild)
app.command()(publish)
app.command()(status)
app.add_typer(registry, name="registry")
app.command()(demo)


@app.callback(invoke_without_command=True)
def options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Journal article pages to clean Parquet tables."""
    if version:
        write_line(f"backmatter {__version__}")
        raise typer.Exit


def main() -> None:
    """Run the command line; errors a user can act on are one line, ``--debug`` shows where they arose."""
    debug = "--debug" in sys.argv
    if debug:
        sys.argv.remove("--debug")
    try:
        app()
    except UserError as error:
        if debug:
            raise
        say(f"backmatter: {error}")
        sys.exit(error.exit_code)
