"""A histogram on one line: a bar for each stretch of time, and which of them is the cursor's.

>>> bars([1, 0, 8, 4])
'▁·█▄'
>>> label("2025-07-28", "week"), label("2025-07-01", "month")
('28 Jul 2025', 'Jul 2025')
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from store.query import Bucket, BucketSize

SIZES: tuple[tuple[BucketSize, int], ...] = (("day", 1), ("week", 7), ("month", 31), ("year", 366))
"""The sizes of a bucket, and the days in one at the most."""
BLOCKS = "▁▂▃▄▅▆▇█"
EMPTY = "·"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


def bars(counts: Sequence[int]) -> str:
    """A block for each count, as high as its part of the highest; a dot for none."""
    highest = max(counts, default=0)
    return "".join(BLOCKS[-(-count * 8 // highest) - 1] if count else EMPTY for count in counts)


def size_for(first: str, last: str, room: int) -> BucketSize:
    """The smallest bucket of which the days from first to last need no more than there is room."""
    days = (date.fromisoformat(last) - date.fromisoformat(first)).days + 1
    return next((size for size, length in SIZES if days <= length * room), "year")


def bucket_of(buckets: Sequence[Bucket], day: str) -> int:
    """Which bucket a day falls in; the nearest for one that falls in none."""
    return max(0, bisect_right(buckets, day, key=lambda bucket: bucket.start) - 1)


def label(start: str, size: BucketSize) -> str:
    """The words for where a bucket begins, no finer than the bucket."""
    year, month, day = start.split("-")
    if size == "year":
        return year
    words = f"{_MONTHS[int(month) - 1]} {year}"
    return words if size == "month" else f"{int(day)} {words}"
