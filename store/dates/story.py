"""The two presents of a document: its publication and the story told so far.

"yesterday" counts from the publication, "the next day" from the date just told. What is told in
quotations and brackets stays in them; headings start afresh.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from store import edtf
from store.dating import DatePhrase, Published
from store.meaning import (
    Deictic,
    Explicit,
    Meaning,
    Night,
    Offset,
    Piece,
    Range,
    Shaded,
    Week,
    Weekday,
)

# A text tells history if it names at least so many years before its publication, so many for each
# "today", "Friday" or "last week" that counts from the publication, and few that are not past.
# In war histories the second figure is over 15, in news with much background about 2.
_PAST_YEARS = 5
_PAST_FOR_EACH_PRESENT = 8
_WEEKDAY = 0.5  # of a present: histories name days of the week as well, if seldom
_PRESENT = 60  # days around the publication that are its time
_QUARTER = re.compile(r"\d{4}-3[3-6]")
_SHARE_PAST = 0.6


class Told(NamedTuple):
    """A date that the text has told: its EDTF value and its first and last day."""

    edtf: str
    first: date
    last: date

    @property
    def is_day(self) -> bool:
        """Whether it is a single day."""
        return self.first == self.last

    @property
    def is_within_month(self) -> bool:
        """Whether it tells the month it lies in."""
        return (self.first.year, self.first.month) == (self.last.year, self.last.month)


class Story:
    """The dates told so far, one row for each depth of quotation (newest last)."""

    __slots__ = ("_day", "_quarter", "_told", "narrative", "published")

    def __init__(self, published: date | None, *, narrative: bool) -> None:
        self.published, self.narrative = published, narrative
        self._told: list[tuple[int, Told]] = []
        self._day: list[tuple[int, Told]] = []
        self._quarter: Told | None = None

    def tell(self, value: str, depth: int, *, heading: bool) -> None:
        """Take a date into the story."""
        told = told_of(value)
        if told is None:
            return
        if (told.last - told.first).days == 1:  # a night is told of as the day it leads into
            told = told._replace(first=told.last)
        if _QUARTER.fullmatch(value):
            self._quarter = told
        for row in (self._told, self._day) if told.is_day or heading else (self._told,):
            while row and (row[-1][0] >= depth or heading):
                row.pop()
            row.append((depth, told))

    def is_far(self, told: Told) -> bool:
        """Whether a date is not of the time of the publication."""
        return self.published is None or abs((self.published - told.last).days) > _PRESENT

    @property
    def last_quarter(self) -> Told | None:
        """The quarter told last: what "a year earlier" in a report of earnings counts from."""
        return self._quarter

    def leave(self, depth: int) -> None:
        """Forget what was told more deeply quoted than here."""
        for row in (self._told, self._day):
            while len(row) > 1 and row[-1][0] > depth:
                row.pop()

    @property
    def last(self) -> Told | None:
        """The date told last."""
        return self._told[-1][1] if self._told else None

    @property
    def last_day(self) -> Told | None:
        """The single day told last."""
        return self._day[-1][1] if self._day else None


@lru_cache(maxsize=4096)
def told_of(value: str) -> Told | None:
    """A value as a told date; None without first and last day."""
    parsed = edtf.parse(value) if value else None
    if parsed is None or isinstance(parsed, edtf.EdtfProblem):
        return None
    first, last = edtf.earliest(parsed), edtf.latest(parsed)
    return (
        Told(value, date.fromisoformat(first), date.fromisoformat(last)) if first and last else None
    )


def day_published(publication: Published | None) -> date | None:
    """The day a document appeared; of a month or year its last day, None where it is unknown."""
    told = told_of(publication.edtf) if publication else None
    return told.last if told else None


def tells_history(phrases: Sequence[DatePhrase], published: date | None) -> bool:
    """Whether the dates of a document show it to tell of times gone, and not the day's news."""
    if published is None:
        return False
    kinds = [_counts(phrase.meaning, published.year) for phrase in phrases]
    past = kinds.count("past")
    present = kinds.count("present") + _WEEKDAY * kinds.count("weekday")
    named = past + kinds.count("now")
    return (
        past >= _PAST_YEARS
        and past >= _PAST_FOR_EACH_PRESENT * present
        and past > _SHARE_PAST * named
    )


def _counts(meaning: Meaning, year: int) -> str:
    """What a date tells of its document: a year "past" or "now", the "present" of news."""
    match meaning:
        case Shaded(of=inner) | Piece(of=inner) | Week(of=inner) | Night(into=inner):
            return _counts(inner, year)
        case Range(start=start, end=end):
            return next((found for m in (end, start) if m and (found := _counts(m, year))), "")
        case Offset(base=base) if base:
            return _counts(base, year)
        case Explicit(edtf=text):
            return "past" if text < f"{year:04d}" else "now"
        case Weekday(whose="publication"):
            return "weekday"
        case Deictic(whose="publication", unit="day" | "weekend" | "week" | "month"):
            return "present"
        case _:
            return ""
