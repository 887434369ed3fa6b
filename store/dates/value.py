"""The value of a meaning at a place; here are the meanings that are made of others.

>>> from store.dates.story import Story
>>> from store.dating import PhraseContext
>>> place = Place(Story(date(2025, 3, 12), narrative=False), PhraseContext(0, 0), None, read)
>>> read(place, Night(Deictic("day", 0))).edtf
'2025-03-11/2025-03-12'
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from store.dates import days, read_counted, read_pieces, read_points
from store.dates.reading import (
    UNRESOLVED,
    Anchor,
    Place,
    Reading,
    counted,
    is_date,
    spelt,
    unknown,
)
from store.dates.story import told_of
from store.dates.yearless import lacking, month_of
from store.meaning import (
    Decade,
    Deictic,
    Duration,
    Explicit,
    Inside,
    Meaning,
    Night,
    Offset,
    Partial,
    Piece,
    Range,
    Recurrence,
    Running,
    Same,
    Several,
    Shaded,
    Term,
    Unit,
    Vague,
    Week,
    Weekday,
)


def read(place: Place, meaning: Meaning) -> Reading:
    """The value of a meaning at a place."""
    return _READERS[type(meaning)](place, meaning)


def _offset(place: Place, meaning: Offset) -> Reading:
    """A distance from a present, or from a date that the phrase names."""
    if meaning.base is None:
        return read_counted.offset(place, meaning)
    base = told_of(read(place, meaning.base).edtf)
    if base is None or meaning.count is None:
        return unknown("offset")
    return read_counted.distance(Anchor(base.last, "phrase"), meaning)


def _inside(place: Place, meaning: Inside) -> Reading:
    """A part of a greater date: the year (and month) of the one, the rest of the other."""
    whole = read(place, meaning.whole)
    part = meaning.part
    if not whole.edtf or whole.edtf.startswith("XXXX"):
        return whole._replace(edtf=spelt("XXXX", part) if part.month else "")
    year, month = whole.edtf[:4], whole.edtf[5:7]
    if month and not part.month:
        part = part._replace(month=int(month))
    value = spelt(year, part)
    return whole._replace(
        edtf=value if is_date(value) else "", rule="part-of-date", granularity=None
    )


def _shaded(place: Place, meaning: Shaded) -> Reading:
    """A shade leaves a date as it is; "about" qualifies it."""
    inner = read(place, meaning.of)
    single = inner.edtf and "/" not in inner.edtf
    return inner._replace(edtf=inner.edtf + "~") if meaning.shade == "about" and single else inner


def _week(place: Place, meaning: Week) -> Reading:
    inner = read(place, meaning.of)
    told = told_of(inner.edtf)
    if told is None:
        return inner._replace(edtf="")
    value = days.unit_at(told.first, "week", 0)
    if meaning.ending:
        value = f"{days.shifted(told.last, -6)}/{told.last}"
    whole: Unit | None = None if meaning.ending else "week"
    return counted(value, "week-of-date", Anchor(told.first, "phrase"), inner.confidence, whole)


def _night(place: Place, meaning: Night) -> Reading:
    """A night over two dates: the day it leads into and the one before."""
    inner = read(place, meaning.into)
    if inner.edtf.startswith("XXXX-"):
        leap = date(2000, int(inner.edtf[5:7]), int(inner.edtf[8:10]))
        before = f"XXXX{days.shifted(leap, -1).isoformat()[4:]}"
        return inner._replace(edtf=f"{before}/{inner.edtf}")
    told = told_of(inner.edtf)
    if told is None or not told.is_day:
        return inner
    value = f"{days.shifted(told.first, -1)}/{told.first}"
    return inner._replace(edtf=value, rule="night", alternatives=())


def _several(place: Place, meaning: Several) -> Reading:
    readings = [_sibling(place, item, meaning.items[-1]) for item in meaning.items]
    return readings[-1]._replace(edtf="{" + ",".join(r.edtf for r in readings) + "}")


def _range(place: Place, meaning: Range) -> Reading:
    """Both ends; the year of the end is the one that was chosen, the start lies before it."""
    if meaning.start is None or meaning.end is None:
        return _open(place, meaning)
    start, end = _sibling(place, meaning.start, meaning.end), read(place, meaning.end)
    first, last = _start_of(start.edtf), _end_of(end.edtf)
    if not (first and last):
        return end._replace(edtf="", cautions=(UNRESOLVED,))
    if first > last and isinstance(meaning.start, Weekday):
        first = days.shifted(date.fromisoformat(first), -7).isoformat()
    if not is_date(f"{first}/{last}"):
        return start._replace(granularity=None)
    chosen = end if lacking(meaning.end) else start
    return chosen._replace(edtf=f"{first}/{last}", granularity=None)


def _open(place: Place, meaning: Range) -> Reading:
    """“since May” and “until Friday”; an end that is awaited lies ahead."""
    if meaning.start is None and place.context.tense != "past":
        place = place._replace(context=place.context._replace(tense="future"))
    inner = read(place, meaning.start or meaning.end or Same(None))
    if not inner.edtf:
        return inner
    value = f"{_start_of(inner.edtf)}/.." if meaning.start else f"../{_end_of(inner.edtf)}"
    return inner._replace(edtf=value, granularity=None)


def _sibling(place: Place, meaning: Meaning, later: Meaning) -> Reading:
    """A date that shares the year of a later one, or lies in the year before it."""
    one, other = lacking(meaning), lacking(later)
    if place.choice is None or one is None or other is None:
        return read(place, meaning)
    before = (month_of(one), one.day or 0) > (month_of(other), other.day or 31)
    return read(read_points.in_year(place, place.choice.year - before), meaning)


def _start_of(value: str) -> str:
    return value.partition("/")[0].strip("{").partition(",")[0]


def _end_of(value: str) -> str:
    return value.rpartition("/")[2].strip("}").rpartition(",")[2]


def _duration(_: Place, __: Duration) -> Reading:
    return Reading("", "duration")


def _recurrence(_: Place, __: Recurrence) -> Reading:
    return Reading("", "set")


def _vague(_: Place, __: Vague) -> Reading:
    return Reading("", "vague", confidence=0.5)


_READERS: dict[type, Callable[[Place, Any], Reading]] = {
    Explicit: read_points.explicit,
    Partial: read_points.partial,
    Decade: read_points.decade,
    Weekday: read_counted.weekday,
    Deictic: read_counted.deictic,
    Offset: _offset,
    Running: read_counted.running,
    Term: read_counted.term,
    Same: read_counted.same,
    Inside: _inside,
    Piece: read_pieces.piece,
    Shaded: _shaded,
    Week: _week,
    Night: _night,
    Several: _several,
    Range: _range,
    Duration: _duration,
    Recurrence: _recurrence,
    Vague: _vague,
}
