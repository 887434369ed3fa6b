"""What a filter's claims come to: facets of a field, a histogram over time, figures of a store."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import Literal

from store.database import Store
from store.query.filter import Field, Filter
from store.query.values import Bucket, Facet
from store.query.where import where
from store.timeline import day_of, heading_of_newest, undated_from

BucketSize = Literal["day", "week", "month", "year"]


def facets(store: Store, filter: Filter, field: Field) -> list[Facet]:
    """The values of a field among a filter's claims with their counts, the most frequent first.

    The filter's own terms of that field are left out, so that the alternatives can be seen.
    Fields without a list of values (words, text, date, has, is, doc) have none.
    """
    if field not in _FACETS:
        return []
    sql, parameters = where(filter, leaving=field)
    found = store.db.execute(_FACETS[field].format(where=sql), parameters)
    return [Facet(value, claims) for value, claims in found]


def histogram(store: Store, filter: Filter, bucket: BucketSize) -> list[Bucket]:
    """How many of a filter's claims begin in each bucket, in time's order, empty buckets as 0."""
    sql, parameters = where(filter)
    counted: Counter[date] = Counter()
    # Shifted right by 41 bits a ``newest`` is its day alone: one group a day, from the index.
    for newest, claims in store.db.execute(
        f"""
        SELECT min(newest), count(*) FROM claims
        WHERE {sql} AND newest < ? GROUP BY newest >> 41
        """,
        (*parameters, undated_from()),
    ):
        day = day_of(heading_of_newest(newest))
        if day:
            counted[_start(date.fromisoformat(day), bucket)] += claims
    return _filled(counted, bucket)


def stats(store: Store) -> dict[str, int]:
    """The size of everything in the store, in words for a table."""
    return {
        name: int(store.db.execute(f"SELECT count(*) FROM {source}").fetchone()[0])
        for name, source in _STATS.items()
    }


def _filled(counted: Counter[date], bucket: BucketSize) -> list[Bucket]:
    if not counted:
        return []
    start, last = min(counted), max(counted)
    buckets = []
    while start <= last:
        buckets.append(Bucket(start.isoformat(), counted[start]))
        start = _next(start, bucket)
    return buckets


def _start(day: date, bucket: BucketSize) -> date:
    match bucket:
        case "day":
            return day
        case "week":
            return day - timedelta(min(day.weekday(), day.toordinal() - 1))
        case "month":
            return day.replace(day=1)
        case "year":
            return day.replace(month=1, day=1)


def _next(start: date, bucket: BucketSize) -> date:
    match bucket:
        case "day" | "week":
            return start + timedelta(1 if bucket == "day" else 7)
        case "month":
            return (start + timedelta(31)).replace(day=1)
        case "year":
            return start.replace(year=start.year + 1)


_FACETS: dict[Field, str] = {
    "flag": """
        SELECT flag, count(*) AS claims FROM claims WHERE {where}
        GROUP BY flag ORDER BY claims DESC, flag
    """,
    "verdict": """
        SELECT coalesce(verdict, 'none'), count(*) AS claims FROM claims WHERE {where}
        GROUP BY verdict ORDER BY claims DESC, verdict
    """,
    "source": """
        SELECT (SELECT name FROM sources WHERE id = source_id) AS value, count(*) AS claims
        FROM claims WHERE {where} GROUP BY source_id ORDER BY claims DESC, value
    """,
    "origin": """
        SELECT (SELECT name FROM actors WHERE id = origin_id) AS value, count(*) AS claims
        FROM claims WHERE {where} GROUP BY origin_id ORDER BY claims DESC, value
    """,
    "tag": """
        SELECT tags.name, count(*) AS claims FROM claim_tags JOIN tags ON tags.id = tag_id
        WHERE claim_id IN (SELECT id FROM claims WHERE {where})
        GROUP BY tag_id ORDER BY claims DESC, tags.name
    """,
    "actor": """
        SELECT actors.name, count(DISTINCT claim_id) AS claims
        FROM claim_hops JOIN actors ON actors.id = actor_id
        WHERE in_force = 1 AND claim_id IN (SELECT id FROM claims WHERE {where})
        GROUP BY actor_id ORDER BY claims DESC, actors.name
    """,
    "place": """
        SELECT places.name, count(DISTINCT claim_id) AS claims
        FROM claim_places JOIN places ON places.id = place_id
        WHERE in_force = 1 AND claim_id IN (SELECT id FROM claims WHERE {where})
        GROUP BY place_id ORDER BY claims DESC, places.name
    """,
    "caution": """
        SELECT caution, count(DISTINCT claim_id) AS claims FROM claim_cautions
        WHERE claim_id IN (SELECT id FROM claims WHERE {where})
        GROUP BY caution ORDER BY claims DESC, caution
    """,
    "hedge": """
        SELECT kind, count(DISTINCT claim_id) AS claims FROM claim_hedges
        WHERE claim_id IN (SELECT id FROM claims WHERE {where})
        GROUP BY kind ORDER BY claims DESC, kind
    """,
    "grade": """
        SELECT coalesce(letter, (SELECT reliability FROM sources WHERE id = source_id), 'F')
            || coalesce(digit, '6') AS grade, count(*) AS claims
        FROM claims WHERE {where} GROUP BY grade ORDER BY claims DESC, grade
    """,
}
_STATS = {
    "documents": "documents",
    "sources": "sources",
    "claims": "claims",
    "on the timeline": "claims WHERE lane IN (0, 3)",
    "of these told again": "claims WHERE lane = 3",
    "hidden": "claims WHERE lane = 2",
    "judged": "claims WHERE verdict IS NOT NULL",
    "tagged": "claims WHERE tags <> ''",
    "with a note": "claims WHERE note <> ''",
    "corrected": "(SELECT DISTINCT claim_id FROM corrections)",
    "without a day": "claims WHERE basis = 'undated'",
    "date phrases": "date_phrases",
    "actors": "actors",
    "places": "places",
    "tags": "tags",
    "journal entries": "journal",
}
