"""What the surroundings of a date phrase say: its tense, its role, how deep it is quoted.

No tagger is needed: the nearest verb of a closed list, within the sentence, tells the tense well
enough to choose between the last March and the next.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from store.dates.alphabet import PAST, PRESENT
from store.dates.scan import Found
from store.dates.shapes import expression
from store.dates.tokens import BREAK
from store.dates.vocabulary import Vocabulary
from store.dating import Role
from store.meaning import Meaning, Shaded, Term, Weekday

Tense = Literal["past", "present", "future", ""]
_REACH = 20  # tokens to either side in which a verb is looked for
_COMMA = 3  # tokens that a comma counts for
_AUXILIARIES = 4  # tokens: "will not have been taken"
_AFTER = 1.5  # how much farther off a verb is that stands behind the date
_OPENING, _CLOSING, _STRAIGHT = "([“«„", ")]”»", '"'
_MARKS = re.compile(f"[{re.escape(_OPENING + _CLOSING + _STRAIGHT + BREAK)}]")


class _Verbs(NamedTuple):
    """The verbs of a language: any of them, each kind's characters, and what ends a sentence."""

    stop: re.Pattern[str]
    any: re.Pattern[str]
    purpose: str
    future: re.Pattern[str]
    present: str
    said: str
    clause: frozenset[str]
    perfect: frozenset[str]
    over: frozenset[str]


@cache
def _verbs(words: Vocabulary) -> _Verbs:
    letters = words.alphabet
    present, past = letters.of("PRESENTVERB") + PRESENT, letters.of("PASTVERB") + PAST
    said = letters.of("SAID")
    others = re.escape(present + said + past)
    named = words.edges.get("verb", {})
    future = expression(named.get("future", "FUTURE"), letters, words.macros)
    short = f"(?<![{re.escape(dotted)}])" if (dotted := letters.of("DOTTED")) else ""
    stop = re.compile(rf"{short}[.!?;{BREAK}]")
    purpose = letters.of(named.get("purpose", ""))
    over = past if "over" in named else ""
    every = re.compile(f"{future}|[{others}]")
    return _Verbs(
        stop,
        every,
        purpose,
        re.compile(future),
        present,
        said,
        frozenset("".join(map(letters.of, named.get("clause", ())))),
        frozenset(letters.of(named.get("perfect", ""))),
        frozenset(over),
    )


def surroundings(classes: str, words: Vocabulary, found: Found) -> tuple[Tense, Role]:
    """The tense and the role that a phrase has from the words around it."""
    verbs = _verbs(words)
    left = classes[max(0, found.first - _REACH) : found.outer or found.first]
    right = classes[found.beyond : found.beyond + _REACH]
    left, right = verbs.stop.split(left)[-1], verbs.stop.split(right, 1)[0]
    group = _nearest(left, right, verbs)
    role: Role = "as-of" if found.bound == "as_of" else "event"
    if role == "event" and group and group[-1] in verbs.said:
        role = "announcement"
    if found.bound == "until" and right and right[0] in verbs.purpose:
        return "future", role  # "gave them until Friday to leave"
    if group[-1:] == PRESENT and found.bound != "since" and _may_lie_ahead(found.meaning):
        return "future", role  # "у понеділок рейс повторять": no tense of its own tells it
    if found.bound == "by" and _is_over(found.meaning, group, verbs):
        return "past", role
    return _bounded(_tense(group, verbs), found.bound), role


def _is_over(meaning: Meaning, group: str, verbs: _Verbs) -> bool:
    """Whether what is due by a date has come about: "by June they had left"."""
    letters = verbs.perfect if _may_lie_ahead(meaning) else verbs.perfect | verbs.over
    return not letters.isdisjoint(group)


def _may_lie_ahead(meaning: Meaning) -> bool:
    return isinstance(meaning.of if isinstance(meaning, Shaded) else meaning, Weekday | Term)


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
    if not verbs.clause.isdisjoint(rest):
        return _group(right, after.end())  # "warned that in May it may end": a clause of its own
    left_far = len(rest) + _COMMA * rest.count(",")
    right_far = after.end() + _COMMA * right[1 : after.end()].count(",")
    if left_far <= right_far * _AFTER:
        return _group(left, before[-1])
    return _group(right, after.end())


def _group(row: str, end: int) -> str:
    """A verb and the tokens before it that may hold its "will"."""
    return row[max(0, end - _AUXILIARIES) : end]


def _tense(group: str, verbs: _Verbs) -> Tense:
    if not group:
        return ""
    if verbs.future.search(group):
        return "future"
    passive = len(group) > 1 and group[-2] in verbs.present  # "is held"
    return "present" if passive or group[-1] in verbs.present else "past"


def _bounded(tense: Tense, bound: str) -> Tense:
    """The tense of a date that something is due by: a verb in the past tells nothing of it.

    What is put off to a date, or comes as soon as that, lies ahead whatever the verb; what goes on
    since a date began before.
    """
    if bound == "since" and tense == "present":
        return "past"
    if bound in ("ahead", "by"):
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
        if not _MARKS.search(piece):
            return self._depth
        _, broken, rest = piece.rpartition(BREAK)
        if broken:
            self._depth, piece = 0, rest
        self._depth += sum(map(piece.count, _OPENING)) - sum(map(piece.count, _CLOSING))
        if piece.count(_STRAIGHT) % 2:
            self._depth += -1 if self._depth > 0 else 1
        self._depth = max(0, self._depth)
        return self._depth
