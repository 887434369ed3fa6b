"""Where a claim stands on the timeline: its day and its heading, in one integer.

The order is: day (``earliest``, or ``latest`` where the start is open), then the longer before
the shorter, then the publication day; undated claims come last whichever way one reads. Packed
into one integer it needs one index and no expression, and the claim's id breaks what ties remain.
Turned round, days and publication days run the other way; the rest stays, so that the headings
are the same and only their order is another.

>>> from store.model import Publication
>>> placed = place(None, "event", Publication("2025-08-03", "given"))
>>> placed.edtf, placed.basis, heading(placed.heading)
('../2025-08-03', 'bound', 'on or before 3 Aug 2025')
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from store.edtf import Edtf
    from store.model import Dating, Granularity, Publication, Role

Basis = Literal["event", "as-of", "said", "bound", "undated"]
# 22 bits hold the ordinal of 9999-12-31, 20 bits 2 870 years in days, 6 bits a style with its
# qualifiers, 15 bits the days from 1990 to 2079: 63 bits, the most a SQLite integer can order by.
_DAY, _LENGTH, _STYLE, _PUBLISHED = 22, 20, 6, 15
_LAST_DAY, _LAST_LENGTH, _LAST_PUBLISHED = (
    (1 << _DAY) - 1,
    (1 << _LENGTH) - 1,
    (1 << _PUBLISHED) - 1,
)
SLOTS_A_DAY = 1 << (_LENGTH + _STYLE)
"""All headings of a day have slots of one such stretch."""
_FIRST_PUBLISHED = date(1990, 1, 1).toordinal()
_LAST_ORDINAL = date.max.toordinal()
_STYLES = (
    *("century", "decade", "year", "half", "season", "quarter", "month", "week", "weekend"),
    *("interval", "day", "bound", "since", "yearless", "undated"),
)
_ABOUT, _PERHAPS = 16, 32
_BASES: dict[Role, Basis] = {"event": "event", "as-of": "as-of", "announcement": "said"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_ORDINALS = ("first", "second", "third", "fourth")


class Placement(NamedTuple):
    """A claim's date in force and its place: ``newest`` is to be sorted upwards, then by id."""

    edtf: str
    earliest: str
    latest: str
    granularity: Granularity | Literal[""]
    basis: Basis
    newest: int

    @property
    def heading(self) -> int:
        """The number of the heading that the claim stands under."""
        return heading_of(self.newest)


def place(dating: Dating | None, role: Role, published: Publication | None) -> Placement:
    """The place of a claim with this dating, or under the bound that its publication sets."""
    said = published.edtf if published else ""
    if dating is not None and dating.edtf:
        return _placed(
            dating.edtf,
            (dating.earliest, dating.latest),
            dating.granularity,
            _BASES[role],
            said,
        )
    limit = _latest(said)
    if limit:
        return _placed(f"../{limit}", ("", limit), "interval", "bound", said)
    return _placed("", ("", ""), "", "undated", "")


def place_value(value: Edtf, role: Role, published: Publication | None) -> Placement:
    """The place of a claim whose date a person has set."""
    from store import edtf

    days = edtf.earliest(value), edtf.latest(value)
    said = published.edtf if published else ""
    return _placed(str(value), days, edtf.granularity(value), _BASES[role], said)


def newest_on(day: str) -> int:
    """The least ``newest`` that a claim of this ISO day can have."""
    return (_LAST_DAY - ordinal(day)) << (_LENGTH + _STYLE + _PUBLISHED)


def heading_on(day: str) -> int:
    """The least heading that a claim of this ISO day can have."""
    return ordinal(day) << (_LENGTH + _STYLE)


def newest_between(since: str, until: str) -> tuple[int, int]:
    """The range of ``newest`` (from, below) whose ISO day lies between two; "" leaves it open."""
    below = newest_on(since) + (1 << (_LENGTH + _STYLE + _PUBLISHED)) if since else undated_from()
    return newest_on(until) if until else 0, below


def undated_from() -> int:
    """The least ``newest`` of a claim without a day."""
    return _LAST_DAY << (_LENGTH + _STYLE + _PUBLISHED)


def slot(newest: int) -> int:
    """What of a ``newest`` all claims under one heading share: it sorts headings newest first."""
    return newest >> _PUBLISHED


def slot_of(heading: int) -> int:
    """The slot of a heading; and the heading of a slot, for each is the other turned round."""
    day = heading >> (_LENGTH + _STYLE)
    return heading + ((_turned(day) - day) << (_LENGTH + _STYLE))


def newest_in(slot: int) -> tuple[int, int]:
    """The range of ``newest`` (from, below) of the claims in a slot."""
    return slot << _PUBLISHED, (slot + 1) << _PUBLISHED


def heading_of(newest: int) -> int:
    """The heading number behind a ``newest``, which counts its days backwards."""
    return slot_of(slot(newest))


def ordinal_of(heading: int) -> int:
    """The day that a heading is sorted by, counted from the year 1; 0 where it has none."""
    day = heading >> (_LENGTH + _STYLE)
    return day if day <= _LAST_ORDINAL else 0


def behind_day(key: int) -> int:
    """The least slot, or the least heading, of the day that comes behind the one of a ``key``."""
    return ((key >> (_LENGTH + _STYLE)) + 1) << (_LENGTH + _STYLE)


def day_of(heading: int) -> str:
    """The ISO day that a heading is sorted by, empty where it has none."""
    day = ordinal_of(heading)
    return date.fromordinal(day).isoformat() if day else ""


def heading(number: int) -> str:
    """The words of a heading: "Thu 31 Jul 2025", "July 2025", "on or before 3 Aug 2025"."""
    style = number & ((1 << _STYLE) - 1)
    words = _words(_STYLES[style & 15], number)
    if style & _ABOUT:
        return f"about {words}"
    return f"perhaps {words}" if style & _PERHAPS else words


# The claims of one article share few dates; a placement takes 30 us to work out.
@lru_cache(4096)
def _placed(
    edtf: str,
    days: tuple[str, str],
    granularity: Granularity | Literal[""],
    basis: Basis,
    published: str,
) -> Placement:
    style = _style(edtf, days, granularity)
    earliest, latest = days
    day = _sort_day(edtf, earliest or latest)
    # What is open at one end is the longest there is, and so stands before its day.
    length = ordinal(latest) - ordinal(earliest) if earliest and latest else _LAST_LENGTH
    tail = (_LAST_LENGTH - min(length, _LAST_LENGTH)) << _STYLE | style
    return Placement(
        edtf,
        earliest,
        latest,
        granularity,
        basis if day != _LAST_DAY else "undated",
        _packed(_turned(day), tail, _LAST_PUBLISHED - _published_on(published)),
    )


def _sort_day(edtf: str, day: str) -> int:
    if not day:
        return _LAST_DAY if not edtf or edtf.startswith("XXXX") else 0
    return ordinal(day)


def _turned(day: int) -> int:
    return day if day == _LAST_DAY else _LAST_DAY - day


def _packed(day: int, tail: int, published: int) -> int:
    return ((day << (_LENGTH + _STYLE)) | tail) << _PUBLISHED | published


def _style(edtf: str, days: tuple[str, str], granularity: str) -> int:
    qualifiers = _ABOUT * ("~" in edtf or "%" in edtf) or _PERHAPS * ("?" in edtf)
    match days:
        case "", "":
            return _STYLES.index("yearless" if edtf else "undated")
        case "", _:
            return _STYLES.index("bound") | qualifiers
        case _, "":
            return _STYLES.index("since") | qualifiers
    return _STYLES.index(granularity or "interval") | qualifiers


def ordinal(day: str) -> int:
    """Days since the year 1; what lies before it counts as its eve."""
    return 0 if day.startswith("-") or day[:4] == "0000" else date.fromisoformat(day).toordinal()


def _published_on(published: str) -> int:
    limit = _latest(published)
    return min(max(ordinal(limit) - _FIRST_PUBLISHED, 0), _LAST_PUBLISHED) if limit else 0


@lru_cache(1024)
def _latest(published: str) -> str:
    """The last day of a publication date in EDTF, "" where there is none."""
    # Whoever reads headings needs no dates in EDTF: 4 ms of a start.
    from store import edtf

    value = edtf.parse(published) if published else None
    return "" if value is None or isinstance(value, edtf.EdtfProblem) else edtf.latest(value)


def _words(style: str, number: int) -> str:
    if style in ("undated", "yearless"):
        return "no date" if style == "undated" else "year unknown"
    if not day_of(number):
        return "before the year 1"
    start = date.fromisoformat(day_of(number))
    length = _LAST_LENGTH - (number >> _STYLE & _LAST_LENGTH)
    return _dated(style, start, length)


def _dated(style: str, start: date, length: int) -> str:
    match style:
        case "day":
            return f"{_WEEKDAYS[start.weekday()]} {_day(start)}"
        case "bound":
            return f"on or before {_day(start)}"
        case "since":
            return f"since {_day(start)}"
        case "week" | "weekend":
            return f"{style} of {_day(start)}"
        case "interval":
            return _interval(start, length)
        case _:
            return _period(style, start)


def _period(style: str, start: date) -> str:
    match style:
        case "month":
            return f"{_MONTHS[start.month - 1]} {start.year}"
        case "quarter":
            return f"{_ORDINALS[(start.month - 1) // 3]} quarter of {start.year}"
        case "half":
            return f"{_ORDINALS[start.month // 7]} half of {start.year}"
        case "season":
            return _season(start)
        case "decade":
            return f"the {start.year}s"
        case "century":
            return f"the years {start.year}–{start.year + 99}"
        case _:
            return str(start.year)


def _season(start: date) -> str:
    name = _SEASONS.get(start.month, "season")
    years = f"{start.year}–{(start.year + 1) % 100:02}" if start.month == 12 else str(start.year)
    return f"{name} {years}"


def _interval(start: date, length: int) -> str:
    if start.toordinal() + length > date.max.toordinal():
        return f"since {_day(start)}"
    end = start + timedelta(length)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day}–{_day(end)}"
    if start.year == end.year:
        return f"{start.day} {_MONTHS[start.month - 1][:3]} – {_day(end)}"
    return f"{_day(start)} – {_day(end)}"


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1][:3]} {day.year}"
