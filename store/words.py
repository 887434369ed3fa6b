"""Text → words with their offsets, the ground that places and claims are found on.

A word is a run of letters and digits with its inner hyphens and apostrophes, a number with its
separators, a possessive ending or one mark of punctuation. Cutting costs one expression over the
whole text, some 8 MB/s, and is linear on any input.

>>> cut("Yemen’s army counted 1,060.").low
['yemen', "'s", 'army', 'counted', '1,060', '.']
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from store.model import Span

_ONE_TO_ONE = tuple(zip("ёЁ’ʼ‘‑", "еЕ'''-", strict=True))
_WORD = re.compile(
    r"'s\b|(?:[^\W\d_]\.){2,}|\d+(?:[.,]\d+)*(?:-[^\W_]+)*"
    r"|[^\W_]+(?:(?:-|'(?!s\b))[^\W_]+)*|[^\w\s]|_"
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: ``low`` in lower case with ё as е, and where each starts and ends."""

    text: str
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
        return self.text[self.starts[index]].isupper()


def fold(text: str) -> str:
    """Apostrophes, hyphens and ё made one, code point for code point."""
    for old, new in _ONE_TO_ONE:  # six searches take a tenth of what one translation does
        text = text.replace(old, new)
    return text


def cut(text: str) -> Words:
    """The words of a text."""
    folded = fold(text)
    spans = [match.span() for match in _WORD.finditer(folded)]
    return Words(
        text,
        [folded[start:end].lower() for start, end in spans],
        [start for start, _ in spans],
        [end for _, end in spans],
    )
