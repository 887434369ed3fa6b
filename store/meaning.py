"""What the words of a date phrase say, before any anchor: a small frozen tree.

Every node is a value of plain fields, so that a phrase can be stored and resolved again. They are
named tuples, which take a seventh of a frozen dataclass's time to define.

>>> Shaded(Deictic("month", -1), "late")
Shaded(of=Deictic(unit='month', shift=-1, whose='publication'), shade='late', part='')
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

Unit = Literal[
    "minute",
    "hour",
    "day",
    "weekend",
    "week",
    "month",
    "quarter",
    "season",
    "half",
    "year",
    "decade",
    "century",
]
Whose = Literal["publication", "story", "either"]
Which = Literal["", "last", "next", "this"]
Shade = Literal["", "early", "mid", "late", "start", "end", "about", "throughout"]


class Explicit(NamedTuple):
    """A date whose year is said: an EDTF point (``2025-07-31``, ``202X``, ``2025-21``).

    ``also`` is the other reading of a numeric form that day and month could share, and
    ``weekday`` (1 Monday to 7 Sunday) what the text says the day was.
    """

    edtf: str
    also: str = ""
    weekday: int | None = None


class Partial(NamedTuple):
    """A date without its year or century; the fields that are said are set.

    ``season`` is an EDTF season (21 spring to 24 winter), ``short`` a year of two digits.
    ``which`` is "last" in "last May", ``weekday`` what the text says the day was; with ``nth``
    it is the day itself, the fourth Thursday of a month. A lone ``day`` ("the 14th") lacks its
    month too.
    """

    month: int | None = None
    day: int | None = None
    season: int | None = None
    quarter: int | None = None
    half: int | None = None
    short: int | None = None
    which: Which = ""
    weekday: int | None = None
    whose: Whose = "publication"
    nth: int | None = None


class Decade(NamedTuple):
    """A decade without its century: ``tens`` is 90 in "the nineties"."""

    tens: int


class Weekday(NamedTuple):
    """A day of the week, 1 Monday to 7 Sunday, perhaps with "last", "next" or "this".

    ``week`` is -1 in "Tuesday of last week", None where no week is named; ``more`` counts the
    weeks beyond the nearest such day: 1 in "a week from Friday".
    """

    day: int
    which: Which = ""
    whose: Whose = "publication"
    week: int | None = None
    more: int = 0


class Deictic(NamedTuple):
    """A calendar unit counted in whole units from someone's present: "last week", "today".

    ``whose`` is "either" where a language leaves it to the verb: the story's present if it is told
    in the past ("наступного року місто впало"), else the publication's.
    """

    unit: Unit
    shift: int
    whose: Whose = "publication"


class Offset(NamedTuple):
    """A distance from a date: "three days ago", "two weeks later", "a day after July 3".

    ``count`` is signed, None where the text leaves it open ("some years ago"); ``base`` is the
    date the words name, None where they count from ``whose`` present.
    """

    count: int | None  # type: ignore[assignment]  # a tuple's own count is of no use here
    unit: Unit
    sign: int
    whose: Whose = "publication"
    base: Meaning | None = None


class Inside(NamedTuple):
    """A part of a greater date: "May of last year", "the third quarter of that year"."""

    part: Partial
    whole: Meaning


class Piece(NamedTuple):
    """Numbered units within a greater date: "the second week of July", "the last two days of May".

    ``number`` counts from 1, or from the end where it is -1; ``count`` is how many units.
    """

    unit: Unit
    number: int
    count: int  # type: ignore[assignment]  # a tuple's own count is of no use here
    of: Meaning


class Shaded(NamedTuple):
    """A date with a shade ("late May") or a part of its day ("MO", "AF", "EV", "NI", "T10:30")."""

    of: Meaning
    shade: Shade = ""
    part: str = ""


class Week(NamedTuple):
    """The week that a date lies in ("the week of March 6"), or the one that it ends."""

    of: Meaning
    ending: bool = False


class Night(NamedTuple):
    """A night that spans two dates: the one before ``into``, and that day itself."""

    into: Meaning


class Range(NamedTuple):
    """From one date to another, both included; None where an end is open ("since May")."""

    start: Meaning | None
    end: Meaning | None


class Several(NamedTuple):
    """Dates named together: "on 3 and 5 March"."""

    items: tuple[Meaning, ...]


class Running(NamedTuple):
    """A stretch of whole units that ends with the present: "the past three days".

    ``count`` is None where the text leaves it open; ``ahead`` turns it to the future.
    """

    count: int | None  # type: ignore[assignment]  # a tuple's own count is of no use here
    unit: Unit
    ahead: bool = False


class Term(NamedTuple):
    """A length of time behind "in", for which the verb decides.

    "It will end in ten days" is a distance from the publication, "it ended in ten days" a length.
    """

    count: int  # type: ignore[assignment]  # a tuple's own count is of no use here
    unit: Unit


class Same(NamedTuple):
    """The date the text has just named: "that day", "the same period" (unit None)."""

    unit: Unit | None


class Duration(NamedTuple):
    """A length of time, no date: its TIMEX3 value (``P2D``)."""

    timex: str


class Recurrence(NamedTuple):
    """Something that comes again, no date: its TIMEX3 value (``P1D``, ``XXXX-WXX-1``)."""

    timex: str


class Vague(NamedTuple):
    """Past, present or future and no more: its TIMEX3 value (``PRESENT_REF``)."""

    timex: str


Meaning: TypeAlias = (
    Explicit
    | Partial
    | Decade
    | Weekday
    | Deictic
    | Offset
    | Inside
    | Piece
    | Shaded
    | Week
    | Night
    | Range
    | Several
    | Running
    | Term
    | Same
    | Duration
    | Recurrence
    | Vague
)
