r"""What there is to read, in parcels that any process can open.

A file that is read in one piece is a parcel by its place alone, so that any number of them costs
nothing; a large file of JSON Lines is some whole lines each. What lies in an archive is a parcel
with its bytes, and what streams by, an export or a table, comes as items. So archives and streams
are opened once, here, and everything dear is done wherever there is a processor free.

>>> import tempfile
>>> with tempfile.TemporaryDirectory() as folder:
...     posts = Path(folder, "posts.jsonl")
...     _ = posts.write_bytes(b'{"text": "It was hit."}\n' * 9_000)
...     [(parcel.line, parcel.size) for parcel in parcels([posts])]
[(1, 65544), (2732, 65544), (5463, 65544), (8194, 19368)]
"""

from __future__ import annotations

import codecs
import io
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from store.limits import Limits
from store.readers import json
from store.readers.files import files, opened_file
from store.readers.foreign import foreign
from store.readers.formats import Format, recognised
from store.readers.heads import Head
from store.readers.streams import Blob, Budget, UnreadableError, of_file
from store.readers.values import Given, Item, Metadata, ReadProblem

# About 16 articles: some 100 ms of work, so that processes seldom wait for one another.
PORTION = 1 << 16
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)


@dataclass(frozen=True, slots=True)
class Parcel:
    """What to read: ``raw`` from an archive, else the file at ``path``.

    ``size`` counts its bytes; of a file that is not read ``whole`` they begin at ``start``, in
    line ``line``. The rest is what a ``Blob`` says of itself.
    """

    path: str
    size: int
    start: int = 0
    line: int = 1
    whole: bool = True
    raw: bytes | None = None
    file: str = ""
    folder: str = ""
    metadata: Metadata = field(default_factory=dict)
    named: bool = True
    depth: int = 0


Piece: TypeAlias = Parcel | Item | ReadProblem
Input: TypeAlias = Path | Blob | ReadProblem


def parcels(inputs: Iterable[Input], given: Given | None = None) -> Iterator[Piece]:
    """The parcels of files, folders and open streams, in order; what cannot be read in its place.

    ``given`` names the columns of tables, asks for them, and bounds what is read.
    """
    given = given or Given()
    for each in inputs:
        left_out: Counter[str] = Counter()
        if isinstance(each, ReadProblem):
            yield each
        elif isinstance(each, Blob):
            each.budget.limits = given.limits
            yield from _walk(each, given, left_out, packs=True)
        else:
            yield from _of_path(each, given, left_out)
        yield from _told(str(each.path if isinstance(each, Blob) else each), left_out)


def weigh(inputs: Iterable[Input]) -> int:
    """How many bytes there are to read, to tell how long it will take."""
    paths = [each for each in inputs if isinstance(each, Path)]
    return sum(_size(found[0]) for found in files(paths) if not isinstance(found, ReadProblem))


def _size(path: Path) -> int:
    """The bytes of a file; 0 where that cannot be told, which reading it will explain."""
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


# -- the walk ---------------------------------------------------------------------------------


def _of_path(path: Path, given: Given, left_out: Counter[str]) -> Iterator[Piece]:
    for found in files([path]):
        if isinstance(found, ReadProblem):
            yield found
            continue
        with opened_file(*found, given.limits) as blob:
            if isinstance(blob, ReadProblem):
                yield blob
            else:
                yield from _walk(blob, given, left_out, packs=True)


def _walk(blob: Blob, given: Given, left_out: Counter[str], *, packs: bool) -> Iterator[Piece]:
    """What one stream holds, and all that lies in it; damage ends it with a problem.

    With ``packs``, what is read in one piece is left to be opened elsewhere.
    """
    try:
        if kind := foreign(blob.head()):
            yield from _foreign(blob, kind, left_out)
            return
        form = recognised(Head(blob.head(), blob.file))
        if packs and form.whole:
            yield _packed(blob)
        elif packs and form.name == "JSON" and _cuts(blob, given):
            yield from _portions(blob)
        else:
            yield from _read(blob, form, given, left_out, packs)
            blob.check()
    except UnreadableError as error:
        yield ReadProblem(blob.path, str(error))


def _read(
    blob: Blob, form: Format, given: Given, left_out: Counter[str], packs: bool
) -> Iterator[Piece]:
    for found in form.items(blob, given):
        if isinstance(found, Blob):
            yield from _deeper(found, given, left_out, packs)
        elif isinstance(found, ReadProblem):
            yield found
        else:
            blob.budget.item()
            yield found.within(blob.metadata, form.name)


def _deeper(blob: Blob, given: Given, left_out: Counter[str], packs: bool) -> Iterator[Piece]:
    blob.budget.entry()
    if blob.depth > blob.limits.depth:
        yield ReadProblem(blob.path, f"It lies more than {blob.limits.depth} archives deep.")
    else:
        yield from _walk(blob, given, left_out, packs=packs)


def _foreign(blob: Blob, kind: str, left_out: Counter[str]) -> Iterator[ReadProblem]:
    """A fault where a person named it; beside articles, one of the things left out."""
    if blob.named:
        yield ReadProblem(blob.path, f"It is {kind}." if ";" in kind else f"It is {kind}, no text.")
    else:
        left_out[kind] += 1


def _told(path: str, left_out: Counter[str]) -> Iterator[ReadProblem]:
    if left_out:
        kinds = sorted(left_out.items())
        words = ", ".join(f"{number} × {kind.partition(' ')[2]}" for kind, number in kinds)
        yield ReadProblem(path, f"Left out, for there is no text in it: {words}.", fault=False)


# -- packing and opening ----------------------------------------------------------------------


def _packed(blob: Blob) -> Parcel:
    """A stream to be read elsewhere: by its place if it is a file, else with its bytes."""
    raw = None if blob.place else blob.whole()
    size = len(raw) if raw is not None else _size(Path(blob.path))
    return replace(_about(blob), size=size, raw=raw)


def _about(blob: Blob) -> Parcel:
    """A parcel that says of itself what a stream does."""
    return Parcel(
        blob.path,
        0,
        file=blob.file,
        folder=blob.folder,
        metadata=blob.metadata,
        named=blob.named,
        depth=blob.depth,
    )


def items(parcel: Parcel | Item | ReadProblem, given: Given) -> Iterator[Item | ReadProblem]:
    """The items in a parcel, in order, one by one."""
    if not isinstance(parcel, Parcel):
        yield parcel
        return
    left_out: Counter[str] = Counter()
    with _blob(parcel, given.limits) as blob:
        if isinstance(blob, ReadProblem):
            yield blob
            return
        for found in _walk(blob, given, left_out, packs=False):
            if not isinstance(found, Parcel):
                yield found
    yield from _told(parcel.path, left_out)


@contextmanager
def _blob(parcel: Parcel, limits: Limits) -> Iterator[Blob | ReadProblem]:
    """The stream of a parcel."""
    if parcel.raw is not None:
        yield _of_bytes(parcel, parcel.raw, limits)
        return
    with opened_file(Path(parcel.path), parcel.named, limits) as blob:
        if isinstance(blob, ReadProblem) or parcel.whole:
            yield blob
        else:
            blob.stream.seek(parcel.start)
            yield _of_bytes(parcel, blob.stream.read(parcel.size), limits)


def _of_bytes(parcel: Parcel, raw: bytes, limits: Limits) -> Blob:
    budget = Budget(limits)
    return Blob(
        parcel.path,
        parcel.file,
        parcel.folder,
        of_file(io.BytesIO(raw), budget),
        budget,
        parcel.metadata,
        parcel.named,
        parcel.depth,
        line=parcel.line,
        portion=not parcel.whole,
    )


# -- large files of JSON Lines ----------------------------------------------------------------


def _cuts(blob: Blob, given: Given) -> bool:
    """Whether a file can be cut between its lines: JSON Lines that say which field is the text.

    In UTF-16 and UTF-32 a newline is no byte of its own: such a file is read in one go.
    """
    head = blob.head()
    wide = head.startswith(_WIDE) or b"\0" in head
    large = blob.place is not None and _size(blob.place) > PORTION
    return large and not wide and json.tells_its_text(head, given)


def _portions(blob: Blob) -> Iterator[Parcel]:
    """Whole lines, ``PORTION`` bytes or a little more at a time."""
    start, line = 0, 1
    while block := blob.stream.read(PORTION):
        block += blob.stream.readline(blob.limits.line)
        yield replace(_about(blob), size=len(block), start=start, line=line, whole=False)
        start += len(block)
        line += block.count(b"\n")
