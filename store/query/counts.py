"""What a filter's claims come to: a histogram over time, figures of a store."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter
from dataclasses import replace
from datetime import date
from typing import Literal

from store.database import Store
from store.query.conditions import lanes
from store.query.filter import Filter
from store.query.listing import listed
from store.query.values import Bucket
from store.timeline import SLOTS_A_DAY, ordinal_of, slot, slot_of, undated_from

BucketSize = Literal["day", "week", "month", "year"]


def histogram(store: Store, filter: Filter, bucket: BucketSize) -> list[Bucket]:
    """How many of a filter's claims begin in each bucket, in time's order, empty buckets as 0."""
    with listed(store, filter) as found:
        days = found.days()
    counted: Counter[int] = Counter()
    for day, claims in days.items():
        counted[bucket_at(day, bucket)] += claims
    every = range(min(counted), max(counted) + 1) if counted else range(0)
    return [Bucket(begin_of(at, bucket).isoformat(), counted[at]) for at in every]


def by_day_of_all(store: Store, filter: Filter) -> dict[int, int]:
    """The claims among which a filter looks, by day, as they are written down."""
    lanes_ = ", ".join(map(str, lanes(replace(filter, terms=()))))
    rows = store.db.execute(_DAYS.format(lanes_), (SLOTS_A_DAY,))
    counted = {ordinal_of(slot_of(day * SLOTS_A_DAY)): claims for day, claims in rows}
    counted.pop(0, None)
    return counted


def bucket_at(day: int, bucket: BucketSize) -> int:
    """The number of the bucket that a day, an ordinal, falls in; buckets follow one another.

    >>> [bucket_at(date(2025, 8, 3).toordinal(), size) for size in ("week", "month", "year")]
    [105637, 24307, 2025]
    """
    match bucket:
        case "day":
            return day
        case "week":
            return (day - 1) // 7
        case "month":
            found = date.fromordinal(day)
            return found.year * 12 + found.month - 1
        case "year":
            return date.fromordinal(day).year


def begin_of(number: int, bucket: BucketSize) -> date:
    """The day that a bucket begins with; weeks begin on Mondays.

    >>> begin_of(24307, "month").isoformat()
    '2025-08-01'
    """
    match bucket:
        case "day":
            return date.fromordinal(number)
        case "week":
            return date.fromordinal(number * 7 + 1)
        case "month":
            return date(number // 12, number % 12 + 1, 1)
        case "year":
            return date(number, 1, 1)


def end_of(number: int, bucket: BucketSize) -> date:
    """The last day of a bucket.

    >>> end_of(24307, "month").isoformat()
    '2025-08-31'
    """
    begin = begin_of(number, bucket)
    match bucket:
        case "day":
            return begin
        case "week":
            return date.fromordinal(min(begin.toordinal() + 6, date.max.toordinal()))
        case "month":
            return begin.replace(day=monthrange(begin.year, begin.month)[1])
        case "year":
            return begin.replace(month=12, day=31)


def stats(store: Store) -> dict[str, int]:
    """The size of everything in the store, in words for a table."""
    return {
        name: int(store.db.execute(f"SELECT {sql}").fetchone()[0] or 0)
        for name, sql in _STATS.items()
    }


_DAYS = """
SELECT slot / ? AS day, sum(claims) FROM heading_counts WHERE lane IN ({}) GROUP BY day
"""
_STATS = {
    "documents": "count(*) FROM documents",
    "sources": "count(*) FROM sources",
    "claims": "sum(claims) FROM heading_counts",
    "on the timeline": "sum(claims) FROM heading_counts WHERE lane IN (0, 3)",
    "of these told again": "sum(claims) FROM heading_counts WHERE lane = 3",
    "hidden": "sum(claims) FROM heading_counts WHERE lane = 2",
    "judged": "sum(claims) FROM term_counts WHERE field = 10 AND value = 3",
    "tagged": "sum(claims) FROM term_counts WHERE field = 10 AND value = 2",
    "with a note": "sum(claims) FROM term_counts WHERE field = 10 AND value = 1",
    "corrected": "sum(claims) FROM term_counts WHERE field = 11 AND value = 3",
    "without a day": f"sum(claims) FROM heading_counts WHERE slot >= {slot(undated_from())}",
    "date phrases": "count(*) FROM date_phrases",
    "actors": "count(*) FROM actors",
    "places": "count(*) FROM places",
    "tags": "count(*) FROM tags",
    "journal entries": "count(*) FROM journal",
}
