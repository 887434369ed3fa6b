"""What is asked of a server and what comes of it.

>>> str(Refused("https://a.example/", "It answers 404: there is no such page."))
'https://a.example/: It answers 404: there is no such page.'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how much: ``connect``, ``read`` and ``whole`` in seconds, ``size`` in bytes."""

    connect: float = 10.0
    read: float = 20.0
    whole: float = 90.0
    size: int = 25_000_000
    redirects: int = 10


@dataclass(frozen=True, slots=True)
class Visit:
    """What a server said of an address the last time, to ask again only for what is newer.

    ``retry`` is the ISO time before which it wants to be left alone, "" where it said nothing.
    """

    etag: str = ""
    modified: str = ""
    at: str = ""
    retry: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """The bytes of an address. ``url`` is where they were in the end; ``moved`` for good.

    ``charset`` is the encoding that the server says they are in, "" where it does not.
    """

    url: str
    raw: bytes
    visit: Visit
    moved: bool = False
    charset: str = ""


@dataclass(frozen=True, slots=True)
class NotModified:
    """Nothing newer than the last time."""

    url: str
    visit: Visit


@dataclass(frozen=True, slots=True)
class Refused:
    """Why there is nothing to read, in a sentence."""

    url: str
    sentence: str
    visit: Visit = Visit()

    def __str__(self) -> str:
        return f"{self.url}: {self.sentence}"


Answer: TypeAlias = Fetched | NotModified | Refused
