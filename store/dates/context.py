"""What the surroundings of a date phrase say: its tense, its role, how deep it is quoted.

No tagger is needed: the nearest verb of a closed list, within the sentence, tells the tense well
enough to choose between the last March and the next.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from store.dates.alphabet import PAST
from store.dates.scan import Found
from store.dates.tokens import BREAK
from store.dates.vocabulary import Vocabulary
from store.model import Role

Tense = Literal["past", "present", "future", ""]
_REACH = 14  # tokens to either side in which a verb is looked for
_COMMA = 3  # tokens that a comma counts for
_AUXILIARIES = 4  # tokens: "will not have been taken"
_STOPS = re.compile(rf"[.!?;{BREAK}]")
_OPENING, _CLOSING, _STRAIGHT = "([“«„", ")]”»", '"'


class _Verbs(NamedTuple):
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
    left = classes[max(0, found.first - _REACH) : found.outer or found.first]
    right = classes[found.beyond : found.beyond + _REACH]
    left = _STOPS.split(left)[-1] if _STOPS.search(left) else left
    right = _STOPS.split(right, maxsplit=1)[0]
    group = _nearest(left, right, verbs)
    role: Role = "as-of" if found.bound == "as_of" else "event"
    if role == "event" and group and group[-1] in verbs.said:
        role = "announcement"
    return _bounded(_tense(group, verbs), found.bound), role


def _nearest(left: str, right: str, verbs: _Verbs) -> str:
    """The nearest verb with the tokens before it; one behind a comma is a step further off."""
    before = [match.end() for match in verbs.any.finditer(left)]
    after = verbs.any.search(right)
    if not before and not after:
        return ""
    if after is None:
        return _group(left, before[-1])
    if not before:
        return _group(right, after.end())
    if right[0] == "," and right[after.end() - 1] in verbs.said:
        return _group(left, before[-1])  # "…, he added": the tail tells who said it, not when
    rest = left[before[-1] - 1 :]
    left_far = len(rest) + _COMMA * rest.count(",")
    right_far = after.end() + _COMMA * right[1 : after.end()].count(",")
    return _group(left, before[-1]) if left_far <= right_far else _group(right, after.end())


def _group(row: str, end: int) -> str:
    """A verb and the tokens before it that may hold its "will"."""
    return row[max(0, end - _AUXILIARIES) : end]


def _tense(group: str, verbs: _Verbs) -> Tense:
    if not group:
        return ""
    if any(letter in verbs.future for letter in group):
        return "future"
    return "present" if group[-1] in verbs.present else "past"


def _bounded(tense: Tense, bound: str) -> Tense:
    """The tense of a date that something is due by: a verb in the past tells nothing of it.

    What is put off to a date, or comes as soon as that, lies ahead whatever the verb.
    """
    if bound == "ahead":
        return "present" if tense == "past" else "future"
    return "future" if bound == "due" else tense


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
