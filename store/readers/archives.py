r"""Archives and compressed files: what lies inside is read by its content, one after the other.

Nothing is unpacked to disk under its own name, so that no path in an archive leads anywhere.

>>> is_zip(Head(b"PK\x03\x04")), is_compressed(Head(b"\x1f\x8b\x08"))
(True, True)
"""

from __future__ import annotations

import bz2
import gzip
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import IO, TypeAlias

from store.readers.extras import absent
from store.readers.files import passed_over
from store.readers.heads import Head
from store.readers.streams import Blob, Readable, seekable, told_damage
from store.readers.values import Given, ReadProblem

_File: TypeAlias = gzip.GzipFile | bz2.BZ2File | lzma.LZMAFile
# A kilobyte of Zstandard unpacks to some 32 MB at most: what may wait in memory.
_ZSTD_PIECE = 1024
_SUFFIXES = (".gz", ".zst", ".bz2", ".xz")
# A zip file that is really something else says so in the name of its first member.
_DOCUMENTS = {
    "word/document.xml": "a Word document",
    "xl/workbook.xml": "an Excel workbook",
    "ppt/presentation.xml": "a PowerPoint presentation",
    "META-INF/container.xml": "an EPUB book",
    "content.xml": "an OpenDocument file",
}


def is_zip(head: Head) -> bool:
    """A zip file, also an empty one."""
    return head.raw.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_tar(head: Head) -> bool:
    """A tar file as every program of the last thirty years writes it."""
    return head.raw[257:262] == b"ustar"


def is_compressed(head: Head) -> bool:
    """One compressed stream: gzip, Zstandard, bzip2 or xz."""
    return _opener(head.raw) is not None


def zip_items(blob: Blob, _given: Given) -> Iterator[Blob | ReadProblem]:
    """The files in a zip archive; of a WACZ the archived pages alone."""
    with seekable(blob) as stream, told_damage(), zipfile.ZipFile(stream) as archive:
        members = [member for member in archive.infolist() if not member.is_dir()]
        names = {member.filename for member in members}
        if kind := next((kind for name, kind in _DOCUMENTS.items() if name in names), ""):
            yield ReadProblem(blob.path, f"It is {kind}; save it as text, HTML or PDF.", blob.named)
            return
        packed = "datapackage.json" in names
        for member in members:
            if not packed or member.filename.startswith("archive/"):
                yield from _member(blob, archive, member)


def _member(
    blob: Blob, archive: zipfile.ZipFile, member: zipfile.ZipInfo
) -> Iterator[Blob | ReadProblem]:
    name = _name(member)
    if passed_over(name):
        return
    if member.flag_bits & 1:
        yield ReadProblem(f"{blob.path} ▸ {name}", "It is locked with a password.")
        return
    try:
        stream = archive.open(member)
    except NotImplementedError:
        sentence = "It is packed in a way that is not supported; unpack it first."
        yield ReadProblem(f"{blob.path} ▸ {name}", sentence)
        return
    except ValueError:  # zipfile goes where the archive sends it
        sentence = "It is damaged: it lies before the archive's beginning."
        yield ReadProblem(f"{blob.path} ▸ {name}", sentence)
        return
    with stream:
        yield blob.inner(name, stream)


def _name(member: zipfile.ZipInfo) -> str:
    """A member's name; old programs on Cyrillic systems wrote it in their own code page."""
    if member.flag_bits & 0x800 or member.filename.isascii():
        return member.filename
    raw = member.filename.encode("cp437", "replace")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp866")


def tar_items(blob: Blob, _given: Given) -> Iterator[Blob | ReadProblem]:
    """The regular files in a tar archive, as it streams by."""
    with told_damage(), tarfile.open(fileobj=blob.stream, mode="r|") as archive:
        for member in archive:
            stream = archive.extractfile(member) if member.isfile() else None
            if stream is not None and not passed_over(member.name):
                yield blob.inner(member.name, stream)


def compressed_items(blob: Blob, _given: Given) -> Iterator[Blob | ReadProblem]:
    """What one compressed stream holds."""
    opener = _opener(blob.head())
    if opener is _Zstandard and (problem := absent("zstandard", "archive", blob.path)):
        yield problem
    elif opener is not None:
        name = next((blob.file[: -len(s)] for s in _SUFFIXES if blob.file.endswith(s)), blob.file)
        name = f"{name[:-4]}.tar" if name.endswith(".tgz") else name
        inner = blob.inner(name, opener(blob.stream), path=blob.path)
        # One stream is the file itself, and what a person named.
        yield replace(inner, named=blob.named)


class _Zstandard:
    """A Zstandard stream whose damage is an OSError, as that of gzip is."""

    def __init__(self, stream: IO[bytes]) -> None:
        from zstandard import ZstdDecompressor, ZstdError

        self._stream, self._error = stream, ZstdError
        # 2 GB of window is what a frame may ask for; 128 MB is what it is granted.
        self._unpacking = ZstdDecompressor(max_window_size=1 << 27)
        self._frame = self._unpacking.decompressobj()
        self._ready = b""

    def read(self, size: int, /) -> bytes:
        while not self._ready and (piece := self._stream.read(_ZSTD_PIECE)):
            self._ready = self._unpacked(piece)
        if not self._ready and not self._frame.eof:
            raise EOFError("a frame is not complete")
        ready, self._ready = self._ready[:size], self._ready[size:]
        return ready

    def _unpacked(self, piece: bytes) -> bytes:
        unpacked = b""
        try:
            while piece:
                if self._frame.eof:
                    self._frame = self._unpacking.decompressobj()
                unpacked += self._frame.decompress(piece)
                piece = self._frame.unused_data
        except self._error as error:
            raise OSError(str(error)) from error
        return unpacked


class _AsItComes:
    """A file that is unpacked piece by piece, so that what stands before damage is not lost."""

    def __init__(self, opened: Callable[..., _File], stream: IO[bytes]) -> None:
        self._file = opened(stream)

    def read(self, size: int, /) -> bytes:
        return self._file.read1(size)


def _opener(head: bytes) -> Callable[[IO[bytes]], Readable] | None:
    return next((opener for magic, opener in _OPENERS.items() if head.startswith(magic)), None)


_OPENERS: dict[bytes, Callable[[IO[bytes]], Readable]] = {
    b"\x1f\x8b": partial(_AsItComes, gzip.open),
    b"\x28\xb5\x2f\xfd": _Zstandard,
    b"BZh": partial(_AsItComes, bz2.open),
    b"\xfd7zXZ\0": partial(_AsItComes, lzma.open),
}
