"""The first claims of a filter, or the next behind one, before anything is counted or gathered.

The hits of a common word are very many (200 000 take 60 ms to gather), and mostly some of the
newest claims are among them; so these are looked at first, in one stretch of the search index.

>>> first_ids.__name__
'first_ids'
"""

from __future__ import annotations

import json
import math
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from store.database import Store
from store.query.conditions import matching
from store.query.filter import Filter, Order, Term
from store.query.found import Gathered, gathering
from store.query.plan import Plan, plan
from store.query.whole import UPWARDS, first_of, first_of_whole
from store.timeline import newest_in, slot, slot_of

NEAR = 1_000
"""Claims that are looked at for hits: 3 ms, and enough where one in twenty is a hit."""
APART = 1_000
"""Ids between two claims from which on the hits between them are not read: to look for the next in
the search index takes as long as to read 200 hits. (Not of words that begin alike: for each look
all hits are put in order, 12 ms at a million claims.)"""


def first_ids(store: Store, filter: Filter, number: int) -> list[int]:
    """The row ids of the first claims of a filter, in order, before any are counted."""
    if not filter.active and filter.scope == "timeline":
        return first_of_whole(store.db, filter.order, number)
    with gathering(store.db) as gathered:
        near = _first_hits(gathered, filter) if filter.order == "newest" else []
        if len(near) >= number:
            return near[:number]
        return first_of(store.db, plan(gathered, filter).sql, filter.order, number)


def _first_hits(gathered: Gathered, filter: Filter) -> list[int]:
    """The hits of a search among the first claims that the rest of a filter has."""
    others, words = without_words(filter)
    if not words:
        return []
    rest = f"ORDER BY {UPWARDS['newest']} LIMIT {NEAR}"
    sql = plan(gathered, others).sql("c.claim_id", rest)
    return among_hits(gathered.db, words, [id for (id,) in gathered.db.execute(sql)])


def without_words(filter: Filter) -> tuple[Filter, list[Term]]:
    """A filter without the words that are searched for, and these."""
    words = [term for term in filter.active if term.field == "words" and not term.negated]
    others = tuple(term for term in filter.terms if term not in words)
    return replace(filter, terms=others), words


def among_hits(db: sqlite3.Connection, words: Sequence[Term], ids: list[int]) -> list[int]:
    """Those of some claims that are hits of all words, looked for among these alone."""
    for term in words:
        found = _hits(db, term, ids)
        ids = [id for id in ids if id in found]
    return ids


def _hits(db: sqlite3.Connection, term: Term, ids: Sequence[int]) -> set[int]:
    """The hits of a word among some claims."""
    if not ids:
        return set()
    asked, among = matching(term.value), set(ids)
    found: set[int] = set()
    for first, last in _runs(ids, math.inf if asked.endswith("*") else APART):
        found.update(id for (id,) in db.execute(HITS_BETWEEN, (asked, first, last)) if id in among)
    return found.union(id for (id,) in db.execute(TAGGED_AMONG, (json.dumps(ids), asked)))


def _runs(ids: Iterable[int], apart: float) -> Iterator[tuple[int, int]]:
    """The first and the last of those ids that are not further apart from the next."""
    ordered = sorted(ids)
    first = before = ordered[0]
    for id in ordered:
        if id - before > apart:
            yield first, before
            first = id
        before = id
    yield first, before


class Behind(NamedTuple):
    """A place in a list: behind the claim with this ``newest`` and id, be it there or not."""

    newest: int
    claim: int


def following(
    db: sqlite3.Connection, found: Plan, order: Order, behind: Behind | None
) -> Iterator[int]:
    """The next claim behind a place, or the first of all, if there is one; nothing is counted."""
    if order == "newest":
        beyond = f"AND (c.newest, c.claim_id) > ({behind.newest}, {behind.claim})" if behind else ""
        yield from _one(db, found, f"{beyond} ORDER BY {UPWARDS[order]} LIMIT 1")
        return
    every = db.execute("SELECT slot FROM heading_counts GROUP BY slot")
    for key in sorted(slot_of(at) for (at,) in every):
        first, below = newest_in(slot_of(key))
        here = f"AND c.newest >= {first} AND c.newest < {below}"
        if behind is not None and first <= behind.newest < below:
            before = f"c.newest = {behind.newest} AND c.claim_id > {behind.claim}"
            here += f" AND (c.newest < {behind.newest} OR {before})"
        if behind is None or key >= slot_of(slot(behind.newest)):
            yield from _one(db, found, f"{here} ORDER BY {UPWARDS[order]} LIMIT 1")


def _one(db: sqlite3.Connection, found: Plan, rest: str) -> Iterator[int]:
    for (id,) in db.execute(found.sql("c.claim_id", rest)):
        yield id


HITS_BETWEEN = """
SELECT rowid FROM claims_fts WHERE claims_fts MATCH ? AND rowid BETWEEN ? AND ?
"""
TAGGED_AMONG = """
SELECT claim_id FROM json_each(?) CROSS JOIN claim_tags ON claim_id = value
WHERE tag_id IN (SELECT rowid FROM tags_fts WHERE tags_fts MATCH ?)
"""
