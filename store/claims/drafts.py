"""What the rules say of a claim while they work on it, in ranges of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple

from store.claims.phrases import Range

WINDOW = 40
_SENTENCE = attrgetter("sentence")


class Draft(NamedTuple):
    """A claim in the making; all ranges are half-open ranges of words.

    ``label`` is the class of its cue ("" without one), ``hops`` its chain from the outermost to
    the innermost, ``rule`` the rule that found it; ``inherits`` says that its chain is that of an
    earlier claim.
    """

    content: Range
    sentence: int
    rule: str
    cue: Range | None = None
    label: str = ""
    source: Range | None = None
    hops: tuple[Range, ...] = ()
    inherits: bool = False


def of_sentence(drafts: Sequence[Draft], number: int) -> range:
    """The indexes of the drafts of a sentence; drafts stand in the order of their sentences."""
    return range(_from(drafts, number), _from(drafts, number + 1))


def before_sentence(drafts: Sequence[Draft], number: int) -> range:
    """The indexes of the last drafts before a sentence, as many as a reader would look back on."""
    end = _from(drafts, number)
    return range(max(0, end - WINDOW), end)


def after_sentence(drafts: Sequence[Draft], number: int) -> range:
    """The indexes of the next drafts after a sentence, as many as a reader would look ahead."""
    start = _from(drafts, number + 1)
    return range(start, min(len(drafts), start + WINDOW))


def _from(drafts: Sequence[Draft], number: int) -> int:
    return bisect_left(drafts, number, key=_SENTENCE)
