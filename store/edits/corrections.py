"""Doing corrections by hand: date, places, chain, span; each returns the edits that undo it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from store.database import Store
from store.edits.decisions import grouped
from store.edits.many import ids_of
from store.edits.values import Keys, Rechain, Redate, Relocate, Respan
from store.model import Span
from store.places import canonical
from store.records.filing import refiled
from store.records.force import put_chains, put_dates, put_places, put_spans
from store.records.names import Names


def redate(store: Store, edit: Redate, these: Sequence[int]) -> tuple[Redate, ...]:
    """Correct the date of claims."""
    ids, olds = _standing(store, "date", these, edit.edtf)
    with refiled(store.db, ids):
        _correct(store, "date", ids, edit.edtf)
        put_dates(store.db, ids)
    return tuple(Redate(keys, old) for old, keys in olds.items())


def relocate(store: Store, edit: Relocate, these: Sequence[int]) -> tuple[Relocate, ...]:
    """Correct the places of claims; a known spelling stands for its canonical name."""
    names = None if edit.places is None else json.dumps([canonical(p) for p in edit.places])
    ids, olds = _standing(store, "place", these, names)
    with refiled(store.db, ids, "place", "is"):
        _correct(store, "place", ids, names)
        put_places(store.db, Names(store.db), ids)
    return tuple(Relocate(keys, _names(old)) for old, keys in olds.items())


def rechain(store: Store, edit: Rechain, these: Sequence[int]) -> tuple[Rechain, ...]:
    """Correct the attribution chain of claims."""
    chain = None if edit.chain is None else json.dumps(edit.chain)
    ids, olds = _standing(store, "chain", these, chain)
    with refiled(store.db, ids, "actor", "origin", "is"):
        _correct(store, "chain", ids, chain)
        put_chains(store.db, Names(store.db), ids)
    return tuple(Rechain(keys, _names(old)) for old, keys in olds.items())


def respan(store: Store, edit: Respan) -> tuple[Respan, ...]:
    """Correct the words that a claim covers."""
    span = None if edit.span is None else json.dumps(edit.span)
    ids, olds = _standing(store, "span", ids_of(store, (edit.key,)), span)
    with refiled(store.db, ids, "is"):
        _correct(store, "span", ids, span)
        put_spans(store.db, ids)
    return tuple(
        Respan(key, None if old is None else Span(*json.loads(old)))
        for old, keys in olds.items()
        for key in keys
    )


def _names(stored: str | None) -> tuple[str, ...] | None:
    return None if stored is None else tuple(json.loads(stored))


def _standing(
    store: Store, field: str, these: Sequence[int], value: str | None
) -> tuple[list[int], dict[Any, Keys]]:
    """The ids of claims whose correction is another, and their keys by what it is."""
    changed = store.db.execute(
        """
        SELECT corrections.value, claims.key, claims.id FROM claims
        LEFT JOIN corrections ON corrections.claim_id = claims.id AND corrections.field = ?
        WHERE claims.id IN (SELECT value FROM json_each(?)) AND corrections.value IS NOT ?
        ORDER BY claims.id
        """,
        (field, json.dumps(these), value),
    ).fetchall()
    return [row[2] for row in changed], grouped((old, key) for old, key, _ in changed)


def _correct(store: Store, field: str, ids: list[int], value: str | None) -> None:
    """Store or remove a correction."""
    store.db.executemany(
        "DELETE FROM corrections WHERE claim_id = ? AND field = ?", [(id, field) for id in ids]
    )
    if value is not None:
        store.db.executemany(
            "INSERT INTO corrections (claim_id, field, value) VALUES (?, ?, ?)",
            [(id, field, value) for id in ids],
        )
