"""What timeline and source have in common: lines drawn one by one, scrolling that never glides.

>>> LineScroller.ALLOW_SELECT
False
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import ClassVar, Self

from textual import events
from textual.cache import LRUCache
from textual.color import Color
from textual.filter import LineFilter
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip

from tui.widgets.styles import PartStyles

STRIPS = 150
"""Lines kept as they were drawn: four screens; with their frames, 12 KB each."""
WHEEL = 3
"""Lines that one notch of the wheel moves."""


STEP = 3
"""Lines: a claim and the heading above it, and one to spare."""


class LineScroller(ScrollView, can_focus=True):
    """Shows ``line_count`` lines of which it draws those in sight.

    ``strips`` keeps drawn lines under keys of the subclass, ``part_styles`` the styles of parts;
    both are void when the colours change. While lines are painted, ``top`` is the first in sight
    and ``room`` how wide they are.
    """

    ALLOW_SELECT = False
    PREFIX: ClassVar[str] = ""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.strips: LRUCache[Hashable, Strip] = LRUCache(STRIPS)
        self.part_styles = PartStyles(self, self.PREFIX)
        self.top = self.room = 0
        self._whole: LRUCache[int, tuple[Strip, Strip]] = LRUCache(STRIPS)
        self._painted: dict[int, Strip] = {}
        self._painted_size = Size(0, 0)

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

    def reveal(self, first: int, last: int, near: int = STEP) -> None:
        """Scroll as little as needed to have two lines in sight, the last one in any case.

        What is further off than ``near`` comes to the middle, with what is around it.
        """
        top, height = self.scroll_offset.y, max(1, self.size.height)
        if max(last - top - height, top - first) > near:
            self.scroll_top(max(0, last - height // 2))
        elif last >= top + height:
            self.scroll_top(last - height + 1)
        elif first < top:
            self.scroll_top(max(first, last - height + 1))

    def refresh(
        self,
        *regions: Region,
        repaint: bool = True,
        layout: bool = False,
        recompose: bool = False,
    ) -> Self:
        """Have some lines painted anew, or all and the frame with them."""
        if not regions:
            self._painted.clear()
        above = self.styles.gutter.top
        for y in {y for region in regions for y in region.line_range}:
            self._painted.pop(y + above, None)
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)

    def render_lines(self, crop: Region) -> list[Strip]:
        """What was painted and not refreshed since; a line is put into the frame once.

        Textual does it anew wherever the line comes to stand, a third of the time for a page.
        """
        size = self.outer_size
        if crop.column_span != (0, size.width):
            return super().render_lines(crop)
        if size != self._painted_size:
            self._painted_size = size
            self._painted.clear()
        if missing := [y for y in crop.line_range if y not in self._painted]:
            self._paint(missing)
        return [self._painted[y] for y in crop.line_range]

    def _paint(self, lines: Sequence[int]) -> None:
        self.top, self.room = self.scroll_offset.y, self.size.width
        width, height = self._painted_size
        gutter, frame = self.styles.gutter, super().render_lines
        (within,) = frame(Region(0, gutter.top, width, 1))
        left, right = within.crop(0, gutter.left), within.crop(width - gutter.right, width)
        look = self.get_line_filters(), self.background_colors[1]
        for y in lines:
            if gutter.top <= y < height - gutter.bottom:
                line = self.render_line(y - gutter.top)
                self._painted[y] = self._framed(line, left, right, *look)
            else:
                (self._painted[y],) = frame(Region(0, y, width, 1))

    def _framed(
        self,
        line: Strip,
        left: Strip,
        right: Strip,
        filters: Sequence[LineFilter],
        background: Color,
    ) -> Strip:
        """A line with the frame's sides, as Textual's filters have it."""
        known = self._whole.get(id(line))
        if known is not None:
            return known[1]
        whole = Strip([*left, *line, *right], self._painted_size.width)
        for filter in filters:
            whole = whole.apply_filter(filter, background)
        # With the line itself, so that its number is given to no other.
        self._whole[id(line)] = line, whole
        return whole

    def notify_style_update(self) -> None:
        """Colours changed: nothing drawn so far is of use."""
        super().notify_style_update()
        self.part_styles.clear()
        self.strips.clear()
        self._whole.clear()

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
