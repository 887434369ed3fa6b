"""Figures with bounds, and what they count: "at least ten soldiers", "dozens of drones".

>>> from store.claims.quantities import bounds
>>> bounds("at least", 10)
(10, None)
"""

from __future__ import annotations

from store.claims.page import Page
from store.claims.phrases import Range
from store.model import Quantity


def quantities(page: Page, content: Range) -> tuple[Quantity, ...]:
    """The figures of a claim."""
    return ()


def bounds(mark: str, value: int) -> tuple[int | None, int | None]:
    """The least and the most that a figure may be under a mark."""
    return (value, None) if mark == "at least" else (value, value)
