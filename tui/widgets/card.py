"""The card beside the source: a claim's chain, dates, flag and what the analyst made of it.

>>> CardPanel.can_focus
True
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import BindingType
from textual.reactive import reactive
from textual.strip import Strip

from tui.card import entries, lines
from tui.keys import bindings
from tui.render import Piece
from tui.shown import Reading
from tui.widgets.scroller import LineScroller


class CardPanel(LineScroller):
    """Shows the card of the claim being read."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("card")
    PREFIX = "card"

    reading: reactive[Reading] = reactive(Reading)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._lines: list[tuple[Piece, ...]] = []

    def watch_reading(self, before: Reading, reading: Reading) -> None:
        """Show another claim from its top, or this one after an edit."""
        self._lay_out()
        if before.place != reading.place:
            self.scroll_top(0)

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        card, document = self.reading.card, self.reading.document
        self._lines = lines(entries(card, document), self.size.width) if card else []
        self.set_lines(len(self._lines))

    def render_line(self, y: int) -> Strip:
        """A line of the card."""
        line, styles = y + self.scroll_offset.y, self.part_styles
        pieces = self._lines[line] if line < len(self._lines) else ()
        shown = Strip([Segment(text, styles.base + styles[part]) for text, part in pieces])
        return shown.crop_extend(0, self.size.width, styles.base)

    def action_card_down(self) -> None:
        """One line down."""
        self.scroll_top(self.scroll_offset.y + 1)

    def action_card_up(self) -> None:
        """One line up."""
        self.scroll_top(self.scroll_offset.y - 1)
