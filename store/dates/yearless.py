"""What a meaning lacks of its year, what it says, and the year that a tense suggests.

>>> part = lacking(Shaded(Partial(month=7), "late"))
>>> part and (month_of(part), by_tense(part, date(2025, 3, 12), "past"))
(7, 2024)
"""

from __future__ import annotations

from datetime import date

from store import edtf
from store.dating import DatePhrase
from store.meaning import (
    Deictic,
    Explicit,
    Inside,
    Meaning,
    Night,
    Offset,
    Partial,
    Piece,
    Range,
    Several,
    Shaded,
    Week,
)

AHEAD = 3.0  # how much nearer a day ahead must be than one behind, where no verb tells,
AHEAD_OF_PRESENT = 1.2  # and one that is due, or told in the present
AHEAD_OF_PAST = 5.0  # and where a verb in the past may speak of it ("set the vote for May 3")
BEHIND_OF_FUTURE = 4.0  # and of one behind, where a verb of the future stands by
_IN_EVERY_MONTH = 28  # the days that no month lacks
_WINTER = 24
_SEASON_MONTH = {21: 4, 22: 7, 23: 10, 24: 12}


def lacking(meaning: Meaning) -> Partial | None:
    """The part of a meaning that needs a year from elsewhere: of a range, its end."""
    match meaning:
        case Partial(month=month, season=season, quarter=quarter, half=half, which=""):
            return meaning if month or season or quarter or half else None
        case Shaded(of=inner) | Night(into=inner) | Week(of=inner) | Piece(of=inner):
            return lacking(inner)
        case Range(start=start, end=end):
            return (lacking(end) if end else None) or (lacking(start) if start else None)
        case Several(items=items):
            return lacking(items[-1])
        case Offset(base=base) if base:
            return lacking(base)
        case _:
            return None


def said(meaning: Meaning) -> tuple[int, int] | None:
    """Year and month (0 if none) that a meaning says outright."""
    match meaning:
        case Explicit(edtf=text) if text[:4].isdecimal():
            point = edtf.parse(text)
            month = point.month or 0 if isinstance(point, edtf.Point) else 0
            return int(text[:4]), _month_of_group(month)
        case Shaded(of=inner) | Night(into=inner) | Week(of=inner) | Piece(of=inner):
            return said(inner)
        case Range(start=start, end=end):
            return (said(start) if start else None) or (said(end) if end else None)
        case Several(items=items):
            return said(items[0])
        case Offset(base=base) if base:
            return said(base)
        case _:
            return None


def counted_from(meaning: Meaning, published: date) -> tuple[int, int] | None:
    """Year and month (0 if none) that a meaning counts from the publication."""
    match meaning:
        case Shaded(of=inner):
            return counted_from(inner, published)
        case Deictic(unit="year", shift=shift, whose="publication"):
            return published.year + shift, 0
        case Inside(part=part, whole=Deictic(unit="year", shift=shift, whose="publication")):
            return published.year + shift, month_of(part) if not part.day else 0
        case Offset(unit="year", count=int(count), sign=sign, whose="publication", base=None):
            return published.year + sign * count, 0
        case _:
            return None


def _month_of_group(month: int) -> int:
    if month <= 12 or month == _WINTER:  # a winter lies on both sides of the new year
        return month % _WINTER
    return _SEASON_MONTH.get(month) or {33: 2, 34: 5, 35: 8, 36: 11, 40: 3, 41: 9}[month]


def month_of(part: Partial) -> int:
    """The month of a year that stands for a date without year in the path of the story."""
    if part.month:
        return part.month
    if part.season:
        return _SEASON_MONTH[part.season]
    return part.quarter * 3 - 1 if part.quarter else (part.half or 1) * 6 - 3


def tense_of(phrase: DatePhrase) -> str:
    """The tense a date is told in; an end that nothing puts in the past lies ahead."""
    tense = phrase.context.tense
    awaited = isinstance(phrase.meaning, Range) and phrase.meaning.start is None
    return "future" if awaited and tense != "past" else tense


def exists(year: int, part: Partial) -> bool:
    """Whether a year has that date, on the weekday that the text may say.

    Only every fourth year has a 29 February, and about one in seven a Friday, July 4.
    """
    if not (part.month and part.day):
        return True
    if part.day > _IN_EVERY_MONTH and part.day > edtf.days_in(f"{year:04d}", part.month):
        return False
    return not part.weekday or date(year, part.month, part.day).isoweekday() == part.weekday


def by_tense(part: Partial, published: date, tense: str) -> int:
    """The year that publication and tense suggest: the last such date, or the next."""
    now = published.month + published.day / 100 if part.day else float(published.month)
    then = month_of(part) + (part.day / 100 if part.day else 0)
    if part.quarter or part.half:
        now = float(published.month)
    last = published.year if then <= now else published.year - 1
    coming = last if then == now else last + 1
    behind, ahead = (now - then) % 12, (then - now) % 12
    small = part.day or part.quarter
    if tense == "future":
        return last if small and behind * BEHIND_OF_FUTURE < ahead else coming
    if tense == "past":
        return coming if small and ahead * AHEAD_OF_PAST < behind else last
    return coming if ahead * (AHEAD if not tense else AHEAD_OF_PRESENT) < behind else last
