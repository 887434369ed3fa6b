"""The journal as far as it can be read: every entry that is true to its own hash.

>>> ranges([3, 4, 5, 9])
'3-5, 9'
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import astuple, replace
from itertools import pairwise

from store.journal import FIRST, Entry, sealed


def told_again(rows: sqlite3.Connection) -> tuple[list[Entry], list[str]]:
    """The entries in order, and sentences on those that are not there.

    Up to the first gap they stand as they were. Behind it they are numbered and chained anew,
    with their own time, hand and words: that the rest was not changed can no longer be shown.
    """
    there = [entry for entry in _entries(rows) if _true(entry)]
    chained: list[Entry] = []
    numbers: dict[int | None, int | None] = {None: None}
    for entry in there:
        chained.append(_chained(entry, chained, numbers))
        numbers[entry.number] = chained[-1].number
    return chained, list(_gaps(there))


def _entries(rows: sqlite3.Connection) -> Iterable[Entry]:
    found = rows.execute(
        """
        SELECT number, at, who, kind, of, sentence, edit, inverse, previous, hash FROM journal
        ORDER BY number
        """
    )
    return (Entry(*row) for row in found)


def _true(entry: Entry) -> bool:
    return sealed(astuple(entry)[:8], entry.previous) == entry.hash


def _chained(entry: Entry, before: Sequence[Entry], numbers: dict[int | None, int | None]) -> Entry:
    previous = before[-1].hash if before else FIRST
    moved = replace(
        entry, number=len(before) + 1, of=numbers.get(entry.of), previous=previous, hash=""
    )
    return replace(moved, hash=sealed(astuple(moved)[:8], previous))


def _gaps(there: Sequence[Entry]) -> Iterable[str]:
    numbers = [0, *(entry.number for entry in there)]
    missing = [n for one, next in pairwise(numbers) for n in range(one + 1, next)]
    if missing:
        plural = "entries" if len(missing) > 1 else "entry"
        yield f"{plural} {ranges(missing)} of the journal; those behind are numbered anew"


def ranges(numbers: Iterable[int]) -> str:
    """Ascending numbers in short."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1][1:] = [number]
        else:
            runs.append([number])
    return ", ".join("-".join(map(str, run)) for run in runs)
