"""Figures with bounds, and what they count: "at least ten soldiers", "dozens of drones".

A figure is taken where it counts something or stands under a mark of bounds; dates, ages, units and
names with digits in them are none. "Dozens" is 24 and more, "hundreds" 200 and more.

>>> bounded("least", 10)
(10, None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Quantity
from store.wording import Hit

_COUNTED_REACH = 5
_BREAK = re.compile("[,;:.(&]")
_LONG = 13
_SPAN = re.compile(r"(\d{1,12})-(\d{1,12})", re.ASCII)
_PARTS = re.compile(r"[0-9]+[.,][0-9]{1,2}")
_DIGITS = re.compile("(?<![:#])#")


def quantities(page: Page, content: Range) -> tuple[Quantity, ...]:
    """The figures of a claim, in order."""
    return tuple(_found(page, *content))


def _found(page: Page, first: int, end: int) -> Iterator[Quantity]:
    done = first
    for at in _candidates(page, first, end):
        bounds = _bounds(page, at, first, end) if at >= done else None
        if bounds is None:
            continue
        start, low, high, done = bounds
        counted = _counted(page, done, end)
        if counted or start < at or done >= end - 1:
            yield Quantity(page.span(start, done), low, high, counted)


def _bounds(
    page: Page, at: int, first: int, end: int
) -> tuple[int, int | None, int | None, int] | None:
    """Where a figure starts, the least and the most that it may be, and where it ends.

    None for no figure, a lone "between", and what was ("rose from 20 to 30").
    """
    number = _number(page, at)
    if number is None:
        return None
    value, many, stop = number
    start, mark = _mark(page, at, first)
    other = _second(page, mark, at, stop, end)
    if mark == "from" and not other:
        start, mark = at, ""
    if mark == "from" or (mark == "between" and not other):
        return None
    if other and other[0] > value:
        return start, value, *other
    low, high = (value, None) if many and not mark else bounded(mark, value)
    return start, low, high, stop


def _candidates(page: Page, first: int, end: int) -> list[int]:
    """The words that may be a figure, in digits or in letters."""
    digits = [found.start() for found in _DIGITS.finditer(page.codes, first, end)]
    lettered = [hit.start for topic in ("number", "many") for hit in page.within(topic, first, end)]
    return sorted({*lettered, *digits}) if lettered else digits


def bounded(mark: str, value: int) -> tuple[int | None, int | None]:
    """The least and the most that a figure may be under a mark."""
    bounds: dict[str, tuple[int | None, int | None]] = {
        "least": (value, None),
        "more": (value + 1, None),
        "most": (None, value),
        "less": (None, value - 1),
    }
    return bounds.get(mark, (value, value))


def _number(page: Page, at: int) -> tuple[int, bool, int] | None:
    """The value of a number, whether it is open above ("dozens"), and where it ends."""
    if page.codes[at] == "t":
        return None
    if hit := page.at("many", at):
        return int(hit.label), True, hit.end
    hit = page.at("number", at)
    value = _lettered(page, hit) if hit else _figure(page.words.low[at], at)
    if value is None:
        return None
    number, stop = value
    if stop < len(page.words) and (scale := page.at("scale", stop)):
        number, stop = number * int(scale.label), scale.end
    return (int(number), False, stop) if number == int(number) else None


def _figure(low: str, at: int) -> tuple[int | Fraction, int] | None:
    """The value of a figure in digits: "1,300", or "1.2" before a million."""
    low = _SPAN.sub(r"\1", low)
    digits = low.replace(",", "").replace(".", "")
    if not (digits.isdecimal() and digits.isascii() and len(digits) < _LONG):
        return None
    if _whole(low):
        return int(digits), at + 1
    return (Fraction(low.replace(",", ".")), at + 1) if _PARTS.fullmatch(low) else None


def _lettered(page: Page, hit: Hit) -> tuple[int, int]:
    """The value of a number in letters with what is added to it: "двадцать три"."""
    value, stop = int(hit.label), hit.end
    while stop < len(page.words) and (more := page.at("number", stop)):
        room = next(place for place in (1, 10, 100, 1000) if value % (place * 10))
        if not 0 < int(more.label) < room:
            break
        value, stop = value + int(more.label), more.end
    return value, stop


def _whole(low: str) -> bool:
    """Whether the separators of a number part thousands."""
    groups = low.replace(".", ",").split(",")
    return all(len(group) == 3 for group in groups[1:])


def _mark(page: Page, at: int, first: int) -> tuple[int, str]:
    """The mark of bounds right before a figure, and where it starts."""
    for hit in page.within("bound", max(first, at - 4), at):
        if hit.end == at:
            return hit.start, hit.label
    return at, ""


def _second(page: Page, mark: str, at: int, stop: int, end: int) -> tuple[int, int] | None:
    """The other figure of "between 20 and 30", "20 to 30", "20-30", and where it ends."""
    if one := _SPAN.fullmatch(page.words.low[at]):
        return int(one[2]), stop
    both = stop + 1 < end and mark == "between" and page.codes[stop] == "&"
    joined = both or (stop + 1 < end and page.at("until", stop))
    number = _number(page, stop + 1) if joined else None
    return (number[0], number[2]) if number and not number[1] else None


def _counted(page: Page, at: int, end: int) -> str:
    """The words for what a figure counts."""
    for hit in page.within("counted", at, min(end, at + _COUNTED_REACH)):
        return "" if _BREAK.search(page.codes, at, hit.start) else page.cut(at, hit.end)
    return ""
