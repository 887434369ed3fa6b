"""What readers are given and what they find, before it is a document.

>>> print(ReadProblem("inbox/a.txt", "The file is empty."))
inbox/a.txt: The file is empty.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from store.model import Span


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """An item that could not be read: which file (and line), and why, in a sentence."""

    path: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}: {self.sentence}"


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who loads says of all items, before anything in them: EDTF, name, code."""

    published: str | None = None
    source: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that an item's metadata states, and its span where it stands in the text."""

    value: str
    span: Span | None = None


Metadata: TypeAlias = Mapping[str, Stated]
# What metadata is read for; "date" is taken for "published" where that is missing.
FIELDS = ("title", "source", "author", "url", "published", "language")


@dataclass(frozen=True, slots=True)
class Item:
    """One text with its metadata, still without title, dateline and publication date.

    ``name`` is shown; ``file`` and ``folder`` are the names of where it lay, "" where that says
    nothing. ``body`` is the offset at which the text begins after its front matter.
    """

    name: str
    raw: bytes
    text: str
    file: str = ""
    folder: str = ""
    body: int = 0
    metadata: Metadata = field(default_factory=dict)

    def stated(self, name: str) -> str:
        """What the metadata says, "" where it says nothing."""
        found = self.metadata.get(name)
        return found.value if found else ""
