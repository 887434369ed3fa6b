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
from rich.cells import cell_len

from store.plain import escaped, printable

Record = Mapping[str, Any]

WIDEST = 26
"""Cells a column takes at most; "on or before 30 Nov 2025" has 24."""

ROOM = 32
"""Cells the last column has at least."""


def records(rows: Iterable[Record], columns: Sequence[str], *, as_json: bool) -> None:
    """Print rows: as JSON Lines, or their ``columns`` as a table on a terminal, tabs in a pipe."""
    if sys.stdout.isatty() and not as_json:
        _table([[cell(row.get(name)) for name in columns] for row in rows], columns)
    else:
        lines(rows, columns, as_json=as_json)


def lines(rows: Iterable[Record], columns: Sequence[str], *, as_json: bool) -> None:
    """Print rows as they come: JSON Lines, or their ``columns`` with tabs between."""
    for row in rows:
        if as_json:
            click.echo(json_line(row))
        else:
            click.echo("\t".join(cell(row.get(name)) for name in columns))


def json_line(row: Record) -> str:
    """A record on one line; JSON's own escapes keep control characters from acting."""
    return escaped(json.dumps(row, ensure_ascii=False, default=str))


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
    """Columns as wide as their content; the last takes the rest, and folds.

    Where a narrow terminal leaves the last too little, columns before it are left out, from the
    right: it is what one reads, and the first what one types.
    """
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    width = shutil.get_terminal_size().columns
    kept = fitting([_width(rows, columns, at) for at in range(len(columns) - 1)], width)
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=False)
    for at in kept:
        table.add_column(_name(columns[at]), no_wrap=True, max_width=WIDEST, overflow="ellipsis")
    table.add_column(_name(columns[-1]), overflow="fold", min_width=ROOM)
    for row in rows:
        table.add_row(*(Text(row[at]) for at in kept), Text(row[-1]))
    Console(width=width, highlight=False).print(table)


def fitting(widths: Sequence[int], width: int) -> list[int]:
    """Which columns fit beside a last one that has ``ROOM``; the first always stays.

    >>> fitting([8, 20, 10], 80), fitting([8, 20, 10], 64)
    ([0, 1, 2], [0, 1])
    """
    kept = list(range(len(widths)))
    while len(kept) > 1 and sum(widths[at] + 2 for at in kept) + ROOM > width:
        kept.pop()
    return kept


def _width(rows: Sequence[Sequence[str]], columns: Sequence[str], at: int) -> int:
    widest = max((cell_len(row[at]) for row in rows), default=0)
    return min(max(widest, len(columns[at])), WIDEST)


def _name(column: str) -> str:
    return column.replace("_", " ")
