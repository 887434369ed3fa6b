"""The header: how many claims of how many, the filter's terms as chips, where the cursor is.

>>> counts(Standing(shown=3, total=1204))
'3 of 1 204 claims'
"""

from __future__ import annotations

from collections.abc import Iterator

from textual import events
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from store.plain import printable
from tui.looks import LOOKS, look
from tui.render import clip, grouped
from tui.shown import Standing

NAME = " conflict-tui "
WORN = LOOKS["header"]


def counts(standing: Standing) -> str:
    """How many claims are shown, of how many where that is another number."""
    noun = "claim" if standing.total == 1 else "claims"
    if standing.shown == standing.total:
        return f"{grouped(standing.total)} {noun}"
    return f"{grouped(standing.shown)} of {grouped(standing.total)} {noun}"


class HeaderLine(Widget):
    """One line over the panels."""

    standing: reactive[Standing] = reactive(Standing)

    class ChipClicked(Message):
        """The chip of the filter's nth term, from 0, was clicked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def render(self) -> Content:
        """Name, counts and chips from the left; the cursor's place from the right, if it fits."""
        left = Content("").join(part for part, _ in self._parts())
        place = Content.styled(f" {clip(self.standing.place, 50)} ", WORN["place"])
        gap = self.size.width - left.cell_length - place.cell_length
        return Content.assemble(left, " " * gap, place) if gap > 0 else left

    def _parts(self) -> Iterator[tuple[Content, int | None]]:
        """The pieces from left to right, a chip with its index."""
        now = self.standing
        yield Content.styled(NAME, WORN["name"]), None
        yield Content.styled(f" {counts(now)} ", WORN["counts"]), None
        for words, style in _states(now):
            yield Content.styled(f" {words} ", style), None
        for index, term in enumerate(now.filter.terms):
            part = "chip" if term.on else "chip-off"
            style = look("header", part, colourless=self.app.no_color)
            number = f"{index + 1} " if index < 9 else ""
            words = clip(printable(str(term)), 40)
            yield Content.assemble(" ", (f" {number}{words} ", style)), index

    def on_click(self, event: events.Click) -> None:
        """Switch the chip that was clicked."""
        column = 0
        for part, index in self._parts():
            column += part.cell_length
            if event.x < column:
                if index is not None:
                    self.post_message(self.ChipClicked(index))
                return


def _states(now: Standing) -> Iterator[tuple[str, str]]:
    if now.readonly:
        yield "read-only", WORN["selected"]
    if now.acting:
        yield f"⧗ {now.acting} · Esc stops", WORN["selected"]
    if now.arrived:
        noun = "claim" if now.arrived == 1 else "claims"
        yield f"R: {grouped(now.arrived)} new {noun}", WORN["selected"]
    if now.selected:
        yield f"✓ {grouped(now.selected)} selected", WORN["selected"]
    if now.ranging:
        yield "range…", WORN["selected"]
    if now.search:
        noun = "hit" if now.hits == 1 else "hits"
        words = f"/{clip(printable(now.search), 30)} {grouped(now.hits)} {noun}"
        yield words, WORN["search"]
    if now.filter.scope == "all":
        yield "with analysis", WORN["counts"]
    if now.filter.scope == "unfolded":
        yield "unfolded", WORN["counts"]
    if now.filter.order == "oldest":
        yield "oldest first", WORN["counts"]
