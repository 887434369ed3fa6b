r"""A stream of bytes as lines of text.

>>> from store.readers.streams import blob_of
>>> list(lines(blob_of("a", b"one\ntwo")))
['one\n', 'two']
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from store.readers.encodings import encoding_of
from store.readers.streams import Blob, UnreadableError


@contextmanager
def as_text(blob: Blob, newline: str) -> Iterator[io.TextIOWrapper]:
    """The stream as text, in the encoding that its head is in.

    Bytes that are not come through as lone surrogates, so that a bad line is one problem; in
    UTF-16 and UTF-32, where they are no bytes of their own, as signs for what is missing.
    """
    encoding = encoding_of(blob.head())
    errors = "replace" if encoding.startswith(("utf-16", "utf-32")) else "surrogateescape"
    text = io.TextIOWrapper(blob.stream, encoding, errors, newline=newline)
    try:
        yield text
    finally:
        text.detach()


def lines(blob: Blob, newline: str = "\n") -> Iterator[str]:
    r"""The lines with their ends. Only ``\n`` ends one: U+2028 may stand inside a JSON string.

    Raises UnreadableError for one that is too long.
    """
    with as_text(blob, newline) as text:
        yield from bounded(text, blob.limits.line)


def bounded(text: io.TextIOWrapper, longest: int) -> Iterator[str]:
    """The lines of a text, with their ends. Raises UnreadableError for one that is too long."""
    while line := text.readline(longest + 1):
        if len(line) > longest:
            raise UnreadableError(f"A line is longer than {longest:,} characters.")
        yield line
