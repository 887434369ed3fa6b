"""What readers are given and what they find, before it is a document.

>>> print(ReadProblem("inbox/a.txt", "The file is empty."))
inbox/a.txt: The file is empty.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from store.limits import Limits
from store.model import PassedOn, Span
from store.readers.encodings import whole_characters


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """An item that was not read: which file (and line), and why, in a sentence.

    ``fault`` is False for what was left out because it holds no text: pictures in an export.
    """

    path: str
    sentence: str
    fault: bool = True

    def __str__(self) -> str:
        return f"{self.path}: {self.sentence}"


Columns: TypeAlias = Mapping[str, str]
Ask: TypeAlias = Callable[[tuple[str, ...]], Columns]


@dataclass(frozen=True, slots=True)
class Given:
    """What the person who loads says of all items, before anything in them: EDTF, name, code.

    ``columns`` names the column of a table that each field stands in; ``ask`` is called with the
    header of a table that does not tell which column is the text, and answers with columns.
    ``limits`` bound how much of an input is read.
    """

    published: str | None = None
    source: str | None = None
    language: str | None = None
    columns: Columns = field(default_factory=dict)
    ask: Ask | None = None
    limits: Limits = field(default_factory=Limits, repr=False)


@dataclass(frozen=True, slots=True)
class Stated:
    """A value that an item's metadata states, and its span where it stands in the text.

    ``how`` names the field that it was found in, say ``meta article:published_time``.
    """

    value: str
    span: Span | None = None
    how: str = ""


Metadata: TypeAlias = Mapping[str, Stated]
# What metadata is read for; "date" is taken for "published" where that is missing.
FIELDS = ("title", "source", "author", "url", "published", "language")
# What formats state besides: when the text was last edited, when it was captured (both ISO 8601),
# and the address of the post that it answers.
MORE = ("edited", "captured", "reply_to")


@dataclass(frozen=True, slots=True)
class Item:
    """One text with its metadata, still without title, dateline and publication date.

    ``name`` is shown; ``file`` and ``folder`` are the names of where it lay, "" where that says
    nothing. ``body`` is the offset at which the text begins after its front matter.
    ``passed_on`` names those it was forwarded from; ``left_out`` says what of it was not taken;
    ``acts`` are decisions on it that an export brings along, each as JSON.
    """

    name: str
    raw: bytes
    text: str
    file: str = ""
    folder: str = ""
    body: int = 0
    metadata: Metadata = field(default_factory=dict)
    passed_on: tuple[PassedOn, ...] = ()
    left_out: tuple[str, ...] = ()
    reader: str = ""
    acts: tuple[str, ...] = ()

    def within(self, metadata: Metadata, reader: str) -> Item:
        """The item with what its container states about it, where it does not say so itself."""
        if self.reader and not metadata:
            return self
        own = {**metadata, **self.metadata}
        return replace(self, metadata=own, reader=self.reader or reader)

    def stated(self, name: str) -> str:
        """What the metadata says, in whole characters; "" where it says nothing."""
        found = self.metadata.get(name)
        return whole_characters(found.value) if found else ""
