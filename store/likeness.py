"""How alike texts are, and which of one list is which of another.

>>> pairs(["the capture of Chasov Yar", "two drones"], ["a fire", "capture of Chasov Yar"])
{1: 0}
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

LIKE = 0.5
_WORD = re.compile(r"\w+")


def pairs(old: Sequence[str], new: Sequence[str], like: float = LIKE) -> dict[int, int]:
    """Which new text is which old one: indexes of new by those of old, the most alike first.

    Likeness is the F1 of their words, at least ``like``. Equal texts are paired before any are
    compared: a document of thousands of claims has few that changed, and comparing is quadratic.
    """
    found = _equal(old, new)
    taken = set(found.values())
    olds = {at: _words(text) for at, text in enumerate(old) if at not in taken}
    news = {at: _words(text) for at, text in enumerate(new) if at not in found}
    scores = sorted(
        (-_likeness(one, other), mine, theirs)
        for theirs, one in olds.items()
        for mine, other in news.items()
    )
    for score, mine, theirs in scores:
        if -score >= like and mine not in found and theirs not in taken:
            found[mine] = theirs
            taken.add(theirs)
    return found


def _equal(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    places: dict[str, list[int]] = {}
    for index in reversed(range(len(old))):
        places.setdefault(old[index], []).append(index)
    return {mine: places[text].pop() for mine, text in enumerate(new) if places.get(text)}


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


def alike(one: str, other: str) -> float:
    """The F1 of the words of two texts, from 0 to 1."""
    return _likeness(_words(one), _words(other))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """F1 of two bags of words: twice what they share over what they have."""
    together = one.total() + other.total()
    return 2 * (one & other).total() / together if together else 0.0
