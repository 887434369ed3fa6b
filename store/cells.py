"""The values of neighbouring claims side by side in bytes, from which very many are counted.

Claims stand in stretches by their row ids, each with a cell for its value, 0 for none: 8 bytes in
the field 0, whose values say where claims stand, 4 in any other, whose values are row ids.

>>> unpacked(5, packed(5, (3, 4, 5), {3: 7, 5: 9}))[3:6].tolist()
[7, 0, 9]
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping

STRETCH = 1024
"""Claims in a stretch: a batch of a load fills four, and seeing a claim writes but one."""


def width(field: int) -> int:
    """Bytes in a cell of a field."""
    return 4 if field else 8


def unpacked(field: int, cells: bytes | bytearray) -> array[int]:
    """Values from their cells."""
    values = array("I" if field else "q")
    values.frombytes(cells)
    return values


def packed(
    field: int, claims: Iterable[int], values: Mapping[int, int], cells: bytes | None = None
) -> bytes:
    """The cells of a stretch in which some claims, given by their ids, have other values."""
    placed = unpacked(field, cells or bytes(STRETCH * width(field)))
    for claim in claims:
        placed[claim % STRETCH] = values.get(claim, 0)
    return placed.tobytes()


class Cells:
    """The aggregate function ``cells(field, claim, value)`` in SQL: the cells of a stretch."""

    def __init__(self) -> None:
        self._field = 0
        self._placed: dict[int, int] = {}

    def step(self, *placed: int) -> None:
        """Take a claim's value in."""
        self._field, claim, value = placed
        self._placed[claim] = value

    def finalize(self) -> bytes:
        """The cells, once all values were taken in."""
        return packed(self._field, self._placed, self._placed)
