"""The command export: the claims of a filter in any format, to a file or on."""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TextIO

import click

from store.export import FORMATS, written
from tui.cli.options import Options, RefusedError, a_filter, shared
from tui.cli.out import warn


@click.command()
@click.argument("filter_words", nargs=-1, metavar="[FILTER]...")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="csv")
@click.option("--all", "everything", is_flag=True, help="Off-timeline and hidden claims too.")
@click.option("-o", "--output", metavar="FILE", help="Write here instead of standard output.")
@shared
def export(
    options: Options, filter_words: tuple[str, ...], form: str, everything: bool, output: str
) -> None:
    """Export the claims of a filter: a table, a page to read, JSON Lines that load again.

    Claims that several documents tell are written each on its own.
    """
    wanted = a_filter(filter_words, more="show:all" if everything else "show:unfolded")
    try:
        with options.open() as store, _target(output) as out:
            claims = FORMATS[form].write(store, wanted, out)
    except OSError as error:
        if output is None:
            raise
        raise RefusedError(f"{output} cannot be written: {error.strerror}.") from error
    if output:
        warn(f"{claims} claims written to {output}.")


def _target(output: str | None) -> AbstractContextManager[TextIO]:
    """Where an export goes: a file, or standard output left open."""
    return nullcontext(sys.stdout) if output is None else written(Path(output))


COMMANDS = (export,)
