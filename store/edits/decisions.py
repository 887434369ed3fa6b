"""Doing verdicts, tags, notes, grades, hiding and ratings; each returns the edits that undo it.

Each is told the row ids of the claims that are there: others (their document was forgotten) are
passed over, so that undoing an old act on many claims still works for the rest.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any, TypeVar

from store.database import Store
from store.edits.values import Grade, Hide, Judge, Keys, Note, Rate, Tag
from store.records.filing import refiled
from store.records.names import Names

_Value = TypeVar("_Value")
_THESE = "id IN (SELECT value FROM json_each(?))"
# Grades are looked up where they are asked for.
_NOWHERE = ("",)


def judge(store: Store, edit: Judge, ids: Sequence[int]) -> tuple[Judge, ...]:
    """Set the verdict of claims."""
    olds = _set(store, "verdict", ids, edit.verdict, "verdict", "has:verdict")
    return tuple(Judge(keys, old) for old, keys in olds.items())


def note(store: Store, edit: Note, ids: Sequence[int]) -> tuple[Note, ...]:
    """Set the note of claims."""
    olds = _set(store, "note", ids, edit.text, "has:note")
    return tuple(Note(keys, old) for old, keys in olds.items())


def hide(store: Store, edit: Hide, ids: Sequence[int]) -> tuple[Hide, ...]:
    """Hide claims or show them again."""
    olds = _set(store, "hidden", ids, int(edit.hidden))
    return tuple(Hide(keys, bool(old)) for old, keys in olds.items())


def grade(store: Store, edit: Grade, ids: Sequence[int]) -> tuple[Grade, ...]:
    """Set the letter, the digit or both."""
    inverse: list[Grade] = []
    if edit.letter is not None:
        olds = _set(store, "letter", ids, edit.letter or None, *_NOWHERE)
        inverse += [Grade(keys, letter=old or "") for old, keys in olds.items()]
    if edit.digit is not None:
        olds = _set(store, "digit", ids, edit.digit or None, *_NOWHERE)
        inverse += [Grade(keys, digit=old or "") for old, keys in olds.items()]
    return tuple(inverse)


def rate(store: Store, edit: Rate) -> tuple[Rate, ...]:
    """Set the reliability of a source."""
    found = store.db.execute(
        "SELECT reliability FROM sources WHERE name = ?", (edit.source,)
    ).fetchone()
    if found is None or found[0] == edit.letter:
        return ()
    store.db.execute(
        "UPDATE sources SET reliability = ? WHERE name = ?", (edit.letter, edit.source)
    )
    return (Rate(edit.source, found[0]),)


def tag(store: Store, edit: Tag, ids: Sequence[int]) -> tuple[Tag, ...]:
    """Put tags on claims and take tags off."""
    rows = store.db.execute(f"SELECT tags, id, key FROM claims WHERE {_THESE}", (json.dumps(ids),))
    changed: dict[str, list[int]] = {}
    undoing: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]] = {}
    for tags, claims in grouped((tags, (id, key)) for tags, id, key in rows).items():
        old = set(tags.split())
        new = (old | set(edit.add)) - set(edit.remove)
        if new != old:
            changed.setdefault(" ".join(sorted(new)), []).extend(id for id, _ in claims)
            change = tuple(sorted(old - new)), tuple(sorted(new - old))
            undoing[change] = (*undoing.get(change, ()), *(key for _, key in claims))
    with refiled(store.db, list(chain.from_iterable(changed.values())), "tag", "has:tag"):
        _write_tags(store, edit, changed)
    return tuple(Tag(keys, *change) for change, keys in undoing.items())


def _write_tags(store: Store, edit: Tag, changed: Mapping[str, Sequence[int]]) -> None:
    names = Names(store.db)
    these = json.dumps(list(chain.from_iterable(changed.values())))
    for word in edit.add:
        store.db.execute(_TAG, (names.tag(word), these))
    for word in edit.remove:
        store.db.execute(_UNTAG, (word, these))
    for tags, ids in changed.items():
        store.db.execute(f"UPDATE claims SET tags = ? WHERE {_THESE}", (tags, json.dumps(ids)))


def _set(
    store: Store, column: str, these: Sequence[int], value: _Value, *fields: str
) -> dict[Any, Keys]:
    """Set a column of claims, listed in ``fields`` by it (none: in all).

    Gives the keys of those that changed, by what they had before.
    """
    changed = store.db.execute(
        f"SELECT {column}, key, id FROM claims WHERE {_THESE} AND {column} IS NOT ? ORDER BY id",
        (json.dumps(these), value),
    ).fetchall()
    ids = [id for _, _, id in changed]
    with refiled(store.db, ids, *fields):
        store.db.execute(f"UPDATE claims SET {column} = ? WHERE {_THESE}", (value, json.dumps(ids)))
    return grouped((old, key) for old, key, _ in changed)


def grouped(pairs: Iterable[tuple[Any, _Value]]) -> dict[Any, tuple[_Value, ...]]:
    """What comes with equal values, most often the keys of claims, by the value."""
    groups: dict[Any, list[_Value]] = defaultdict(list)
    for value, key in pairs:
        groups[value].append(key)
    return {value: tuple(keys) for value, keys in groups.items()}


_TAG = """
INSERT OR IGNORE INTO claim_tags (tag_id, claim_id) SELECT ?, value FROM json_each(?)
"""
_UNTAG = """
DELETE FROM claim_tags WHERE tag_id = (SELECT id FROM tags WHERE name = ?)
AND claim_id IN (SELECT value FROM json_each(?))
"""
