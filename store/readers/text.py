"""Plain text and Markdown: one file, one document; front matter is known by its fence."""

from __future__ import annotations

from collections.abc import Iterator

from store.readers.encodings import Undecodable, decoded
from store.readers.heads import Head
from store.readers.streams import Blob
from store.readers.values import Given, Item, Metadata, ReadProblem


def takes(_head: Head) -> bool:
    """Whatever nothing else takes."""
    return True


def items(blob: Blob, _given: Given) -> Iterator[Item | ReadProblem]:
    """The one item of a text."""
    raw = blob.whole()
    text = decoded(raw, blob.stated("charset"))
    if isinstance(text, Undecodable):
        yield ReadProblem(blob.path, text.sentence, blob.named or not text.data)
        return
    if text.lstrip().startswith("<?xml"):
        yield ReadProblem(blob.path, "It is XML, but no feed and no page.", blob.named)
        return
    found = _front(text)
    if isinstance(found, str):
        yield ReadProblem(blob.path, found)
        return
    body, metadata = found
    if not text[body:].strip():
        yield ReadProblem(blob.path, "There is no text after the front matter.")
        return
    reader = "text with front matter" if body else "text"
    yield Item(blob.file, raw, text, blob.file, blob.folder, body, metadata, reader=reader)


def _front(text: str) -> tuple[int, Metadata] | str:
    """Where the text begins and what its front matter states, or why that cannot be read."""
    if not text.startswith(("---", "+++")):
        return 0, {}
    # Brings YAML along, 50 ms, and few texts have front matter.
    from store.readers.front import Broken, front_matter

    found = front_matter(text)
    return found.sentence if isinstance(found, Broken) else found
