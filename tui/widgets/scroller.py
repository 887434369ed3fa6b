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
        """There are so many lines now, and none of them is drawn yet."""
        self.strips.clear()
        self.virtual_size = Size(self.size.width, lines)
        self.refresh()

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
