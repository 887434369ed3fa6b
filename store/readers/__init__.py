"""From files, archives, feeds and pipes to documents: which reader takes one, its content tells.

Whatever cannot be read comes out as a ``ReadProblem`` in its place; nothing is raised for it.

>>> [item.source for item in read_bytes("a.txt", b"It was hit.", source="Example")]
['Example']
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from store.limits import Limits
from store.model import Document
from store.readers.build import build
from store.readers.parcel import Input, Parcel, Piece, items, parcels, weigh
from store.readers.streams import Blob, blob_of, stream_of
from store.readers.values import Given, Item, ReadProblem


def read(
    inputs: Iterable[Input],
    published: str | None = None,
    source: str | None = None,
    language: str | None = None,
    *,
    given: Given | None = None,
) -> Iterator[Document | ReadProblem]:
    """The documents in files, folders and open streams, in order, one by one.

    ``published`` (EDTF), ``source`` and ``language`` go before what the files say themselves;
    ``given`` says the same and more.
    """
    given = given or Given(published, source, language)
    for piece in parcels(inputs, given):
        yield from opened(piece, given)


def opened(piece: Piece, given: Given) -> Iterator[Document | ReadProblem]:
    """The documents in a parcel, in order, one by one."""
    for found in items(piece, given):
        yield found if isinstance(found, ReadProblem) else _built(found, given)


def read_bytes(
    name: str,
    raw: bytes,
    published: str | None = None,
    source: str | None = None,
    language: str | None = None,
) -> Iterator[Document | ReadProblem]:
    """The documents in bytes that came another way."""
    return read([blob_of(name, raw)], published, source, language)


def _built(item: Item, given: Given) -> Document | ReadProblem:
    longest = given.limits.text
    if len(item.text) > longest:
        sentence = f"It has {len(item.text):,} characters; at most {longest:,} are read. Split it."
        return ReadProblem(item.name, sentence)
    return build(item, given)


__all__ = [
    "Blob",
    "Given",
    "Input",
    "Item",
    "Limits",
    "Parcel",
    "Piece",
    "ReadProblem",
    "blob_of",
    "opened",
    "parcels",
    "read",
    "read_bytes",
    "stream_of",
    "weigh",
]
