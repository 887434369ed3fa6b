"""Calendar arithmetic on ISO days and units: the only place where days are counted.

>>> unit_at(date(2025, 3, 12), "week", -1)
'2025-03-03/2025-03-09'
>>> unit_at(date(2025, 3, 12), "quarter", 0)
'2025-33'
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from store import edtf
from store.meaning import Unit

FIRST, LAST = date(1, 1, 1), date(9998, 12, 31)


def shifted(day: date, count: int) -> date:
    """A day some days off, held within the years 1 to 9998."""
    number = min(max(day.toordinal() + count, FIRST.toordinal()), LAST.toordinal())
    return date.fromordinal(number)


def months_off(day: date, count: int) -> date:
    """The same day of a month some months off, the month's last where it is shorter."""
    number = min(max(day.year * 12 + day.month - 1 + count, 12), 9998 * 12 + 11)
    year, month = divmod(number, 12)
    return date(year, month + 1, min(day.day, edtf.days_in(f"{year:04d}", month + 1)))


def season_of(day: date) -> tuple[int, int]:
    """The EDTF season of a day and the year it is counted to: winter is that of its December."""
    if day.month <= 2:
        return day.year - 1, 24
    return day.year, 20 + day.month // 3 if day.month < 12 else 24


def _week(day: date, shift: int) -> str:
    monday = shifted(day, 7 * shift - day.weekday())
    return f"{monday}/{shifted(monday, 6)}"


def _weekend(day: date, shift: int) -> str:
    saturday = shifted(day, 5 - day.weekday() + 7 * shift)
    return f"{saturday}/{shifted(saturday, 1)}"


def _month(day: date, shift: int) -> str:
    return months_off(day, shift).isoformat()[:7]


def _quarter(day: date, shift: int) -> str:
    other = months_off(day, 3 * shift)
    return f"{other.year:04d}-{33 + (other.month - 1) // 3}"


def _season(day: date, shift: int) -> str:
    year, season = season_of(months_off(day, 3 * shift))
    return f"{year:04d}-{season}"


def _half(day: date, shift: int) -> str:
    other = months_off(day, 6 * shift)
    return f"{other.year:04d}-{40 + (other.month > 6)}"


def _year(day: date, shift: int) -> str:
    return f"{_in_range(day.year + shift):04d}"


def _decade(day: date, shift: int) -> str:
    return f"{_in_range(day.year + 10 * shift) // 10:03d}X"


def _century(day: date, shift: int) -> str:
    return f"{_in_range(day.year + 100 * shift) // 100:02d}XX"


def _in_range(year: int) -> int:
    return min(max(year, 1), 9998)


_AT: dict[str, Callable[[date, int], str]] = {
    "minute": lambda day, _: day.isoformat(),
    "hour": lambda day, _: day.isoformat(),
    "day": lambda day, shift: shifted(day, shift).isoformat(),
    "weekend": _weekend,
    "week": _week,
    "month": _month,
    "quarter": _quarter,
    "season": _season,
    "half": _half,
    "year": _year,
    "decade": _decade,
    "century": _century,
}


def unit_at(day: date, unit: Unit, shift: int) -> str:
    """The EDTF value of the unit that lies ``shift`` units from the one with a day in it."""
    return _AT[unit](day, shift)


def since(day: date, count: int, unit: Unit) -> date:
    """The day that lies a count of units from another, to either side."""
    sizes = {"month": 1, "quarter": 3, "season": 3, "half": 6, "year": 12, "decade": 120}
    if unit == "century":
        return months_off(day, 1200 * count)
    if unit in sizes:
        return months_off(day, sizes[unit] * count)
    return shifted(day, count * {"week": 7, "weekend": 7, "day": 1}.get(unit, 0))


def weekday_near(day: date, weekday: int, *, ahead: bool, own: bool) -> date:
    """The nearest day of a name (1 Monday) before a day or ``ahead`` of it, or its ``own``."""
    distance = (weekday - day.isoweekday()) % 7 if ahead else -((day.isoweekday() - weekday) % 7)
    if distance == 0 and not own:
        distance = 7 if ahead else -7
    return shifted(day, distance)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The first, second, … day of a name (1 Monday) in a month.

    >>> str(nth_weekday(2024, 11, 4, 4))
    '2024-11-28'
    """
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
