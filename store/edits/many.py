"""An act on very many claims, a stretch at a time: told of meanwhile, given up on a word.

>>> from store.edits import Judge
>>> [list(ids) for ids in stretches(range(5), 2)]
[[0, 1], [2, 3], [4]]
>>> joined([Judge(("a",), None), Judge(("b",), "false"), Judge(("c",), None)])
(Judge(keys=('a', 'c'), verdict=None), Judge(keys=('b',), verdict='false'))
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any, TypeAlias

from store.database import Store
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
Do: TypeAlias = Callable[[Store, Edit, Sequence[int]], tuple[Edit, ...]]
"""Does an edit to claims given by their row ids; the edits that would change them back."""
STRETCH = 2_000
"""Claims between two words: a tenth of a second. Their pages fit beside those that wait to be
written, which leave a tenth of the cache; of 5 000 claims each statement read them anew."""


def ids_of(store: Store, keys: Keys) -> list[int]:
    """The row ids of the claims that are there, in order, so that neighbours are changed together.

    Keys are at random: asked in their order, all at once, each page of their index is read once.
    """
    found = store.db.execute(_IDS, (json.dumps(sorted(set(keys))),))
    return sorted(id for (id,) in found)


def stretches(ids: Sequence[int], most: int) -> Iterator[Sequence[int]]:
    """The same ids in parts of no more than ``most``; of none the one empty part."""
    for start in range(0, len(ids) or 1, most):
        yield ids[start : start + most]


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


def done_in_stretches(store: Store, edits: Iterable[Edit], do: Do, go_on: GoOn) -> tuple[Edit, ...]:
    """Do edits a stretch at a time; the edits that would change them back.

    Raises GivenUpError where ``go_on`` says no; then the transaction takes back what was done.
    """
    wanted = list(edits)
    total, done = sum(len(keys_of(edit)) for edit in wanted), 0
    inverse: list[Edit] = []
    for edit in wanted:
        for ids in stretches(ids_of(store, keys_of(edit)), STRETCH):
            if not go_on(done, total):
                raise GivenUpError
            inverse += do(store, edit, ids)
            done += len(ids)
    return joined(inverse)


def _one(same: list[Edit]) -> Edit:
    first: Any = same[0]
    if len(same) == 1:
        return same[0]
    made: Edit = replace(first, keys=tuple(key for edit in same for key in keys_of(edit)))
    return made


_IDS = "SELECT claims.id FROM json_each(?) CROSS JOIN claims ON claims.key = value"
