"""Reading what counts from a present: weekdays, "last week", "three days earlier", "that month"."""

from __future__ import annotations

from store.dates import days
from store.dates.reading import Anchor, Place, Reading, counted, unknown
from store.meaning import Deictic, Offset, Running, Same, Term, Unit, Weekday

_FRIDAY = 5


def weekday(place: Place, meaning: Weekday) -> Reading:
    """A day of the week: the publication's own, else the last one, or the next if it lies ahead."""
    told = place.story.narrative or (place.story.published is None and place.story.last_day)
    anchor = place.anchor("story" if told else meaning.whose, "day")
    if anchor is None:
        return unknown("weekday")
    if place.story.published is None:
        anchor = anchor._replace(borrowed=True)
    if meaning.week is not None:
        monday = days.shifted(anchor.day, 7 * meaning.week - anchor.day.weekday())
        return counted(days.shifted(monday, meaning.day - 1).isoformat(), "weekday", anchor, 0.95)
    ahead = _lies_ahead(place, meaning, anchor)
    own = meaning.which in ("", "this") and anchor.kind != "story"
    day = days.weekday_near(anchor.day, meaning.day, ahead=ahead, own=own)
    if meaning.more:
        return counted(str(days.shifted(day, 7 * meaning.more)), "weekday", anchor, 0.9)
    other = days.weekday_near(
        anchor.day, meaning.day, ahead=ahead == (day == anchor.day), own=False
    )
    found = counted(day.isoformat(), "weekday", anchor, 0.9)
    return found._replace(alternatives=(other.isoformat(),))


def _lies_ahead(place: Place, meaning: Weekday, anchor: Anchor) -> bool:
    if meaning.which in ("last", "next"):
        return meaning.which == "next"
    if meaning.which == "this":
        return place.context.tense != "past"
    return place.context.tense == "future" or anchor.kind == "story"


def deictic(place: Place, meaning: Deictic) -> Reading:
    """A unit counted in whole units: "last week", "the following year"."""
    anchor = place.anchor(meaning.whose, meaning.unit)
    if anchor is None:
        return unknown("from-publication")
    shift = meaning.shift
    if meaning.unit == "weekend" and not shift and place.context.tense == "past":
        shift -= anchor.day.isoweekday() < _FRIDAY
    value = days.unit_at(anchor.day, meaning.unit, shift)
    rule = "from-story" if anchor.kind == "story" else "from-publication"
    return counted(value, rule, anchor, 0.95, meaning.unit)


def offset(place: Place, meaning: Offset) -> Reading:
    """A distance: in days it gives a day, in greater units one of those."""
    if meaning.count is None:
        return Reading("", "vague-offset", confidence=0.5)
    anchor = place.anchor(meaning.whose, meaning.unit)
    if anchor is None:
        return unknown("offset")
    quarter = place.story.last_quarter
    if quarter and (meaning.unit, meaning.count, meaning.sign) == ("year", 1, -1):
        year = int(quarter.edtf[:4]) - 1
        return Reading(f"{year:04d}{quarter.edtf[4:]}", "offset", quarter.edtf, "story", 0.8)
    return distance(anchor, meaning)


def distance(anchor: Anchor, meaning: Offset) -> Reading:
    """The date that lies a distance from an anchor."""
    count = meaning.sign * (meaning.count or 0)
    unit: Unit = meaning.unit
    if unit == "decade":  # "a decade ago" is ten years ago, and no decade
        unit, count = "year", 10 * count
    if unit == "minute" or unit == "hour":
        hours = count if unit == "hour" else 0
        unit, count = "day", int(hours / 24)
    return counted(days.unit_at(anchor.day, unit, count), "offset", anchor, 0.9, unit)


def running(place: Place, meaning: Running) -> Reading:
    """A stretch that ends (or begins) with the publication; in a history a length of time."""
    anchor = None if place.story.narrative else place.anchor("publication", "day")
    if meaning.count is None or meaning.unit == "minute" or anchor is None:
        return Reading("", "stretch-to-now", confidence=0.5)
    count = meaning.count if meaning.ahead else -meaning.count
    unit = meaning.unit
    if unit == "hour":  # "the past 24 hours" began the day before
        unit, count = "day", round(count / 24)
    first, last = sorted((anchor.day, days.since(anchor.day, count, unit)))
    value = str(first) if first == last else f"{first}/{last}"
    return counted(value, "stretch-to-now", anchor, 0.8)


def term(place: Place, meaning: Term) -> Reading:
    """A distance ahead where the verb looks ahead, a length of time elsewhere."""
    if place.context.tense != "future" or place.story.narrative:
        return Reading("", "duration")
    return offset(place, Offset(meaning.count, meaning.unit, 1))


def same(place: Place, meaning: Same) -> Reading:
    """The date told last, or the unit it lies in."""
    told = place.story.last
    if meaning.unit == "quarter" and (quarter := place.story.last_quarter):
        return Reading(quarter.edtf, "same-date", quarter.edtf, "story", confidence=0.8)
    if meaning.unit is None:
        if told is None:
            return unknown("same-date")
        anchor_day = told.first.isoformat()
        return Reading(told.edtf, "same-date", anchor_day, "story", confidence=0.8)
    anchor = place.anchor("story", meaning.unit)
    if anchor is None:
        return unknown("same-date")
    value = days.unit_at(anchor.day, meaning.unit, 0)
    return counted(value, "same-date", anchor, 0.85, meaning.unit)
