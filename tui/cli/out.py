"""What a command prints: a table for a person, plain tab-separated lines for a pipe, JSON Lines.

Nothing reaches the terminal that could act on it: every value passes ``printable``.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import click

from tui.render import printable

Record = Mapping[str, Any]


def records(rows: Iterable[Record], columns: Sequence[str], *, as_json: bool) -> None:
    """Print rows: as JSON Lines, or their ``columns`` as a table on a terminal, tabs in a pipe."""
    if as_json:
        for row in rows:
            click.echo(json_line(row))
    elif sys.stdout.isatty():
        _table([[cell(row.get(name)) for name in columns] for row in rows], columns)
    else:
        for row in rows:
            click.echo("\t".join(cell(row.get(name)) for name in columns))


def json_line(row: Record) -> str:
    """A record on one line; JSON's own escapes keep control characters from acting."""
    return _escape_format_controls(json.dumps(row, ensure_ascii=False, default=str))


def say(sentence: str) -> None:
    """Print a sentence to the person."""
    click.echo(printable(sentence))


def warn(sentence: str) -> None:
    """Print a sentence on stderr."""
    click.echo(printable(sentence), err=True)


def cell(value: Any) -> str:
    """A value as one printable line: lists by commas, nothing as nothing."""
    if value is None:
        return ""
    if isinstance(value, (list, tuple)):
        return ", ".join(cell(item) for item in value)
    return printable(" ".join(str(value).split()))


def _table(rows: list[list[str]], columns: Sequence[str]) -> None:
    """Columns as wide as their content; the last one takes what is left of the terminal."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for name in columns[:-1]:
        table.add_column(name.replace("_", " "), no_wrap=True, max_width=28, overflow="ellipsis")
    table.add_column(columns[-1].replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*(Text(value) for value in row))
    Console(width=shutil.get_terminal_size().columns, highlight=False).print(table)


def _escape_format_controls(line: str) -> str:
    r"""Write as \u escapes what JSON may carry raw but a terminal would act on (C1, bidi)."""
    safe = printable(line)
    if safe == line:
        return line
    return "".join(c if printable(c) == c else f"\\u{ord(c):04x}" for c in line)
