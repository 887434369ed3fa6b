"""Whether a store is what it should be: every promise about it checked, whatever breaks one named.

>>> import tempfile
>>> from store.database import open_store
>>> with tempfile.TemporaryDirectory() as folder, open_store(f"{folder}/desk.db") as store:
...     {finding.check for finding in verify(store) if finding.ok} == set(CHECKS)
True
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from store.database import Store
from store.errors import CIRCUMSTANCES, primary_code
from store.verify import decisions, derived, soundness, texts

# Enough to see what kind of damage it is; a lost page can break thousands of rows.
NAMED = 20
# Besides what SQLite says of a file: no code at all, where a text is no UTF-8 any more.
_DAMAGE = CIRCUMSTANCES | {0}


class Check(NamedTuple):
    """What is promised, and a test that yields what breaks it, each in a few words."""

    promise: str
    broken: Callable[[Store], Iterator[str]]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found: how many things are broken, and the first of them by name."""

    check: str
    broken: int
    named: tuple[str, ...]
    sentence: str

    @property
    def ok(self) -> bool:
        """Whether nothing is broken."""
        return not self.broken


def verify(store: Store) -> Iterator[Finding]:
    """Every check, in order, as each is done; nothing is changed."""
    for name, check in CHECKS.items():
        yield _finding(name, check, store)


def _finding(name: str, check: Check, store: Store) -> Finding:
    named: list[str] = []
    more = 0
    try:
        found = check.broken(store)
        named += islice(found, NAMED)
        more = sum(1 for _ in found)
    except (sqlite3.DatabaseError, json.JSONDecodeError) as error:
        if isinstance(error, sqlite3.DatabaseError) and primary_code(error) not in _DAMAGE:
            raise
        named.append(f"it cannot be read ({error})")
    broken = len(named) + more
    rest = f"; and {more} more" if more else ""
    return Finding(name, broken, tuple(named), "; ".join(named) + rest if broken else check.promise)


CHECKS: dict[str, Check] = {
    "file": Check("SQLite finds the file sound", soundness.file),
    "links": Check("every row belongs to something", soundness.links),
    "search index": Check("it holds what the rows hold", soundness.search),
    "journal": Check("every entry follows from the one before", decisions.journal),
    "decisions": Check("what is shown is what the journal tells", decisions.decisions),
    "texts": Check("every document is what was loaded, by its SHA-256", texts.texts),
    "quotes": Check("every claim stands in its text as it is quoted", texts.quotes),
    "rows": Check("what is kept beside the claims agrees with them", derived.rows),
    "lists": Check("every claim is listed under what it has, and counted", derived.listed),
    "dates": Check("every claim stands where its date puts it", derived.dates),
}
