"""Sets of very many claims as masks: a byte for each claim by its row id, 1 or 0.

Masks are made of whole columns or of lists at once, and joined as what they are to a processor,
long numbers.

>>> both(bytes([1, 1, 0]), bytes([0, 1, 1])).hex(), either(bytes([1, 0]), bytes([0, 0])).hex()
('000100', '0100')
>>> of_lists(["[3, 1]", "[]"]).hex()
'00010001'
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import cache

_PIECE = 1 << 16
"""Letters of a list that are read at once: a millisecond, in which no other thread has its turn."""


def both(one: bytes, other: bytes) -> bytes:
    """What is in both of two masks."""
    return (_bits(one) & _bits(other)).to_bytes(len(one), "little")


def either(one: bytes, other: bytes) -> bytes:
    """What is in either of two masks."""
    return (_bits(one) | _bits(other)).to_bytes(len(one), "little")


@cache
def equal(byte: int) -> bytes:
    """A table for ``bytes.translate`` that turns one byte into 1 and all others into 0."""
    return bytes(other == byte for other in range(256))


def of_lists(lists: Sequence[str]) -> bytes:
    """The claims whose ids are in any of some lists in JSON; it ends with the last of them."""
    mask = bytearray()
    for ids in _pieces(lists):
        mask.extend(bytes(max(0, max(ids, default=0) + 1 - len(mask))))
        for id in ids:
            mask[id] = 1
    return bytes(mask)


def _pieces(lists: Iterable[str]) -> Iterator[list[int]]:
    for listed in lists:
        at = 1
        while at < len(listed):
            end = listed.find(",", at + _PIECE)
            end = len(listed) - 1 if end < 0 else end
            yield json.loads(f"[{listed[at:end]}]")
            at = end + 1


def _bits(mask: bytes) -> int:
    return int.from_bytes(mask, "little")
