"""What is kept beside the claims for fast lists, against what it is made from."""

from __future__ import annotations

from collections.abc import Iterator

from store.additions import LANE
from store.database import Store
from store.records.force import dates_in_force


def rows(store: Store) -> Iterator[str]:
    """Claims that show other tags, places, chain or lane than they have."""
    for what, sql in _ROWS.items():
        for (key,) in store.db.execute(sql):
            yield f"claim {key} shows {what} that it does not have"


def dates(store: Store) -> Iterator[str]:
    """Claims whose date or place on the timeline is not what their date phrase comes to."""
    shown = store.db.execute(_SHOWN)
    for (key, *columns), (_, expected) in zip(shown, dates_in_force(store.db), strict=True):
        if tuple(columns) != expected:
            yield f"claim {key} stands at {columns[0] or 'no date'} and not where it belongs"


_ROWS = {
    "tags": """
        SELECT key FROM claims WHERE tags <> coalesce((
            SELECT group_concat(name, ' ') FROM (
                SELECT name FROM claim_tags JOIN tags ON tags.id = tag_id
                WHERE claim_id = claims.id ORDER BY name
            )
        ), '') ORDER BY id
    """,
    "places": """
        SELECT key FROM claims WHERE places <> coalesce((
            SELECT group_concat(name, '; ') FROM (
                SELECT DISTINCT places.name FROM claim_places
                JOIN places ON places.id = claim_places.place_id
                WHERE claim_id = claims.id AND in_force = 1 ORDER BY position
            )
        ), '') ORDER BY id
    """,
    "a chain": """
        SELECT key FROM claims JOIN sources ON sources.id = claims.source_id
        WHERE chain <> sources.name || coalesce((
            SELECT group_concat(' ← ' || name, '') FROM (
                SELECT name FROM claim_hops JOIN actors ON actors.id = actor_id
                WHERE claim_id = claims.id AND in_force = 1 ORDER BY position
            )
        ), '') ORDER BY claims.id
    """,
    "a lane": f"SELECT key FROM claims WHERE lane <> {LANE.format('')} ORDER BY id",
}
_SHOWN = """
SELECT key, edtf, earliest, latest, granularity, basis, newest, oldest FROM claims ORDER BY id
"""
