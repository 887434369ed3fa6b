"""How many steps a backtracking matcher takes: an expression interpreted, not timed.

``re`` does not count, so its own parse tree is walked here the way its engine walks it. Of a text
twice as long an expression that is linear takes about twice the steps, a quadratic one four times.

>>> steps(re.compile("a*b"), "a" * 20), steps(re.compile("a*b"), "a" * 40)
(462, 1722)
"""

from __future__ import annotations

import re
import re._constants as c  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

Node = tuple[Any, Any]
Then = Callable[[int], bool]
ENOUGH = 40_000
"""Steps after which it is clear that there are too many."""
FEW = 8
"""Repeats that count as many where an expression sets a limit: a limit is no growth."""


class TooManyError(Exception):
    """More than enough steps."""


def steps(pattern: re.Pattern[str], text: str, anchored: bool = False) -> int:
    """The steps of a search through a text, or at its start alone, up to ``ENOUGH``."""
    walk = Walk(pattern, text)
    try:
        walk.search(1 if anchored else len(text) + 1)
    except TooManyError:
        return ENOUGH
    return walk.count


@lru_cache(maxsize=8)
def tree(pattern: re.Pattern[str]) -> Sequence[Node]:
    """The parse tree of an expression."""
    found: Sequence[Node] = parser.parse(pattern.pattern, pattern.flags)
    return list(found)


class End:
    """Where a part ended, the first time it did."""

    at = 0

    def __call__(self, at: int) -> bool:
        """Keep it and be content."""
        self.at = at
        return True


class Walk:
    """One text, and the steps taken in it so far."""

    def __init__(self, pattern: re.Pattern[str], text: str) -> None:
        self.pattern, self.flags, self.text, self.count = pattern, pattern.flags, text, 0
        self.groups: dict[int, tuple[int, int]] = {}

    def search(self, starts: int) -> bool:
        """Whether there is a match at one of the first so many places."""
        return any(self.run(tree(self.pattern), 0, i, lambda _: True) for i in range(starts))

    def run(self, nodes: Sequence[Node], at: int, i: int, then: Then) -> bool:
        """Whether nodes from ``at`` on match at ``i`` and what comes after them does."""
        self.count += 1
        if self.count > ENOUGH:
            raise TooManyError
        if at == len(nodes):
            return then(i)
        op, value = nodes[at]
        after: Then = lambda j: self.run(nodes, at + 1, j, then)  # noqa: E731
        if op in _CHARACTERS:
            return self._accepts(op, value, i) and after(i + 1)
        return bool(_KINDS[op](self, value, i, after))

    def _accepts(self, op: Any, value: Any, i: int) -> bool:
        return i < len(self.text) and accepts((op, value), self.text[i], self.flags)

    def branch(self, value: Any, i: int, then: Then) -> bool:
        """One of several."""
        return any(self.run(list(each), 0, i, then) for each in value[1])

    def group(self, value: Any, i: int, then: Then) -> bool:
        """A group, which may be referred to."""
        number, _, _, inner = value

        def close(j: int) -> bool:
            if number is not None:
                self.groups[number] = (i, j)
            return then(j)

        return self.run(list(inner), 0, i, close)

    def atomic(self, value: Any, i: int, then: Then) -> bool:
        """What is matched once and not taken back."""
        end = End()
        return self.run(list(value), 0, i, end) and then(end.at)

    def greedy(self, value: Any, i: int, then: Then) -> bool:
        """As many times as it can be."""
        low, high, inner = value
        return self._repeat(list(inner), low, high, i, then, greedy=True)

    def lazy(self, value: Any, i: int, then: Then) -> bool:
        """As few times as it must be."""
        low, high, inner = value
        return self._repeat(list(inner), low, high, i, then, greedy=False)

    def possessive(self, value: Any, i: int, then: Then) -> bool:
        """As many times as it can be, and none taken back."""
        low, high, inner = value
        end = End()
        return self._repeat(list(inner), low, high, i, end, greedy=True) and then(end.at)

    def _repeat(
        self, inner: list[Node], low: int, high: Any, i: int, then: Then, greedy: bool
    ) -> bool:
        high = high if high is c.MAXREPEAT else min(high, max(low, FEW))
        if len(inner) == 1 and inner[0][0] in _CHARACTERS:
            return self._run_of(inner[0], low, high, i, then, greedy)

        def again(times: int, j: int, before: int) -> bool:
            if times >= low and j == before and times:
                return then(j)
            more = high is c.MAXREPEAT or times < high
            step = more and (lambda: self.run(inner, 0, j, lambda k: again(times + 1, k, j)))
            if times < low:
                return bool(step and step())
            if greedy:
                return bool(step and step()) or then(j)
            return then(j) or bool(step and step())

        return again(0, i, -1)

    def _run_of(self, node: Node, low: int, high: Any, i: int, then: Then, greedy: bool) -> bool:
        """Repeats of one character: counted as they are, without a frame for each."""
        longest = min(len(self.text) - i, len(self.text) if high is c.MAXREPEAT else high)
        lengths: Iterable[int] = self._lengths(node, longest, i)
        if greedy:
            lengths = reversed(list(lengths))
        return any(n >= low and then(i + n) for n in lengths)

    def _lengths(self, node: Node, longest: int, i: int) -> Iterator[int]:
        """How many of a character there can be, from none on, each counted when it is looked at."""
        yield 0
        for n in range(longest):
            self.count += 1
            if not accepts(node, self.text[i + n], self.flags):
                return
            yield n + 1

    def ahead(self, value: Any, i: int, then: Then) -> bool:
        """What has to stand here, or before here."""
        return self._looks(value, i) and then(i)

    def not_ahead(self, value: Any, i: int, then: Then) -> bool:
        """What must not."""
        return not self._looks(value, i) and then(i)

    def _looks(self, value: Any, i: int) -> bool:
        direction, inner = value
        if direction > 0:
            return self.run(list(inner), 0, i, lambda _: True)
        start = i - inner.getwidth()[0]
        return start >= 0 and self.run(list(inner), 0, start, lambda j: j == i)

    def position(self, value: Any, i: int, then: Then) -> bool:
        """A place in the text."""
        return _at(value, self.text, i, self.flags) and then(i)

    def reference(self, value: Any, i: int, then: Then) -> bool:
        """What a group matched before."""
        start, end = self.groups.get(value, (0, 0))
        wanted = self.text[start:end]
        return self.text.startswith(wanted, i) and then(i + len(wanted))

    def conditional(self, value: Any, i: int, then: Then) -> bool:
        """One thing where a group matched, another where it did not."""
        number, yes, no = value
        chosen = yes if number in self.groups else no
        return self.run(list(chosen or ()), 0, i, then)

    def fails(self, _value: Any, _i: int, _then: Then) -> bool:
        """Nothing."""
        return False


def accepts(node: Node, character: str, flags: int) -> bool:
    """Whether a node for one character takes this one."""
    op, value = node
    fold = str.casefold if flags & re.IGNORECASE else str
    if op is c.ANY:
        return character != "\n" or bool(flags & re.DOTALL)
    if op is c.LITERAL:
        return fold(character) == fold(chr(value))
    if op is c.NOT_LITERAL:
        return fold(character) != fold(chr(value))
    return _in(value, character, fold)


def _in(items: Sequence[Node], character: str, fold: Callable[[str], str]) -> bool:
    negated = items[0][0] is c.NEGATE
    cases = {character, character.lower(), character.upper()} if fold is not str else {character}
    found = any(_one(item, each) for item in items for each in cases)
    return found != negated


def _one(item: Node, character: str) -> bool:
    op, value = item
    if op is c.LITERAL:
        return bool(ord(character[0]) == value)
    if op is c.RANGE:
        return bool(value[0] <= ord(character[0]) <= value[1])
    return bool(op is c.CATEGORY) and _category(value, character)


def _category(value: Any, character: str) -> bool:
    name = str(value)
    kind: Callable[[str], bool] = {"DIGIT": str.isdigit, "SPACE": str.isspace, "WORD": _is_word}[
        name.split("_")[-1]
    ]
    return kind(character) != ("_NOT_" in name)


def _is_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _at(value: Any, text: str, i: int, flags: int) -> bool:
    name = str(value)
    if "BOUNDARY" in name:
        edge = (i > 0 and _is_word(text[i - 1])) != (i < len(text) and _is_word(text[i]))
        return edge != ("NON" in name)
    lines = bool(flags & re.MULTILINE)
    if name in ("AT_BEGINNING", "AT_BEGINNING_STRING", "AT_BEGINNING_LINE"):
        return i == 0 or (lines and name == "AT_BEGINNING" and text[i - 1] == "\n")
    return i == len(text) or (
        name == "AT_END" and (lines or i == len(text) - 1) and text[i] == "\n"
    )


_KINDS_OF: dict[str, Callable[[str], bool]] = {
    "DIGIT": str.isdigit,
    "SPACE": str.isspace,
    "WORD": _is_word,
}
_CHARACTERS = (c.ANY, c.LITERAL, c.NOT_LITERAL, c.IN)
_KINDS: dict[Any, Callable[..., bool]] = {
    c.BRANCH: Walk.branch,
    c.SUBPATTERN: Walk.group,
    c.ATOMIC_GROUP: Walk.atomic,
    c.MAX_REPEAT: Walk.greedy,
    c.MIN_REPEAT: Walk.lazy,
    c.POSSESSIVE_REPEAT: Walk.possessive,
    c.ASSERT: Walk.ahead,
    c.ASSERT_NOT: Walk.not_ahead,
    c.AT: Walk.position,
    c.GROUPREF: Walk.reference,
    c.GROUPREF_EXISTS: Walk.conditional,
    c.FAILURE: Walk.fails,
}
