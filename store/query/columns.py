"""Counting very many claims from columns of their values (``store/schema/columns.py``).

Claims are chosen once, by a mask for each block of neighbours; then any field of theirs is picked
out of its columns, and no claim is looked up. What is read by several statements has to be of one
moment: see ``Store.reading``.

>>> picked(b"abc", [2]), picked(b"abc", [0, 2])
((99,), (97, 99))
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache, cached_property, reduce
from itertools import compress
from operator import itemgetter

from store.cells import STRETCH, unpacked, width
from store.query.conditions import Condition, Value
from store.query.masks import both, either, equal, of_lists
from store.query.plan import EVERY, Plan, number_of

_STRETCHES = 16
_CLAIMS = _STRETCHES * STRETCH
"""Claims that are counted at once: 64 kilobytes for each column of theirs."""
LANES = (0, 1, 2, 3)
"""All there are: a claim stands in one of them, and need not be asked in which."""
MANY = 30_000
"""Claims under a value from which on they are chosen by columns, not read one by one: 25 ms."""


class Columns:
    """The claims of a plan, chosen once, and what is counted of them."""

    def __init__(self, db: sqlite3.Connection, found: Plan) -> None:
        self._blocks = list(_blocks(db, found))

    def number(self) -> int:
        """How many claims there are."""
        return sum(block.mask.count(1) for block in self._blocks)

    def counted(self, field: int) -> Counter[int]:
        """How many claims have each value of a field, under each of which a claim counts."""
        counted: Counter[int] = Counter()
        for block in self._blocks:
            claims: list[int] = []
            values: tuple[int, ...] = ()
            for nth, column in enumerate(block.levels(field)):
                # Only a claim that has a value in the one before can have a further one.
                claims = list(compress(claims, values)) if nth else block.claims
                values = picked(unpacked(field, column), claims)
                counted.update(values)
        del counted[0]
        return counted

    def among(self, rows: Iterable[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
        """Those of some rows that begin with the id of a claim that is here."""
        masks = {block.first: block.mask for block in self._blocks}
        nothing = bytes(_CLAIMS)
        for row in rows:
            if masks.get(row[0] // _CLAIMS * _CLAIMS, nothing)[row[0] % _CLAIMS]:
                yield row


def slots(db: sqlite3.Connection, found: Plan) -> Counter[int]:
    """How many claims of a plan stand in each slot."""
    counted: Counter[int] = Counter()
    for (slot, lane), claims in places(db, found).items():
        if lane in found.lanes:
            counted[slot] += claims
    return counted


def places(db: sqlite3.Connection, found: Plan) -> Counter[tuple[int, int]]:
    """How many claims of a plan stand in each slot and lane, in whatever lanes."""
    everywhere = Columns(db, replace(found, lanes=LANES))
    counted = everywhere.counted(EVERY.field)
    return Counter({(place >> 3, (place & 7) - 1): n for place, n in counted.items()})


def picked(column: Sequence[int], at: Sequence[int]) -> tuple[int, ...]:
    """What stands in a column at some places: a third of the time of asking for one by one."""
    if len(at) < 2:
        return tuple(column[place] for place in at)
    found: tuple[int, ...] = itemgetter(*at)(column)
    return found


class _Block:
    """Neighbouring claims by their row ids, and which of them are chosen."""

    def __init__(self, db: sqlite3.Connection, stretch: int) -> None:
        self.db = db
        self.first = stretch * STRETCH
        self.mask = bytes(_CLAIMS)
        self._stretch = stretch

    @cached_property
    def claims(self) -> list[int]:
        """The chosen claims by where they stand in the block."""
        return list(compress(_places(), self.mask))

    def levels(self, field: int) -> list[bytearray]:
        """The columns of a field: of each claim's first value, of its second, and so on."""
        found: list[bytearray] = []
        asked = (field, self._stretch, self._stretch + _STRETCHES - 1)
        for stretch, nth, cells in self.db.execute(_CELLS, asked):
            while nth >= len(found):
                found.append(bytearray(_CLAIMS * width(field)))
            at = (stretch - self._stretch) * len(cells)
            found[nth][at : at + len(cells)] = cells
        return found

    def meeting(self, condition: Condition) -> bytes:
        """The mask of the claims that meet a condition, which is one for values or a set."""
        if condition.mask:
            return self.cut(condition.mask)
        mask = reduce(either, map(self.under, condition.values or condition.without))
        return mask if condition.values else mask.translate(equal(0))

    def cut(self, mask: bytes) -> bytes:
        """The block's part of a mask of all claims."""
        return mask[self.first : self.first + _CLAIMS].ljust(_CLAIMS, b"\0")

    def in_lanes(self, lanes: tuple[int, ...]) -> bytes:
        """The mask of the claims in some lanes."""
        wanted = bytes(place & 7 in [lane + 1 for lane in lanes] for place in range(256))
        for column in self.levels(EVERY.field):
            return bytes(column[:: width(EVERY.field)].translate(wanted))
        return bytes(_CLAIMS)

    def under(self, value: Value) -> bytes:
        """The mask of the claims under a value."""
        (largest,) = self.db.execute(_LARGEST, (value.field,)).fetchone()
        used = (max(largest, value.value).bit_length() + 7) // 8
        same = [equal(byte) for byte in value.value.to_bytes(used, "little")]
        apart = width(value.field)
        mask = bytes(_CLAIMS)
        for column in self.levels(value.field):
            bytewise = (bytes(column[at::apart].translate(it)) for at, it in enumerate(same))
            mask = either(mask, reduce(both, bytewise))
        return mask


@cache
def _places() -> list[int]:
    """The numbers of a block's claims: made anew for each block they take twice the time."""
    return list(range(_CLAIMS))


def _blocks(db: sqlite3.Connection, found: Plan) -> Iterator[_Block]:
    """The blocks in which a plan finds claims."""
    (last,) = db.execute("SELECT max(stretch) FROM claim_columns WHERE field = 0").fetchone()
    whole = None if _is_long(db, found) else _read(db, found)
    for stretch in range(0, -1 if last is None else last + 1, _STRETCHES):
        block = _Block(db, stretch)
        block.mask = reduce(both, _asked(block, found)) if whole is None else block.cut(whole)
        if 1 in block.mask:
            yield block


def _is_long(db: sqlite3.Connection, found: Plan) -> bool:
    """Whether more would be read one by one than columns take, which know of values and sets."""
    if not found.plain or found.value is None:
        return False
    return number_of(db, [found.value], found.lanes) > MANY


def _read(db: sqlite3.Connection, found: Plan) -> bytes:
    """The mask of all claims that a plan finds, read by its query."""
    return of_lists(db.execute(found.listed()).fetchone())


def _asked(block: _Block, found: Plan) -> Iterable[bytes]:
    if found.lanes != LANES:
        yield block.in_lanes(found.lanes)
    if found.value is not None and found.value != EVERY:
        yield block.under(found.value)
    yield from map(block.meeting, found.conditions)


_CELLS = """
SELECT stretch, nth, cells FROM claim_columns WHERE field = ? AND stretch BETWEEN ? AND ?
"""
_LARGEST = "SELECT coalesce(max(value), 0) FROM term_counts WHERE field = ?"
