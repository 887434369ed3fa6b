r"""Tables: CSV and TSV, a document a row, by their header.

>>> from store.readers.streams import blob_of
>>> [item.text for item in items(blob_of("a.csv", b"text;date\nIt was hit.;2025-08-03\n"), Given())]
['It was hit.']
"""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import Any

from store.readers.columns import chosen, columns_of
from store.readers.encodings import lenient
from store.readers.heads import Head
from store.readers.lines import as_text, bounded
from store.readers.record import item_of
from store.readers.streams import Blob
from store.readers.values import Columns, Given, Item, ReadProblem

_DELIMITERS = ",;\t|"
# Lines looked at to find the delimiter; longer cells than this are no names of columns.
_LINES, _LONGEST_NAME = 20, 60


def takes(head: Head) -> bool:
    """Rows under a header with a column for the text; one of both, where it is named a table."""
    named = head.file.lower().endswith((".csv", ".tsv", ".tab"))
    # Most texts are no table, and are seen to be none by their first line.
    if not named and not head.text.startswith("sep=") and not _may_head(head.text):
        return False
    header, even = _opening(head.text)
    known = _names_columns(header) and bool(columns_of(header))
    return (even or known) if named else (even and known)


def items(blob: Blob, given: Given) -> Iterator[Item | ReadProblem]:
    """The items of a table, row by row; a bad row is reported and does not stop the rest."""
    _allow(blob.limits.line)
    delimiter = _delimiter(lenient(blob.head()))
    with as_text(blob, newline="") as text:
        lines = _Kept(bounded(text, blob.limits.line))
        rows = csv.reader(lines, delimiter=delimiter)
        header = _first(rows)
        if not _names_columns(header):
            yield ReadProblem(blob.path, "Its first row does not name columns; add one that does.")
            return
        columns = chosen(header, given)
        if isinstance(columns, str):
            yield ReadProblem(blob.path, columns)
            return
        lines.take()
        for number, row in _numbered(rows):
            raw = lines.take().encode(text.encoding, "surrogateescape")
            yield from _row(row, header, columns, blob, number, raw)


def _row(
    row: list[str] | csv.Error,
    header: list[str],
    columns: Columns,
    blob: Blob,
    number: int,
    raw: bytes,
) -> Iterator[Item | ReadProblem]:
    if isinstance(row, csv.Error):
        yield ReadProblem(f"{blob.path}:{number}", f"It is no row of a table: {row}.")
    elif any("\udc80" <= character <= "\udcff" for cell in row for character in cell):
        yield ReadProblem(f"{blob.path}:{number}", "It is not in the encoding of the table's head.")
    elif any(cell.strip() for cell in row):
        fields = dict(zip(header, row, strict=False))
        yield item_of(fields, columns, blob, str(number), raw)


def _numbered(rows: Any) -> Iterator[tuple[int, list[str] | csv.Error]]:
    """The rows with the number of their first line; an error in the place of a bad one."""
    while True:
        number = rows.line_num + 1
        try:
            yield number, next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, error


class _Kept:
    """Lines, with those kept that make up the row being read: its very bytes."""

    def __init__(self, lines: Iterator[str]) -> None:
        self.lines = lines
        self.taken: list[str] = []

    def __iter__(self) -> _Kept:
        return self

    def __next__(self) -> str:
        self.taken.append(next(self.lines))
        return self.taken[-1]

    def take(self) -> str:
        """The lines since the last time."""
        taken = "".join(self.taken)
        self.taken.clear()
        return taken


def _first(rows: Iterator[list[str]]) -> list[str]:
    """The names of the columns; Excel may write a line with the delimiter before them."""
    header = next(rows, [])
    if header and header[0].startswith("sep="):
        header = next(rows, [])
    return [name.strip().removeprefix("\ufeff") for name in header]


def _opening(text: str) -> tuple[list[str], bool]:
    """The first row of a text that is cut into cells, and whether the next has as many."""
    try:
        rows = _sample(text, _delimiter(text))
    except csv.Error:
        return [], False
    header = _first(iter(rows))
    return header, len(rows) > 1 and len(rows[1]) == len(header) > 1


def _names_columns(header: list[str]) -> bool:
    """Whether all cells of a row are short and differ, as names of columns do."""
    short = all(0 < len(name) <= _LONGEST_NAME for name in header)
    return short and len(set(header)) == len(header) > 1


def _may_head(text: str) -> bool:
    """Whether the first line could name columns: cut by a delimiter, all its cells are short."""
    line = text.partition("\n")[0]
    cut = (line.split(delimiter) for delimiter in _DELIMITERS if delimiter in line)
    return any(max(map(len, cells)) <= _LONGEST_NAME + 2 for cells in cut)


def _delimiter(text: str) -> str:
    """What separates the cells: what cuts most of the first rows into the same number of cells."""

    def evenness(delimiter: str) -> tuple[int, int]:
        try:
            widths = Counter(map(len, _sample(text, delimiter)))
        except csv.Error:
            return 0, 0
        width, rows = widths.most_common(1)[0] if widths else (0, 0)
        return (rows, width) if width > 1 else (0, 0)

    if text.startswith("sep=") and len(text) > 4:
        return text[4]
    return max(_DELIMITERS, key=evenness)


def _allow(size: int) -> None:
    """Let a cell be as long as this; the bound is one for the whole process and never lowered."""
    csv.field_size_limit(max(csv.field_size_limit(), size))


def _sample(text: str, delimiter: str) -> list[list[str]]:
    _allow(len(text))
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [row for _, row in zip(range(_LINES), rows, strict=False) if row]
