"""The claims of a filter in order, by position: never as a list, unless they are few.

All claims under one heading share a slot, which sorts the headings; so what is kept is how many
claims stand under each heading, some thousand numbers however many claims there are. They give
the count, the position of any day and the histogram, and any stretch of positions is a stretch of
the index from a heading on. Of a filter that finds few among many the ids are kept instead, for
there a stretch of the index would hold next to nothing.

>>> Listing.ids.__doc__
'The row ids from one position to before another.'
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import accumulate

from store.database import Store
from store.query.counting import slots
from store.query.filter import Filter, Order
from store.query.found import Found, Gathered, gathering
from store.query.plan import Plan, plan
from store.query.values import Place
from store.query.whole import BACKWARDS, UPWARDS
from store.timeline import (
    behind_day,
    heading_on,
    newest_in,
    newest_on,
    ordinal_of,
    slot,
    slot_of,
)

HELD = 16_384
"""Claims whose ids are kept, where an index does not hold them side by side: 128 KB."""
_BEFORE = {
    "newest": "(c.newest, c.claim_id) < (?1, ?2)",
    "oldest": "(c.newest > ?1 OR c.newest = ?1 AND c.claim_id < ?2)",
}


class Listing:
    """The claims of a filter by their positions from 0, as they were counted when it was made.

    ``keys`` are the headings in order (see ``key``), ``starts`` where each begins. It reads from
    the connection that it was made on.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        found: Plan,
        order: Order,
        keys: array[int],
        counts: array[int],
        held: array[int] | None = None,
    ) -> None:
        self.db = db
        self.plan = found
        self.order = order
        self.keys = keys
        self.starts = array("q", accumulate(counts, initial=0))
        self._held = held

    def __len__(self) -> int:
        """How many claims there are."""
        return self.starts[-1]

    def ids(self, start: int, stop: int) -> list[int]:
        """The row ids from one position to before another."""
        start, stop = max(0, start), min(stop, len(self))
        if self._held is not None:
            return list(self._held[start:stop])
        if start >= stop:
            return []
        first, last = self._heading_at(start), self._heading_at(stop - 1)
        if self.order == "newest" and first < last:
            return self._stretch(first, last, start - self.starts[first], stop - start)
        return [id for at in range(first, last + 1) for id in self._within(at, start, stop)]

    def place(self, claim: int) -> Place:
        """Where a claim stands; one that is nowhere in the store would stand at the end."""
        row = self.db.execute("SELECT newest FROM claims WHERE id = ?", (claim,)).fetchone()
        return self.place_of(row[0], claim) if row else Place(len(self), False)

    def place_of(self, newest: int, claim: int) -> Place:
        """Where a claim with this ``newest`` stands."""
        wanted = self.key(slot(newest))
        at = bisect_left(self.keys, wanted)
        if at == len(self.keys) or self.keys[at] != wanted:
            return Place(self.starts[at], False)
        if self._held is not None:
            return self._place_held(at, newest, claim)
        before = self._inside(at, "count(*)", f"AND {_BEFORE[self.order]}")
        (number,) = self.db.execute(before, (newest, claim)).fetchone()
        itself = self._inside(at, "1", "AND c.newest = ?1 AND c.claim_id = ?2")
        there = self.db.execute(itself, (newest, claim)).fetchone() is not None
        return Place(self.starts[at] + number, there)

    def position_of_day(self, day: str) -> int:
        """Where the list reaches an ISO day: the number of claims that stand before it."""
        wanted = slot(newest_on(day)) if self.order == "newest" else heading_on(day)
        return self.starts[bisect_left(self.keys, wanted)]

    def days(self) -> dict[int, int]:
        """How many claims are sorted by each day, an ordinal; those without a day are left out."""
        counted, at = {}, 0
        while at < len(self.keys):
            day = ordinal_of(slot_of(self._slot(at)))
            behind = bisect_left(self.keys, behind_day(self.keys[at]), at)
            if day:
                counted[day] = self.starts[behind] - self.starts[at]
            at = behind
        return counted

    def key(self, slot: int) -> int:
        """What headings are in order by: slots, or turned round the headings' own numbers."""
        return slot if self.order == "newest" else slot_of(slot)

    def numbers(self) -> array[int]:
        """The headings' own numbers, in order."""
        return self.keys if self.order == "oldest" else array("q", map(slot_of, self.keys))

    def headings(self) -> Iterator[tuple[int, int]]:
        """Each heading's number and how many claims stand under it."""
        for at, number in enumerate(self.numbers()):
            yield number, self.starts[at + 1] - self.starts[at]

    def among(self, ids: Sequence[int]) -> set[int]:
        """Those of some claims that are in the list."""
        given = f"(SELECT value AS id FROM json_each('{json.dumps(list(ids))}'))"
        found = self.plan.narrowed(Found(given, len(ids)))
        return {id for (id,) in self.db.execute(found.sql("c.claim_id"))}

    def _slot(self, at: int) -> int:
        return self.keys[at] if self.order == "newest" else slot_of(self.keys[at])

    def _heading_at(self, position: int) -> int:
        return bisect_right(self.starts, position) - 1

    def _inside(self, at: int, columns: str, rest: str) -> str:
        first, below = newest_in(self._slot(at))
        inside = f"AND c.newest >= {first} AND c.newest < {below} {rest}"
        return self.plan.undated.sql(columns, inside)

    def _stretch(self, first: int, last: int, offset: int, number: int) -> list[int]:
        """Across headings: one stretch where their slots follow one another.

        What began before some days and reaches into them has slots far apart.
        """
        rest = f"ORDER BY {UPWARDS[self.order]} LIMIT {number} OFFSET {offset}"
        if self.plan.dated:
            slots = f"SELECT value AS slot FROM json_each('{self.keys[first : last + 1].tolist()}')"
            sql = self.plan.in_slots("c.claim_id", slots, rest)
        else:
            begin, end = newest_in(self._slot(first))[0], newest_in(self._slot(last))[1]
            between = f"AND c.newest >= {begin} AND c.newest < {end}"
            sql = self.plan.sql("c.claim_id", f"{between} {rest}")
        return [id for (id,) in self.db.execute(sql)]

    def _within(self, at: int, start: int, stop: int) -> list[int]:
        """The claims of one heading between two positions, read from its nearer end."""
        low, high = max(start, self.starts[at]), min(stop, self.starts[at + 1])
        before, after = low - self.starts[at], self.starts[at + 1] - high
        by, skipped = (UPWARDS, before) if before <= after else (BACKWARDS, after)
        rest = f"ORDER BY {by[self.order]} LIMIT {high - low} OFFSET {skipped}"
        ids = [id for (id,) in self.db.execute(self._inside(at, "c.claim_id", rest))]
        return ids if before <= after else ids[::-1]

    def _place_held(self, at: int, newest: int, claim: int) -> Place:
        assert self._held is not None
        ids = self._held[self.starts[at] : self.starts[at + 1]]
        if claim in ids:
            return Place(self.starts[at] + ids.index(claim), True)
        sql = "SELECT newest FROM claims WHERE id = ?"
        rows = ((id, self.db.execute(sql, (id,)).fetchone()) for id in ids)
        before = sum(self._precedes(row[0], id, newest, claim) for id, row in rows if row)
        return Place(self.starts[at] + before, False)

    def _precedes(self, newest: int, id: int, other: int, claim: int) -> bool:
        if newest == other:
            return id < claim
        return newest < other if self.order == "newest" else newest > other


def open_listing(
    store: Store, filter: Filter, gathered: Gathered, within: Filter | None = None
) -> Listing:
    """The claims of a filter, counted, those of now; ``gathered`` must stay while it is used.

    ``within`` is a wider filter in whose list they are to be found.
    """
    with store.reading():
        found = plan(gathered, filter, within=within)
        return _opened(store.db, replace(found, last=last_id(store)), filter.order)


def last_id(store: Store) -> int:
    """The id of the claim that came last; 0 in an empty store."""
    (found,) = store.db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()
    return int(found)


def _opened(db: sqlite3.Connection, found: Plan, order: Order) -> Listing:
    if found.value is None:
        return _held(db, found, order)
    counted = _counted(db, found, order)
    return _held(db, found, order) if not found.simple and len(counted) <= HELD else counted


@contextmanager
def listed(store: Store, filter: Filter, within: Filter | None = None) -> Iterator[Listing]:
    """The claims of a filter, for as long as the block lasts."""
    with gathering(store.db) as gathered:
        yield open_listing(store, filter, gathered, within)


def _counted(db: sqlite3.Connection, found: Plan, order: Order) -> Listing:
    turned = slot_of if order == "oldest" else int
    counted = sorted((turned(at), claims) for at, claims in slots(db, found).items())
    keys, counts = array("q"), array("q")
    for key, claims in counted:
        keys.append(key)
        counts.append(claims)
    return Listing(db, found, order, keys, counts)


def _held(db: sqlite3.Connection, found: Plan, order: Order) -> Listing:
    rows = db.execute(found.sql("c.newest, c.claim_id")).fetchall()
    if order == "newest":
        rows.sort()
        keyed = [slot(newest) for newest, _ in rows]
    else:
        rows.sort(key=lambda row: (slot_of(slot(row[0])), -row[0], row[1]))
        keyed = [slot_of(slot(newest)) for newest, _ in rows]
    counts: dict[int, int] = {}
    for key in keyed:
        counts[key] = counts.get(key, 0) + 1
    ids = array("q", (id for _, id in rows))
    return Listing(db, found, order, array("q", counts), array("q", counts.values()), ids)
