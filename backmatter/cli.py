"""The command line: one sub-command per module of `backmatter.commands`."""

from __future__ import annotations

import sys

import typer

from backmatter.commands.parse import parse
from backmatter.console import say
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
