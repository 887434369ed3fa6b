"""Decisions that travel with a document: out of one store's journal, into another's.

An act names documents by identity and claims by key, so it means the same wherever the document
is. Where newer rules cut a claim otherwise, its words tell which one is meant.

>>> Brought("2025-08-03T09:00:00", "ann", '[{"act": "judge", "keys": ["k3"]}]').who
'ann'
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from store import journal
from store.database import Store
from store.edits.acts import perform
from store.edits.checks import check
from store.edits.errors import EditError
from store.edits.values import AddClaim, Edit, Forget, Publish, Rate, RemoveClaim, Respan
from store.edits.words import sentence
from store.edits.written import read, written
from store.likeness import pairs
from store.model import Publication

Keys = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Brought:
    """An act as it stands in a journal, of which one document is left: when, who, what.

    ``quotes`` are the words of the claims that it names, by key.
    """

    at: str
    who: str
    edit: str
    quotes: Keys = field(default_factory=dict)


# -- out ----------------------------------------------------------------------------------------


def acts_of(store: Store, documents: Iterable[str]) -> dict[str, list[Brought]]:
    """The acts that stand, in order, by the identities of the documents that they are about.

    What was undone has no part in it, and no document that was forgotten.
    """
    wanted = set(documents)
    owners, quotes = _claims(store)
    sources = dict(store.db.execute(_SOURCES))
    found: dict[str, list[Brought]] = defaultdict(list)
    for entry in _standing(store):
        owners |= _removed(entry)
        for edit in read(entry.edit):
            for identity, part in _parts(edit, owners, sources):
                if identity in wanted:
                    named = {key: quotes[key] for key in _keys(part) if key in quotes}
                    found[identity].append(Brought(entry.at, entry.who, written([part]), named))
    return found


def published_before(store: Store) -> dict[str, Publication | None]:
    """The publication date that each document had before the first act on it that stands."""
    found: dict[str, Publication | None] = {}
    for entry in _standing(store):
        for edit in read(entry.inverse):
            if isinstance(edit, Publish):
                found.setdefault(edit.document, edit.publication)
    return found


def _standing(store: Store) -> Iterator[journal.Entry]:
    undone: set[int] = set()
    for entry in journal.entries(store):
        if entry.of is not None:
            (undone.add if entry.kind == "undo" else undone.discard)(entry.of)
    return (e for e in journal.entries(store) if e.kind == "act" and e.number not in undone)


def _claims(store: Store) -> tuple[dict[str, str], dict[str, str]]:
    """The document's identity and the words of every claim, by key."""
    rows = store.db.execute(_CLAIMS).fetchall()
    return {key: identity for key, identity, _ in rows}, {key: quote for key, _, quote in rows}


def _removed(entry: journal.Entry) -> dict[str, str]:
    """The document of a claim that an act added: it may have been removed since."""
    added = [edit.document for edit in read(entry.edit) if isinstance(edit, AddClaim)]
    keys = [edit.key for edit in read(entry.inverse) if isinstance(edit, RemoveClaim)]
    return dict(zip(keys, added, strict=False))


def _parts(edit: Edit, owners: Keys, sources: Mapping[str, str]) -> Iterator[tuple[str, Edit]]:
    """What an edit does to each document: an act on a thousand claims is one of each of theirs."""
    match edit:
        case Forget():
            return
        case AddClaim() | Publish():
            yield edit.document, edit
        case Rate():
            yield from (
                (identity, edit) for identity, name in sources.items() if name == edit.source
            )
        case Respan() | RemoveClaim():
            if edit.key in owners:
                yield owners[edit.key], edit
        case _:
            shares: dict[str, list[str]] = defaultdict(list)
            for key in edit.keys:
                if key in owners:
                    shares[owners[key]].append(key)
            yield from ((identity, replace(edit, keys=tuple(k))) for identity, k in shares.items())


# -- in -----------------------------------------------------------------------------------------


def bring(store: Store, identity: str, acts: Sequence[Brought], who: str) -> int:
    """Do what was decided on a document elsewhere, each act under its own time and name.

    Acts that this journal holds already are passed over, and so is what cannot be done here; how
    many were done. ``who`` brought them, and stands in the sentence of each.
    """
    with store.transaction():
        keys = _here(store, identity, acts)
        return sum(_bring(store, identity, act, keys, who) for act in acts)


def _bring(store: Store, identity: str, act: Brought, keys: Keys, who: str) -> bool:
    edits = [_renamed(edit, identity, keys) for edit in read(act.edit)]
    doing = written(edits)
    if store.db.execute(_THERE, (act.at, act.who, doing)).fetchone():
        return False
    inverse: list[Edit] = []
    try:
        for edit in edits:
            check(store, edit)
            inverse += perform(store, edit)
    except EditError:
        return False
    if not inverse:
        return False
    said = f"{sentence(edits[0], '')}, brought in by {who}"
    journal.append(
        store,
        now=datetime.fromisoformat(act.at),
        who=act.who,
        kind="act",
        sentence=said,
        edit=doing,
        inverse=written(inverse),
    )
    return True


def _here(store: Store, identity: str, acts: Sequence[Brought]) -> Keys:
    """The key that each claim named has in this store: its own, or that of the one most like it."""
    rows = store.db.execute(_OF_DOCUMENT, (identity,)).fetchall()
    here: dict[str, str] = dict(rows)
    quotes = {key: quote for act in acts for key, quote in act.quotes.items() if key not in here}
    named = {key for act in acts for key in act.quotes}
    free = [(key, quote) for key, quote in here.items() if key not in named]
    found = pairs(list(quotes.values()), [quote for _, quote in free])
    away = list(quotes)
    return {away[theirs]: free[mine][0] for mine, theirs in found.items()}


def _renamed(edit: Edit, identity: str, keys: Keys) -> Edit:
    match edit:
        case Rate():
            return edit
        case AddClaim() | Publish() | Forget():
            return replace(edit, document=identity)
        case Respan() | RemoveClaim():
            return replace(edit, key=keys.get(edit.key, edit.key))
    return replace(edit, keys=tuple(keys.get(key, key) for key in edit.keys))


def _keys(edit: Edit) -> tuple[str, ...]:
    match edit:
        case Rate() | AddClaim() | Publish() | Forget():
            return ()
        case Respan() | RemoveClaim():
            return (edit.key,)
    return edit.keys


# -- as JSON ------------------------------------------------------------------------------------


def as_json(act: Brought) -> dict[str, object]:
    """An act as an export writes it."""
    plain = {"at": act.at, "who": act.who, "edit": json.loads(act.edit)}
    return plain | ({"quotes": dict(act.quotes)} if act.quotes else {})


def of_json(found: object) -> Brought | None:
    """An act as an export wrote it; None for anything else."""
    if not isinstance(found, dict) or not isinstance(found.get("edit"), list):
        return None
    quotes = found.get("quotes") if isinstance(found.get("quotes"), dict) else {}
    try:
        datetime.fromisoformat(str(found.get("at")))
        read(json.dumps(found["edit"]))
    except (ValueError, KeyError, TypeError, AttributeError):
        return None
    named = {str(key): str(quote) for key, quote in (quotes or {}).items()}
    return Brought(str(found["at"]), str(found.get("who")), json.dumps(found["edit"]), named)


_CLAIMS = """
SELECT key, identity, quote FROM claims JOIN documents ON documents.id = document_id
"""
_SOURCES = """
SELECT identity, sources.name FROM documents JOIN sources ON sources.id = source_id
"""
_OF_DOCUMENT = """
SELECT key, quote FROM claims JOIN documents ON documents.id = document_id
WHERE identity = ? ORDER BY claims.id
"""
_THERE = "SELECT 1 FROM journal WHERE at = ? AND who = ? AND edit = ? LIMIT 1"
