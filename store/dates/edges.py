"""What stands at the edges of a date phrase: shades, parts of the day, and the words that bound it.

The lexicon's ``[edges.left]`` and ``[edges.right]`` belong to the phrase; ``[edges.bound]`` does
not, but says whether it is a beginning, an end or an "as of".
"""

from __future__ import annotations

import re

from store.dates.tokens import Tokens
from store.dates.vocabulary import Vocabulary
from store.meaning import (
    Deictic,
    Duration,
    Explicit,
    Meaning,
    Night,
    Offset,
    Partial,
    Range,
    Recurrence,
    Running,
    Same,
    Shade,
    Shaded,
    Term,
    Vague,
    Week,
    Weekday,
)

_REACH = 12  # tokens: the longest edge of a lexicon has eleven
_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?")
_SHADES: dict[str, Shade] = {
    "early": "early",
    "mid": "mid",
    "late": "late",
    "start": "start",
    "end": "end",
    "about": "about",
}


_TIMELESS = (Duration, Offset, Running, Term)


def widened(
    row: Tokens, words: Vocabulary, span: tuple[int, int], meaning: Meaning, floor: int
) -> tuple[int, int, Meaning]:
    """A phrase with the edges that belong to it: first token, token beyond it, meaning."""
    first, beyond = span
    if isinstance(meaning, Vague | Recurrence):
        return first, beyond, meaning
    if right := _right(words, row.classes, beyond):
        size, name = right
        shaped = shade(meaning, name, row, (beyond, beyond + size))
        if shaped is not None:
            beyond, meaning = beyond + size, shaped
    for _ in range(2):
        left = _left(words, "left", row.classes, first, floor)
        if left is None:
            break
        size, name = left
        shaped = shade(meaning, name, row, (first - size, first))
        if shaped is None:
            break
        first, meaning = first - size, shaped
    return first, beyond, meaning


def bound_before(row: Tokens, words: Vocabulary, first: int, floor: int) -> tuple[str, int]:
    """The bound that stands before a token and where it begins; "" and the token itself if none."""
    found = _left(words, "bound", row.classes, first, floor)
    return (found[1], first - found[0]) if found else ("", first)


_Edge = tuple[int, str]  # how many tokens it takes and its name


def _right(words: Vocabulary, classes: str, beyond: int) -> _Edge | None:
    """The longest edge that begins at a token."""
    machine = words.edge("right")
    if classes[beyond : beyond + 1] not in machine.openings:
        return None
    return next(iter(machine.run(classes[beyond : beyond + _REACH])), None)


def _left(words: Vocabulary, side: str, classes: str, first: int, floor: int) -> _Edge | None:
    """The longest edge that ends before a token, and begins at the floor or later."""
    machine = words.edge(side)
    if first <= floor or classes[first - 1] not in machine.openings:
        return None
    return next(iter(machine.run(classes[max(floor, first - _REACH) : first][::-1])), None)


def shade(meaning: Meaning, edge: str, row: Tokens, at: tuple[int, int]) -> Meaning | None:
    """A meaning under an edge with its tokens; None where the two do not go together."""
    kind, _, value = edge.partition("_")
    if kind == "onward":
        return None if isinstance(meaning, _TIMELESS) else Range(meaning, None)
    if kind in _SHADES:
        return meaning if isinstance(meaning, _TIMELESS) else _shaded(meaning, shade=_SHADES[kind])
    if not has_day(meaning):
        return None
    if kind == "night":
        return _night_over(meaning)
    if kind == "week":
        return Week(meaning, ending=value == "ending")
    return _shaded(meaning, part=clock(row.texts(*at)) if kind == "clock" else value)


def _night_over(meaning: Meaning) -> Meaning:
    """“overnight from Monday to Tuesday” spans what it says, “overnight on Tuesday” ends there."""
    return Shaded(meaning, part="NI") if isinstance(meaning, Range) else Night(meaning)


def _shaded(meaning: Meaning, *, shade: Shade = "", part: str = "") -> Meaning:
    if isinstance(meaning, Shaded):
        return Shaded(meaning.of, meaning.shade or shade, meaning.part or part)
    return Shaded(meaning, shade, part)


def has_day(meaning: Meaning) -> bool:
    """Whether a meaning comes down to days, so that it can have a morning."""
    match meaning:
        case Explicit(edtf=text):
            return len(text) == 10
        case Partial(day=day):
            return day is not None
        case Deictic(unit=unit) | Offset(unit=unit) | Same(unit=unit):
            return unit == "day"
        case Weekday():
            return True
        case Shaded(of=inner):
            return has_day(inner)
        case Range(start=start, end=end):
            return bool(start and end and has_day(start) and has_day(end))
        case _:
            return False


def clock(texts: list[str]) -> str:
    """A time of day as TIMEX3 writes it: "T21:00" for "at 9 p.m."."""
    words = "".join(text.strip().lower() for text in texts)
    found = _CLOCK.search(words)
    if not found:
        return "T24:00" if "midnight" in words else "T12:00"
    hour, minute = int(found[1]), int(found[2] or 0)
    later = re.search(r"p\.?m", words)
    earlier = re.search(r"a\.?m", words)
    hour = hour + 12 if later and hour < 12 else hour - 12 if earlier and hour == 12 else hour
    return f"T{hour:02d}:{minute:02d}" if hour <= 24 and minute < 60 else "TX"
