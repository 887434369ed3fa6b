"""What came in since, and what nobody has looked at yet; neither looks at all claims.

>>> arrived.__name__, next_unseen.__name__
('arrived', 'next_unseen')
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from store.database import Store
from store.query.filter import Filter, Order, Term
from store.query.firsts import Behind, following
from store.query.found import Found, gathering
from store.query.plan import Plan, plan

SEEN = Term("is", "seen", negated=True)


def arrived(store: Store, filter: Filter, since: int) -> int:
    """How many of a filter's claims came after the one with an id."""
    with gathering(store.db) as gathered:
        # By the claims' own ids, of which few are new, and not by what the filter asks for.
        new = plan(gathered, filter).narrowed(Found(f"claims WHERE id > {since}", 0))
        return int(store.db.execute(new.sql("count(*)")).fetchone()[0])


def next_unseen(store: Store, filter: Filter, after: int | None) -> int | None:
    """The next claim of a filter that was not yet seen, in its order, from the end to the start.

    ``after`` is the claim to begin behind; None where there is no other.
    """
    unseen = replace(filter, terms=(*filter.terms, SEEN))
    with gathering(store.db) as gathered:
        found = plan(gathered, unseen, within=filter)
        others = (id for id in _following(store, found, filter.order, after) if id != after)
        return next(others, None)


def _following(store: Store, found: Plan, order: Order, after: int | None) -> Iterator[int]:
    """The first claim behind one, and the first of all."""
    row = store.db.execute("SELECT newest FROM claims WHERE id = ?", (after,)).fetchone()
    if row is not None:
        yield from following(store.db, found, order, Behind(row[0], after or 0))
    yield from following(store.db, found, order, None)
