"""TIMEX3 values, as corpora of date expressions write them.

>>> from_edtf("2025-33"), from_edtf("198X"), from_edtf("-0217"), from_edtf("2025-03/2025-04")
('2025-Q1', '198', 'BC0218', '2025-03/2025-04')
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from store.dates.build_counted import length
from store.meaning import (
    Deictic,
    Duration,
    Meaning,
    Night,
    Offset,
    Piece,
    Range,
    Recurrence,
    Running,
    Shaded,
    Term,
    Vague,
)

if TYPE_CHECKING:
    from store.dates.reading import Reading

_GROUPS = {
    "21": "SP",
    "22": "SU",
    "23": "FA",
    "24": "WI",
    "33": "Q1",
    "34": "Q2",
    "35": "Q3",
    "36": "Q4",
    "40": "H1",
    "41": "H2",
}
_SUNDAY, _WEEKEND = timedelta(days=6), timedelta(days=1)


def timex(meaning: Meaning, reading: Reading) -> str:
    """The TIMEX3 value of a meaning that was read so; "" where it has none."""
    match meaning:
        case Duration(timex=value) | Recurrence(timex=value) | Vague(timex=value):
            return value
        case Term(count=count, unit=unit) if not reading.edtf:
            return length(count, unit)
        case Running() | Piece() | Offset() if size := _length(meaning, reading):
            return size
        case Shaded(of=inner, part=part) if part and not isinstance(inner, Range):
            value = timex(inner, reading)
            return value + (part if part[0] == "T" else f"T{part}") if value else ""
        case Night(into=into):
            before, _, day = reading.edtf.partition("/")
            named = before if isinstance(into, Deictic) else day  # "overnight" began yesterday
            return from_edtf(named) + "TNI" if named else ""
        case Range(start=None) | Range(end=None):  # the bound is no part of the expression
            return from_edtf(reading.edtf.strip("./"))
        case Deictic(unit="day", whose="either"):  # corpora leave "later in the day" alone
            return ""
        case _:
            return week(reading.edtf) if reading.granularity else from_edtf(reading.edtf)


def _length(meaning: Running | Piece | Offset, reading: Reading) -> str:
    """What corpora take for a length of time although it has its days; "" for all else."""
    match meaning:
        case Running(count=count, unit=unit):
            return length(count, unit)
        case Piece(unit="half" | "day") if "/" in reading.edtf:  # its month, with a mod
            return _shared(*reading.edtf.split("/"))
        case Piece(unit=unit, count=count) if "/" in reading.edtf:
            return length(count, unit)
        case Offset(count=None, sign=sign):
            return "FUTURE_REF" if sign > 0 else "PAST_REF"
        case Offset(count=int(count), unit="minute" | "hour" as unit):
            return length(count, unit)
        case _:
            return ""


def _shared(first: str, last: str) -> str:
    """The month, year or century that both ends of a piece lie in: "2024-07", "19"."""
    size = next((n for n in (7, 4, 2) if first[:n] == last[:n]), 0)
    return first[:size]


def from_edtf(value: str) -> str:
    """An EDTF value in the spelling of TIMEX3."""
    plain = value.rstrip("~?%")
    if plain[:1] == "-":
        return f"BC{1 - int(plain[:5]):04d}{plain[5:]}"
    if "/" in plain:
        return "/".join(from_edtf(part) for part in plain.split("/"))
    if len(plain) == 7 and plain[5:] in _GROUPS:
        return f"{plain[:5]}{_GROUPS[plain[5:]]}"
    return plain.rstrip("X") if len(plain) == 4 and plain != "XXXX" else plain


def week(interval: str) -> str:
    """The name of the week or weekend that an interval is, "" for any other.

    >>> week("2025-03-08/2025-03-09")
    '2025-W10-WE'
    """
    first, _, last = interval.partition("/")
    start, end = date.fromisoformat(first), date.fromisoformat(last)
    year, number, weekday = start.isocalendar()
    if weekday == 1 and end - start == _SUNDAY:
        return f"{year:04d}-W{number:02d}"
    return f"{year:04d}-W{number:02d}-WE" if weekday == 6 and end - start == _WEEKEND else ""
