"""Which files there are to read, and their bytes.

>>> [str(found) for found in files([Path("/none")])]
['/none: There is no such file or folder.']
"""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from store.limits import Limits
from store.readers.streams import Blob, Budget, of_file
from store.readers.values import ReadProblem

# What lies beside articles and is about them or the machine; named by a person it is read. The
# name keeps such a file out of a walk; it never says how one is read.
_ASIDE = frozenset(
    {".css", ".js", ".map", ".py", ".pyc", ".lock", ".log", ".cdxj", ".cdx", ".db", ".db-wal"}
    | {".db-shm", ".opml", ".ini", ".toml"}
)
_ASIDE_NAMES = frozenset({"readme", "license", "copying", "thumbs", "desktop"})
_KINDS = {
    stat.S_IFIFO: "a pipe",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFSOCK: "a socket",
}


def files(paths: Iterable[Path]) -> Iterator[tuple[Path, bool] | ReadProblem]:
    """The files to read and whether a person named each: those named, and in folders, by name, all.

    Hidden files and folders and links to folders are passed over in folders, and so are style
    sheets, programs and what is called README.
    """
    for path in paths:
        if path.is_dir():
            yield from _inside(path)
        elif not os.path.lexists(path):
            yield ReadProblem(str(path), "There is no such file or folder.")
        else:
            yield path, True


@contextmanager
def opened_file(path: Path, named: bool, limits: Limits) -> Iterator[Blob | ReadProblem]:
    """The bytes of a regular file, open for as long as they are read."""
    try:
        # Without blocking, so that opening a pipe nobody writes to does not wait for ever.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except OSError as error:
        yield ReadProblem(str(path), _sentence(error))
        return
    with os.fdopen(handle, "rb") as stream:
        kind = stat.S_IFMT(os.fstat(handle).st_mode)
        if kind != stat.S_IFREG:
            yield ReadProblem(str(path), f"It is {_KINDS.get(kind, 'something else')}, not a file.")
            return
        budget = Budget(limits)
        folder = path.resolve().parent.name
        bytes_ = of_file(stream, budget)
        yield Blob(str(path), path.name, folder, bytes_, budget, named=named, place=path)


def passed_over(name: str) -> bool:
    """Whether a file of this name is left aside where nobody named it.

    >>> passed_over("site/style.css"), passed_over(".git/x"), passed_over("README")
    (True, True, True)
    >>> passed_over("./a.txt")
    False
    """
    parts = [part for part in name.split("/") if part not in ("", ".", "..")]
    last = Path(parts[-1]) if parts else Path()
    hidden = any(part.startswith((".", "__MACOSX")) for part in parts)
    return hidden or last.suffix.lower() in _ASIDE or last.stem.lower() in _ASIDE_NAMES


def _inside(folder: Path) -> Iterator[tuple[Path, bool] | ReadProblem]:
    problems: list[OSError] = []
    for where, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not passed_over(name):
                yield Path(where, name), False
    for problem in problems:
        yield ReadProblem(str(problem.filename), _sentence(problem))


def _sentence(error: OSError) -> str:
    return f"It cannot be read: {(error.strerror or str(error)).lower()}."
