"""Bytes with a name: what a reader takes, whether it lay in a folder, an archive or a pipe.

>>> blob = blob_of("a.txt", b"It was hit.")
>>> blob.head(6), blob.whole(), blob.file
(b'It was', b'It was hit.', 'a.txt')
"""

from __future__ import annotations

import io
import lzma
import tarfile
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Protocol

from store.limits import Limits
from store.readers.values import Metadata

# What is looked at to tell formats apart; the first message of an export is well inside it.
HEAD = 65_536
# Above this, what must be read from both ends lies in a temporary file and no longer in memory.
_IN_MEMORY = 16_000_000
# A fault of the input, in the words of the libraries that unpack it; OSError among them, for that
# is what gzip and bz2 raise; the last where a zip says that it is of a version that there is not.
DAMAGE = (
    *(OSError, EOFError, zlib.error, lzma.LZMAError, zipfile.BadZipFile, tarfile.TarError),
    NotImplementedError,
)


class Readable(Protocol):
    """Whatever bytes can be read from, a piece at a time."""

    def read(self, size: int, /) -> bytes:
        """At most so many bytes; none at the end."""


class UnreadableError(Exception):
    """Why a stream cannot be read on, in a sentence; it becomes a ReadProblem in its place."""


@dataclass(slots=True)
class Budget:
    """What is left of the bounds of one input, counted down over all that it unpacks to."""

    limits: Limits = field(default_factory=Limits)
    expanded: int = 0
    items: int = 0
    entries: int = 0

    def read(self, size: int) -> None:
        """Count bytes that were read. Raises UnreadableError beyond the bound."""
        self.expanded += size
        if self.expanded > self.limits.expanded:
            raise UnreadableError(f"It unpacks to more than {_mega(self.limits.expanded)} MB.")

    def item(self) -> None:
        """Count a document. Raises UnreadableError beyond the bound."""
        self.items += 1
        if self.items > self.limits.items:
            raise UnreadableError(f"It holds more than {self.limits.items:,} documents.")

    def entry(self) -> None:
        """Count what lies in an archive, read or not. Raises UnreadableError beyond the bound."""
        self.entries += 1
        if self.entries > self.limits.entries:
            raise UnreadableError(f"It holds more than {self.limits.entries:,} files.")


class _Bounded(io.RawIOBase):
    """A stream that counts what is read, and ends where its bytes are damaged.

    ``damage`` tells that then, so that what stands before it is not lost. A read fills its buffer
    as far as it can, so that a peek sees the whole head even of a pipe.
    """

    def __init__(self, inner: Readable, budget: Budget, file: IO[bytes] | None = None) -> None:
        self.inner, self.budget, self.file = inner, budget, file
        self.damage: UnreadableError | None = None

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return self.file is not None

    def seek(self, offset: int, whence: int = 0, /) -> int:
        if self.file is None:
            raise io.UnsupportedOperation("seek")
        return self.file.seek(offset, whence)

    def readinto(self, buffer: Any, /) -> int:
        view, filled = memoryview(buffer).cast("B"), 0
        while filled < len(view) and (piece := self._piece(len(view) - filled)):
            view[filled : filled + len(piece)] = piece
            filled += len(piece)
        self.budget.read(filled)
        return filled

    def _piece(self, size: int) -> bytes:
        if self.damage:
            return b""
        try:
            with told_damage():
                return self.inner.read(size)
        except UnreadableError as error:
            self.damage = error
            return b""


@dataclass(frozen=True, slots=True)
class Blob:
    """Bytes to be read once, from the start.

    ``path`` is shown in problems, ``file`` and ``folder`` are the names of where it lay.
    ``metadata`` is what its container states about it; ``named`` whether a person named it, so
    that it is a fault if it holds no text. ``depth`` counts the containers round it. ``place`` is
    the file that it is, if it is one. ``portion`` says that it is some lines from within a file,
    of which the first has the number ``line``.
    """

    path: str
    file: str
    folder: str
    stream: io.BufferedReader
    budget: Budget
    metadata: Metadata = field(default_factory=dict)
    named: bool = True
    depth: int = 0
    place: Path | None = None
    line: int = 1
    portion: bool = False

    @property
    def limits(self) -> Limits:
        """The bounds of the input that it belongs to."""
        return self.budget.limits

    def stated(self, name: str) -> str:
        """What its container states about it, "" where it says nothing."""
        return self.metadata[name].value if name in self.metadata else ""

    def head(self, size: int = HEAD) -> bytes:
        """The first bytes, which stay to be read. Raises UnreadableError where all are damaged."""
        found = self.stream.peek(size)[:size]
        if not found:
            self.check()
        return found

    def check(self) -> None:
        """Raises UnreadableError where the bytes end in damage."""
        raw = self.stream.raw
        if isinstance(raw, _Bounded) and raw.damage:
            raise raw.damage

    def whole(self) -> bytes:
        """All bytes. Raises UnreadableError if there are too many, or for damage."""
        raw = self.stream.read(self.limits.whole + 1)
        self.check()
        if len(raw) > self.limits.whole:
            raise UnreadableError(f"It is larger than {_mega(self.limits.whole)} MB.")
        return raw

    def lines(self) -> Iterator[bytes]:
        """The lines with their ends. Raises UnreadableError for one that is too long."""
        while line := self.stream.readline(self.limits.line + 1):
            if len(line) > self.limits.line:
                raise UnreadableError(f"A line is longer than {_mega(self.limits.line)} MB.")
            yield line

    def inner(
        self, file: str, stream: Readable, metadata: Metadata | None = None, path: str = ""
    ) -> Blob:
        """What lies in this one, under the name it has there."""
        return replace(
            self,
            path=path or f"{self.path} ▸ {file}",
            file=file.rpartition("/")[2] or self.file,
            stream=buffered(stream, self.budget),
            metadata={**self.metadata, **(metadata or {})},
            named=False,
            depth=self.depth + 1,
            place=None,
        )


def blob_of(name: str, raw: bytes, budget: Budget | None = None) -> Blob:
    """Bytes that are in memory already, under a name."""
    budget = budget or Budget()
    return Blob(name, name, "", of_file(io.BytesIO(raw), budget), budget)


def stream_of(name: str, stream: Readable) -> Blob:
    """Bytes that come by once, as on standard input, under a name."""
    budget = Budget()
    return Blob(name, name, "", buffered(stream, budget), budget)


def of_file(file: IO[bytes], budget: Budget) -> io.BufferedReader:
    """A file that can be jumped about in, counted against a budget."""
    return io.BufferedReader(_Bounded(file, budget, file), HEAD)


def buffered(stream: Readable, budget: Budget) -> io.BufferedReader:
    """A stream that can be peeked into and is only read on, counted against a budget."""
    return io.BufferedReader(_Bounded(stream, budget), HEAD)


@contextmanager
def seekable(blob: Blob) -> Iterator[IO[bytes]]:
    """The bytes for a reader that jumps about in them: a copy where the stream cannot.

    Raises UnreadableError beyond the bounds.
    """
    if blob.stream.seekable():
        yield blob.stream
        return
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        while piece := blob.stream.read(1 << 20):
            copy.write(piece)
        blob.check()
        copy.seek(0)
        yield copy


@contextmanager
def told_damage() -> Iterator[None]:
    """Turn what libraries raise for broken bytes into an UnreadableError."""
    try:
        yield
    except DAMAGE as error:
        raise UnreadableError(f"It is damaged or cut short ({_words(error)}).") from error


def _words(error: BaseException) -> str:
    words = (getattr(error, "strerror", None) or str(error) or type(error).__name__).strip(".")
    return words[:1].lower() + words[1:]


def _mega(size: int) -> str:
    return f"{size / 1_000_000:,.0f}"
