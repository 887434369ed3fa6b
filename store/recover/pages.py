"""The rows that still lie in a damaged SQLite file, page by page, without asking SQLite.

SQLite finds rows from the top: a lost page hides all below it. Here every page is looked at by
itself. The format is https://www.sqlite.org/fileformat2.html, its WAL included.

>>> varint(bytes([0x81, 0x00]), 0)
(128, 2)
"""

from __future__ import annotations

import mmap
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

Value: TypeAlias = int | float | str | bytes | None
Row: TypeAlias = tuple[Value, ...]

PAGE = 4096
"""The size of our pages, where neither header nor WAL says another."""

LARGEST = 1_000_000_000
"""Bytes of a record at most, as SQLite has it: a larger one is a damaged length."""

# Pages that hold records, and how many bytes stand in a cell before its record's length.
_TABLE_LEAF, _INDEX_LEAF, _INDEX_INTERIOR = 13, 10, 2
_BEFORE = {_TABLE_LEAF: 0, _INDEX_LEAF: 0, _INDEX_INTERIOR: 4}
_WAL_MAGIC = 0x377F0682
_INTEGERS = {1: 1, 2: 2, 3: 3, 4: 4, 5: 6, 6: 8}


class Pages:
    """The pages of a file as its WAL leaves them; to be used in a ``with``."""

    def __init__(self, path: Path) -> None:
        self._file = _mapped(path)
        self._wal = _mapped(Path(f"{path}-wal"))
        self.size = _page_size(self._file, self._wal)
        self._newer = frames(self._wal, self.size)
        self.count = max(len(self._file) // self.size, *self._newer, 0)

    def __enter__(self) -> Pages:
        return self

    def __exit__(self, *_: object) -> None:
        for mapped in (self._file, self._wal):
            if isinstance(mapped, mmap.mmap):
                mapped.close()

    @property
    def missing(self) -> int:
        """How many pages the header tells of beyond those that are there."""
        header = self.page(1)[:32]
        told = int.from_bytes(header[28:], "big") if header.startswith(b"SQLite format 3") else 0
        return max(0, told - self.count)

    def page(self, number: int) -> bytes:
        """A page, counted from 1; short or empty where the file ends before."""
        if number in self._newer:
            start, mapped = self._newer[number], self._wal
        else:
            start, mapped = (number - 1) * self.size, self._file
        return bytes(mapped[start : start + self.size]) if number > 0 else b""

    def rows(self) -> Iterator[tuple[int, Row]]:
        """Row id and values of all rows, whichever table they belong to.

        Those of indexes and of tables without row ids come with the id 0. What makes no sense is
        passed over.
        """
        for number in range(1, self.count + 1):
            page = self.page(number)
            start = 100 if number == 1 else 0
            if len(page) == self.size and page[start] in _BEFORE:
                yield from self._cells(page, start)

    def _cells(self, page: bytes, start: int) -> Iterator[tuple[int, Row]]:
        kind = page[start]
        number = int.from_bytes(page[start + 3 : start + 5], "big")
        first = start + (12 if kind == _INDEX_INTERIOR else 8)
        pointers = page[first : first + 2 * number]
        for (at,) in struct.iter_unpack(">H", pointers[: len(pointers) // 2 * 2]):
            try:
                yield self._cell(page, at + _BEFORE[kind], kind)
            except (IndexError, ValueError, struct.error):
                continue

    def _cell(self, page: bytes, at: int, kind: int) -> tuple[int, Row]:
        length, at = varint(page, at)
        row, at = varint(page, at) if kind == _TABLE_LEAF else (0, at)
        if length > LARGEST:
            raise ValueError(length)
        local = _local(length, self.size, kind)
        payload = page[at : at + local]
        if local < length:
            (following,) = struct.unpack(">I", page[at + local : at + local + 4])
            payload += self._overflow(following, length - local)
        return row, record(payload)

    def _overflow(self, number: int, length: int) -> bytes:
        """The rest of a record, from a chain of pages."""
        parts = []
        while length > 0:
            page = self.page(number)
            (number,) = struct.unpack(">I", page[:4])
            parts.append(page[4 : 4 + length])
            length -= len(parts[-1])
            if not parts[-1]:
                raise ValueError(number)
        return b"".join(parts)


def varint(data: bytes, at: int) -> tuple[int, int]:
    """A number of one to nine bytes, and where the next begins."""
    value = 0
    for position in range(at, at + 8):
        value = value << 7 | data[position] & 0x7F
        if data[position] < 0x80:
            return value, position + 1
    return value << 8 | data[at + 8], at + 9


def record(payload: bytes) -> Row:
    """The values of a record. Raises ValueError or IndexError where it is none."""
    end, at = varint(payload, 0)
    kinds = []
    while at < end:
        kind, at = varint(payload, at)
        kinds.append(kind)
    values = []
    for kind in kinds:
        value, at = _value(payload, at, kind)
        values.append(value)
    if at != len(payload):
        raise ValueError(at)
    return tuple(values)


def _value(payload: bytes, at: int, kind: int) -> tuple[Value, int]:
    if kind in (0, 8, 9):
        return {0: None, 8: 0, 9: 1}[kind], at
    if kind in _INTEGERS:
        end = at + _INTEGERS[kind]
        return int.from_bytes(payload[at:end], "big", signed=True), end
    if kind == 7:
        return struct.unpack(">d", payload[at : at + 8])[0], at + 8
    end = at + (kind - 12) // 2
    if kind < 12 or end > len(payload):
        raise ValueError(kind)
    return (payload[at:end].decode() if kind % 2 else payload[at:end]), end


def frames(wal: bytes | mmap.mmap, size: int) -> Mapping[int, int]:
    """Where in a WAL the newest committed state of each page begins, by number of the page."""
    newest: dict[int, int] = {}
    pending: dict[int, int] = {}
    if len(wal) < 32 or int.from_bytes(wal[:4], "big") & ~1 != _WAL_MAGIC:
        return newest
    order = ">" if wal[3] & 1 else "<"
    sums = _checksum(wal[:24], order, (0, 0))
    for at in range(32, len(wal) - size - 23, size + 24):
        head = wal[at : at + 24]
        sums = _checksum(head[:8] + wal[at + 24 : at + 24 + size], order, sums)
        # What a kill has cut off, and what is left from before the WAL began anew, ends it.
        if head[8:16] != wal[16:24] or struct.pack(">II", *sums) != head[16:24]:
            break
        number, committed = struct.unpack(">II", head[:8])
        pending[number] = at + 24
        if committed:
            newest |= pending
            pending.clear()
    return newest


def _checksum(data: bytes, order: str, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    for a, b in struct.iter_unpack(f"{order}II", data):
        one = (one + a + two) & 0xFFFFFFFF
        two = (two + b + one) & 0xFFFFFFFF
    return one, two


def _local(length: int, size: int, kind: int) -> int:
    """How many bytes of a record lie on its own page."""
    most = size - 35 if kind == _TABLE_LEAF else (size - 12) * 64 // 255 - 23
    least = (size - 12) * 32 // 255 - 23
    if length <= most:
        return length
    cut = least + (length - least) % (size - 4)
    return cut if cut <= most else least


def _page_size(file: bytes | mmap.mmap, wal: bytes | mmap.mmap) -> int:
    header = int.from_bytes(file[16:18], "big")
    stated = (65_536 if header == 1 else header, int.from_bytes(wal[8:12], "big"))
    return next((n for n in stated if 512 <= n <= 65_536 and n & (n - 1) == 0), PAGE)


def _mapped(path: Path) -> bytes | mmap.mmap:
    """A file in memory as far as it is looked at; nothing of one that is empty or not there."""
    if not path.is_file() or not path.stat().st_size:
        return b""
    with path.open("rb") as stream:
        return mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ)
