"""What a filter's claims come to: a histogram over time, figures of a store."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Literal

from store.database import Store
from store.query.filter import Filter
from store.query.listing import listed
from store.query.values import Bucket
from store.timeline import day_of, slot, undated_from

BucketSize = Literal["day", "week", "month", "year"]


def histogram(store: Store, filter: Filter, bucket: BucketSize) -> list[Bucket]:
    """How many of a filter's claims begin in each bucket, in time's order, empty buckets as 0."""
    with listed(store, filter) as found:
        return buckets(found.headings(), bucket)


def buckets(headings: Iterable[tuple[int, int]], bucket: BucketSize) -> list[Bucket]:
    """The histogram of headings, each with the number of its claims."""
    counted: Counter[date] = Counter()
    for heading, claims in headings:
        day = day_of(heading)
        if day:
            counted[_start(date.fromisoformat(day), bucket)] += claims
    return _filled(counted, bucket)


def stats(store: Store) -> dict[str, int]:
    """The size of everything in the store, in words for a table."""
    return {
        name: int(store.db.execute(f"SELECT {sql}").fetchone()[0] or 0)
        for name, sql in _STATS.items()
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
