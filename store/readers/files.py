"""Which files there are to read, and their bytes.

>>> bytes_of(Path("/"))
ReadProblem(path='/', sentence='It is a folder, not a file.')
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from store.readers.values import ReadProblem

SUFFIXES = (".txt", ".md", ".jsonl")
# A book has 1 MB; what is larger than this is no article and would not fit a screen or a memory.
LARGEST = 100_000_000
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


def files(paths: Iterable[Path]) -> Iterator[Path | ReadProblem]:
    """The files to read: those named, and in folders, by name, those whose suffix is known.

    Hidden files and folders and links to folders are passed over in folders.
    """
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        elif not os.path.lexists(path):
            yield ReadProblem(str(path), "There is no such file or folder.")
        elif path.suffix.lower() in SUFFIXES:
            yield path
        else:
            yield ReadProblem(str(path), f"Only {', '.join(SUFFIXES)} files are read.")


def bytes_of(path: Path, start: int = 0, size: int | None = None) -> bytes | ReadProblem:
    """All bytes of a regular file that is not too large, or ``size`` of them from ``start``."""
    try:
        # Without blocking, so that opening a pipe nobody writes to does not wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
        with os.fdopen(handle, "rb") as stream:
            status = os.fstat(handle)
            wanted = status.st_size if size is None else size
            return _refusal(path, status, wanted) or _read(stream, start, wanted)
    except IsADirectoryError:
        return ReadProblem(str(path), "It is a folder, not a file.")
    except OSError as error:
        return ReadProblem(str(path), _sentence(error))


def _read(stream: BinaryIO, start: int, size: int) -> bytes:
    if start:
        stream.seek(start)
    return stream.read(size)


def _refusal(path: Path, status: os.stat_result, size: int) -> ReadProblem | None:
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "something else")
        return ReadProblem(str(path), f"It is {kind}, not a file.")
    if size > LARGEST:
        return ReadProblem(str(path), f"It is larger than {LARGEST // 1_000_000} MB.")
    return None


def _inside(folder: Path) -> Iterator[Path | ReadProblem]:
    problems: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(where, name)
            if path.suffix.lower() in SUFFIXES and not name.startswith("."):
                yield path
    for problem in problems:
        yield ReadProblem(str(problem.filename), _sentence(problem))


def _sentence(error: OSError) -> str:
    return f"It cannot be read: {(error.strerror or str(error)).lower()}."
