"""Keeping the columns of claims' values in step (``store/schema/columns.py``).

>>> first, second = array("I", (0, 5)), array("I", (0, 0))
>>> enter([first, second], 1, 3)
>>> first, second
(array('I', [0, 3]), array('I', [0, 5]))
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable

from store.cells import STRETCH, unpacked, width

Levels = list["array[int]"]
"""The cells of a stretch: the least value of each claim, the next, and so on; 0 for none."""


def change(
    db: sqlite3.Connection,
    gone: Iterable[tuple[int, int, int]],
    come: Iterable[tuple[int, int, int]],
) -> None:
    """Take values of claims out of the columns and put others in: field, claim and value of each.

    A value may come that is there already.
    """
    touched: dict[tuple[int, int], Levels] = {}
    for rows, put in ((gone, leave), (come, enter)):
        # Most rows are of the stretch of the one before: to look up each takes twice as long.
        here, levels = (-1, -1), []
        for field, claim, value in rows:
            stretch = claim // STRETCH
            if stretch != here[1] or field != here[0]:
                here = field, stretch
                levels = touched.get(here) or touched.setdefault(here, _levels(db, *here))
            put(levels, claim % STRETCH, value)
    for place, levels in touched.items():
        _keep(db, *place, levels)


def move(db: sqlite3.Connection, places: Iterable[tuple[int, int | None]]) -> None:
    """Say where claims stand now; None of one that is gone."""
    touched: dict[int, Levels] = {}
    for claim, place in places:
        stretch, at = divmod(claim, STRETCH)
        if stretch not in touched:
            touched[stretch] = _levels(db, 0, stretch) or [_empty(0)]
        touched[stretch][0][at] = place or 0
    for stretch, levels in touched.items():
        _keep(db, 0, stretch, levels)


def enter(levels: Levels, at: int, value: int) -> None:
    """Put a value in among those of a claim, in order."""
    for cells in levels:
        held = cells[at]
        if not held:
            cells[at] = value
            return
        if held == value:
            return
        if value < held:
            cells[at], value = value, held
    levels.append(_empty(1))
    levels[-1][at] = value


def leave(levels: Levels, at: int, value: int) -> None:
    """Take a value out from among those of a claim."""
    held = [cells[at] for cells in levels if cells[at] != value]
    for cells, after in zip(levels, [*held, 0], strict=False):
        cells[at] = after


def _levels(db: sqlite3.Connection, field: int, stretch: int) -> Levels:
    return [unpacked(field, cells) for (cells,) in db.execute(_CELLS, (field, stretch))]


def _keep(db: sqlite3.Connection, field: int, stretch: int, levels: Levels) -> None:
    db.executemany(_KEEP, [(field, stretch, nth, cells) for nth, cells in enumerate(levels)])


def _empty(field: int) -> array[int]:
    return unpacked(field, bytes(STRETCH * width(field)))


_CELLS = "SELECT cells FROM claim_columns WHERE field = ? AND stretch = ? ORDER BY nth"
_KEEP = "INSERT OR REPLACE INTO claim_columns VALUES (?, ?, ?, ?)"
