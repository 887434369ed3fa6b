"""The line at the bottom in which a search or a filter is typed, its problem told underneath.

>>> Line.Changed("vill", "search").mode
'search'
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Literal

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Label

from store.plain import printable

if TYPE_CHECKING:
    from textual.widgets import Input

    from tui.widgets.typing import TypedLine

Mode = Literal["search", "filter"]
PROMPTS: dict[Mode, str] = {"search": "/", "filter": "filter "}
HINTS: dict[Mode, str] = {
    "search": 'words, "a phrase", begin* · Enter goes to the hits · Esc gives up',
    "filter": 'flag:denied place:"Chasiv Yar" 2025-07..2025-08 -tag:x · Enter · Esc',
}


class Line(Vertical):
    """Hidden until opened; a search reports every change, a filter its end."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "give_up", show=False)]

    @dataclass
    class Changed(Message):
        """The text became another one."""

        text: str
        mode: Mode

    @dataclass
    class Entered(Message):
        """Enter was pressed."""

        text: str
        mode: Mode

    @dataclass
    class GivenUp(Message):
        """Esc was pressed."""

        mode: Mode

    mode: Mode = "search"

    def open(self, mode: Mode, text: str) -> None:
        """Show the line with a text to go on from."""
        field = self._field()
        self.mode = mode
        self.query_one("#line-prompt", Label).update(PROMPTS[mode])
        with self.prevent(field.Changed):
            field.value = text
        field.cursor_position = len(text)
        self.explain("")
        self.add_class("-open")
        # At once: what was typed in one burst is meant for the line.
        self.screen.set_focus(field)

    def _field(self) -> TypedLine:
        """The input, with its prompt, over hints and problems; made when first wanted: 30 ms."""
        from tui.widgets.typing import TypedLine

        if not self.children:
            upper = Horizontal()
            self.mount(upper, Label(id="line-problem", markup=False))
            upper.mount(Label(id="line-prompt"), TypedLine(id="line-input", compact=True))
        return self.query_one(TypedLine)

    def close(self) -> None:
        """Hide it again."""
        self.remove_class("-open")

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self.has_class("-open")

    def explain(self, problem: str) -> None:
        """Tell what is wrong with the text, or how to write one."""
        label = self.query_one("#line-problem", Label)
        label.set_class(bool(problem), "-problem")
        label.update(printable(problem) or HINTS[self.mode])

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass it on."""
        event.stop()
        self.post_message(self.Changed(event.value, self.mode))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Pass it on."""
        event.stop()
        self.post_message(self.Entered(event.value, self.mode))

    def action_give_up(self) -> None:
        """Esc."""
        self.post_message(self.GivenUp(self.mode))
