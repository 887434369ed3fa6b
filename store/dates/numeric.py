"""Dates in figures: 31.07.2025, 7/31/25, 2025/07/31.

>>> read("31.07.2025", day_first=False)
Explicit(edtf='2025-07-31', also='', weekday=None)
>>> read("7/8/2025", day_first=False)
Explicit(edtf='2025-07-08', also='2025-08-07', weekday=None)
"""

from __future__ import annotations

import re

from store import edtf
from store.meaning import Explicit

_PARTS = re.compile(r"(\d+)[./-](\d+)[./-](\d+)")
_PIVOT = 69  # 69 and above is 19.., as POSIX reads two figures of a year


def read(text: str, *, day_first: bool) -> Explicit | None:
    """The date that figures spell, with the other reading where they allow two.

    With full stops the day stands first in every language; with strokes and dashes it is a
    matter of the language.
    """
    found = _PARTS.fullmatch(text)
    if not found:
        return None
    first, second, third = (int(part) for part in found.groups())
    if len(found[1]) == 4:
        return _either(_spelt(first, second, third), "")
    year = _whole_year(third) if len(found[3]) == 2 else third
    by_day, by_month = _spelt(year, second, first), _spelt(year, first, second)
    if "." in text:
        return _either(by_day, by_month if not by_day else "")
    return _either(by_day, by_month) if day_first else _either(by_month, by_day)


def _whole_year(short: int) -> int:
    return short + (1900 if short >= _PIVOT else 2000)


def _spelt(year: int, month: int, day: int) -> str:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    return text if isinstance(edtf.parse(text), edtf.Point) else ""


def _either(one: str, other: str) -> Explicit | None:
    if one and other and one != other:
        return Explicit(one, also=other)
    return Explicit(one or other) if one or other else None
