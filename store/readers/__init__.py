"""From files to documents: plain text, Markdown with front matter, JSON Lines.

Whatever cannot be read comes out as a ``ReadProblem`` in its place; nothing is raised for it.

>>> [item.source for item in read_bytes("a.txt", b"It was hit.", source="Example")]
['Example']
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from store.model import Document
from store.readers import jsonl, markdown, text
from store.readers.build import build
from store.readers.files import SUFFIXES
from store.readers.parcel import Parcel, parcels, weigh
from store.readers.values import Given, Item, ReadProblem

# The Bible has four million; an article of five would take a minute to analyse.
LONGEST = 5_000_000

_Reader = Callable[[str, bytes, str, str], Iterator[Item | ReadProblem]]
_READERS: dict[str, _Reader] = {".txt": text.items, ".md": markdown.items, ".jsonl": jsonl.items}


def read(
    paths: Sequence[Path],
    published: str | None = None,
    source: str | None = None,
    language: str | None = None,
) -> Iterator[Document | ReadProblem]:
    """The documents in files and folders, in order, one by one.

    ``published`` (EDTF), ``source`` and ``language`` go before what the files say themselves.
    """
    given = Given(published, source, language)
    for parcel in parcels(paths):
        yield from opened(parcel, given)


def opened(parcel: Parcel | ReadProblem, given: Given) -> Iterator[Document | ReadProblem]:
    """The documents in a parcel, in order, one by one."""
    if isinstance(parcel, ReadProblem):
        yield parcel
        return
    path, raw = parcel.path, parcel.content
    if isinstance(raw, ReadProblem):
        yield raw
        return
    place = (str(path), path.name, path.resolve().parent.name)
    if parcel.whole:
        yield from _documents(*place, raw, given)
    elif raw.strip():
        yield from _built(jsonl.items(place[0], raw, *place[1:], first=parcel.line), given)


def read_bytes(
    name: str,
    raw: bytes,
    published: str | None = None,
    source: str | None = None,
    language: str | None = None,
) -> Iterator[Document | ReadProblem]:
    """The documents in bytes that came another way; the suffix of ``name`` tells what they are."""
    return _documents(name, name, "", raw, Given(published, source, language))


def _documents(
    path: str, file: str, folder: str, raw: bytes, given: Given
) -> Iterator[Document | ReadProblem]:
    return _built(_READERS[Path(file).suffix.lower()](path, raw, file, folder), given)


def _built(items: Iterable[Item | ReadProblem], given: Given) -> Iterator[Document | ReadProblem]:
    for item in items:
        if isinstance(item, ReadProblem):
            yield item
        elif len(item.text) > LONGEST:
            sentence = (
                f"It has {len(item.text):,} characters; at most {LONGEST:,} are read. Split it."
            )
            yield ReadProblem(item.name, sentence)
        else:
            yield build(item, given)


__all__ = [
    "SUFFIXES",
    "Given",
    "Parcel",
    "ReadProblem",
    "opened",
    "parcels",
    "read",
    "read_bytes",
    "weigh",
]
