"""Day ranges as a filter writes them.

>>> day_range("2025-07..2025-08")
DayRange(since='2025-07-01', until='2025-08-31')
>>> day_range("..2025")
DayRange(since='', until='2025-12-31')
>>> day_range("2025-13")
'"2025-13" is no day, month or year.'
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import NamedTuple

from store.query.filter import DATE


class DayRange(NamedTuple):
    """From one ISO day to another, both in it; "" where the range is open."""

    since: str
    until: str


def day_range(text: str) -> DayRange | str:
    """The range that a text describes, or a sentence on what is wrong with it."""
    found = DATE.fullmatch(text)
    if found is None or not (found["since"] or found["until"]):
        return f'"{text}" is no date; write 2025-07-31, 2025-07, 2025 or 2025-07..2025-08.'
    since, until = found["since"] or "", found["until"] or ""
    if not found["dots"]:
        until = since
    for day in (since, until):
        if day and not _bound(day, last=False):
            return f'"{day}" is no day, month or year.'
    days = DayRange(_bound(since, last=False), _bound(until, last=True))
    if all(days) and days.since > days.until:
        return f'"{text}" ends before it begins.'
    return days


def _bound(text: str, *, last: bool) -> str:
    """The first or last day of a year, month or day; "" if there is no such day, or no text."""
    if not text:
        return ""
    year, month, day = (*map(int, text.split("-")), 0, 0)[:3]
    try:
        month = month or (12 if last else 1)
        return date(year, month, day or (monthrange(year, month)[1] if last else 1)).isoformat()
    except ValueError:
        return ""
