"""What the surroundings of a date phrase say: its tense, its role, how deep it is quoted.

No tagger is needed: the nearest verb of a closed list, within the sentence, tells the tense well
enough to choose between the last March and the next.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from store.dates.alphabet import PAST
from store.dates.scan import Found
from store.dates.tokens import BREAK
from store.dates.vocabulary import Vocabulary
from store.model import Role

Tense = Literal["past", "present", "future", ""]
_REACH = 14  # tokens to either side in which a verb is looked for
_STOPS = re.compile(rf"[.!?;{BREAK}]")
_OPENING, _CLOSING, _STRAIGHT = "([“«„", ")]”»", '"'


@dataclass(frozen=True, slots=True)
class _Verbs:
    """The verbs of a language: any of them, and each kind's characters."""

    any: re.Pattern[str]
    future: str
    present: str
    said: str


@cache
def _verbs(words: Vocabulary) -> _Verbs:
    letters = words.alphabet
    future, present, said = (letters.of(c) for c in ("FUTURE", "PRESENTVERB", "SAID"))
    every = future + present + said + letters.of("PASTVERB") + PAST
    return _Verbs(re.compile(f"[{re.escape(every)}]"), future, present, said)


def surroundings(classes: str, words: Vocabulary, found: Found) -> tuple[Tense, Role]:
    """The tense and the role that a phrase has from the words around it."""
    verbs = _verbs(words)
    left = _STOPS.split(classes[max(0, found.first - _REACH) : found.outer or found.first])[-1]
    right = _STOPS.split(classes[found.beyond : found.beyond + _REACH], maxsplit=1)[0]
    verb = _nearest(left, right, verbs)
    role: Role = "as-of" if found.bound == "as_of" else "event"
    if role == "event" and verb and verb in verbs.said:
        role = "announcement"
    return _tense(verb, left, verbs), role


def _nearest(left: str, right: str, verbs: _Verbs) -> str:
    """The nearest verb's character; one behind a comma is a step further off."""
    before, after = verbs.any.findall(left), verbs.any.search(right)
    if not before or not after:
        return before[-1] if before else after[0] if after else ""
    left_part = left[left.rindex(before[-1]) :]
    right_part = right[: after.end()]
    left_far = len(left_part) + 3 * left_part.count(",")
    right_far = len(right_part) + 3 * right_part[1:].count(",")
    return before[-1] if left_far <= right_far else after[0]


def _tense(verb: str, left: str, verbs: _Verbs) -> Tense:
    if not verb:
        return ""
    if verb in verbs.future or any(letter in verbs.future for letter in left[-6:]):
        return "future"
    return "present" if verb in verbs.present else "past"


class Depth:
    """Counts the quotations and brackets that are open, paragraph by paragraph."""

    def __init__(self) -> None:
        self._at, self._depth = 0, 0

    def until(self, classes: str, position: int) -> int:
        """The depth at a token; positions must not decrease."""
        piece = classes[self._at : position]
        self._at = position
        _, broken, rest = piece.rpartition(BREAK)
        if broken:
            self._depth, piece = 0, rest
        self._depth += sum(map(piece.count, _OPENING)) - sum(map(piece.count, _CLOSING))
        if piece.count(_STRAIGHT) % 2:
            self._depth += -1 if self._depth > 0 else 1
        self._depth = max(0, self._depth)
        return self._depth
