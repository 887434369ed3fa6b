"""A histogram as lines of a screen: a bar for each stretch of time, and the years under them.

>>> bars([1, 0, 8, 4], 2)
['▁▁··██▄▄']
>>> days = {date(2025, 7, 31).toordinal(): 3, date(2025, 8, 2).toordinal(): 5}
>>> chart = chart_of(counted(days, "day"), {}, "day", 10, 0)
>>> chart.numbers[0] == min(days), chart.every, chart.width
(True, [3, 0, 5], 3)
>>> axis(chart)
'   Aug   '
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from store.query import BucketSize, begin_of, bucket_at

SIZES: tuple[BucketSize, ...] = ("year", "month", "week", "day")
"""From coarse to fine."""
BLOCKS = "▁▂▃▄▅▆▇█"
EMPTY = "·"
WIDEST = 6
"""Cells of a bar at the most."""
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]


class Chart(NamedTuple):
    """The buckets in sight: their numbers, the claims in each, of all and of the filter.

    A bar is ``width`` cells; ``before`` and ``after`` say whether there are more on that side.
    """

    size: BucketSize
    numbers: range
    every: list[int]
    found: list[int]
    width: int
    before: bool
    after: bool

    def at(self, column: int) -> int | None:
        """The number of the bucket in a column."""
        place = column // self.width
        return self.numbers[place] if 0 <= place < len(self.numbers) else None


def fitting(days: Mapping[int, int], room: int) -> BucketSize:
    """The finest buckets of which all fit into so many cells; years, if none do."""
    if not days:
        return "year"
    first, last = min(days), max(days)
    return next((s for s in reversed(SIZES) if len(_between(first, last, s)) <= room), "year")


def counted(days: Mapping[int, int], size: BucketSize) -> dict[int, int]:
    """Claims by day, an ordinal, as claims by bucket, by its number."""
    found: Counter[int] = Counter()
    for day, claims in days.items():
        found[bucket_at(day, size)] += claims
    return dict(found)


def chart_of(
    every: Mapping[int, int], found: Mapping[int, int], size: BucketSize, room: int, cursor: int
) -> Chart:
    """The claims by bucket: all that fit into ``room``, else those around a day, an ordinal.

    The buckets in sight change by whole screens, so that they stand still while one steps.
    """
    numbers = range(min(every), max(every) + 1) if every else range(0)
    shown = numbers
    if len(numbers) > room:
        here = bucket_at(cursor, size) if cursor else numbers[-1]
        page = max(0, min(here - numbers[0], len(numbers) - 1)) // room
        start = min(page * room, len(numbers) - room)
        shown = numbers[start : start + room]
    return Chart(
        size,
        shown,
        [every.get(number, 0) for number in shown],
        [found.get(number, 0) for number in shown],
        max(1, min(WIDEST, room // max(1, len(shown)))),
        shown[:1] != numbers[:1],
        shown[-1:] != numbers[-1:],
    )


def bars(counts: Sequence[int], width: int = 1, height: int = 1) -> list[str]:
    """Lines with a bar for each count, as high as its part of the highest; a dot for none."""
    highest = max(counts, default=0)
    eighths = [-(-count * 8 * height // highest) if count else 0 for count in counts]
    return [
        "".join(width * _cell(full, 8 * line) for full in eighths)
        for line in reversed(range(height))
    ]


def _cell(full: int, below: int) -> str:
    """What of a bar of so many eighths stands in a cell that has so many ``below`` it."""
    if not full:
        return " " if below else EMPTY
    return BLOCKS[min(full - below, 8) - 1] if full > below else " "


def axis(chart: Chart) -> str:
    """The line under the bars: the years and, of fine buckets, the months that have room."""
    line = [" "] * (len(chart.numbers) * chart.width)
    # Years come first, for a month says nothing without one.
    for at, words in sorted(_labels(chart), key=lambda label: not label[1].isdecimal()):
        column = at * chart.width
        place = slice(column, column + len(words))
        around = line[max(0, column - 1) : place.stop + 1]
        if place.stop <= len(line) and not "".join(around).strip():
            line[place] = words
    return "".join(line)


def _labels(chart: Chart) -> Iterator[tuple[int, str]]:
    """Where a label may stand: at the first bucket, and where a year (or month) begins."""
    coarser: BucketSize = "year" if chart.size in ("year", "month") else "month"
    before = None
    for at, number in enumerate(chart.numbers):
        begin = begin_of(number, chart.size)
        period = bucket_at(begin.toordinal(), coarser)
        if period != before:
            yield at, label(begin, chart.size, first=before is None)
        before = period


def label(begin: date, size: BucketSize, *, first: bool = True) -> str:
    """The words for where a bucket begins; what does not come ``first`` needs its year no more.

    >>> label(date(2025, 7, 28), "week"), label(date(2025, 8, 4), "week", first=False)
    ('28 Jul 2025', 'Aug')
    >>> label(date(2025, 1, 1), "month"), label(date(2026, 1, 1), "day", first=False)
    ('2025', '2026')
    """
    month = _MONTHS[begin.month - 1]
    if size == "year" or (begin.month == 1 and (size == "month" or not first)):
        return str(begin.year)
    if size == "month":
        return f"{month} {begin.year}"
    return f"{begin.day} {month} {begin.year}" if first else month


def _between(first: int, last: int, size: BucketSize) -> range:
    return range(bucket_at(first, size), bucket_at(last, size) + 1)
