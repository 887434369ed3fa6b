"""Texts that make an expression work: what it repeats, many times over, and no happy end."""

from __future__ import annotations

import re
import re._constants as c  # type: ignore[import-not-found]
from collections.abc import Iterator, Sequence
from typing import Any

from tests.regexes.steps import Node, accepts, tree

# What a class of characters is tried with, the plainest first.
_TRIED = "a1 Яя\n-—.,:;'\"“«(<&#/*_=|%§№°ʼ\t\r\u00a0"
# An end that keeps a match from being found early.
_END = "\n\0"
Attack = tuple[str, str]
"""What comes first, and what then comes many times."""


def attacks(pattern: re.Pattern[str]) -> Iterator[Attack]:
    """What leads up to a repeat, what it repeats, or both, to be repeated: each once."""
    seen = set()
    for lead, body in _repeats(tree(pattern), "", pattern.flags):
        for attack in ((lead, body), ("", lead), ("", lead + body), ("", body)):
            if attack[1] and attack not in seen:
                seen.add(attack)
                yield attack


def text(attack: Attack, times: int) -> str:
    """A text of an attack that repeats so many times."""
    return attack[0] + attack[1] * times + _END


def sample(nodes: Sequence[Node], flags: int) -> str:
    """A short text that nodes match, as far as that can be told without trying."""
    return "".join(_sample(node, flags) for node in nodes)


def _sample(node: Node, flags: int) -> str:
    op, value = node
    if op is c.LITERAL:
        return chr(value)
    if op in (c.ANY, c.NOT_LITERAL, c.IN):
        return _character(node, flags)
    if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        return sample(list(value[2]), flags) * max(int(value[0]), 0)
    if op is c.SUBPATTERN:
        return sample(list(value[3]), flags)
    if op is c.ATOMIC_GROUP:
        return sample(list(value), flags)
    if op is c.BRANCH:
        return sample(list(value[1][0]), flags)
    return ""


def _character(node: Node, flags: int) -> str:
    found = next((each for each in _TRIED if accepts(node, each, flags)), "")
    return found or _first(node)


def _first(node: Node) -> str:
    """The first character that a class names."""
    for op, value in node[1] if node[0] is c.IN else ():
        if op is c.LITERAL:
            return chr(value)
        if op is c.RANGE:
            return chr(value[0])
    return "a"


def _repeats(nodes: Sequence[Node], lead: str, flags: int) -> Iterator[tuple[str, str]]:
    """Every repeat with a text that leads up to it and one that it repeats."""
    for node in nodes:
        op, value = node
        if op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            inner = list(value[2])
            if value[1] is c.MAXREPEAT or value[1] > 8:
                yield from ((lead, body) for body in _bodies(inner, flags))
            yield from _repeats(inner, lead, flags)
        else:
            for part in _parts(op, value):
                yield from _repeats(part, lead, flags)
        lead += _sample(node, flags)


def kept(nodes: Sequence[Node]) -> Iterator[list[Node]]:
    """What each possessive repeat repeats."""
    for op, value in nodes:
        if op is c.POSSESSIVE_REPEAT:
            yield list(value[2])
        repeats = op in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT)
        for part in [list(value[2])] if repeats else _parts(op, value):
            yield from kept(part)


def _bodies(inner: Sequence[Node], flags: int) -> Iterator[str]:
    """What a repeat can repeat: a class of characters any of those that it is tried with."""
    if len(inner) == 1 and inner[0][0] in (c.ANY, c.NOT_LITERAL, c.IN):
        taken = [each for each in _TRIED if accepts(inner[0], each, flags)]
        yield from taken[:4] or [_first(inner[0])]
        return
    yield sample(inner, flags)
    for op, value in inner:
        if op is c.BRANCH:
            yield from (sample(list(each), flags) for each in value[1])


def _parts(op: Any, value: Any) -> list[list[Node]]:
    if op is c.SUBPATTERN:
        return [list(value[3])]
    if op is c.ATOMIC_GROUP:
        return [list(value)]
    if op is c.BRANCH:
        return [list(each) for each in value[1]]
    if op in (c.ASSERT, c.ASSERT_NOT):
        return [list(value[1])]
    return []
