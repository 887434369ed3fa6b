"""How much of an input is read: bounds that no honest input meets and no hostile one passes.

>>> Limits().depth
8
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of one input.

    ``text`` counts the characters of one document (the Bible has four million; an article of five
    would take a minute to analyse), ``whole`` the bytes of what is read in one piece, ``line``
    those of one line or record, ``expanded`` those of everything that one input unpacks to,
    ``items`` its documents, ``depth`` the archives in archives, ``pages`` those of a PDF.
    """

    text: int = 5_000_000
    whole: int = 100_000_000
    line: int = 50_000_000
    expanded: int = 40_000_000_000
    items: int = 10_000_000
    entries: int = 1_000_000
    depth: int = 8
    pages: int = 5_000
