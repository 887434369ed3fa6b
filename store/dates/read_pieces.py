"""Reading numbered units within a greater date: "the second week of July", "the last three days".

>>> from store.meaning import Explicit
>>> july = Explicit("2024-07")
>>> first, last = piece_of(date(2024, 7, 1), date(2024, 7, 31), Piece("week", -1, 1, july))
>>> str(first), str(last)
('2024-07-25', '2024-07-31')
"""

from __future__ import annotations

from datetime import date, timedelta

from store.dates import days
from store.dates.reading import Place, Reading
from store.dates.story import told_of
from store.meaning import Piece

_DAY = timedelta(days=1)
_HALF_OF_MONTH = 15  # days
_HAVE_NAMES = ("day", "month", "quarter", "half", "year", "decade")


def piece(place: Place, meaning: Piece) -> Reading:
    """A piece of a date that is read first; that date itself where its days are not known."""
    whole = place.read(place, meaning.of)
    told = told_of(whole.edtf)
    if told is None:
        return whole
    first, last = piece_of(told.first, told.last, meaning)
    if not told.first <= first <= last <= told.last:
        return whole
    value = _named(first, meaning, whole.edtf) or _interval(first, last)
    return whole._replace(edtf=value, rule="part-of-date", alternatives=(), granularity=None)


def piece_of(first: date, last: date, meaning: Piece) -> tuple[date, date]:
    """The first and last day of a piece of the days from one to another."""
    if meaning.unit == "half":
        return _half(first, last, meaning.number)
    unit, number, count = meaning.unit, meaning.number, meaning.count
    if number < 0:
        return days.since(last + _DAY, -count, unit), last
    start = days.since(first, (number - 1) * count, unit)
    end = days.since(start, count, unit) - _DAY
    return start, last if (last - end).days <= 1 else end


def _half(first: date, last: date, number: int) -> tuple[date, date]:
    """The half of a month by days, of anything longer by months."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    middle = days.months_off(first, months // 2)
    if middle == first:
        middle = days.shifted(first, _HALF_OF_MONTH)
    return (first, middle - _DAY) if number == 1 else (middle, last)


def _named(first: date, meaning: Piece, whole: str) -> str:
    """The EDTF name of a single piece, "" where it has none."""
    if (meaning.unit, meaning.count) == ("quarter", 2) and first.month in (1, 7):
        return days.unit_at(first, "half", 0)
    if meaning.count != 1 or (meaning.unit == "half" and not whole.isdecimal()):
        return ""
    return days.unit_at(first, meaning.unit, 0) if meaning.unit in _HAVE_NAMES else ""


def _interval(first: date, last: date) -> str:
    """From day to day, or from month to month and year to year where they are whole."""
    size = 4 if _opens(first, 1) and _opens(last + _DAY, 1) else 7 if _opens(last + _DAY) else 10
    size = size if first.day == 1 else 10
    return f"{first.isoformat()[:size]}/{last.isoformat()[:size]}"


def _opens(day: date, month: int = 0) -> bool:
    """Whether a month, or that month, begins on a day."""
    return day.day == 1 and day.month == (month or day.month)
