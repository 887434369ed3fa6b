"""What came in since, and what nobody has looked at yet; each by one index, whatever the store.

>>> arrived.__name__, next_unseen.__name__
('arrived', 'next_unseen')
"""

from __future__ import annotations

from store.database import Store
from store.query.filter import Filter
from store.query.where import where


def last_id(store: Store) -> int:
    """The id of the claim that came last; 0 in an empty store."""
    (found,) = store.db.execute("SELECT coalesce(max(id), 0) FROM claims").fetchone()
    return int(found)


def arrived(store: Store, filter: Filter, since: int) -> int:
    """How many of a filter's claims came after the one with an id."""
    sql, parameters = where(filter)
    # By the claims' own ids, of which few are new, and not by the index of the filter.
    found = store.db.execute(
        f"SELECT count(*) FROM claims NOT INDEXED WHERE id > ? AND {sql}", (since, *parameters)
    ).fetchone()
    return int(found[0])


def next_unseen(store: Store, filter: Filter, after: int | None) -> int | None:
    """The next claim of a filter that was not yet seen, in its order, from the end to the start.

    ``after`` is the claim to begin behind; None where there is no other.
    """
    place = _place(store, filter, after)
    found = _first_unseen(store, filter, f"({filter.order}, id) > (?, ?)", *place)
    if found is None and after is not None:
        found = _first_unseen(store, filter, f"({filter.order}, id) < (?, ?)", *place)
    return found


def _place(store: Store, filter: Filter, claim: int | None) -> tuple[int, int]:
    found = store.db.execute(f"SELECT {filter.order}, id FROM claims WHERE id = ?", (claim,))
    return found.fetchone() or (-(2**62), 0)


def _first_unseen(store: Store, filter: Filter, beyond: str, newest: int, id: int) -> int | None:
    sql, parameters = where(filter)
    found = store.db.execute(
        f"""
        SELECT id FROM claims WHERE {sql} AND seen = 0 AND {beyond}
        ORDER BY {filter.order}, id LIMIT 1
        """,
        (*parameters, newest, id),
    ).fetchone()
    return int(found[0]) if found else None
