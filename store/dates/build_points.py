"""Builders for dates of the calendar: days, months, years, decades, and several of them together.

>>> date_({"DAY": 31, "MONTH": 7, "YEAR": 2025})
Explicit(edtf='2025-07-31', also='', weekday=None)
>>> date_({"DAY": 31, "MONTH": 2}) is None
True
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from store import edtf
from store.dates import numeric
from store.meaning import Decade, Deictic, Explicit, Inside, Meaning, Partial, Range, Several, Which

Fields = Mapping[str, Any]
WHICH: Mapping[int, Which] = {-1: "last", 0: "this", 1: "next"}
_SEASONS = ("SEASON", "INSEASON", "PLAINSEASON", "LONESEASON")
_DAYS = ("DAY", "DAYTH", "SPOKENDAY", "LATEDAY", "ORD")
_MONTHS = ("MONTH", "SHORTMONTH", "PLAINMONTH", "LONEMONTH", "ROMAN", "month")


_LAST_WHOLE = 2000
_BEFORE_LAST = -2


def first(fields: Fields, *names: str) -> Any:
    """The first of some fields that is there."""
    for name in names:
        if (found := fields.get(name)) is not None:
            return found
    return None


def point(
    year: int | None, month: int | None = None, day: int | None = None
) -> Explicit | Partial | None:
    """A date of the fields that are said; None for one that no calendar has."""
    if year is None and (month is None or month == 0):
        return Partial(day=day) if day else None
    pieces = ["XXXX" if year is None else f"{year:04d}"]
    pieces += [f"{piece:02d}" for piece in (month, day) if piece]
    text = "-".join(pieces)
    if isinstance(edtf.parse(text), edtf.EdtfProblem):
        return None
    return Partial(month=month, day=day) if year is None else Explicit(text)


def date_(fields: Fields) -> Meaning | None:
    """A day or month, with its year or without."""
    day = first(fields, *_DAYS, "day")
    if fields.get("TIES"):
        day += fields["TIES"]
    month = first(fields, *_MONTHS)
    found = point(_year_of(fields), month, day)
    weekday = first(fields, "WEEKDAY", "SHORTDAY")
    return found._replace(weekday=weekday) if found and weekday else found


def year(fields: Fields) -> Meaning | None:
    """A year alone."""
    number = first(fields, "YEAR", "PLAINYEAR", "OLDYEAR", "SHORTYEAR", "COUNT", "NUM")
    return point(int(number)) if 1 <= number <= 2199 else None


def before_christ(fields: Fields) -> Meaning | None:
    """“218 BC”, which EDTF counts as -0217."""
    number, month = fields["NUM"], first(fields, "MONTH", "SEASON", "INSEASON")
    year = f"{1 - number:05d}"
    return Explicit(f"{year}-{month:02d}" if month else year) if 1 < number <= 9999 else None


def years_before_christ(fields: Fields) -> Meaning | None:
    """“218-201 BC”."""
    start, end = before_christ(fields), before_christ({"NUM": fields["NUM2"]})
    return Range(start, end) if start and end and fields["NUM"] > fields["NUM2"] else None


def spoken_year(fields: Fields) -> Meaning | None:
    """“nineteen ninety-six”."""
    found = _year_of(fields)
    return point(found) if found else None


def _year_of(fields: Fields) -> int | None:
    """The year that is said, in figures or in words."""
    if fields.get("TEEN"):
        rest = fields["COUNT"]
        return int(fields["TEEN"] * 100 + rest) if rest in range(10, 100) else None
    found: int | None = first(fields, "YEAR", "PLAINYEAR", "YEAR2")
    return found


def short_year(fields: Fields) -> Meaning | None:
    """“'57”."""
    return Partial(short=fields["YY"])


def iso(fields: Fields) -> Meaning | None:
    """A date as ISO 8601 writes it."""
    return Explicit(fields["ISO"]) if isinstance(edtf.parse(fields["ISO"]), edtf.Point) else None


def figures(fields: Fields) -> Meaning | None:
    """“31.07.2025” and “7/31/25”; ``day_first`` says what the language puts first."""
    return numeric.read(fields["NUMERIC"], day_first=bool(fields["day_first"]))


def named(fields: Fields) -> Meaning | None:
    """A month, season, quarter or half, perhaps with a year or as "last May" points at it."""
    shift = first(fields, "REL", "TOLD", "NEXT", "SAME")
    if shift == _BEFORE_LAST:
        return Inside(part_of(fields), Deictic("year", shift))
    part = part_of(fields)._replace(
        which="" if shift is None else WHICH[shift],
        whose="publication" if first(fields, "TOLD", "SAME") is None else "story",
    )
    return _group_of_months(part, _year_of(fields))


def feast(fields: Fields) -> Meaning:
    """A day that has a name, "Thanksgiving": of each year, or of the year that is said or known."""
    shift = fields.get("REL")
    part = Partial(
        month=fields["month"],
        day=fields.get("day"),
        weekday=fields.get("weekday"),
        nth=fields.get("nth"),
        which="" if shift is None else WHICH[shift],
    )
    year = first(fields, "YEAR", "year")
    return Inside(part, Explicit(f"{year:04d}")) if year else part


def part_of(fields: Fields) -> Partial:
    """The fields of a date that are smaller than a year."""
    number = first(fields, "ORD", "ROMAN", "NUM", "QUARTER", "HALF", "number")
    return Partial(
        month=fields.get("MONTH"),
        day=first(fields, "DAY", "DAYTH"),
        season=first(fields, *_SEASONS),
        quarter=number if fields.get("quarter") else None,
        half=number if fields.get("half") else None,
    )


def in_year(part: Partial, year: int) -> Meaning | None:
    """A date without its year in a year that stands beside it; None if that has no such day."""
    if part.season or part.quarter or part.half:
        return _group_of_months(part, year)
    return point(year, part.month, part.day)


def _group_of_months(part: Partial, year: int | None) -> Meaning | None:
    if (part.quarter or 1) > 4 or (part.half or 1) > 2:
        return None
    group = part.season or (part.quarter and 32 + part.quarter) or (part.half and 39 + part.half)
    return Explicit(f"{year:04d}-{group:02d}") if year and group else part


def decade(fields: Fields) -> Meaning | None:
    """“the 1990s” and “the nineties”."""
    start: int = first(fields, "DECADE", "YEAR", "TENS", "YY")
    if start % 10:
        return None
    if start < 100:
        number = first(fields, "ROMAN", "ORD", "DAY2")
        return Explicit(f"{number - 1:02d}{start // 10}X") if number else Decade(start)
    # "the 1800s" are a century; only of the present one do people mean the decade.
    whole = start % 100 == 0 and start < _LAST_WHOLE
    return Explicit(f"{start // 100:02d}XX" if whole else f"{start // 10:03d}X")


def century(fields: Fields) -> Meaning | None:
    """“the 19th century”, which EDTF calls 18XX; before Christ it is from year to year."""
    number = first(fields, "ORD", "ROMAN", "NUM", "DAY")
    if fields.get("before_christ"):
        start, end = ({"NUM": 100 * number}, {"NUM": 100 * number - 99})
        return Range(before_christ(start), before_christ(end)) if number <= 99 else None
    return Explicit(f"{number - 1:02d}XX") if 2 <= number <= 30 else None


def centuries(fields: Fields) -> Meaning | None:
    """“the 16th and 17th centuries”."""
    start, end = century(fields), century({"ORD": first(fields, "ORD2", "ROMAN2", "DAY2")})
    if not (start and end):
        return None
    return Range(start, end) if fields.get("span") else Several((start, end))


def days(fields: Fields) -> Meaning | None:
    """“July 29-31”, “4 to 6 March”, “29 July - 2 August 2024”."""
    months = fields["MONTH"], fields.get("MONTH2") or fields["MONTH"]
    told = first(fields, "DAY", "SPOKENDAY"), first(fields, "DAY2", "SPOKENDAY2")
    last_year = fields.get("YEAR")
    over = months[0] > months[1]
    first_year = last_year - over if last_year else None
    start, end = (
        point(first_year, months[0], told[0]),
        point(last_year, months[1], told[1]),
    )
    ordered = months[0] != months[1] or told[0] < told[1]
    return Range(start, end) if start and end and ordered else None


def listed(fields: Fields) -> Meaning | None:
    """“3 and 5 March”, “March 3, 5 and 7”."""
    told = [fields[name] for name in ("DAY", "DAY2", "DAY3", "DAY4") if fields.get(name)]
    points = tuple(p for day in told if (p := point(fields.get("YEAR"), fields["MONTH"], day)))
    return Several(points) if len(points) == len(told) else None


def months(fields: Fields) -> Meaning | None:
    """“April-May 2019” as a range; with ``both`` set “April and May 2019” as two months."""
    start, end = fields["MONTH"], fields["MONTH2"]
    year = fields.get("YEAR")
    if fields.get("both"):
        return Several(tuple(p for month in (start, end) if (p := point(year, month))))
    return Range(point(year and year - (start > end), start), point(year, end))


def years(fields: Fields) -> Meaning | None:
    """“1957-58” and “1957-1958”."""
    start = fields["YEAR"]
    end = first(fields, "YEAR2", "YY2")
    end += start // 100 * 100 if end < 100 else 0
    return Range(Explicit(f"{start:04d}"), Explicit(f"{end:04d}")) if start < end else None


def year_list(fields: Fields) -> Meaning:
    """“1941, 1942 і 1943 роки”."""
    told = (fields[name] for name in ("YEAR", "YEAR2", "YEAR3") if fields.get(name))
    return Several(tuple(Explicit(f"{year:04d}") for year in told))


def decades(fields: Fields) -> Meaning | None:
    """“1950—1970-х років” as a range; with ``both`` set two decades."""
    ends = first(fields, "YEAR", "YY"), first(fields, "YEAR2", "YY2")
    start, end = (decade({"YEAR": year}) for year in ends)
    if not (start and end):
        return None
    return Several((start, end)) if fields.get("both") else Range(start, end)
