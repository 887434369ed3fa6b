"""Doing again all that a journal tells, in a store that holds the same documents.

The same documents and the same journal make the same store: edits name documents by hash and
claims by key. The entries are written as they stand, and so is their chain of hashes.

>>> replay.__name__
'replay'
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from store import journal
from store.database import Store
from store.edits.acts import perform
from store.edits.values import AddClaim, Edit, Forget, Publish, Rate, RemoveClaim, Respan
from store.edits.written import read
from store.journal import Entry


def replay(store: Store, entries: Iterable[Entry]) -> None:
    """Do and write down what entries tell, the oldest first, in a store without a journal.

    What was decided on a document before it was forgotten is passed over where it is here again.
    """
    told = list(entries)
    with store.transaction():
        last_forgotten = _last_forgotten(store, told)
        for entry in told:
            for edit in read(entry.edit):
                gone = [doc for doc, number in last_forgotten.items() if entry.number <= number]
                if (wanted := _without(store, edit, gone)) is not None:
                    perform(store, wanted)
            journal.write(store, entry)


def _last_forgotten(store: Store, told: Iterable[Entry]) -> dict[str, int]:
    """The documents that are here though the journal forgets them, with the last such entry."""
    found = {
        edit.document: entry.number
        for entry in told
        for edit in read(entry.edit)
        if isinstance(edit, Forget)
    }
    here = store.db.execute(
        "SELECT identity FROM documents WHERE identity IN (SELECT value FROM json_each(?))",
        (json.dumps(list(found)),),
    )
    return {identity: found[identity] for (identity,) in here}


def _without(store: Store, edit: Edit, documents: list[str]) -> Edit | None:
    """What is left of an edit without some documents; None if nothing is."""
    match edit:
        case Rate():
            return edit
        case AddClaim() | Publish() | Forget():
            return None if edit.document in documents else edit
        case RemoveClaim() | Respan():
            return edit if _outside(store, (edit.key,), documents) else None
    return replace(edit, keys=_outside(store, edit.keys, documents))


def _outside(store: Store, keys: tuple[str, ...], documents: list[str]) -> tuple[str, ...]:
    if not documents:
        return keys
    inside = store.db.execute(_INSIDE, (json.dumps(documents),))
    hidden = {key for (key,) in inside}
    return tuple(key for key in keys if key not in hidden)


_INSIDE = """
SELECT key FROM claims JOIN documents ON documents.id = claims.document_id
WHERE identity IN (SELECT value FROM json_each(?))
"""
