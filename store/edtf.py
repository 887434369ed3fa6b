"""EDTF values (ISO 8601-2, levels 0 to 2) of the subset that the project speaks.

Points ``2025-07-31``, ``2025-07``, ``2025``, ``202X``, ``20XX``, seasons ``2025-21`` to ``-24``,
quarters ``-33`` to ``-36``, halves ``-40`` and ``-41``, ``XXXX-07-31`` and ``XXXX-07`` while the
year is unknown, ``-0217`` before the common era; the qualifiers ``~ ? %``; intervals ``a/b``,
``../b``, ``a/..``; sets ``{a,b}``.

>>> value = parse("2025-07-29/2025-07-31~")
>>> str(value), earliest(value), latest(value)
('2025-07-29/2025-07-31~', '2025-07-29', '2025-07-31')
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

Grain = Literal[
    "day", "month", "quarter", "season", "half", "year", "decade", "century", "interval"
]
_SHAPE = re.compile(
    r"(?P<year>-?\d{4}|\d{3}X|\d{2}XX|XXXX)(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)"
)
# First and last month of what can stand for a month (ISO 8601-2, 4.8: sub-year groupings).
# The winter of a year is taken to begin in its December, as newspapers count it.
_GROUPS = {
    21: (3, 5),
    22: (6, 8),
    23: (9, 11),
    24: (12, 14),
    33: (1, 3),
    34: (4, 6),
    35: (7, 9),
    36: (10, 12),
    40: (1, 6),
    41: (7, 12),
}
_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_GRAINS: dict[int, Grain] = {
    **dict.fromkeys(range(21, 25), "season"),
    **dict.fromkeys(range(33, 37), "quarter"),
    **dict.fromkeys((40, 41), "half"),
}


class Point(NamedTuple):
    """A day, month, group of months, year, decade or century, perhaps qualified.

    ``year`` is as written (``2025``, ``202X``, ``XXXX``); ``month`` may be a group of months.
    """

    year: str
    month: int | None = None
    day: int | None = None
    mark: str = ""

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02d}"
        day = "" if self.day is None else f"-{self.day:02d}"
        return f"{self.year}{month}{day}{self.mark}"


class Interval(NamedTuple):
    """From one point to another; None is an open end."""

    start: Point | None
    end: Point | None

    def __str__(self) -> str:
        return f"{self.start or '..'}/{self.end or '..'}"


class Several(NamedTuple):
    """All of some points."""

    items: tuple[Point, ...]

    def __str__(self) -> str:
        return "{" + ",".join(map(str, self.items)) + "}"


class EdtfProblem(NamedTuple):
    """A string that is no value of the subset, and why, as a sentence."""

    text: str
    sentence: str

    def __str__(self) -> str:
        return self.sentence


Edtf: TypeAlias = Point | Interval | Several


@lru_cache(maxsize=4096)  # a document names the same days again and again
def parse(text: str) -> Edtf | EdtfProblem:
    """The value that a string spells, or what is wrong with it."""
    if text.startswith("{") and text.endswith("}"):
        points = [_point(part) for part in text[1:-1].split(",")]
        return _first_problem(points) or Several(tuple(p for p in points if isinstance(p, Point)))
    if "/" not in text:
        return _point(text)
    return _interval(text)


def _interval(text: str) -> Interval | EdtfProblem:
    start, _, end = text.partition("/")
    ends = [None if part == ".." else _point(part) for part in (start, end)]
    if problem := _first_problem(ends):
        return problem
    value = Interval(*(p if isinstance(p, Point) else None for p in ends))
    if ends == [None, None]:
        return EdtfProblem(text, f"{text!r} is open at both ends and says nothing.")
    if earliest(value) and latest(value) and latest(value) < earliest(value):
        return EdtfProblem(text, f"{text!r} ends before it begins.")
    return value


def _first_problem(points: Iterable[Point | EdtfProblem | None]) -> EdtfProblem | None:
    return next((p for p in points if isinstance(p, EdtfProblem)), None)


def _point(text: str) -> Point | EdtfProblem:
    found = _SHAPE.fullmatch(text)
    if not found:
        return EdtfProblem(text, f"{text!r} is no date of the form 2025-07-31 or XXXX-07-31.")
    month = int(found["month"]) if found["month"] else None
    day = int(found["day"]) if found["day"] else None
    point = Point(found["year"], month, day, found["mark"])
    why = _fault(point)
    return EdtfProblem(text, f"{text!r} {why}.") if why else point


def _fault(point: Point) -> str:
    year, month, day = point.year, point.month, point.day
    if month is None:
        return "says neither year nor month" if year == "XXXX" else ""
    if year != "XXXX" and "X" in year:
        return "has a month but not the whole year"
    if month in _GROUPS:
        return "has a day in a group of months" if day is not None else ""
    if not 1 <= month <= 12:
        return f"has a month {month:02d}"
    if day is not None and not 1 <= day <= days_in(year, month):
        return f"has a day {day:02d}, which its month lacks"
    return ""


def days_in(year: str, month: int) -> int:
    """The number of days of a month; that of February is 29 while its year is unknown."""
    known = int(year) if year.lstrip("-").isdecimal() else 2000
    leap = known % 4 == 0 and (known % 100 != 0 or known % 400 == 0)
    return 29 if month == 2 and leap else _DAYS[month - 1]


def earliest(value: Edtf) -> str:
    """The first day as ISO date, "" where it is open or unknown."""
    if isinstance(value, Interval):
        return _bound(value.start, last=False) if value.start else ""
    if isinstance(value, Several):
        days = [_bound(p, last=False) for p in value.items]
        return min(days) if all(days) else ""
    return _bound(value, last=False)


def latest(value: Edtf) -> str:
    """The last day as ISO date, "" where it is open or unknown."""
    if isinstance(value, Interval):
        return _bound(value.end, last=True) if value.end else ""
    if isinstance(value, Several):
        days = [_bound(p, last=True) for p in value.items]
        return max(days) if all(days) else ""
    return _bound(value, last=True)


def _bound(point: Point, *, last: bool) -> str:
    if point.year == "XXXX" or point.year.startswith("-"):
        return ""
    year = int(point.year.replace("X", "9" if last else "0"))
    if not 1 <= year <= 9998:
        return ""
    first_month, last_month = _GROUPS.get(point.month or 0, (point.month or 1, point.month or 12))
    year, month = divmod(year * 12 + (last_month if last else first_month) - 1, 12)
    day = point.day or (days_in(f"{year:04d}", month + 1) if last else 1)
    return f"{year:04d}-{month + 1:02d}-{day:02d}"


def granularity(value: Edtf) -> Grain:
    """The size of the unit that a point names; "interval" for anything else."""
    if not isinstance(value, Point):
        return "interval"
    if value.day is not None:
        return "day"
    if value.month is not None:
        return _GRAINS.get(value.month, "month")
    return (
        "century" if value.year.endswith("XX") else "decade" if value.year.endswith("X") else "year"
    )


def compare(one: Edtf, other: Edtf) -> int:
    """-1, 0 or 1 as ``one`` begins before, with or after ``other``; unknown days come last.

    Of two that begin together the longer comes first.
    """
    left, right = _order(one), _order(other)
    return (left > right) - (left < right)


def _order(value: Edtf) -> tuple[str, str]:
    first, last = earliest(value), latest(value)
    inverted = "".join(chr(0x7E - ord(c) + 0x20) for c in last)
    return first or last or "~", inverted
