"""What timeline and source have in common: lines drawn one by one, scrolling that never glides.

>>> LineScroller.ALLOW_SELECT
False
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import ClassVar

from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.widgets.styles import PartStyles

STRIPS = 2_000
"""Lines kept as they were drawn: some dozens of screens."""
WHEEL = 3
"""Lines that one notch of the wheel moves."""


STEP = 3
"""Lines: a claim and the heading above it, and one to spare."""


class LineScroller(ScrollView, can_focus=True):
    """Shows ``line_count`` lines of which it draws those in sight.

    ``strips`` keeps drawn lines under keys of the subclass, ``part_styles`` the styles of parts;
    both are void when the colours change.
    """

    ALLOW_SELECT = False
    PREFIX: ClassVar[str] = ""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.strips: LRUCache[Hashable, Strip] = LRUCache(STRIPS)
        self.part_styles = PartStyles(self, self.PREFIX)

    @property
    def line_count(self) -> int:
        """How many lines there are."""
        return self.virtual_size.height

    def set_lines(self, lines: int) -> None:
        """There are so many lines now, and none of them is drawn yet.

        A layout of the whole screen, 20 ms, is asked for only where the scrollbar comes or goes.
        """
        self.strips.clear()
        size = Size(self.size.width, lines)
        scrolls = self.styles.overflow_y == "scroll" or lines > self.size.height
        if self.size.height and scrolls == self.show_vertical_scrollbar:
            self.set_reactive(ScrollView.virtual_size, size)
            self.vertical_scrollbar.window_virtual_size = lines
            self.scroll_y = self.validate_scroll_y(self.scroll_y)
        else:
            self.virtual_size = size
        self.refresh()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint the lines anew, and the scrollbar where its thumb moves: its cells are half of all.

        In a million lines it takes a hundred pages to move it by the eighth of a cell it can show.
        """
        lines, height = self.line_count, self.size.height
        if thumb(old_value, lines, height) == thumb(new_value, lines, height):
            self.vertical_scrollbar.set_reactive(ScrollBar.position, new_value)
            self.refresh(self.size.region)
        else:
            super().watch_scroll_y(old_value, new_value)

    def scroll_top(self, line: int) -> None:
        """Scroll so that a line is the first in sight, as far as there are lines for that."""
        limit = max(0, self.line_count - self.size.height)
        self.scroll_to(y=max(0, min(line, limit)), animate=False, force=True)

    def reveal(self, first: int, last: int) -> None:
        """Scroll as little as needed to have two lines in sight, the last one in any case.

        What is further off than a step or two comes to the middle, with what is around it.
        """
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if max(last - top - height, top - first) > STEP:
            self.scroll_top(max(0, last - height // 2))
        elif last >= top + height:
            self.scroll_top(last - height + 1)
        elif first < top:
            self.scroll_top(max(first, last - height + 1))

    def notify_style_update(self) -> None:
        """Colours changed: nothing drawn so far is of use."""
        super().notify_style_update()
        self.part_styles.clear()
        self.strips.clear()

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the lines, not the cursor."""
        event.prevent_default().stop()
        self.scroll_top(self.scroll_offset.y + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the lines, not the cursor."""
        event.prevent_default().stop()
        self.scroll_top(self.scroll_offset.y - WHEEL)


def thumb(top: float, lines: int, height: int) -> int:
    """Where a scrollbar's thumb begins with a line on top, in eighths of a cell, as Textual draws.

    >>> thumb(0, 1_000_000, 34), thumb(3_000, 1_000_000, 34), thumb(999_966, 1_000_000, 34)
    (0, 0, 264)
    """
    if lines <= height:
        return 0
    return int((height - max(1, height * height / lines)) * (top / (lines - height)) * 8)
