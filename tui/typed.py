"""Dates that a person types to go somewhere: the year that is left out is the one nearby.

>>> read_near("aug 2", date(2026, 11, 22), date(2025, 12, 4)).edtf
'2025-08-02'
>>> read_near("yesterday", date(2026, 11, 22), date(2025, 12, 4)).edtf
'2026-11-21'
"""

from __future__ import annotations

from datetime import date, timedelta

from store.dates import DateProblem, ReadDate, read_date

WEEK = timedelta(days=7)


def read_near(text: str, today: date, near: date | None) -> ReadDate | DateProblem:
    """What was typed, counted from ``today``; a year that is left out is taken next to ``near``.

    What moves when today does ("yesterday", "Friday") counts from today; what does not move
    names its year or leaves it out, and one left out is read as on the day ``near``.
    """
    answer = read_date(text, today)
    if near is None or read_date(text, today - WEEK) != answer:
        return answer
    return read_date(text, near)
