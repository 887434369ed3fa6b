"""A store made anew from salvaged rows: documents loaded, keys given back, the journal replayed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime

from store import journal
from store.database import Store
from store.edits import Forget, replay
from store.edits.written import written
from store.load import Outcome
from store.model import Document
from store.records.documents import document_of
from store.recover.decided import decided_again
from store.recover.keys import give_back_keys
from store.recover.mend import mend
from store.recover.story import told_again
from store.verify.decisions import orphaned


def rebuild(
    store: Store,
    rows: sqlite3.Connection,
    name: str,
    missing: Sequence[str],
    who: str,
    now: datetime,
    load: Callable[[Iterable[Document]], Iterable[Outcome]],
) -> list[str]:
    """Fill a new store from the rows salvaged from a file called ``name``; what was lost.

    ``missing`` says what was not in the file at all.
    """
    lost = [*missing, *mend(rows)]
    outcomes = load(_documents(rows))
    lost += [f"{o.name}: {o.sentence}" for o in outcomes if o.status == "failed"]
    with store.transaction():
        give_back_keys(store, rows)
        entries, gaps = told_again(rows)
        replay(store, entries)
    lost += gaps
    lost += decided_again(store, rows, who, now)
    gone = list(orphaned(store))
    lost += [f"claim {key}, on which something was decided" for key in gone]
    with store.transaction():
        _tell_when_loaded(store, rows)
        _sign(store, f"recovered from {name}, lost: {len(lost)}", gone, who, now)
    return lost


def _documents(rows: sqlite3.Connection) -> Iterator[Document]:
    for (number,) in rows.execute("SELECT id FROM documents ORDER BY id").fetchall():
        yield document_of(rows, number)


def _tell_when_loaded(store: Store, rows: sqlite3.Connection) -> None:
    """When a document came, and by whose hand, is part of it."""
    store.db.executemany(
        "UPDATE documents SET loaded_at = ?, loaded_by = ? WHERE identity = ?",
        rows.execute("SELECT loaded_at, loaded_by, identity FROM documents WHERE loaded_at <> ''"),
    )


def _sign(store: Store, sentence: str, gone: Sequence[str], who: str, now: datetime) -> None:
    """The last entry says what this store is; where decided claims are gone, it forgets them."""
    journal.append(
        store,
        now=now,
        who=who,
        kind="act",
        sentence=sentence,
        edit=written([Forget("")] if gone else []),
        inverse=written([]),
    )
