"""The shape that the main screen takes in a terminal: what counts as wide, where the timeline is.

>>> timeline_box(120, 40, 55)
Box(left=0, top=4, width=66, height=35)
>>> timeline_box(80, 24, 55)
Box(left=0, top=4, width=80, height=10)
>>> timeline_box(40, 10, 55)
Box(left=0, top=1, width=40, height=8)
"""

from __future__ import annotations

from typing import NamedTuple

WIDE, HIGH = 100, 20
"""Cells from which on panels stand side by side, and from which on there is more than one."""


class Box(NamedTuple):
    """A part of the terminal, in cells from its upper left corner."""

    left: int
    top: int
    width: int
    height: int


def timeline_box(width: int, height: int, share: int) -> Box:
    """Where the timeline stands at the start, its border included.

    It is between header and footer, under the bars where the screen is high, and has its
    ``share`` in per cent of what there is for panels.
    """
    top = 4 if height >= HIGH else 1
    room = height - top - 1
    if height < HIGH:
        return Box(0, top, width, room)
    if width >= WIDE:
        return Box(0, top, width * share // 100, room)
    return Box(0, top, width, room * share // 100)
