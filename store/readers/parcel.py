r"""What there is to read, in parcels: a file each, or some whole lines of a large JSON Lines file.

A parcel is a place and no bytes, so that any number of them costs nothing and another process can
open it; a file of a million lines is never in memory as a whole.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     posts = Path(folder, "posts.jsonl")
...     _ = posts.write_bytes(b'{"text": "It was hit."}\n' * 9_000)
...     [(parcel.line, parcel.size) for parcel in parcels([posts])]
[(1, 65544), (2732, 65544), (5463, 65544), (8194, 19368)]
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from store.readers.files import LARGEST, bytes_of, files
from store.readers.values import ReadProblem

# About 16 articles: some 100 ms of work, so that processes seldom wait for one another.
PORTION = 1 << 16
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class Parcel:
    """Where to read: a whole file, or ``size`` bytes of it from ``start``, in line ``line``."""

    path: Path
    size: int
    start: int = 0
    line: int = 1
    whole: bool = True

    @property
    def content(self) -> bytes | ReadProblem:
        """The bytes."""
        if self.whole:
            return bytes_of(self.path)
        return bytes_of(self.path, self.start, self.size)


def parcels(paths: Iterable[Path]) -> Iterator[Parcel | ReadProblem]:
    """The parcels of files and folders, in order; what cannot be read in its place."""
    for path in files(paths):
        if isinstance(path, ReadProblem):
            yield path
        elif path.suffix.lower() == ".jsonl" and _size(path) > PORTION:
            yield from _portions(path)
        else:
            yield Parcel(path, _size(path))


def weigh(paths: Iterable[Path]) -> int:
    """How many bytes there are to read, to tell how long it will take."""
    return sum(_size(path) for path in files(paths) if isinstance(path, Path))


def _size(path: Path) -> int:
    """The bytes of a file; 0 where that cannot be told, which reading it will explain."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _portions(path: Path) -> Iterator[Parcel]:
    try:
        stream = path.open("rb")
    except OSError:
        yield Parcel(path, _size(path))
        return
    with stream:
        yield from _lines(path, stream)


def _lines(path: Path, stream: BinaryIO) -> Iterator[Parcel]:
    """Whole lines, ``PORTION`` bytes or a little more at a time.

    In UTF-16 and UTF-32 a newline is no byte of its own: such a file is read whole.
    """
    start, line = 0, 1
    while block := stream.read(PORTION):
        if not start and (block.startswith(_WIDE) or b"\0" in block):
            yield Parcel(path, _size(path))
            return
        block += stream.readline(LARGEST)
        yield Parcel(path, len(block), start, line, whole=False)
        start += len(block)
        line += block.count(b"\n")
