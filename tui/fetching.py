"""What the main screen asks of the store off the UI thread: the order of a filter, a reading, hits.

Each is a function of a store and frozen values, run on a connection of its own. What is read from
later (a list, hits) keeps that connection, with the sets that were gathered on it.

>>> order.__name__
'order'
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from store.database import Store
from store.errors import StoreError
from store.query import (
    Filter,
    FilterProblem,
    Gathered,
    Listing,
    Row,
    around,
    by_day_of_all,
    count,
    last_id,
    open_listing,
    rows,
    searched,
    see,
)
from store.timeline import day_of
from tui.hits import FirstHits, Hits
from tui.rows import FirstRows, Lines, Window
from tui.shown import Fetched, Histogram, Reading

SIDE = 100
"""Claims to either side of the cursor that are shown before all are counted: two screens or so."""


def page(store: Store, wanted: Filter, near: Row | None) -> tuple[Window, int] | None:
    """The claims of a filter around one, and where the cursor stands in them; None of none.

    The cursor stays on ``near``, else comes to its day, or to what is next.
    """
    before, behind = around(store, wanted, near.id if near else None, SIDE)
    found = rows(store, [*before, *behind[:SIDE]])
    if not found:
        return None
    known = {row.id: row for row in found}
    first = FirstRows(found)
    window = Window(first, first.lines, lambda ids: [known[id] for id in ids], whole=False)
    return window, _stands(found, near)


def _stands(found: Sequence[Row], near: Row | None) -> int:
    """Where among some rows a claim stands, else the first that is not of a later day."""
    if near is None or near.id in (ids := [row.id for row in found]):
        return 0 if near is None else ids.index(near.id)
    day = day_of(near.heading)
    days = [day_of(row.heading) for row in found]
    return next((at for at, on in enumerate(days) if on <= day), len(found) - 1)


def order(store: Store, wanted: Filter) -> Fetched:
    """The claims of a filter, counted."""
    # Before the claims are read, so that none can come between.
    last = last_id(store)
    listing = open_listing(store, wanted, Gathered(store.db))
    total = count(store, Filter(scope=wanted.scope)) if wanted.active else len(listing)
    return Fetched(store, listing, total, _by_day(store, wanted, listing), last)


def window(found: Fetched) -> Window:
    """The window over what was found."""
    listing, store = found.listing, found.store
    lines = Lines(len(listing), listing.starts[:-1], listing.numbers())
    return Window(listing, lines, lambda wanted: rows(store, wanted), store.close)


def position(listing: Listing, near: Row | None) -> int:
    """Where the cursor stands in a list: on a claim that is ``near``, else at its day."""
    if near is None:
        return 0
    place = listing.place(near.id)
    day = day_of(near.heading)
    if place.there or not day:
        return place.position
    return listing.position_of_day(day)


def _by_day(store: Store, wanted: Filter, listing: Listing) -> Histogram:
    """The claims by day: of a list, and of all where the filter asks for some."""
    found = listing.days()
    return Histogram(by_day_of_all(store, wanted), found) if wanted.active else Histogram(found)


def reading(store: Store, wanted: int) -> Reading:
    """A claim with the document it stands in, and the claim is seen from now on."""
    from store.query import claim, document

    card = claim(store, wanted)
    if card is None:
        return Reading()
    if card.row.unseen:
        # What cannot be written can be shown all the same; the claim stays unseen then.
        with suppress(StoreError):
            see(store, [wanted])
    return Reading(card, document(store, card.row.document))


def first_hits(store: Store, wanted: Filter, line: str, near: int) -> Hits | None:
    """The hits around a claim, before all are counted; None if none from it on is among them."""
    narrowed = searched(wanted, line)
    if isinstance(narrowed, FilterProblem):
        return None
    before, behind = around(store, narrowed, near, SIDE, wanted)
    return Hits(line, FirstHits([*before, *behind], len(before)), counted=False) if behind else None


def search(store: Store, wanted: Filter, line: str) -> Hits:
    """The hits of a search line among the claims of a filter."""
    narrowed = searched(wanted, line)
    if isinstance(narrowed, FilterProblem):
        return Hits(line, problem=narrowed.sentence, close=store.close)
    return Hits(line, open_listing(store, narrowed, Gathered(store.db), wanted), close=store.close)
