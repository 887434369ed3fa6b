"""A cursor that steps through the claims of a window: by one, page, date heading and month.

A key moves ``cursor`` at once; what follows it (painting, scrolling, who watches it) comes when all
keys that wait have moved it, so that a hundred pages in one burst are painted as one.

>>> Stepping.action_down.__doc__
'Next claim.'
"""

from __future__ import annotations

from textual.reactive import reactive, var

from store.query import Row
from tui.rows import Lines, Window
from tui.shown import View
from tui.widgets.scroller import STEP, LineScroller


class Stepping(LineScroller):
    """Moves ``cursor``, a position in the window of ``view``; two lines are painted for it."""

    view: reactive[View] = reactive(View, always_update=True)
    cursor: var[int] = var(0, always_update=True, init=False)

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
        return self.window.row(self.cursor) if self.cursor < len(self.window) else None

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._moves = self._scrolled = self._left = 0

    def go(self, position: int) -> None:
        """Put the cursor on a claim; past an end is the end."""
        position = max(0, min(position, len(self.window) - 1))
        if not len(self.window) or position == self.cursor:
            return
        if not self._moves:
            self._left = self.cursor
            self.app.call_later(self.follow)
        self._moves += 1
        self.set_reactive(Stepping.cursor, position)

    def follow(self) -> None:
        """Do what follows the moves that were made, if any were."""
        if self._moves:
            self.refresh_line(self.lines.line_of(self._left))
            self.refresh_line(self.lines.line_of(self.cursor))
            if self._scrolled:
                self.scroll_top(self.scroll_offset.y + self._scrolled)
            self.reveal_cursor(self._moves)
            self.stay()
            self.mutate_reactive(Stepping.cursor)

    def stay(self) -> None:
        """Have nothing follow the moves that were made."""
        self._moves = self._scrolled = 0

    def reveal_cursor(self, moves: int = 1) -> None:
        """Have the cursor in sight, and the heading right above it as well."""
        line = self.lines.line_of(self.cursor)
        headed = line > 0 and self.lines.at(line - 1).heading
        self.reveal(line - headed, line, moves * STEP)

    def step_lines(self, lines: int) -> None:
        """Move by lines of the screen, the lines moving along."""
        if not len(self.window):
            return
        target = self.lines.line_of(self.cursor) + lines
        self.go(self.lines.at(max(0, min(target, self.lines.total - 1))).position)
        if self._moves:
            self._scrolled += lines

    def action_down(self) -> None:
        """Next claim."""
        self.go(self.cursor + 1)

    def action_up(self) -> None:
        """Previous claim."""
        self.go(self.cursor - 1)

    def action_page_down(self) -> None:
        """One page down."""
        self.step_lines(max(1, self.size.height - 1))

    def action_page_up(self) -> None:
        """One page up."""
        self.step_lines(-max(1, self.size.height - 1))

    def action_half_down(self) -> None:
        """Half a page down."""
        self.step_lines(max(1, self.size.height // 2))

    def action_half_up(self) -> None:
        """Half a page up."""
        self.step_lines(-max(1, self.size.height // 2))

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
