"""What the main screen asks of the store off the UI thread: the order of a filter, a reading, hits.

Each is a function of a store and frozen values, run on a connection of its own.

>>> order.__name__
'order'
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from contextlib import suppress

from store.database import Store
from store.errors import StoreError
from store.query import (
    Filter,
    FilterProblem,
    Row,
    claim,
    count,
    document,
    headings,
    histogram,
    hits,
    ids,
    last_id,
    position_of_date,
    see,
)
from store.timeline import day_of
from tui.bars import size_for
from tui.rows import Window, positions
from tui.shown import Fetched, Histogram, Hits, Reading


def order(store: Store, wanted: Filter, near: Row | None) -> Fetched:
    """The order of a filter; the cursor stays on ``near``, else comes to its day."""
    # Before the claims are read, so that none can come between.
    last = last_id(store)
    found = ids(store, wanted)
    total = count(store, Filter(scope=wanted.scope)) if wanted.active else len(found)
    position = _position(store, wanted, found, near)
    return Fetched(found, headings(store, wanted), total, position, last)


def strip(store: Store, wanted: Filter, found: Fetched, room: int) -> Histogram:
    """The histogram of a filter's claims, in the smallest buckets for which there is room."""
    days = sorted(filter(None, (day_of(heading.heading) for heading in found.headings)))
    if not days:
        return Histogram()
    size = size_for(days[0], days[-1], room)
    return Histogram(tuple(histogram(store, wanted, size)), size)


def reading(store: Store, wanted: int) -> Reading:
    """A claim with the document it stands in, and the claim is seen from now on."""
    card = claim(store, wanted)
    if card is None:
        return Reading()
    if card.row.unseen:
        # What cannot be written can be shown all the same; the claim stays unseen then.
        with suppress(StoreError):
            see(store, [wanted])
    return Reading(card, document(store, card.row.document))


def search(store: Store, wanted: Filter, line: str, listed: Sequence[int]) -> Hits:
    """The hits of a search line among the claims listed."""
    found = hits(store, wanted, line)
    if isinstance(found, FilterProblem):
        return Hits(line, problem=found.sentence)
    return Hits(line, frozenset(found), positions(listed, frozenset(found)))


def _position(store: Store, wanted: Filter, found: array[int], near: Row | None) -> int:
    if near is None:
        return 0
    position = Window(found).find(near.id)
    if position is not None:
        return position
    day = day_of(near.heading)
    return position_of_date(store, wanted, day) if day else len(found) - 1
