"""From files to documents."""

from store.readers.values import ReadProblem

__all__ = [
    "ReadProblem",
]
