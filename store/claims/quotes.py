"""Words → quotations: pairs of marks, each within a paragraph, the outermost only.

>>> from store.words import cut
>>> [(q.first, q.end, q.speech) for q in quotations(cut("He said “we did not fire.”"), [(0, 9)])]
[(2, 9, True)]
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import compress, count

from store.words import Words

_PAIRS = {
    "“": "”",
    "„": "“”",
    "«": "»",
    "‘": "’",
    '"': '"',
    "'": "'",
    "‚": "‘’",
    "‹": "›",
    "`": "'",
}
_SINGLE = "‘'‚"
_SPEECH_WORDS = 4
_CLOSING = frozenset(".!?…,")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation with its marks, a half-open range of words; ``speech`` if it is no mere name."""

    first: int
    end: int
    speech: bool


def quotations(words: Words, paragraphs: Sequence[tuple[int, int]]) -> list[Quotation]:
    """The quotations of each paragraph (a half-open range of words), in order."""
    marks = list(compress(count(), map(_MARKS.__contains__, words.low)))
    return [
        Quotation(first, end, _is_speech(words, first, end))
        for paragraph in paragraphs
        for first, end in _pairs(words, marks, *paragraph)
    ]


def _pairs(words: Words, marks: list[int], first: int, end: int) -> Iterator[tuple[int, int]]:
    opened, closers = -1, ""
    for at in marks[bisect_left(marks, first) : bisect_left(marks, end)]:
        mark = words.text[words.starts[at]]
        if opened < 0:
            if mark in _PAIRS and _may_open(words, at, mark):
                opened, closers = at, _PAIRS[mark]
        elif mark in closers and _may_close(words, at, mark):
            yield opened, at + 1
            opened = -1
    if opened >= 0 and words.text[words.starts[opened]] not in _SINGLE:
        yield opened, end


_MARKS = frozenset((*"“”„«»\"'‚‹›", "``", "''"))


def _may_open(words: Words, at: int, mark: str) -> bool:
    """Whether a mark can open: a letter follows, and none stands right before a straight one."""
    text, start = words.text, words.starts[at]
    if not text[start + 1 : start + 2].strip():
        return False
    return mark not in "\"'" or not text[max(0, start - 1) : start].isalnum()


def _may_close(words: Words, at: int, mark: str) -> bool:
    following = words.text[words.ends[at] : words.ends[at] + 1]
    return mark not in "’'" or not following.isalnum()


def _is_speech(words: Words, first: int, end: int) -> bool:
    """Whether a quotation says something: four words at least, not all of them capital."""
    inner = [i for i in range(first + 1, end) if words.low[i][0].isalnum()]
    if len(inner) < _SPEECH_WORDS:
        closed = words.low[end - 2] if end - first > 2 else ""
        return len(inner) > 1 and closed in _CLOSING and not words.capital(inner[-1])
    return not all(words.capital(i) for i in inner)
