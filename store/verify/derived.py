"""What is kept beside the claims for fast lists, against what it is made from."""

from __future__ import annotations

from collections.abc import Iterator

from store.cells import STRETCH
from store.database import Store
from store.records.force import dates_in_force
from store.schema import LANE, WANTED_COLUMNS


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


def listed(store: Store) -> Iterator[str]:
    """Claims that are found under what they have not, or not under what they have; wrong counts."""
    for how, sql in _LISTED.items():
        for name, value, key in store.db.execute(sql):
            yield f"claim {key} is {how} under {name} {value}"
    for sql in _COUNTS:
        for (what,) in store.db.execute(sql):
            yield f"the number of claims under {what} is wrong"
    for sql in _COLUMNS:
        for field, stretch in store.db.execute(sql):
            claims = f"{stretch * STRETCH} to {(stretch + 1) * STRETCH - 1}"
            yield f"claims {claims} are counted under other values of field {field} than theirs"


_LISTED = {
    "listed": "claim_terms EXCEPT SELECT * FROM claim_terms_wanted",
    "not listed": "claim_terms_wanted EXCEPT SELECT * FROM claim_terms",
}
_LISTED = {
    how: f"""
        SELECT field, value, coalesce(key, claim_id) FROM (SELECT * FROM {rows})
        LEFT JOIN claims ON claims.id = claim_id
    """
    for how, rows in _LISTED.items()
}
_COUNTS = (
    """
        SELECT field || ' ' || value FROM (
            SELECT field, value, lane, count(*) FROM claim_terms GROUP BY field, value, lane
            EXCEPT SELECT * FROM term_counts
        )
    """,
    """
        SELECT field || ' ' || value FROM (
            SELECT * FROM term_counts WHERE claims > 0
            EXCEPT SELECT field, value, lane, count(*) FROM claim_terms GROUP BY field, value, lane
        )
    """,
    """
        SELECT 'heading ' || slot FROM (
            SELECT newest >> 15 AS slot, lane, count(*) FROM claim_terms WHERE field = 0
            GROUP BY newest >> 15, lane
            EXCEPT SELECT * FROM heading_counts
        )
    """,
    """
        SELECT 'heading ' || slot FROM (
            SELECT * FROM heading_counts WHERE claims > 0
            EXCEPT SELECT newest >> 15, lane, count(*) FROM claim_terms WHERE field = 0
            GROUP BY newest >> 15, lane
        )
    """,
)
_COLUMNS = (
    f"SELECT field, stretch FROM ({WANTED_COLUMNS} EXCEPT SELECT * FROM claim_columns)",
    f"""
        SELECT field, stretch FROM (
            SELECT * FROM claim_columns WHERE cells <> zeroblob(length(cells))
            EXCEPT {WANTED_COLUMNS}
        )
    """,
)
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
SELECT key, edtf, earliest, latest, granularity, basis, newest FROM claims ORDER BY id
"""
