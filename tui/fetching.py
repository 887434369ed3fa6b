"""What the main screen asks of the store off the UI thread: the order of a filter, a reading, hits.

Each is a function of a store and frozen values, run on a connection of its own. What is read from
later (a list, hits) keeps that connection, with the sets that were gathered on it.

>>> order.__name__
'order'
"""

from __future__ import annotations

from contextlib import suppress

from store.database import Store
from store.errors import StoreError
from store.query import (
    Filter,
    FilterProblem,
    Gathered,
    Listing,
    Row,
    by_day_of_all,
    count,
    last_id,
    open_listing,
    rows,
    searched,
    see,
)
from store.timeline import day_of
from tui.hits import Hits
from tui.rows import Lines, Window
from tui.shown import Fetched, Histogram, Reading


def order(store: Store, wanted: Filter, near: Row | None) -> Fetched:
    """The claims of a filter; the cursor stays on ``near``, else comes to its day."""
    # Before the claims are read, so that none can come between.
    last = last_id(store)
    listing = open_listing(store, wanted, Gathered(store.db))
    total = count(store, Filter(scope=wanted.scope)) if wanted.active else len(listing)
    return Fetched(store, listing, total, position(listing, near), last)


def window(found: Fetched) -> Window:
    """The window over what was found."""
    listing, store = found.listing, found.store
    lines = Lines(len(listing), listing.starts[:-1], listing.numbers())
    return Window(listing, lines, lambda wanted: rows(store, wanted), store.close)


def strip(store: Store, wanted: Filter, listing: Listing) -> Histogram:
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


def search(store: Store, wanted: Filter, line: str) -> Hits:
    """The hits of a search line among the claims of a filter."""
    narrowed = searched(wanted, line)
    if isinstance(narrowed, FilterProblem):
        return Hits(line, problem=narrowed.sentence, close=store.close)
    return Hits(line, open_listing(store, narrowed, Gathered(store.db), wanted), close=store.close)


def position(listing: Listing, near: Row | None) -> int:
    """Where a list has a claim, else where it comes to its day."""
    if near is None:
        return 0
    place = listing.place(near.id)
    day = day_of(near.heading)
    if place.there or not day:
        return place.position
    return listing.position_of_day(day)
