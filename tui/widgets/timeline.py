"""The timeline: headings and claims on lines, of which only those in sight are ever read.

State comes down in ``view``, ``selection`` and ``hits``; news goes up as ``Moved``, ``Chosen`` and
``Opened``. A line is looked up, cropped and cached; moving the cursor paints two lines.

>>> Timeline.can_focus
True
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip

from store.query import Row
from store.timeline import heading
from tui.keys import bindings
from tui.render import PARTS, Piece, fit, heading_pieces, row_pieces
from tui.rows import Lines, Window
from tui.shown import Hits, View
from tui.widgets.styles import PartStyles

STRIPS = 2_000
WHEEL = 3


class Timeline(ScrollView, can_focus=True):
    """The list of claims; ``cursor`` is a position in the window of its view."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("timeline")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"timeline--{part}" for part in PARTS}
    ALLOW_SELECT = False

    view: reactive[View] = reactive(View, always_update=True)
    selection: reactive[frozenset[int]] = reactive(frozenset())
    hits: reactive[Hits] = reactive(Hits)

    @dataclass
    class Moved(Message):
        """The cursor came to another claim, or there is none (row None)."""

        row: Row | None
        position: int

    @dataclass
    class Chosen(Message):
        """These claims are selected from now on."""

        ids: frozenset[int]

    class Opened(Message):
        """The claim under the cursor was opened with the mouse."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self.cursor = 0
        self._range: tuple[int, frozenset[int]] | None = None
        self._strips: LRUCache[tuple[object, ...], Strip] = LRUCache(STRIPS)
        self._styles = PartStyles(self, "timeline")

    @property
    def window(self) -> Window:
        """The rows on show."""
        return self.view.window

    @property
    def lines(self) -> Lines:
        """Where they stand."""
        return self.view.window.lines

    @property
    def row(self) -> Row | None:
        """The row under the cursor, if there is any."""
        return self.window.row(self.cursor) if len(self.window) else None

    # -- what comes down ----------------------------------------------------------------------

    def watch_view(self, view: View) -> None:
        """Show another window: the claim under the cursor keeps its place on the screen."""
        before = self.lines_from_top
        self.cursor = max(0, min(view.position, len(view.window) - 1))
        self._range = None
        self._strips.clear()
        self.virtual_size = Size(self.size.width, view.window.lines.total)
        self._scroll(self.lines.line_of(self.cursor) - before)
        self._reveal()
        self.refresh()
        self._tell()

    def watch_selection(self) -> None:
        """Repaint: the marks are drawn from the set."""
        self.refresh()

    def watch_hits(self) -> None:
        """Repaint: the marks are drawn from the set."""
        self.refresh()

    def forget_rows(self) -> None:
        """Read the rows anew: something about them changed, but not their order."""
        self.window.forget()
        self._strips.clear()
        self.refresh()

    def notify_style_update(self) -> None:
        """Colours changed: nothing drawn so far is of use."""
        super().notify_style_update()
        self._styles.clear()
        self._strips.clear()

    # -- drawing ------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Look the line up, or draw it."""
        line, width = y + self.scroll_offset.y, self.size.width
        if line >= self.lines.total:
            return Strip.blank(width, self.rich_style)
        position, is_heading = self.lines.at(line)
        claim = 0 if is_heading else self.window.ids[position]
        state = (
            not is_heading and position == self.cursor,
            claim in self.selection,
            claim in self.hits.ids,
        )
        key = (line, width, *state)
        strip = self._strips.get(key)
        if strip is None:
            strip = self._strips[key] = self._draw(position, is_heading, width, state)
        return strip

    def _draw(
        self, position: int, is_heading: bool, width: int, state: tuple[bool, bool, bool]
    ) -> Strip:
        cursor, selected, hit = state
        if is_heading:
            title = heading(self.lines.number_of(position))
            return self._strip(heading_pieces(title, self.lines.headed(position), width), False)
        row = self.window.row(position)
        if row is None:
            return self._strip([Piece(fit("  this claim is gone", width), "muted")], cursor)
        pieces = row_pieces(row, width, cursor=cursor, selected=selected, hit=hit)
        return self._strip(pieces, cursor)

    def _strip(self, pieces: Iterable[Piece], cursor: bool) -> Strip:
        line = self._styles["cursor"] if cursor else None
        base = self.rich_style + line if line else self.rich_style
        segments = [Segment(text, base + self._styles[part]) for text, part in pieces if text]
        return Strip(segments)

    # -- moving -------------------------------------------------------------------------------

    def go(self, position: int) -> None:
        """Put the cursor on a claim; past an end is the end."""
        position = max(0, min(position, len(self.window) - 1))
        if not len(self.window) or position == self.cursor:
            return
        before, self.cursor = self.cursor, position
        self.refresh_line(self.lines.line_of(before))
        self.refresh_line(self.lines.line_of(position))
        self._reveal()
        self._stretch()
        self._tell()

    @property
    def lines_from_top(self) -> int:
        """How far below the top of the panel the cursor's line is."""
        line = self.lines.line_of(min(self.cursor, max(0, len(self.window) - 1)))
        return max(0, line - self.scroll_offset.y)

    def _reveal(self) -> None:
        """Scroll as little as needed, with the heading of a first claim in sight as well."""
        line = self.lines.line_of(self.cursor)
        top, height = self.scroll_offset.y, max(1, self.size.height)
        above = line - 1 if line and self.lines.at(line - 1).heading else line
        if above < top:
            self._scroll(above if height > 1 else line)
        elif line >= top + height:
            self._scroll(line - height + 1)

    def _scroll(self, top: int) -> None:
        limit = max(0, self.lines.total - self.size.height)
        self.scroll_to(y=max(0, min(top, limit)), animate=False, force=True)

    def _tell(self) -> None:
        self.post_message(self.Moved(self.row, self.cursor))

    def _page(self, lines: int) -> None:
        """Move by lines of the screen, the page moving along."""
        if not len(self.window):
            return
        target = self.lines.line_of(self.cursor) + lines
        target = max(0, min(target, self.lines.total - 1))
        self._scroll(self.scroll_offset.y + lines)
        self.go(self.lines.at(target).position)

    def action_down(self) -> None:
        """Next claim."""
        self.go(self.cursor + 1)

    def action_up(self) -> None:
        """Previous claim."""
        self.go(self.cursor - 1)

    def action_page_down(self) -> None:
        """One page down."""
        self._page(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """One page up."""
        self._page(-max(1, self.size.height - 1))

    def action_half_down(self) -> None:
        """Half a page down."""
        self._page(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self._page(-max(1, self.size.height // 2))

    def action_first(self) -> None:
        """First claim."""
        self.go(0)

    def action_last(self) -> None:
        """Last claim."""
        self.go(len(self.window) - 1)

    def action_next_day(self) -> None:
        """First claim under the next heading."""
        self.go(self.lines.next_start(self.cursor))

    def action_previous_day(self) -> None:
        """First claim under this heading, or the one before."""
        self.go(self.lines.previous_start(self.cursor))

    def action_next_month(self) -> None:
        """First claim of the next month."""
        self.go(self.lines.next_month(self.cursor))

    def action_previous_month(self) -> None:
        """First claim of this month, or the one before."""
        self.go(self.lines.previous_month(self.cursor))

    # -- selecting ----------------------------------------------------------------------------

    def action_select(self) -> None:
        """Select the claim under the cursor, or no longer, and step on."""
        if row := self.row:
            self.post_message(self.Chosen(self.selection ^ {row.id}))
            self.action_down()

    def action_select_range(self) -> None:
        """Begin a range here; it grows with the cursor until this is pressed again."""
        if self._range is not None:
            self._range = None
        elif len(self.window):
            self._range = (self.cursor, self.selection)
            self._stretch()

    def _stretch(self) -> None:
        if self._range is None:
            return
        begun, before = self._range
        low, high = sorted((begun, self.cursor))
        self.post_message(self.Chosen(before.union(self.window.ids[low : high + 1])))

    def end_range(self) -> None:
        """Select no range any more."""
        self._range = None

    @property
    def ranging(self) -> bool:
        """Whether a range is being selected."""
        return self._range is not None

    # -- the mouse ----------------------------------------------------------------------------

    def on_click(self, event: events.Click) -> None:
        """Go to the line; with ctrl select it; twice opens it."""
        line = event.y + self.scroll_offset.y
        if not 0 <= line < self.lines.total:
            return
        self.go(self.lines.at(line).position)
        if event.ctrl and (row := self.row):
            self.post_message(self.Chosen(self.selection ^ {row.id}))
        elif event.chain == 2:
            self.post_message(self.Opened())

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The wheel moves the page, not the cursor, and nothing glides."""
        event.prevent_default().stop()
        self._scroll(self.scroll_offset.y + WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The wheel moves the page, not the cursor, and nothing glides."""
        event.prevent_default().stop()
        self._scroll(self.scroll_offset.y - WHEEL)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.virtual_size = Size(self.size.width, self.lines.total)
        if len(self.window):
            self._reveal()
