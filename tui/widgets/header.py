"""The header: how many claims of how many, the filter's terms as chips, where the cursor is.

>>> counts(Standing(shown=3, total=1204))
'3 of 1 204 claims'
"""

from __future__ import annotations

from collections.abc import Iterator

from rich.segment import Segment
from textual import events
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from store.numbers import grouped
from store.plain import printable
from tui.render import Piece, cells, clip, crop, size
from tui.shown import Standing
from tui.widgets.styles import PartStyles

NAME = " conflict-tui "


def counts(standing: Standing) -> str:
    """How many claims are shown, of how many where that is another number."""
    noun = "claim" if standing.total == 1 else "claims"
    if standing.shown == standing.total:
        return f"{grouped(standing.total)} {noun}"
    return f"{_number(standing.shown)} of {grouped(standing.total)} {noun}"


def _number(count: int | None) -> str:
    return "…" if count is None else grouped(count)


class HeaderLine(Widget):
    """One line over the panels."""

    standing: reactive[Standing] = reactive(Standing)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._styles = PartStyles(self, "header")

    class ChipClicked(Message):
        """The chip of the filter's nth term, from 0, was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def notify_style_update(self) -> None:
        """Other colours."""
        super().notify_style_update()
        self._styles.clear()

    def render_line(self, y: int) -> Strip:
        """Name, counts and chips from the left; the cursor's place from the right, if it fits."""
        del y
        width, left = self.size.width, [piece for piece, _ in self._parts()]
        place = Piece(f" {clip(self.standing.place, 50)} ", "place")
        gap = width - cells((*left, place))
        shown = crop((*left, Piece(" " * gap), place) if gap > 0 else left, width)
        return Strip([Segment(text, self._styles.on("", part)) for text, part in shown], width)

    def _parts(self) -> Iterator[tuple[Piece, int | None]]:
        """The pieces from left to right, a chip with its index."""
        now = self.standing
        yield Piece(NAME, "name"), None
        yield Piece(f" {counts(now)} ", "counts"), None
        for words, part in _states(now):
            yield Piece(f" {words} ", part), None
        for index, term in enumerate(now.filter.terms):
            number = f"{index + 1} " if index < 9 else ""
            words = clip(printable(str(term)), 40)
            yield Piece(" "), index
            yield Piece(f" {number}{words} ", "chip" if term.on else "chip-off"), index

    def on_click(self, event: events.Click) -> None:
        """Switch the chip that was clicked."""
        column = 0
        for part, index in self._parts():
            column += size(part.text)
            if event.x < column:
                if index is not None:
                    self.post_message(self.ChipClicked(index))
                return


def _states(now: Standing) -> Iterator[tuple[str, str]]:
    if now.readonly:
        yield "read-only", "selected"
    if now.acting:
        yield f"⧗ {now.acting} · Esc stops", "selected"
    if now.arrived:
        noun = "claim" if now.arrived == 1 else "claims"
        yield f"R: {grouped(now.arrived)} new {noun}", "selected"
    if now.selected:
        yield f"✓ {grouped(now.selected)} selected", "selected"
    if now.ranging:
        yield "range…", "selected"
    if now.search:
        noun = "hit" if now.hits == 1 else "hits"
        words = f"/{clip(printable(now.search), 30)} {_number(now.hits)} {noun}"
        yield words, "search"
    if now.filter.scope == "all":
        yield "with analysis", "counts"
    if now.filter.scope == "unfolded":
        yield "unfolded", "counts"
    if now.filter.order == "oldest":
        yield "oldest first", "counts"
