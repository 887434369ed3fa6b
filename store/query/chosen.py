"""A set of claims by their row ids, as bits: a million take an eighth of a megabyte.

>>> chosen = Chosen.of([3, 9]) | Chosen.of([9, 12])
>>> list(chosen), 9 in chosen, len(chosen)
([3, 9, 12], True, 3)
>>> chosen == {3, 9, 12}
True
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet


class Chosen(AbstractSet[int]):
    """Row ids; frozen, and compared by what is in it."""

    __slots__ = ("_bits", "_count")

    def __init__(self, bits: bytes = b"") -> None:
        self._bits = bits.rstrip(b"\0")
        self._count = int.from_bytes(self._bits, "little").bit_count()

    @classmethod
    def of(cls, ids: Iterable[int]) -> Chosen:
        """The set of some ids."""
        found = list(ids)
        bits = bytearray(max(found, default=-1) // 8 + 1)
        for id in found:
            bits[id >> 3] |= 1 << (id & 7)
        return cls(bytes(bits))

    def __contains__(self, id: object) -> bool:
        if not isinstance(id, int) or id < 0:
            return False
        at = id >> 3
        return at < len(self._bits) and bool(self._bits[at] >> (id & 7) & 1)

    def __iter__(self) -> Iterator[int]:
        for at, byte in enumerate(self._bits):
            if byte:
                for place in range(8):
                    if byte >> place & 1:
                        yield at * 8 + place

    def __len__(self) -> int:
        return self._count

    def __hash__(self) -> int:
        return hash(self._bits)

    def __eq__(self, other: object) -> bool:
        if isinstance(other, Chosen):
            return self._bits == other._bits
        return isinstance(other, AbstractSet) and set(self) == set(other)

    def __or__(self, other: AbstractSet[int]) -> Chosen:  # type: ignore[override]
        return self._made(_number(self) | _number(other))

    def __xor__(self, other: AbstractSet[int]) -> Chosen:  # type: ignore[override]
        return self._made(_number(self) ^ _number(other))

    def __le__(self, other: AbstractSet[int]) -> bool:
        return not _number(self) & ~_number(other)

    def __repr__(self) -> str:
        return f"Chosen({len(self)})"

    @classmethod
    def _made(cls, number: int) -> Chosen:
        return cls(number.to_bytes((number.bit_length() + 7) // 8, "little"))


def _number(ids: AbstractSet[int]) -> int:
    """The ids as the bits of one number."""
    bits = ids._bits if isinstance(ids, Chosen) else Chosen.of(ids)._bits
    return int.from_bytes(bits, "little")
