"""From files to documents: plain text, Markdown with front matter, JSON Lines.

Whatever cannot be read comes out as a ``ReadProblem`` in its place; nothing is raised for it.

>>> [item.source for item in read_bytes("a.txt", b"It was hit.", source="Example")]
['Example']
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from store.model import Document
from store.readers import jsonl, markdown, text
from store.readers.build import build
from store.readers.files import SUFFIXES, bytes_of, files
from store.readers.values import Given, Item, ReadProblem

# The Bible has four million; an article of five would take a minute to analyse.
LONGEST = 5_000_000

_READERS = {".txt": text.items, ".md": markdown.items, ".jsonl": jsonl.items}


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
    for path in files(paths):
        if isinstance(path, ReadProblem):
            yield path
            continue
        raw = bytes_of(path)
        if isinstance(raw, ReadProblem):
            yield raw
            continue
        yield from _documents(str(path), path.name, path.resolve().parent.name, raw, given)


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
    for item in _READERS[Path(file).suffix.lower()](path, raw, file, folder):
        yield item if isinstance(item, ReadProblem) else _built(item, given)


def _built(item: Item, given: Given) -> Document | ReadProblem:
    if len(item.text) > LONGEST:
        sentence = f"It has {len(item.text):,} characters; at most {LONGEST:,} are read. Split it."
        return ReadProblem(item.name, sentence)
    return build(item, given)


__all__ = ["SUFFIXES", "ReadProblem", "read", "read_bytes"]
