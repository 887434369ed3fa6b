"""Claim keys as people type them: any unambiguous beginning names a claim, as in git.

>>> print(KeyProblem("k3", ()))
There is no claim "k3".
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from store.database import Store
from store.records.filing import refiled

# The least that is shown of a key, so that two keys seldom meet as a store grows.
_SHORTEST = 8


@dataclass(frozen=True, slots=True)
class KeyProblem:
    """Why the beginning of a key names no claim: none has it, or several."""

    prefix: str
    candidates: tuple[str, ...]

    def __str__(self) -> str:
        if not self.candidates:
            return f'There is no claim "{self.prefix}".'
        return f'"{self.prefix}" could be any of {", ".join(self.candidates)}; type more of it.'


def find(store: Store, prefix: str) -> int | KeyProblem:
    """The row id of the claim whose key begins so."""
    start = prefix.strip().lower()
    found = store.db.execute(
        "SELECT id, key FROM claims WHERE key BETWEEN ? AND ? ORDER BY key LIMIT 5",
        (start, start + "~"),
    ).fetchall()
    exact = [id for id, key in found if key == start]
    if len(exact or found) == 1 and start:
        return int(found[0][0])
    return KeyProblem(prefix, tuple(key for _, key in found) if start else ())


def keys(store: Store, ids: Sequence[int]) -> tuple[str, ...]:
    """The keys of claims, in the order asked; ids that are gone are left out."""
    found = dict(
        store.db.execute(
            "SELECT id, key FROM claims WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )
    )
    return tuple(found[id] for id in ids if id in found)


def short(store: Store, key: str) -> str:
    """The shortest beginning of a key that names its claim alone, eight letters at least."""
    (before,) = store.db.execute("SELECT max(key) FROM claims WHERE key < ?", (key,)).fetchone()
    (after,) = store.db.execute("SELECT min(key) FROM claims WHERE key > ?", (key,)).fetchone()
    shared = max(_shared(key, before or ""), _shared(key, after or ""))
    return key[: max(shared + 1, _SHORTEST)]


def see(store: Store, ids: Sequence[int]) -> None:
    """Note that claims were looked at. It is no decision and not journalled."""
    if store.readonly:
        return
    with store.transaction() as db, refiled(db, ids, "is"):
        db.execute(
            "UPDATE claims SET seen = 1 WHERE seen = 0 AND id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        )


def _shared(one: str, other: str) -> int:
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), len(other))
