"""Reading dates of the calendar: those that say their year, and those that leave it out."""

from __future__ import annotations

from datetime import date

from store.dates import days
from store.dates.build_points import point
from store.dates.reading import (
    AMBIGUOUS,
    INFERRED,
    UNRESOLVED,
    AnchorKind,
    Place,
    Reading,
    counted,
    spelt,
    unknown,
)
from store.dates.story import told_of
from store.dates.yearless import month_of
from store.dates.years import Choice
from store.meaning import Decade, Explicit, Partial

_THIS = 8  # months that "this winter" may lie ahead of a verb in the past
_AHEAD = 20  # years that "'99" may lie ahead of its anchor before it is the century's before


def explicit(place: Place, meaning: Explicit) -> Reading:
    """A date that says its year; of two readings of figures the one not after the publication."""
    if not meaning.also:
        told = told_of(meaning.edtf) if meaning.weekday else None
        wrong = told and told.first.isoweekday() != meaning.weekday
        return Reading(meaning.edtf, "explicit-date", confidence=0.7 if wrong else 1.0)
    one, other = meaning.edtf, meaning.also
    now = place.story.published.isoformat() if place.story.published else ""
    if now and other <= now < one:
        one, other = other, one
    if now and one <= now < other:
        return Reading(one, "numeric-by-publication", now, "publication", 0.9, (other,))
    return Reading(
        one, "numeric-date", confidence=0.6, alternatives=(other,), cautions=(AMBIGUOUS,)
    )


def partial(place: Place, meaning: Partial) -> Reading:
    """A date without its year."""
    if meaning.which:
        return _pointed(place, meaning)
    if meaning.short is not None:
        return _short(place, meaning.short)
    if not (meaning.month or meaning.season or meaning.quarter or meaning.half):
        return _day_alone(place, meaning.day or 1)
    if place.choice is None:
        value = spelt("XXXX", meaning)
        return Reading(value, "year-unknown", confidence=0.3, cautions=(UNRESOLVED,))
    return _in_year(place, meaning, place.choice)


def _in_year(place: Place, meaning: Partial, choice: Choice) -> Reading:
    value = spelt(f"{choice.year:04d}", meaning)
    others = tuple(spelt(f"{year:04d}", meaning) for year in choice.others)
    published = place.story.published
    if choice.by == "publication" and published:
        sure = 0.8 if others else 0.9
        return Reading(
            value, "year-by-publication", published.isoformat(), "publication", sure, others
        )
    last = place.story.last
    anchor = last.edtf if last and "/" not in last.edtf else ""
    cautions = () if published else (INFERRED,)
    sure = 0.7 if others else 0.8
    return Reading(value, "year-by-story", anchor, "story", sure, others, cautions)


def _pointed(place: Place, meaning: Partial) -> Reading:
    """“last May”, “this summer”, “the following March”."""
    gone = meaning.which == "next" and place.context.tense == "past"
    anchor = place.anchor("either" if gone else meaning.whose, "month")
    if anchor is None:
        return unknown("year-unknown")
    year = anchor.day.year + _turns(place, meaning, anchor.day)
    return counted(spelt(f"{year:04d}", meaning), "pointed-date", anchor, 0.9)


def _turns(place: Place, meaning: Partial, now: date) -> int:
    """How many years from the anchor's a date lies that is pointed at."""
    ahead = month_of(meaning) - now.month
    if meaning.which == "last":
        return -1 if ahead >= -1 else 0
    if meaning.which == "next":
        return 1 if ahead <= 0 else 0
    return -1 if place.context.tense == "past" and ahead > _THIS else 0


def _short(place: Place, short: int) -> Reading:
    """“'57”: of the story's century in histories, else of the publication's or the one before."""
    told, published = place.story.last, place.story.published
    now = told.last if told and (place.story.narrative or not published) else published
    if now is None:
        return Reading(f"19{short:02d}", "short-year", confidence=0.4, cautions=(INFERRED,))
    year = now.year // 100 * 100 + short
    year -= 100 * (year > now.year + (_AHEAD if told else 0))
    kind: AnchorKind = "publication" if now == published else "story"
    return Reading(f"{year:04d}", "short-year", now.isoformat(), kind, confidence=0.9)


def _day_alone(place: Place, day: int) -> Reading:
    """“the 14th”: of the month told last in histories, else of the one published in."""
    story = place.story
    told = story.last
    published = story.published
    if told and told.is_within_month and (story.narrative or story.is_far(told)):
        near, kind = told.last, "story"
    elif published:
        late = day > published.day and place.context.tense != "future"
        near = days.months_off(published.replace(day=1), -late)
        kind = "publication"
    else:
        return unknown("month-unknown")
    found = point(near.year, near.month, day)
    value = found.edtf if isinstance(found, Explicit) else ""
    anchor_kind: AnchorKind = "story" if kind == "story" else "publication"
    return Reading(value, "day-of-the-month-told", near.isoformat(), anchor_kind, confidence=0.6)


def decade(place: Place, meaning: Decade) -> Reading:
    """“the nineties”: the last one that had begun by the anchor."""
    told, published = place.story.last, place.story.published
    now = told.last if told and (place.story.narrative or not published) else published
    year = (now.year if now else 1999) // 100 * 100 + meaning.tens
    year -= 100 * (now is not None and year > now.year)
    sure = 0.8 if now else 0.4
    return Reading(f"{year // 10:03d}X", "decade", confidence=sure)


def in_year(place: Place, year: int) -> Place:
    """A place at which another year is chosen."""
    return place._replace(choice=place.choice._replace(year=year) if place.choice else None)
