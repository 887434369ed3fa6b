"""The timeline: headings and claims on lines, of which only those in sight are ever read.

State comes down in ``view``, ``selection`` and ``hits``; ``Toggled``, ``Stretched`` and ``Opened``
go up. ``cursor`` is watched from above, for a message would come after the paint. A line is looked
up, or drawn and kept; nothing else happens while painting.

>>> Timeline.can_focus
True
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from store.query import Chosen
from store.timeline import heading
from tui.hits import Hits
from tui.keys import bindings
from tui.render import Piece, fit, heading_pieces, row_pieces
from tui.rows import PAGE
from tui.shown import View
from tui.widgets.stepping import Stepping

NOTHING = "  No claim matches; Esc takes the filters away."


class State(NamedTuple):
    """What of a row's looks is not in the row."""

    cursor: bool = False
    selected: bool = False
    hit: bool = False
    seen: bool = False


class Timeline(Stepping):
    """The list of claims under the headings of their dates."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("timeline")
    PREFIX = "timeline"

    selection: reactive[Chosen] = reactive(Chosen)
    hits: reactive[Hits] = reactive(Hits)

    @dataclass
    class Toggled(Message):
        """A claim is selected from now on, or no longer."""

        claim: int

    @dataclass
    class Stretched(Message):
        """Beside those selected ``before``, the claims at these positions are from now on."""

        positions: range
        before: Chosen

    class Opened(Message):
        """The claim under the cursor was opened with the mouse."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._range: tuple[int, Chosen] | None = None
        self._seen: set[int] = set()
        self._hit: dict[int, set[int]] = {}

    # -- what comes down ----------------------------------------------------------------------

    def watch_view(self, before: View, view: View) -> None:
        """Show another window; the cursor's line keeps its height on the screen."""
        lines = before.window.lines
        height = lines.line_of(self.cursor) - self.scroll_offset.y
        self.end_range()
        self._seen.clear()
        self._hit.clear()
        self.stay()
        self.set_lines(view.window.lines.total)
        self.cursor = max(0, min(view.position, len(view.window) - 1))
        self.scroll_top(self.lines.line_of(self.cursor) - height)
        self.reveal_cursor()

    def watch_hits(self) -> None:
        """Another search: look anew which of the claims in sight are hits."""
        self._hit.clear()

    def forget_rows(self) -> None:
        """Read the rows anew: something about them changed, but not their order."""
        self.window.forget()
        self.strips.clear()
        self.refresh()

    def show_seen(self, claim: int) -> None:
        """A claim, which the cursor is on or was on, has been seen since its row was read."""
        if claim not in self._seen:
            self._seen.add(claim)
            if self.row is None or self.row.id != claim:
                self.refresh()
            elif self.row.unseen:
                self.refresh_line(self.lines.line_of(self.cursor))

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self.set_lines(self.lines.total)
        self.reveal_cursor()

    # -- drawing ------------------------------------------------------------------------------

    def render_line(self, y: int) -> Strip:
        """Look the line up, or draw it."""
        line, width = y + self.top, self.room
        if line >= self.lines.total:
            told = NOTHING if y == 1 and not self.lines.total else ""
            return self._strip([Piece(fit(told, width), "muted")], State())
        position, is_heading = self.lines.at(line)
        state = State() if is_heading else self._state(position)
        key = (line, width, state)
        strip = self.strips.get(key)
        if strip is None:
            draw = self._heading if is_heading else self._claim
            strip = self.strips[key] = self._strip(draw(position, width, state), state)
        return strip

    def _state(self, position: int) -> State:
        row, at_cursor = self.window.row(position), position == self.cursor
        if row is None:
            return State(at_cursor)
        hit = bool(self.hits.search) and self._is_hit(position, row.id)
        return State(at_cursor, row.id in self.selection, hit, row.id in self._seen)

    def _is_hit(self, position: int, claim: int) -> bool:
        """Whether a claim is a hit; it is asked for all that were read together."""
        page = position // PAGE
        if page not in self._hit:
            shown = [row.id for row in self.window.page_of(position) if row]
            self._hit[page] = self.hits.among(shown)
        return claim in self._hit[page]

    def _heading(self, position: int, width: int, _: State) -> Iterable[Piece]:
        title = heading(self.lines.number_of(position))
        return heading_pieces(title, self.lines.headed(position), width)

    def _claim(self, position: int, width: int, state: State) -> Iterable[Piece]:
        row = self.window.row(position)
        if row is None:
            return [Piece(fit("  this claim is gone", width), "muted")]
        if state.seen:
            row = row._replace(unseen=False)
        return row_pieces(row, width, cursor=state.cursor, selected=state.selected, hit=state.hit)

    def _strip(self, pieces: Iterable[Piece], state: State) -> Strip:
        ground, style = "cursor" if state.cursor else "", self.part_styles.on
        drawn = [Segment(text, style(ground, part)) for text, part in pieces if text]
        return Strip(drawn, self.room)

    # -- moving and selecting -----------------------------------------------------------------

    def watch_cursor(self) -> None:
        """Stretch the range that is being selected."""
        self._stretch()

    def action_select(self) -> None:
        """Select the claim under the cursor, or no longer, and step on."""
        self._toggle()
        self.action_down()

    def action_select_range(self) -> None:
        """Begin a range here; it grows with the cursor until this is pressed again."""
        if self.ranging:
            self.end_range()
        elif len(self.window):
            self._range = (self.cursor, self.selection)
            self._stretch()

    @property
    def ranging(self) -> bool:
        """Whether a range is being selected."""
        return self._range is not None

    def end_range(self) -> None:
        """Leave the selection as it is."""
        self._range = None

    def _toggle(self) -> None:
        if row := self.row:
            self.post_message(self.Toggled(row.id))

    def _stretch(self) -> None:
        if self._range is not None:
            begun, before = self._range
            low, high = sorted((begun, self.cursor))
            self.post_message(self.Stretched(range(low, high + 1), before))

    def on_click(self, event: events.Click) -> None:
        """Go to the line; with ctrl select it; twice opens it."""
        at = event.get_content_offset(self)
        line = at.y + self.scroll_offset.y if at else self.lines.total
        if line >= self.lines.total:
            return
        self.go(self.lines.at(line).position)
        if event.ctrl:
            self._toggle()
        elif event.chain == 2:
            self.post_message(self.Opened())
