"""Saving what can be saved of a damaged store, into a new one, with a list of what was lost.

What still lies in the file is taken out row by row (``salvage``); then it is all done again: the
documents are loaded, their claims get back their keys, and the journal is replayed (``rebuild``).

>>> Recovered(3, 8, 0, ()).lost
()
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from store import copies, pipeline
from store.crew import Analyse
from store.database import open_store
from store.errors import BrokenStoreError, MissingStoreError
from store.load import Outcome, loading
from store.recover.rebuild import rebuild
from store.recover.salvage import salvage


@dataclass(frozen=True, slots=True)
class Recovered:
    """How many documents, claims and entries of the journal were saved; a sentence a loss."""

    documents: int
    claims: int
    entries: int
    lost: tuple[str, ...]


def recover(
    path: Path,
    to: Path,
    *,
    who: str,
    now: datetime,
    analyse: Analyse = pipeline.analyse,
    processes: int = 1,
    watch: Callable[[Iterable[Outcome]], Iterable[Outcome]] = iter,
) -> Recovered:
    """Save what can be saved of the store at ``path`` into a new one at ``to``.

    The damaged file is only read. That it was recovered, by whom and when, is the last entry of
    the new store's journal. As many ``processes`` analyse; ``watch`` lets each document's outcome
    pass as it comes. Raises MissingStoreError or BrokenStoreError.
    """
    if not path.is_file():
        raise MissingStoreError(path, "there is no such file", "Name the damaged store")
    if to.exists():
        raise BrokenStoreError(to, "is there already", "Choose a new name for what is saved")
    copies.make_folder(to.parent)
    with (
        TemporaryDirectory(dir=to.parent, prefix=".recovering-") as room,
        closing(sqlite3.connect(Path(room, "rows.db"))) as rows,
    ):
        missing = salvage(path, rows)
        load = partial(loading, who=who, now=now, analyse=analyse, processes=processes)
        fresh = Path(room, to.name)
        with open_store(fresh) as store:
            lost = rebuild(
                store, rows, path.name, missing, who, now, lambda found: watch(load(store, found))
            )
            documents, claims, entries = store.db.execute(_COUNTS).fetchone()
        copies.put_in_place(fresh, to)
    return Recovered(documents, claims, entries, tuple(lost))


_COUNTS = """
SELECT (SELECT count(*) FROM documents), (SELECT count(*) FROM claims),
    (SELECT count(*) FROM journal)
"""
