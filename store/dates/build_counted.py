"""Builders for what is counted from a present: weekdays, "last week", "three days later", lengths.

>>> offset({"COUNT": 3, "UNIT": "day", "sign": -1, "whose": "story"})
Offset(count=3, unit='day', sign=-1, whose='story', base=None)
>>> length(2.5, "year"), length(None, "day")
('P2Y6M', 'PXD')
"""

from __future__ import annotations

from store.dates.build_points import WHICH, Fields, first, part_of
from store.meaning import (
    Deictic,
    Duration,
    Inside,
    Meaning,
    Night,
    Offset,
    Piece,
    Recurrence,
    Running,
    Same,
    Shaded,
    Term,
    Unit,
    Vague,
    Week,
    Weekday,
)

_MOST = 9999  # a count above that is no distance that a text means
_BEFORE_LAST = -2
_A_YEAR = 1500  # and one above that no length in years
_UNITS = ("UNIT", "ONEUNIT", "DAYUNIT", "MANYUNITS", "unit")
_LETTERS = {
    "second": "TxS",
    "minute": "TxM",
    "hour": "TxH",
    "day": "xD",
    "weekend": "xWE",
    "week": "xW",
    "month": "xM",
    "quarter": "xQ",
    "season": "xS",
    "half": "xH",
    "year": "xY",
    "decade": "xDE",
    "century": "xCE",
}
# What half of a unit is said in, and how many of those make a whole one.
_SMALLER = {
    "century": ("year", 100),
    "decade": ("year", 10),
    "year": ("month", 12),
    "month": ("day", 30),
    "week": ("day", 7),
    "day": ("hour", 24),
    "hour": ("minute", 60),
}
# The same as TIMEX3 writes lengths: "P1.5D" but "P2Y6M".
_SPELT_SMALLER = {"year": ("month", 12), "hour": ("minute", 60), "minute": ("second", 60)}
_SEASONS = {21: "SP", 22: "SU", 23: "FA", 24: "WI"}


def deictic(fields: Fields) -> Meaning | None:
    """“last week”, “the following year”, “the start of the month”."""
    unit = first(fields, *_UNITS)
    if unit == "fortnight":
        return None
    found = _pointed(fields, unit)
    return Shaded(found, fields["shade"]) if "shade" in fields else found


def _pointed(fields: Fields, unit: Unit) -> Meaning:
    """A unit as "last", "previous" or "that" point at it."""
    if fields.get("TOLD") is not None:
        return Deictic(unit, fields["TOLD"], "story")
    if first(fields, "SAME", "VERY") is not None:
        return Same(unit)
    if fields.get("NEXT") is not None:
        return Deictic(unit, fields["NEXT"], "story" if unit == "day" else "either")
    shift = first(fields, "REL", "YEARLY", "shift") or 0
    return Deictic(unit, shift, fields.get("whose", "publication"))


def inside(fields: Fields) -> Meaning | None:
    """A month, season, quarter or day of a year or month that is pointed at."""
    return Inside(part_of(fields), _pointed(fields, "month" if fields.get("inmonth") else "year"))


def today(fields: Fields) -> Meaning:
    """A day counted from a present, perhaps a part of it."""
    shift = first(fields, "TODAY", "shift") or 0
    found = Deictic("day", shift, fields.get("whose", "publication"))
    part = first(fields, "PART", "part")
    return Shaded(found, part=part) if part else found


def weekday(fields: Fields) -> Meaning:
    """A day of the week, perhaps with "last" or "the following"."""
    if fields.get("TOLD") is not None or fields.get("SAME") is not None:
        return Weekday(fields["WEEKDAY"], WHICH[first(fields, "TOLD", "SAME")], "story")
    shift, more = first(fields, "REL", "NEXT"), fields.get("more", 0)
    if shift == _BEFORE_LAST:
        shift, more = shift + 1, more - 1
    which = "" if shift is None else WHICH[shift]
    return Weekday(fields["WEEKDAY"], which, week=fields.get("week"), more=more)


def week(fields: Fields) -> Meaning | None:
    """Marks a week by a date in it; the date itself is put in by what stands at its edge."""
    return Week(Same("day"), bool(fields.get("ending")))


def night(fields: Fields) -> Meaning:
    """A night that ends on the present day."""
    return Night(Deictic("day", fields.get("shift", 0), fields.get("whose", "publication")))


def piece(fields: Fields) -> Meaning | None:
    """“the second week of”: the date that it is part of follows at once, see ``compose``."""
    number, count = (
        first(fields, "ORD", "LAST", "number") or 1,
        first(fields, "COUNT", "count") or 1,
    )
    unit, whole = first(fields, *_UNITS), fields.get("ONEUNIT2")
    if count != int(count) or unit in ("fortnight", "weekend", "minute", "hour"):
        return None
    return Piece(unit, number, int(count), Deictic(whole, 0) if whole else Same(None))


def same(fields: Fields) -> Meaning:
    """“that month”, “the same period”, and a part of a day that names no day."""
    found = Same(first(fields, *_UNITS))
    return Shaded(found, part=fields["part"]) if fields.get("part") else found


def offset(fields: Fields) -> Meaning | None:
    """A distance from a present, open where no count is said."""
    unit, count = _whole(*_in_whole(first(fields, *_UNITS), _count(fields)))
    if count is not None and not 0 <= count <= _MOST:
        return None
    return Offset(
        None if count is None else int(count),
        unit,
        fields["sign"],
        fields.get("whose", "publication"),
    )


def _in_whole(unit: str, count: float | None) -> tuple[str, float | None]:
    """A count of halves in smaller units: a year and a half are 18 months."""
    if count is None or count == int(count) or unit not in _SMALLER:
        return unit, count
    smaller, size = _SMALLER[unit]
    return smaller, round(count * size)


def _count(fields: Fields) -> float | None:
    found: float | None = None if fields.get("FEW") else first(fields, "COUNT", "count")
    return found


def _whole(unit: str, count: float | None) -> tuple[Unit, float | None]:
    """Fortnights as weeks."""
    if unit == "fortnight":
        return "week", 2 * (1 if count is None else count)
    known: Unit = unit  # type: ignore[assignment]  # the lexicons name units of that type only
    return known, count


def length(count: float | None, unit: str) -> str:
    """The TIMEX3 value of a duration, ``PXD`` where the count is open."""
    unit, count = _whole(unit, count)
    if count is None:
        return "P" + _LETTERS[unit].replace("x", "X")
    whole = int(count)
    if count == whole or unit not in _SPELT_SMALLER:
        return "P" + _LETTERS[unit].replace("x", f"{count:g}" if count != whole else str(whole))
    smaller, size = _SPELT_SMALLER[unit]
    rest = _LETTERS[smaller].replace("x", str(round((count - whole) * size)))
    start = _LETTERS[unit].replace("x", str(whole))
    return f"P{start}{rest.removeprefix('T') if start[0] == 'T' else rest}"


def duration(fields: Fields) -> Meaning | None:
    """A length of time; none of as many years as is a year ("у 1943 роках")."""
    count, unit = _count(fields), first(fields, *_UNITS)
    if count is not None and count >= _A_YEAR and unit == "year":
        return None
    return Duration(length(count, unit))


def term(fields: Fields) -> Meaning | None:
    """“in ten days”; a length of time where it is counted in less than days."""
    unit, count = _whole(*_in_whole(first(fields, *_UNITS), _count(fields)))
    if count is None or unit in ("minute", "hour") or not 0 < count <= _MOST:
        return duration(fields)
    return Term(int(count), unit)


def running(fields: Fields) -> Meaning | None:
    """A stretch up to the present; "the third day in a row" has its ``ORD``."""
    unit, count = _whole(first(fields, *_UNITS), _count(fields))
    if fields.get("ORD"):
        count = fields["ORD"] - 1
    if count is not None and (count != int(count) or count > _MOST):
        return Duration(length(count, unit))
    return Running(None if count is None else int(count), unit, bool(fields.get("ahead")))


def recurrence(fields: Fields) -> Meaning | None:
    """What comes again: "daily", "every Friday", "each July"."""
    weekday = first(fields, "WEEKDAY", "PLURALDAY")
    if weekday:
        return Recurrence(
            f"XXXX-WXX-{weekday}" + (f"T{fields['PART']}" if fields.get("PART") else "")
        )
    if fields.get("MONTH"):
        return Recurrence(f"XXXX-{fields['MONTH']:02d}")
    if fields.get("SEASON"):
        return Recurrence(f"XXXX-{_SEASONS[fields['SEASON']]}")
    if fields.get("PART"):
        return Recurrence(f"XXXX-XX-XXT{fields['PART']}")
    if fields.get("DAILY"):
        return Recurrence(fields["DAILY"].upper())
    return Recurrence(length(_count(fields) or 1, first(fields, *_UNITS)))


def vague(fields: Fields) -> Meaning:
    """“now”, “recently”, “the future”."""
    return Vague(str(first(fields, "VAGUE", "SOMETIME", "ref")).upper())
