"""A value with how it was reached, and the place in a document where it is read."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple

from store import edtf
from store.dates import days
from store.dates.story import Story, Told
from store.dates.years import Choice
from store.dating import Granularity, PhraseContext
from store.meaning import Meaning, Partial, Unit, Whose

AnchorKind = Literal["publication", "story", "sentence", "phrase", ""]
UNRESOLVED = "date-unresolved"
INFERRED = "date-inferred"
AMBIGUOUS = "date-ambiguous"
# How much less sure a value is that counts from the publication for want of a story.
_BORROWED = 0.3


class Reading(NamedTuple):
    """A value and how it was reached; see ``store.model.Dating`` for the fields."""

    edtf: str
    rule: str
    anchor: str = ""
    anchor_kind: AnchorKind = ""
    confidence: float = 1.0
    alternatives: tuple[str, ...] = ()
    cautions: tuple[str, ...] = ()
    granularity: Granularity | None = None


class Anchor(NamedTuple):
    """The day that words count from, and whose it is; a borrowed one stands in for another."""

    day: date
    kind: AnchorKind
    borrowed: bool = False


class Place(NamedTuple):
    """Where a meaning is read: the story so far, the phrase's context, the year chosen for it.

    ``read`` reads a meaning at a place, for meanings that are made of others.
    """

    story: Story
    context: PhraseContext
    choice: Choice | None
    read: Callable[[Place, Meaning], Reading]

    def anchor(self, whose: Whose, unit: Unit) -> Anchor | None:
        """The day to count from; in histories all but "today" counts from the story.

        "either" is the story's in histories, where the story is far from the publication and,
        for more than days, where the verb is past.
        """
        story = self.story
        if whose == "either":
            whose = "story" if self._is_told(unit) else "publication"
        if whose == "publication" and not (story.narrative and unit != "day"):
            return Anchor(story.published, "publication") if story.published else None
        if told := self._told(unit):
            return Anchor(told.last, "story")
        if story.narrative:  # a history of days that have no ISO date, before our era
            return None
        return Anchor(story.published, "publication", borrowed=True) if story.published else None

    def _is_told(self, unit: Unit) -> bool:
        """Whether what could count from either present counts from the story's."""
        story, told = self.story, self._told(unit)
        if told is None:
            return False
        past = self.context.tense == "past" or story.published is None
        return story.narrative or story.is_far(told) or (unit != "day" and past)

    def _told(self, unit: Unit) -> Told | None:
        """The date told last that is fine enough to count a unit from."""
        small = unit in ("day", "week", "hour")
        return self.story.last_day if small else self.story.last


def counted(
    value: str, rule: str, anchor: Anchor, sure: float, unit: Unit | None = None
) -> Reading:
    """A value that was counted from an anchor."""
    return Reading(
        value,
        rule,
        anchor.day.isoformat(),
        anchor.kind,
        confidence=round(sure - (_BORROWED if anchor.borrowed else 0), 2),
        cautions=(INFERRED,) if anchor.borrowed else (),
        granularity=unit if unit in ("week", "weekend") else None,
    )


def unknown(rule: str) -> Reading:
    """No value: what it would count from is not known."""
    return Reading("", rule, confidence=0.2, cautions=(UNRESOLVED,))


def spelt(year: str, part: Partial) -> str:
    """A date without year as EDTF, in a year or in ``XXXX``."""
    group = part.season or (part.quarter and 32 + part.quarter) or (part.half and 39 + part.half)
    month, day = group or part.month, part.day
    if part.nth and part.month and part.weekday and year.isdecimal():
        day = days.nth_weekday(int(year), part.month, part.weekday, part.nth).day
    return "-".join([year, *(f"{piece:02d}" for piece in (month, day) if piece)])


def is_date(value: str) -> bool:
    """Whether a value is EDTF of our subset."""
    return not isinstance(edtf.parse(value), edtf.EdtfProblem)
