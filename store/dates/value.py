"""The value of one meaning, given the publication, the story so far and the year chosen for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

from store import edtf
from store.dates import days
from store.dates.build_points import point
from store.dates.story import Story, Told, told_of
from store.dates.years import Choice, lacking, month_of
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
    Range,
    Recurrence,
    Running,
    Same,
    Several,
    Shaded,
    Unit,
    Vague,
    Week,
    Weekday,
    Whose,
)
from store.model import Granularity, PhraseContext

AnchorKind = Literal["publication", "story", "sentence", "phrase", ""]
UNRESOLVED = "date-unresolved"
INFERRED = "date-inferred"
AMBIGUOUS = "date-ambiguous"
_WHOLE_GRAINS = ("week", "weekend")


@dataclass(frozen=True, slots=True)
class Reading:
    """A value and how it was reached; see ``store.model.Dating`` for the fields."""

    edtf: str
    rule: str
    anchor: str = ""
    anchor_kind: AnchorKind = ""
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    granularity: Granularity | None = None


@dataclass(frozen=True, slots=True)
class _Anchor:
    """The day that words count from, and whose it is; a borrowed one stands in for another."""

    day: date
    kind: AnchorKind
    borrowed: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads meanings at one place of a document."""

    story: Story
    context: PhraseContext
    choice: Choice | None

    def read(self, meaning: Meaning) -> Reading:
        """The value of a meaning here."""
        return _READERS[type(meaning)](self, meaning)

    # ---------------------------------------------------------------- dates that say their year

    def explicit(self, meaning: Explicit) -> Reading:
        if not meaning.also:
            wrong = meaning.weekday and _weekday(meaning.edtf) != meaning.weekday
            return Reading(meaning.edtf, "explicit-date", confidence=0.7 if wrong else 1.0)
        first, second = meaning.edtf, meaning.also
        now = self.story.published
        if now and first > now.isoformat() >= second:
            first, second = second, first
        cautions = () if now and first <= now.isoformat() < second else (AMBIGUOUS,)
        sure = 0.6 if cautions else 0.9
        anchor = _of_day(now) if now and not cautions else {}
        return Reading(
            first,
            "numeric-date",
            **anchor,
            confidence=sure,
            alternatives=(second,),
            cautions=cautions,
        )

    # ---------------------------------------------------------------- dates without their year

    def partial(self, meaning: Partial) -> Reading:
        if meaning.which:
            return self._pointed(meaning)
        if meaning.short is not None:
            return self._short(meaning.short)
        if not (meaning.month or meaning.season or meaning.quarter or meaning.half):
            return self._day_alone(meaning.day or 1)
        if self.choice is None:
            return Reading(
                _spelt("XXXX", meaning), "year-unknown", confidence=0.3, cautions=(UNRESOLVED,)
            )
        return self._in_year(meaning, self.choice)

    def _in_year(self, meaning: Partial, choice: Choice) -> Reading:
        others = tuple(_spelt(f"{year:04d}", meaning) for year in choice.others)
        published = self.story.published
        if choice.by == "publication" and published:
            return Reading(
                _spelt(f"{choice.year:04d}", meaning),
                "year-by-publication",
                **_of_day(published),
                confidence=0.9 if not others else 0.8,
                alternatives=others,
            )
        last = self.story.last
        return Reading(
            _spelt(f"{choice.year:04d}", meaning),
            "year-by-story",
            anchor=last.edtf if last and "/" not in last.edtf else "",
            anchor_kind="story",
            confidence=0.8 if not others else 0.7,
            alternatives=others,
            cautions=() if published else (INFERRED,),
        )

    def _pointed(self, meaning: Partial) -> Reading:
        """ "last May", "this summer", "next quarter"."""
        anchor = self._anchor("publication", "month")
        if anchor is None:
            return _unknown("year-unknown")
        now, then = anchor.day.year * 12 + anchor.day.month, month_of(meaning)
        year = anchor.day.year
        if meaning.which == "last" and year * 12 + then >= now - (1 if meaning.season else 0):
            year -= 1
        if meaning.which == "next" and year * 12 + then <= now:
            year += 1
        if meaning.which == "this" and self.context.tense == "past" and year * 12 + then > now + 1:
            year -= 1
        return _by(_spelt(f"{year:04d}", meaning), "pointed-date", anchor, 0.9)

    def _short(self, short: int) -> Reading:
        told = self.story.last.last if self.story.last else None
        now = told if self.story.narrative and told else self.story.published or told
        if now is None:
            return Reading(f"19{short:02d}", "short-year", confidence=0.4, cautions=(INFERRED,))
        year = now.year // 100 * 100 + short
        return Reading(
            f"{year - 100 * (year > now.year + 20):04d}",
            "short-year",
            **_of_day(now),
            confidence=0.9,
        )

    def _day_alone(self, day: int) -> Reading:
        """ "the 14th": of the month told last, else of the one published in."""
        told = self.story.last_day or self.story.last
        if told and (self.story.narrative or self.story.published is None):
            near = told.last
            kind: AnchorKind = "story"
        elif self.story.published:
            near, kind = self.story.published, "publication"
        else:
            return _unknown("month-unknown")
        if kind == "publication" and day > near.day and self.context.tense != "future":
            near = days.months_off(near.replace(day=1), -1)
        found = point(near.year, near.month, day)
        value = found.edtf if isinstance(found, Explicit) else ""
        return Reading(value, "day-of-the-month-told", near.isoformat(), kind, confidence=0.6)

    def decade(self, meaning: Decade) -> Reading:
        now = self.story.published or (
            self.story.last.last if self.story.last else date(2000, 1, 1)
        )
        decade = now.year // 100 * 10 + meaning.tens // 10
        decade -= 10 * (decade * 10 > now.year)
        return Reading(f"{decade:03d}X", "decade", confidence=0.8)

    # ---------------------------------------------------------------- dates counted from a present

    def weekday(self, meaning: Weekday) -> Reading:
        anchor = self._anchor(meaning.whose if not self.story.narrative else "story", "day")
        if anchor is None:
            return _unknown("weekday")
        ahead = meaning.which == "next" or (
            meaning.which != "last" and (self.context.tense == "future" or anchor.kind == "story")
        )
        if meaning.which == "this":
            ahead = self.context.tense != "past"
        own = meaning.which in ("", "this") and anchor.kind != "story"
        day = days.weekday_near(anchor.day, meaning.day, ahead=ahead, own=own)
        other = days.weekday_near(anchor.day, meaning.day, ahead=not ahead, own=False)
        return replace(
            _by(day.isoformat(), "weekday", anchor, 0.9), alternatives=(other.isoformat(),)
        )

    def deictic(self, meaning: Deictic) -> Reading:
        anchor = self._anchor(meaning.whose, meaning.unit)
        if anchor is None:
            return _unknown("from-publication")
        value = days.unit_at(anchor.day, meaning.unit, meaning.shift)
        rule = "from-story" if anchor.kind == "story" else "from-publication"
        return _by(value, rule, anchor, 0.95, meaning.unit)

    def offset(self, meaning: Offset) -> Reading:
        if meaning.count is None:
            return Reading("", "vague-offset", confidence=0.5)
        if meaning.base:
            base = self.read(meaning.base)
            told = told_of(base.edtf)
            anchor = _Anchor(told.last, "phrase") if told else None
        else:
            anchor = self._anchor(meaning.whose, meaning.unit)
        if anchor is None:
            return _unknown("offset")
        count = meaning.sign * meaning.count
        if meaning.unit in ("minute", "hour"):
            count = int(count / 24) if meaning.unit == "hour" else 0
            return _by(days.unit_at(anchor.day, "day", count), "offset", anchor, 0.7)
        value = days.unit_at(anchor.day, meaning.unit, int(count))
        return _by(value, "offset", anchor, 0.9, meaning.unit)

    def running(self, meaning: Running) -> Reading:
        anchor = self._anchor("publication", "day")
        if meaning.count is None or meaning.unit in ("minute", "hour") or anchor is None:
            return Reading("", "stretch-to-now", confidence=0.5)
        other = days.since(
            anchor.day, meaning.count if meaning.ahead else -meaning.count, meaning.unit
        )
        first, last = sorted((anchor.day, other))
        return _by(f"{first}/{last}", "stretch-to-now", anchor, 0.8)

    def same(self, meaning: Same) -> Reading:
        if meaning.unit is None:
            told = self.story.last
            if told is None:
                return _unknown("same-date")
            return Reading(told.edtf, "same-date", told.edtf, "story", confidence=0.8)
        anchor = self._anchor("story", meaning.unit)
        if anchor is None:
            return _unknown("same-date")
        value = days.unit_at(anchor.day, meaning.unit, 0)
        return _by(value, "same-date", anchor, 0.85, meaning.unit)

    def _anchor(self, whose: Whose, unit: Unit) -> _Anchor | None:
        """The day to count from; in histories all but "today" counts from the story."""
        story = self.story
        told = story.last_day if unit in ("day", "week", "hour") else story.last
        if whose == "story" or (story.narrative and unit != "day"):
            if told:
                return _Anchor(told.last, "story")
            return _Anchor(story.published, "publication", True) if story.published else None
        if story.published:
            return _Anchor(story.published, "publication")
        return None

    # ---------------------------------------------------------------- dates made of dates

    def inside(self, meaning: Inside) -> Reading:
        whole = self.read(meaning.whole)
        if not whole.edtf or whole.edtf.startswith("XXXX"):
            return replace(whole, edtf=_spelt("XXXX", meaning.part) if meaning.part.month else "")
        year, month = whole.edtf[:4], whole.edtf[5:7]
        part = (
            meaning.part
            if meaning.part.month or not month
            else replace(meaning.part, month=int(month))
        )
        value = _spelt(year, part)
        return replace(
            whole, edtf=value if _is_date(value) else "", rule="part-of-date", granularity=None
        )

    def shaded(self, meaning: Shaded) -> Reading:
        inner = self.read(meaning.of)
        if meaning.shade == "about" and inner.edtf and "/" not in inner.edtf:
            return replace(inner, edtf=inner.edtf + "~")
        return inner

    def week(self, meaning: Week) -> Reading:
        inner = self.read(meaning.of)
        told = told_of(inner.edtf)
        if told is None:
            return replace(inner, edtf="")
        value = (
            f"{days.shifted(told.last, -6)}/{told.last}"
            if meaning.ending
            else days.unit_at(told.first, "week", 0)
        )
        return replace(inner, edtf=value, rule="week-of-date", granularity="week")

    def night(self, meaning: Night) -> Reading:
        inner = self.read(meaning.into)
        if inner.edtf.startswith("XXXX-"):
            leap = date(2000, int(inner.edtf[5:7]), int(inner.edtf[8:10]))
            before = "XXXX" + days.shifted(leap, -1).isoformat()[4:]
            return replace(inner, edtf=f"{before}/{inner.edtf}")
        told = told_of(inner.edtf)
        if told is None or not told.is_day:
            return inner
        return replace(
            inner,
            edtf=f"{days.shifted(told.first, -1)}/{told.first}",
            rule="night",
            granularity=None,
        )

    def several(self, meaning: Several) -> Reading:
        readings = [self._sibling(item, meaning.items[-1]) for item in meaning.items]
        return replace(readings[-1], edtf="{" + ",".join(r.edtf for r in readings) + "}")

    def range(self, meaning: Range) -> Reading:
        if meaning.start is None or meaning.end is None:
            return self._open(meaning)
        end = self.read(meaning.end)
        start = self._sibling(meaning.start, meaning.end)
        first, last = _start_of(start.edtf), _end_of(end.edtf)
        if not (first and last):
            return replace(end, edtf="", cautions=(UNRESOLVED,))
        if isinstance(meaning.start, Weekday) and isinstance(meaning.end, Weekday) and first > last:
            first = days.shifted(date.fromisoformat(first), -7).isoformat()
        value = f"{first}/{last}"
        if isinstance(edtf.parse(value), edtf.EdtfProblem):
            return replace(start, granularity=None)
        return replace(
            end if lacking(meaning.end) else start, edtf=value, rule=end.rule, granularity=None
        )

    def _open(self, meaning: Range) -> Reading:
        """ "since May" and "until Friday"; what is awaited lies ahead."""
        ahead = meaning.start is None and self.context.tense != "past"
        there = replace(self, context=replace(self.context, tense="future")) if ahead else self
        inner = there.read(meaning.start or meaning.end or Same(None))
        if not inner.edtf:
            return inner
        first, last = _start_of(inner.edtf), _end_of(inner.edtf)
        return replace(
            inner, edtf=f"{first}/.." if meaning.start else f"../{last}", granularity=None
        )

    def _sibling(self, meaning: Meaning, later: Meaning) -> Reading:
        """A date that shares the year of a later one, or lies in the year before it."""
        one, other = lacking(meaning), lacking(later)
        if self.choice is None or one is None or other is None:
            return self.read(meaning)
        before = (month_of(one), one.day or 0) > (month_of(other), other.day or 31)
        choice = replace(self.choice, year=self.choice.year - before)
        return replace(self, choice=choice).read(meaning)

    # ---------------------------------------------------------------- what is no date

    def duration(self, _: Duration) -> Reading:
        return Reading("", "duration")

    def recurrence(self, _: Recurrence) -> Reading:
        return Reading("", "set")

    def vague(self, _: Vague) -> Reading:
        return Reading("", "vague", confidence=0.5)


_READERS: dict[type, Callable[[Reader, Any], Reading]] = {
    Explicit: Reader.explicit,
    Partial: Reader.partial,
    Decade: Reader.decade,
    Weekday: Reader.weekday,
    Deictic: Reader.deictic,
    Offset: Reader.offset,
    Running: Reader.running,
    Same: Reader.same,
    Inside: Reader.inside,
    Shaded: Reader.shaded,
    Week: Reader.week,
    Night: Reader.night,
    Several: Reader.several,
    Range: Reader.range,
    Duration: Reader.duration,
    Recurrence: Reader.recurrence,
    Vague: Reader.vague,
}


def _by(value: str, rule: str, anchor: _Anchor, sure: float, unit: Unit | None = None) -> Reading:
    """A value that was counted from an anchor."""
    return Reading(
        value,
        rule,
        anchor.day.isoformat(),
        anchor.kind,
        confidence=sure - (0.3 if anchor.borrowed else 0),
        cautions=(INFERRED,) if anchor.borrowed else (),
        granularity=unit if unit in ("week", "weekend") else None,
    )


def _of_day(day: date) -> dict[str, Any]:
    return {"anchor": day.isoformat(), "anchor_kind": "publication"}


def _unknown(rule: str) -> Reading:
    return Reading("", rule, confidence=0.2, cautions=(UNRESOLVED,))


def _spelt(year: str, part: Partial) -> str:
    """A date without year as EDTF, in a year."""
    group = part.season or (part.quarter and 32 + part.quarter) or (part.half and 39 + part.half)
    month = group or part.month
    pieces = [year, *(f"{piece:02d}" for piece in (month, part.day) if piece)]
    return "-".join(pieces)


def _is_date(value: str) -> bool:
    return not isinstance(edtf.parse(value), edtf.EdtfProblem)


def _weekday(value: str) -> int:
    told = told_of(value)
    return told.first.isoweekday() if told else 0


def _start_of(value: str) -> str:
    return value.partition("/")[0].strip("{").partition(",")[0]


def _end_of(value: str) -> str:
    return value.rpartition("/")[2].strip("}").rpartition(",")[2]
