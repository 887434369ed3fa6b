"""What can be wrong with an edit, each in a sentence of its own.

>>> print(NoSuchClaimError("k3f7"))
There is no claim "k3f7" in this store.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from store.errors import ConflictError


class EditError(ConflictError):
    """The base of what can be wrong with an edit."""


@dataclass(eq=False)
class NoSuchClaimError(EditError):
    """A key that names no claim."""

    key: str

    def __str__(self) -> str:
        return f'There is no claim "{self.key}" in this store.'


@dataclass(eq=False)
class NoSuchDocumentError(EditError):
    """An identity that names no document."""

    identity: str

    def __str__(self) -> str:
        return f'There is no document "{self.identity}" in this store.'


@dataclass(eq=False)
class NoSuchSourceError(EditError):
    """A name that no source has."""

    name: str

    def __str__(self) -> str:
        return f'There is no source "{self.name}" in this store.'


@dataclass(eq=False)
class BadValueError(EditError):
    """A value that cannot be: which, and what is expected instead."""

    value: str
    expected: str

    def __str__(self) -> str:
        return f'"{self.value}" will not do: {self.expected}.'


@dataclass(eq=False)
class ReadOnlyError(EditError):
    """The store was opened without the right to write."""

    path: Path

    def __str__(self) -> str:
        return f"{self.path} is open for reading only; open it without --readonly to decide things."


class GivenUpError(EditError):
    """A person gave up waiting for an act on many claims."""

    def __str__(self) -> str:
        return "Given up; nothing was changed."
