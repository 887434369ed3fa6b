"""What reading a file can come to besides a document.

>>> print(ReadProblem("inbox/a.txt", "The file is empty."))
inbox/a.txt: The file is empty.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ReadProblem:
    """An item that could not be read: which file (and line), and why, in a sentence."""

    path: str
    sentence: str

    def __str__(self) -> str:
        return f"{self.path}: {self.sentence}"
