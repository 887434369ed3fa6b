"""Figures with bounds, and what they count: "at least ten soldiers", "dozens of drones".

A figure is taken where it counts something or stands under a mark of bounds; dates, ages, units and
names with digits in them are none. "Dozens" is 24 and more, "hundreds" 200 and more.

>>> bounded("least", 10)
(10, None)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Quantity

_COUNTED_REACH = 5
_BREAK = re.compile("[,;:.(&]")
_TO = frozenset(("to", "—", "–", "-", "до"))
_AND = frozenset(("and", "и", "та", "і", "й"))
_SPAN = re.compile(r"(\d{1,12})-(\d{1,12})", re.ASCII)
_DIGITS = re.compile("(?<![:#])#")


def quantities(page: Page, content: Range) -> tuple[Quantity, ...]:
    """The figures of a claim, in order."""
    return tuple(_found(page, *content))


def _found(page: Page, first: int, end: int) -> Iterator[Quantity]:
    done = first
    for at in _candidates(page, first, end):
        number = _number(page, at) if at >= done else None
        if number is None:
            continue
        value, many, stop = number
        start, mark = _mark(page, at, first)
        low, high = (value, None) if many and not mark else bounded(mark, value)
        if other := _second(page, at, stop, end, mark):
            high, stop = other
        elif mark == "between":
            start, mark = at, ""
        counted = _counted(page, stop, end)
        if counted or mark or stop >= end - 1:
            yield Quantity(page.span(start, stop), low, high, counted)
        done = stop


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
    low = page.words.low[at]
    if page.codes[at] == "t":
        return None
    digits = _SPAN.sub(r"\1", low).replace(",", "").replace(".", "")
    if digits.isdecimal() and digits.isascii() and len(digits) < 13 and _whole(low):
        value, stop = int(digits), at + 1
    elif hit := page.at("number", at):
        value, stop = int(hit.label), hit.end
    elif hit := page.at("many", at):
        return int(hit.label), True, hit.end
    else:
        return None
    if stop < len(page.words) and (scale := page.at("scale", stop)):
        value, stop = value * int(scale.label), scale.end
    return value, False, stop


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


def _second(page: Page, at: int, stop: int, end: int, mark: str) -> tuple[int | None, int] | None:
    """The greater figure of "between 20 and 30", "20 to 30", "20-30", and where it ends."""
    if one := _SPAN.fullmatch(page.words.low[at]):
        return int(one[2]), stop
    joint = page.words.low[stop] if stop + 1 < end else ""
    if joint not in _TO and not (mark == "between" and joint in _AND):
        return None
    first, other = _number(page, at), _number(page, stop + 1)
    if first is None or other is None or first[0] >= other[0]:
        return None
    return None if other[1] else other[0], other[2]


def _counted(page: Page, at: int, end: int) -> str:
    """The words for what a figure counts."""
    for hit in page.within("counted", at, min(end, at + _COUNTED_REACH)):
        return "" if _BREAK.search(page.codes, at, hit.start) else page.cut(at, hit.end)
    return ""
