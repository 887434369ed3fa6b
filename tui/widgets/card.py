"""The card beside the source: a claim's chain, dates, flag and what the analyst made of it.

>>> CardPanel.can_focus
True
"""

from __future__ import annotations

from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.widgets import Static

from tui.card import entries
from tui.keys import bindings
from tui.render import FLAG_GLYPHS
from tui.shown import Reading
from tui.widgets.styles import PartStyles

PARTS = (
    *("label", "source", "hop", "date", "place", "hedge", "caution", "verdict", "grade", "tag"),
    *("note", "hand", "muted"),
    *(f"flag-{flag}" for flag in FLAG_GLYPHS),
)


class CardPanel(VerticalScroll, can_focus=True):
    """Shows the card of the claim being read."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("card")
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"card--{part}" for part in PARTS}

    reading: reactive[Reading] = reactive(Reading)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles = PartStyles(self, "card")

    def compose(self) -> ComposeResult:
        """One text, laid out as a table of labels and what they say."""
        yield Static(id="card-text")

    def watch_reading(self) -> None:
        """Show another claim."""
        if self.is_mounted:
            self.query_one("#card-text", Static).update(self._table())
            self.scroll_home(animate=False)

    def on_mount(self) -> None:
        """Show what came before the text was there."""
        self.watch_reading()

    def notify_style_update(self) -> None:
        """Draw again in the new colours."""
        super().notify_style_update()
        self._styles.clear()
        if self.is_mounted:
            self.watch_reading()

    def action_card_down(self) -> None:
        """One line down."""
        self.scroll_to(y=self.scroll_offset.y + 1, animate=False)

    def action_card_up(self) -> None:
        """One line up."""
        self.scroll_to(y=self.scroll_offset.y - 1, animate=False)

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 1))
        table.add_column(width=7)
        table.add_column(ratio=1)
        if card := self.reading.card:
            for entry in entries(card, self.reading.document):
                said = Text.assemble(*((text, self._styles[part]) for text, part in entry.pieces))
                table.add_row(Text(entry.label, self._styles["label"]), said)
        return table
