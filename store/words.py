"""Text → words with their offsets, the ground that places and claims are found on.

A word is a run of letters and digits with its inner hyphens and apostrophes, a number with its
separators, an abbreviation with its dots, a possessive ending or one mark of punctuation. Cutting
costs one expression over the whole text, some 11 MB/s, and is linear on any input: every run is
possessive, and nothing behind a group can fail.

>>> cut("Yemen’s army counted 1,060 U.S. drones.").low
['yemen', "'s", 'army', 'counted', '1,060', 'u.s.', 'drones', '.']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

from store.dating import Span

# A blank underscore stands for a dash in old agency copy, any other one for emphasis.
_ONE_TO_ONE = (*zip("ёЁ’ʼ‘‑", "еЕ'''-", strict=True), (" _ ", " — "), ("_", " "))
_WORD = re.compile(
    r"(\d++(?:[.,]\d++)*(?:[ap]m\b|(?:-\w++)*)"
    r"|\w++(?:[-'](?!(?<=')s\b)\w++)*(?:\.(?<=\b\w\.)(?:\w\.)+)?"
    r"|'s\b|''|``|[^\w\s])"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: as written, in lower case, and where each starts and ends.

    Both forms have ё as е and one form of hyphen and apostrophe.
    """

    text: str
    forms: list[str]
    low: list[str]
    starts: list[int]
    ends: list[int]

    def __len__(self) -> int:
        return len(self.low)

    def at(self, offset: int) -> int:
        """The first word that starts at or after an offset; their number if none does."""
        return bisect_left(self.starts, offset)

    def inside(self, span: Span) -> tuple[int, int]:
        """The half-open range of words that start inside a span."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def span(self, first: int, end: int) -> Span:
        """The span of the words ``first`` up to, but not including, ``end``."""
        return Span(self.starts[first], self.ends[end - 1])

    def capital(self, index: int) -> bool:
        """Whether a word starts with a capital letter."""
        return self.forms[index][0].isupper()


def fold(text: str) -> str:
    """Apostrophes, hyphens and ё made one, underscores taken out, code point for code point."""
    for old, new in _ONE_TO_ONE:  # eight searches take a tenth of what one translation does
        text = text.replace(old, new)
    return text


def cut(text: str) -> Words:
    """The words of a text."""
    pieces = _WORD.split(fold(text))  # what lies between words, and words, by turns
    edges = list(accumulate(map(len, pieces)))
    forms = pieces[1::2]
    return Words(text, forms, list(map(str.lower, forms)), edges[:-1:2], edges[1::2])
