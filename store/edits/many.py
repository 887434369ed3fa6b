"""An act on very many claims, a stretch at a time: told of meanwhile, given up on a word.

>>> from store.edits import Judge, Tag
>>> tag = Tag(("a", "b"), ("key",))
>>> [part.keys for part in stretches(tag, 1)]
[('a',), ('b',)]
>>> joined([Judge(("a",), None), Judge(("b",), "false"), Judge(("c",), None)])
(Judge(keys=('a', 'c'), verdict=None), Judge(keys=('b',), verdict='false'))
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import Any, TypeAlias

from store.edits.errors import GivenUpError
from store.edits.values import (
    AddClaim,
    Edit,
    Forget,
    Keys,
    Publish,
    Rate,
    RemoveClaim,
    Respan,
)

GoOn: TypeAlias = Callable[[int, int], bool]
"""Told how many claims are done, and of how many; whether to go on."""
STRETCH = 5_000
"""Claims between two words: a tenth of a second, and no page of the file is written twice."""


def stretches(edit: Edit, most: int) -> Iterator[Edit]:
    """The same edit as several, each on no more claims than ``most``; often as itself alone."""
    keys = keys_of(edit)
    if len(keys) <= most:
        yield edit
        return
    each: Any = edit
    for start in range(0, len(keys), most):
        yield replace(each, keys=keys[start : start + most])


def joined(edits: Iterable[Edit]) -> tuple[Edit, ...]:
    """Edits that differ in their claims alone as one, in the order in which they first came."""
    by_rest: dict[Edit, list[Edit]] = {}
    for edit in edits:
        each: Any = edit
        by_rest.setdefault(replace(each, keys=()) if keys_of(edit) else edit, []).append(edit)
    return tuple(_one(same) for same in by_rest.values())


def keys_of(edit: Edit) -> Keys:
    """The claims that an edit is on, where it is on any number."""
    if isinstance(edit, (AddClaim, Forget, Publish, Rate, RemoveClaim, Respan)):
        return ()
    return edit.keys


def done_in_stretches(
    edits: Iterable[Edit], do: Callable[[Edit], tuple[Edit, ...]], go_on: GoOn
) -> tuple[Edit, ...]:
    """Do edits a stretch at a time; the edits that would change them back.

    Raises GivenUpError where ``go_on`` says no; then the transaction takes back what was done.
    """
    parts = [part for edit in edits for part in stretches(edit, STRETCH)]
    total, done = sum(len(keys_of(part)) for part in parts), 0
    inverse: list[Edit] = []
    for part in parts:
        if not go_on(done, total):
            raise GivenUpError
        inverse += do(part)
        done += len(keys_of(part))
    return joined(inverse)


def _one(same: list[Edit]) -> Edit:
    first: Any = same[0]
    if len(same) == 1:
        return same[0]
    made: Edit = replace(first, keys=tuple(key for edit in same for key in keys_of(edit)))
    return made
