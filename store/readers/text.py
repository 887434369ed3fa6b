"""Plain text: one file, one document."""

from __future__ import annotations

from collections.abc import Iterator

from store.readers.encodings import Undecodable, decoded
from store.readers.values import Item, ReadProblem


def items(name: str, raw: bytes, file: str, folder: str) -> Iterator[Item | ReadProblem]:
    """The one item of a text file."""
    text = decoded(raw)
    if isinstance(text, Undecodable):
        yield ReadProblem(name, text.sentence)
    else:
        yield Item(file, raw, text, file, folder)
