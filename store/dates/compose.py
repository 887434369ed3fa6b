"""Join neighbouring dates into ranges, and give a date the year that its neighbour says.

"from May 3 to June 4, 1942" is one range, and both its ends lie in 1942; in "April 5 and May 3,
1942" two dates share a year.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from store.dates.build_points import in_year
from store.dates.scan import Found
from store.dates.shapes import expression
from store.dates.tokens import Tokens
from store.dates.vocabulary import Vocabulary
from store.meaning import (
    Deictic,
    Explicit,
    Inside,
    Meaning,
    Night,
    Offset,
    Partial,
    Piece,
    Range,
    Several,
    Shaded,
    Weekday,
)

_JOINABLE = (Explicit, Partial, Weekday, Deictic, Shaded, Inside, Night)


def compose(found: Iterable[Found], row: Tokens, words: Vocabulary) -> list[Found]:
    """The phrases with ranges joined and years shared between neighbours."""
    done: list[Found] = []
    for right in found:
        if done:
            left = done[-1]
            if whole := _completed(left, right):
                done[-1] = whole
                continue
            joint = _joint(words, left, right, row.classes[left.beyond : right.first])
            if joint == "range" and (both := _range(left, right)):
                done[-1] = both
                continue
            if joint == "list":
                _share_back(done, right, row, words)
        done.append(right)
    return done


def _completed(left: Found, right: Found) -> Found | None:
    """“two days after” or “the first week of” with the date that follows at once."""
    if left.beyond != right.first or not isinstance(right.meaning, _JOINABLE):
        return None
    match left.meaning:
        case Offset(whose="story" | "either") as offset:
            return left._replace(beyond=right.beyond, meaning=offset._replace(base=right.meaning))
        case Piece() as piece:
            parts = ((left.first, left.beyond), (right.first, right.beyond))
            whole = piece._replace(of=right.meaning)
            named = parts if piece.count > 1 and piece.unit != "day" else ()
            return left._replace(beyond=right.beyond, meaning=whole, parts=named)
        case _:
            return None


def _joint(words: Vocabulary, left: Found, right: Found, between: str) -> str:
    """How two phrases hang together: "range", "list" or not at all ("")."""
    if len(between) > 4 or not isinstance(left.meaning, _JOINABLE):
        return ""
    if isinstance(right.meaning, Several):
        return "list" if _join(words, "list").fullmatch(between) else ""
    if not isinstance(right.meaning, _JOINABLE):
        return ""
    if any(_join(words, name).fullmatch(between) for name in _openings(left)):
        return "range"
    return "list" if _join(words, "list").fullmatch(between) else ""


_OPENED = ("from", "since")


def _openings(left: Found) -> tuple[str, ...]:
    """Under which names the lexicon says what joins a phrase to the end of its range."""
    if left.bound == "between":
        return ("between",)
    own = "from" if left.bound in _OPENED else "free"
    at_night = isinstance(left.meaning, Shaded) and left.meaning.part == "NI"
    return ("night", own) if at_night else (own,)


@cache
def _join(words: Vocabulary, name: str) -> re.Pattern[str]:
    shape = words.edges.get("join", {}).get(name, "")
    return re.compile(expression(shape, words.alphabet, words.macros) if shape else "(?!)")


def _range(left: Found, right: Found) -> Found | None:
    one = left.meaning.into if isinstance(left.meaning, Night) else left.meaning
    start, end = _sharing(one, right.meaning)
    if not _alike(start, end):
        return None
    parts = ((left.first, left.beyond), (right.first, right.beyond))
    return left._replace(
        beyond=right.beyond, meaning=Range(start, end), parts=parts, bound=_closed(left.bound)
    )


def _closed(bound: str) -> str:
    return "" if bound in ("between", *_OPENED) else bound


def _alike(start: Meaning, end: Meaning) -> bool:
    """Whether two dates can be the ends of one range: no "Monday to 1942", nothing backwards."""
    one, other = _core(start), _core(end)
    if isinstance(one, Explicit) and isinstance(other, Explicit):
        return one.edtf[:10] <= other.edtf or one.edtf.startswith("-")
    same = type(one) is type(other)
    return same or (
        isinstance(one, Explicit | Partial | Inside)
        and isinstance(other, Explicit | Partial | Deictic | Inside)
    )


def _core(meaning: Meaning) -> Meaning:
    return meaning.of if isinstance(meaning, Shaded) else meaning


def _sharing(left: Meaning, right: Meaning) -> tuple[Meaning, Meaning]:
    """Both ends of a range with the year that one of them says."""
    one, other = _core(left), _core(right)
    if (
        isinstance(one, Partial)
        and isinstance(other, Explicit)
        and one.month
        and other.edtf[4:5] == "-"
    ):
        later = (one.month, one.day or 0) > (int(other.edtf[5:7]), int(other.edtf[8:] or 31))
        return _dated(left, int(other.edtf[:4]) - later), right
    if (
        isinstance(one, Explicit)
        and isinstance(other, Partial)
        and other.month
        and one.edtf[4:5] == "-"
    ):
        earlier = (other.month, other.day or 31) < (int(one.edtf[5:7]), int(one.edtf[8:] or 0))
        return left, _dated(right, int(one.edtf[:4]) + earlier)
    return left, right


def _dated(meaning: Meaning, year: int) -> Meaning:
    """A month or day with a year, its shade kept; as it was where it has no such day."""
    if isinstance(meaning, Shaded):
        return meaning._replace(of=_dated(meaning.of, year))
    if not isinstance(meaning, Partial) or meaning.which:
        return meaning
    return in_year(meaning, year) or meaning


def _share_back(done: list[Found], right: Found, row: Tokens, words: Vocabulary) -> None:
    """Give the year of a date to the dates listed before it."""
    core = _core(right.meaning)
    core = core.items[0] if isinstance(core, Several) else core
    if not (isinstance(core, Explicit) and core.edtf[4:5] == "-" and core.edtf[5:6]):
        return
    year, beyond = int(core.edtf[:4]), right.first
    for at in range(len(done) - 1, -1, -1):
        left = done[at]
        between = row.classes[left.beyond : beyond]
        listed = _join(words, "list").fullmatch(between)
        if not listed or not isinstance(_core(left.meaning), Partial):
            return
        done[at] = left._replace(meaning=_dated(left.meaning, year))
        beyond = left.first
