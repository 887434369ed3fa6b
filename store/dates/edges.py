"""What stands at the edges of a date phrase: shades, parts of the day, and the words that bound it.

The lexicon's ``[edges.left]`` and ``[edges.right]`` belong to the phrase; ``[edges.bound]`` does
not, but says whether it is a beginning, an end or an "as of".
"""

from __future__ import annotations

import re
from functools import cache

from store.dates.shapes import ends, expression
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


_TIMELESS = (Duration, Offset, Running)


@cache
def _edge(words: Vocabulary, side: str) -> re.Pattern[str]:
    """All edges of one side as one expression with a group for each."""
    options = (
        f"(?P<{name}>{expression(shape, words.alphabet, words.macros)})"
        for name, shape in words.edges.get(side, {}).items()
    )
    source = "|".join(options) or "(?!)"
    return re.compile(source if side == "right" else rf"(?:{source})\Z")


@cache
def _ends(words: Vocabulary, side: str) -> frozenset[str]:
    """The characters with which the edges of one side can end: few phrases stand behind one."""
    shapes = words.edges.get(side, {}).values()
    return frozenset().union(*(ends(shape, words.alphabet, words.macros) for shape in shapes))


def widened(
    row: Tokens, words: Vocabulary, span: tuple[int, int], meaning: Meaning, floor: int
) -> tuple[int, int, Meaning]:
    """A phrase with the edges that belong to it: first token, token beyond it, meaning."""
    first, beyond = span
    if isinstance(meaning, Vague | Recurrence):
        return first, beyond, meaning
    if right := _edge(words, "right").match(row.classes, beyond):
        shaped = shade(meaning, right.lastgroup or "", row.texts[beyond : right.end()])
        if shaped is not None:
            beyond, meaning = right.end(), shaped
    for _ in range(2):
        if first == floor or row.classes[first - 1] not in _ends(words, "left"):
            break
        start = max(floor, first - _REACH)
        left = _edge(words, "left").search(row.classes[start:first])
        if not left or not left[0]:
            break
        first_of_edge = start + left.start()
        shaped = shade(meaning, left.lastgroup or "", row.texts[first_of_edge:first])
        if shaped is None:
            break
        first, meaning = first_of_edge, shaped
    return first, beyond, meaning


def bound_before(row: Tokens, words: Vocabulary, first: int, floor: int) -> tuple[str, int]:
    """The bound that stands before a token and where it begins; "" and the token itself if none."""
    if first == floor or row.classes[first - 1] not in _ends(words, "bound"):
        return "", first
    start = max(floor, first - _REACH)
    found = _edge(words, "bound").search(row.classes[start:first])
    return (found.lastgroup or "", start + found.start()) if found else ("", first)


def shade(meaning: Meaning, edge: str, texts: list[str]) -> Meaning | None:
    """A meaning under an edge; None where the two do not go together."""
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
    return _shaded(meaning, part=clock(texts) if kind == "clock" else value)


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
