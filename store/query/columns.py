"""Counting very many claims from columns of their values (``store/schema/columns.py``).

Claims are chosen by a mask, a byte for each, 1 or 0, made of whole columns at once; no claim is
looked up. What is read by several statements has to be of one moment: see ``Store.reading``.

>>> both(bytes([1, 1, 0]), bytes([0, 1, 1])).hex(), either(bytes([1, 0]), bytes([0, 0])).hex()
('000100', '0100')
"""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce
from itertools import compress

from store.cells import STRETCH, unpacked, width
from store.query.conditions import Condition, Value
from store.query.found import Found
from store.query.plan import EVERY, Plan

_STRETCHES = 64
_CLAIMS = _STRETCHES * STRETCH
"""Claims that are counted at once: half a megabyte for each column of theirs."""


@cache
def _equal(byte: int) -> bytes:
    """A table that turns one byte into 1 and all others into 0."""
    return bytes(other == byte for other in range(256))


def number(db: sqlite3.Connection, found: Plan) -> int:
    """How many claims a plan finds."""
    return sum(mask.count(1) for _, mask in _masks(db, found))


def slots(db: sqlite3.Connection, found: Plan) -> Counter[int]:
    """How many claims of a plan stand in each slot."""
    places: Counter[int] = Counter()
    for block, mask in _masks(db, found):
        for column in block.levels(EVERY.field):
            places.update(compress(unpacked(EVERY.field, column), mask))
    slots: Counter[int] = Counter()
    for place, claims in places.items():
        slots[place >> 3] += claims
    return slots


def counted(db: sqlite3.Connection, field: int, found: Plan) -> Counter[int]:
    """How many claims of a plan have each value of a field, under each of which a claim counts."""
    counted: Counter[int] = Counter()
    # A range would make them anew for each block: 40 ms for a million and not 19.
    places = list(range(_CLAIMS))
    for block, mask in _masks(db, found):
        levels = block.values(field)
        if levels:
            counted.update(compress(levels[0], mask))
        claims = list(compress(places, mask)) if levels[1:] else []
        for values in levels[1:]:
            cells = list(map(values.__getitem__, claims))
            counted.update(cells)
            # Only a claim that has a value here can have a further one.
            claims = list(compress(claims, cells))
    del counted[0]
    return counted


class _Block:
    """Neighbouring claims by their row ids: columns and masks of them."""

    def __init__(self, db: sqlite3.Connection, stretch: int) -> None:
        self.db = db
        self._stretch = stretch

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

    def values(self, field: int) -> list[Sequence[int]]:
        """The values in the columns of a field; those of a byte are there without being made."""
        if self._largest(field) < 256:
            return [column[:: width(field)] for column in self.levels(field)]
        return [unpacked(field, column) for column in self.levels(field)]

    def meeting(self, condition: Condition) -> bytes:
        """The mask of the claims that meet a condition, which is one for values or a set."""
        if condition.found:
            return self._among(condition.found)
        mask = reduce(either, map(self.under, condition.values or condition.without))
        return mask if condition.values else mask.translate(_equal(0))

    def in_lanes(self, lanes: tuple[int, ...]) -> bytes:
        """The mask of the claims in some lanes."""
        wanted = bytes(place & 7 in [lane + 1 for lane in lanes] for place in range(256))
        for column in self.levels(EVERY.field):
            return bytes(column[:: width(EVERY.field)].translate(wanted))
        return bytes(_CLAIMS)

    def under(self, value: Value) -> bytes:
        """The mask of the claims under a value."""
        used = (max(self._largest(value.field), value.value).bit_length() + 7) // 8
        equal = [_equal(byte) for byte in value.value.to_bytes(used, "little")]
        apart = width(value.field)
        mask = bytes(_CLAIMS)
        for column in self.levels(value.field):
            bytewise = (bytes(column[at::apart].translate(it)) for at, it in enumerate(equal))
            mask = either(mask, reduce(both, bytewise))
        return mask

    def _largest(self, field: int) -> int:
        (largest,) = self.db.execute(_LARGEST, (field,)).fetchone()
        return int(largest)

    def _among(self, found: Found) -> bytes:
        first = self._stretch * STRETCH
        sql = _BETWEEN.format(first, found.table, first, first + _CLAIMS - 1)
        mask = bytearray(_CLAIMS)
        for claim in json.loads(self.db.execute(sql).fetchone()[0]):
            mask[claim] = 1
        return bytes(mask)


def both(one: bytes, other: bytes) -> bytes:
    """What is in both of two masks."""
    return (_bits(one) & _bits(other)).to_bytes(len(one), "little")


def either(one: bytes, other: bytes) -> bytes:
    """What is in either of two masks."""
    return (_bits(one) | _bits(other)).to_bytes(len(one), "little")


def _bits(mask: bytes) -> int:
    return int.from_bytes(mask, "little")


def _masks(db: sqlite3.Connection, found: Plan) -> Iterator[tuple[_Block, bytes]]:
    """All claims, a block at a time, and which of them a plan finds."""
    (last,) = db.execute("SELECT max(stretch) FROM claim_columns WHERE field = 0").fetchone()
    for stretch in range(0, -1 if last is None else last + 1, _STRETCHES):
        block = _Block(db, stretch)
        yield block, reduce(both, _asked(block, found))


def _asked(block: _Block, found: Plan) -> Iterable[bytes]:
    yield block.in_lanes(found.lanes)
    if found.value is not None and found.value != EVERY:
        yield block.under(found.value)
    yield from map(block.meeting, found.conditions)


_CELLS = """
SELECT stretch, nth, cells FROM claim_columns WHERE field = ? AND stretch BETWEEN ? AND ?
"""
_LARGEST = "SELECT coalesce(max(value), 0) FROM term_counts WHERE field = ?"
_BETWEEN = "SELECT json_group_array(id - {}) FROM {} WHERE id BETWEEN {} AND {}"
